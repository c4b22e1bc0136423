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

SHE = {"text": "Ines Varga", "kind": "person", "rule": "last person"}

TABLE = [
    (
        "person, organisation, document",
        spoken(says("person"), says("organisation"), says("document")),
        share(3, 0, 3),
    ),
    ("a role is not a name", spoken(says("person"), says("role")), share(1, 1, 2)),
    (
        "nor are critics, a withheld name or nobody",
        spoken(says("collective"), says("anonymous"), says()),
        share(0, 3, 3),
    ),
    ("a pronoun that resolves", spoken(says("pronoun", resolved=SHE)), share(1, 0, 1)),
    ("a pronoun that does not", spoken(says("pronoun", "he")), share(0, 1, 1)),
    ("nobody says anything", {"text": "", "attributions": []}, NONE_TO_SHARE),
    ("nobody says anything in the text", reading(), NONE_TO_SHARE),
    ("a plain answer says nothing of names", {"text": "", "attributed": [5, 9]}, unknown("not_supplied")),
    (
        "a list, text unknown",
        {"attributions": [says("person"), says("role")]},
        unknown("text_unknown", (1, 2)),
    ),
    ("another language", {"text": FINNISH}, unknown("no_language")),
    (
        "a list that is not whole",
        {"text": "", "attributions": [says("role"), 7]},
        unknown("malformed", (0, 1)),
    ),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_named_share(document, expected):
    assert judged("attribution.named_share", document) == expected


def test_it_rests_on_the_unnamed_first():
    found = finding("attribution.named_share", spoken(says("person"), says("role")))
    assert found.basis == ("20-24", "10-14")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“We lost two boats,” said Ines Varga, the harbour master.", share(1, 0, 1)),
        ("“We lost two boats,” said a dock worker.", share(0, 1, 1)),
    ],
)
def test_the_examples(sentence, expected):
    assert judged("attribution.named_share", SETTING + sentence) == expected
