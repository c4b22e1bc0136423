import pytest

from provenance.text.facts import Span
from signals.tables import finding, judged, reading, unknown


def quoted(good):
    """*good* of a hundred characters."""
    return (good, 0, 100, (good, 100), None)


TABLE = [
    ("one quotation", reading(quotations=(Span(10, 30),)), quoted(20)),
    ("two", reading(quotations=(Span(50, 60), Span(10, 30))), quoted(30)),
    ("one inside another", reading(quotations=(Span(10, 30), Span(15, 20))), quoted(20)),
    ("two that overlap", reading(quotations=(Span(10, 30), Span(20, 40))), quoted(30)),
    ("none", reading(), quoted(0)),
    ("no text", {"text": ""}, unknown("nothing_to_judge")),
    ("unreadable", {"text": 7}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_quoted_share(document, expected):
    assert judged("originality.quoted_share", document) == expected


def test_it_rests_on_the_quotations():
    assert finding("originality.quoted_share", reading(quotations=(Span(50, 60), Span(10, 30)))).basis == (
        "10-30",
        "50-60",
    )
