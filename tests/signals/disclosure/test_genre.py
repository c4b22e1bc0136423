import pytest

from signals.tables import NO, YES, finding, judged, unknown

TABLE = [
    ("a type", {"@type": "OpinionNewsArticle"}, YES),
    ("a type as an address", {"genre": "https://schema.org/SatiricalArticle"}, YES),
    ("a genre among several", {"genre": ["Harbours", "Analysis"]}, YES),
    ("a section", {"section": "Kommentar"}, YES),
    ("a section, and a genre that nobody knows", {"section": "Opinion", "genre": 7.5}, YES),
    ("labels that name no kind", {"@type": "Article", "section": "Harbours"}, NO),
    ("nobody looked for the section", {"@type": "Article"}, unknown("not_supplied")),
    ("unreadable", {"genre": 7.5, "section": ""}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_genre(record, expected):
    assert judged("disclosure.genre", record) == expected


def test_the_kinds_are_named():
    found = finding(
        "disclosure.genre", {"@type": ["NewsArticle", "ClaimReview"], "section": "Press releases"}
    )
    assert (found.note, found.basis) == (
        "fact check, news, press release",
        ("/@type/0", "/@type/1", "/section"),
    )
