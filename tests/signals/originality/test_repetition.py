import pytest

from provenance.text.facts import Repetition
from signals.tables import FINNISH, finding, judged, reading, unknown

COPY = Repetition(60, 100, 0, 40)


def lost(bad, of):
    """*bad* of *of* characters are lost, the others earned."""
    return (of - bad, bad, of, (bad, of), None)


TABLE = [
    ("nothing twice", reading(total_chars=80), lost(0, 80)),
    ("half of it twice", reading(total_chars=80, repeated_chars=40, repetition=(COPY,)), lost(40, 80)),
    ("no sentence in it", reading(), unknown("nothing_to_judge")),
    ("the text outweighs a measure", reading({"repetition": 0.5}, total_chars=80), lost(0, 80)),
    ("a measure, no text", {"text": "", "repetition": 0.49}, lost(4900, 10_000)),
    (
        "a measure as printed, no text",
        {"text": "", "repetition": {"share": 0.25, "spans": []}},
        lost(2500, 10_000),
    ),
    ("a measure, text unknown", {"repetition": 0.49}, unknown("text_unknown", (4900, 10_000))),
    ("a measure that cannot be read", {"text": "", "repetition": "half"}, unknown("malformed")),
    ("no measure, no text", {"text": "", "repetition": ""}, unknown("nothing_to_judge")),
    ("no text", {"text": ""}, unknown("not_supplied")),
    ("text unreadable", {"text": 7}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_repetition(document, expected):
    assert judged("originality.repetition", document) == expected


def test_it_rests_on_the_later_copies():
    document = reading(total_chars=80, repeated_chars=40, repetition=(COPY,))
    assert finding("originality.repetition", document).basis == ("60-100",)
    assert finding("originality.repetition", {"text": "", "repetition": 0.5}).basis == ("/repetition",)


def test_a_text_pasted_twice():
    good, bad, of, _, _ = judged("originality.repetition", f"{FINNISH}\n\n{FINNISH}")
    assert good == bad == of // 2
