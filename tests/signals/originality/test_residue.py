import pytest

from provenance.text.facts import Residue
from signals.tables import CLEAR, FINNISH, RAISED, finding, judged, reading, unknown

TABLE = [
    ("a placeholder", reading(residue=(Residue(3, 20, "placeholder"),)), RAISED),
    ("none", reading(), CLEAR),
    ("none, in another language", FINNISH, CLEAR),
    ("no text", {"text": ""}, unknown("nothing_to_judge")),
    ("unreadable", {"text": 7}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_residue(document, expected):
    assert judged("originality.residue", document) == expected


def test_it_rests_on_the_passages():
    document = reading(residue=(Residue(30, 40, "form label"), Residue(3, 20, "placeholder")))
    assert finding("originality.residue", document).basis == ("3-20", "30-40")


def test_the_problem_example():
    text = "Meta description: Discover the best quays. [Insert keyword] H2: Why quays matter"
    assert judged("originality.residue", text) == RAISED
