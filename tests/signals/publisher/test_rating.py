import pytest

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Rating
from signals.tables import finding, judged, unknown

PLAIN = Rating("87.5", "Osterwick Media Watch", "0-100", "2026-05-01", "CC BY 4.0", "tarnmoor.example")


def rated(*ratings, complete=True):
    seen = tuple(Observation(r, Channel.REGISTRY, f"ratings.csv:{n}") for n, r in enumerate(ratings, 2))
    return Document("a", {"ratings": Field(seen, complete, None if complete else Why.URL_UNKNOWN)})


TABLE = [
    ("no list", Document("a", {}), unknown(Why.NOT_SUPPLIED)),
    ("address unknown", rated(complete=False), unknown(Why.URL_UNKNOWN)),
    ("in no list", rated(), unknown(Why.NOTHING_TO_JUDGE)),
    ("once", rated(PLAIN), (7, 1, 8, (7, 8), None)),
    ("at the bottom", rated(PLAIN._replace(rating="0")), (0, 1, 1, (0, 1), None)),
    ("at the top", rated(PLAIN._replace(rating="100")), (1, 0, 1, (1, 1), None)),
    ("in words", rated(PLAIN._replace(rating="Mixed", scale="low < mixed < high")), (1, 1, 2, (1, 2), None)),
    ("alike by two raters", rated(PLAIN, PLAIN._replace(rater="Press League")), (7, 1, 8, (7, 8), None)),
    ("differently by two raters", rated(PLAIN, PLAIN._replace(rater="Press League", rating="50")),
     (4, 1, 8, None, Why.UNDECIDED)),
    ("a list that contradicts itself", rated(PLAIN, PLAIN._replace(rating="0")), (0, 1, 8, None, Why.UNDECIDED)),
    ("rated anew", rated(PLAIN._replace(rating="0", date="2025-05-01"), PLAIN), (7, 1, 8, (7, 8), None)),
    ("undated beside dated", rated(PLAIN._replace(rating="50", date=""), PLAIN), (4, 1, 8, None, Why.UNDECIDED)),
    ("on no known scale", rated(PLAIN._replace(scale="stars")), unknown(Why.UNDECIDED)),
    ("half of it on a known scale", rated(PLAIN, PLAIN._replace(scale="")), unknown(Why.UNDECIDED)),
]  # fmt: skip


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_rating(document, expected):
    assert judged("publisher.rating", document) == expected


def test_everything_that_the_list_says_is_told():
    found = finding(
        "publisher.rating", rated(PLAIN, PLAIN._replace(rater="B", scale="", date="", licence=""))
    )
    assert found.note == (
        "tarnmoor.example is rated 87.5, on a scale that is not stated by B, undated; "
        "tarnmoor.example is rated 87.5 on 0-100 by Osterwick Media Watch, 2026-05-01 (CC BY 4.0)"
    )
    assert found.basis == ("ratings.csv:2", "ratings.csv:3")
