import pytest

from signals.tables import FINNISH, finding, judged, reading, says, spoken, unknown

SHE = {"text": "Ines Varga", "kind": "person", "rule": "last person"}


def some(*names):
    return [says("person", name) for name in names]


def quarters(good):
    """*good* of four, and the others lost."""
    return (good, 4 - good, 4, (good, 4), None)


TABLE = [
    ("four", spoken(*some("A", "B", "C", "D")), quarters(4)),
    ("more than four", spoken(*some("A", "B", "C", "D", "E", "F")), quarters(4)),
    (
        "organisations and documents too",
        spoken(says("person", "A"), says("organisation", "B"), says("document", "C")),
        quarters(3),
    ),
    ("one, four times", spoken(*some("A", "A", "a", "A")), quarters(1)),
    (
        "a pronoun is whom it stands for",
        spoken(says("person", "Ines Varga"), says("pronoun", "she", resolved=SHE)),
        quarters(1),
    ),
    (
        "roles, critics and nobody are not named",
        spoken(says("role"), says("collective"), says()),
        quarters(0),
    ),
    ("none", {"text": "", "attributions": []}, quarters(0)),
    ("none in the text", reading(), quarters(0)),
    ("a list, text unknown", {"attributions": some("A", "B")}, unknown("text_unknown", (2, 4))),
    ("an empty list, text unknown", {"attributions": []}, unknown("text_unknown")),
    (
        "a list that is not whole",
        {"text": "", "attributions": [*some("A", "B", "C", "D", "E"), 7]},
        unknown("malformed", (4, 4)),
    ),
    ("a bare text in another language", FINNISH, unknown("no_language")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_distinct_sources(document, expected):
    assert judged("attribution.distinct_sources", document) == expected


def test_it_rests_on_what_named_sources_say():
    assert finding("attribution.distinct_sources", spoken(says("role"), *some("A", "B"))).basis == (
        "20-24",
        "30-34",
    )
