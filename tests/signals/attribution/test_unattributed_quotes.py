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

OWNED, MIXED, LOST, INDIRECT = (
    says("person", form="direct"),
    says("role", form="mixed"),
    says(form="direct"),
    says(form="indirect"),
)

TABLE = [
    ("one of three has no speaker", spoken(OWNED, MIXED, LOST, INDIRECT), share(2, 1, 3, shown=1)),
    ("all have one", spoken(OWNED, MIXED), share(2, 0, 2, shown=0)),
    ("nothing is quoted", spoken(INDIRECT), NONE_TO_SHARE),
    ("nothing is quoted in the text", reading(), NONE_TO_SHARE),
    ("a list, text unknown", {"attributions": [OWNED, LOST]}, unknown("text_unknown", (1, 2))),
    ("nothing quoted, text unknown", {"attributions": [INDIRECT]}, unknown("text_unknown")),
    ("another language", {"text": FINNISH}, unknown("no_language")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_unattributed_quotes(document, expected):
    assert judged("attribution.unattributed_quotes", document) == expected


def test_it_rests_on_the_quotations_without_a_speaker_first():
    assert finding("attribution.unattributed_quotes", spoken(OWNED, LOST)).basis == ("20-24", "10-14")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The quay is closed,” said Ines Varga.", share(1, 0, 1, shown=0)),
        ("“The quay is closed.” The town waited.", share(0, 1, 1, shown=1)),
    ],
)
def test_the_examples(sentence, expected):
    assert judged("attribution.unattributed_quotes", SETTING + sentence) == expected
