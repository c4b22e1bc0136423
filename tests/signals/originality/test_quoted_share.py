import unicodedata

import pytest

from provenance.text.facts import Span
from signals.tables import finding, judged, reading, unknown


def quoted(good):
    """*good* of a hundred characters."""
    return (good, 0, 100, (good, 100), None)


TABLE = [
    ("a fifth", reading(total_chars=100, quoted_chars=20), quoted(20)),
    ("none", reading(total_chars=100), quoted(0)),
    ("all, and the space between two sentences", reading(total_chars=100, quoted_chars=101), quoted(100)),
    ("no sentence in it", reading(), unknown("nothing_to_judge")),
    ("no text", {"text": ""}, unknown("nothing_to_judge")),
    ("unreadable", {"text": 7}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_quoted_share(document, expected):
    assert judged("originality.quoted_share", document) == expected


def test_it_rests_on_the_quotations():
    assert finding(
        "originality.quoted_share",
        reading(total_chars=100, quoted_chars=30, quotations=(Span(50, 60), Span(10, 30))),
    ).basis == (
        "10-30",
        "50-60",
    )


def test_accents_count_the_same_however_they_are_spelled():
    text = "Zoë Müller of Café Ångström said: “Señor Dvořák’s naïveté is known.” Nobody else spoke."
    spelled = [
        judged("originality.quoted_share", unicodedata.normalize(form, text)) for form in ("NFC", "NFD")
    ]
    assert spelled[0] == spelled[1]
    assert spelled[0][0] == 34
