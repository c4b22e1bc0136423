import pytest

from signals.tables import FINNISH, NONE_TO_SHARE, finding, judged, reading, says, share, spoken, unknown

TABLE = [
    ("one of three", spoken(says("anonymous"), says("person"), says("collective")), share(2, 1, 3, shown=1)),
    ("all", spoken(says("anonymous")), share(0, 1, 1, shown=1)),
    ("none", spoken(says("person")), share(1, 0, 1, shown=0)),
    ("nobody says anything", reading(), NONE_TO_SHARE),
    (
        "a list, text unknown",
        {"attributions": [says("anonymous"), says("role")]},
        unknown("text_unknown", (1, 2)),
    ),
    ("another language", {"text": FINNISH}, unknown("no_language")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_anonymous_share(document, expected):
    assert judged("attribution.anonymous_share", document) == expected


def test_it_rests_on_the_unnamed_first():
    assert finding("attribution.anonymous_share", spoken(says("person"), says("anonymous"))).basis == (
        "20-24",
        "10-14",
    )
