import pytest

from signals.tables import (
    FINNISH,
    NONE_TO_SHARE,
    SETTING,
    finding,
    judged,
    reading,
    says,
    share,
    spoken,
    unknown,
)

TABLE = [
    (
        "critics, a withheld name, nobody",
        spoken(says("collective"), says("anonymous"), says()),
        share(0, 3, 3, shown=3),
    ),
    (
        "people, roles and pronouns are not vague",
        spoken(says("person"), says("role"), says("pronoun", "he")),
        share(3, 0, 3, shown=0),
    ),
    ("one of two", spoken(says("person"), says("collective")), share(1, 1, 2, shown=1)),
    ("nobody says anything", {"text": "", "attributions": []}, NONE_TO_SHARE),
    ("nobody says anything in the text", reading(), NONE_TO_SHARE),
    (
        "a list, text unknown",
        {"attributions": [says("collective"), says("role")]},
        unknown("text_unknown", (1, 2)),
    ),
    ("an empty list, text unknown", {"attributions": []}, unknown("text_unknown")),
    ("another language", {"text": FINNISH}, unknown("no_language")),
    (
        "a list that is not whole",
        {"text": "", "attributions": [says("role"), 7]},
        unknown("malformed", (0, 1)),
    ),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_vague(document, expected):
    assert judged("attribution.vague", document) == expected


def test_it_rests_on_the_vague_first():
    assert finding("attribution.vague", spoken(says("person"), says("collective"))).basis == (
        "20-24",
        "10-14",
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The engineer Tomas Okoro called the sea wall unsafe.", share(1, 0, 1, shown=0)),
        ("Experts say that the sea wall is unsafe.", share(0, 1, 1, shown=1)),
    ],
)
def test_the_examples(sentence, expected):
    assert judged("attribution.vague", SETTING + sentence) == expected
