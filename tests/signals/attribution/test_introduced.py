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
HE = says("pronoun", "He", flags=["unresolvable_pronoun"])
BRANDT = says("person", "Brandt", flags=["never_introduced"])
TRUST = {"text": "the trust", "kind": "organisation", "rule": "last name"}

TABLE = [
    ("a full name", spoken(says("person", "Ines Varga")), share(1, 0, 1)),
    ("a bare surname", spoken(BRANDT), share(0, 1, 1)),
    ("he, with nobody before him", spoken(HE), share(0, 1, 1)),
    (
        "two mentions of one person",
        spoken(says("person", "Ines Varga"), says("person", "INES VARGA")),
        share(1, 0, 1),
    ),
    ("one mention without a name is enough", spoken(says("person", "Brandt"), BRANDT), share(0, 1, 1)),
    (
        "he, three times",
        spoken(HE, HE, says("pronoun", "he", flags=["unresolvable_pronoun"])),
        share(0, 1, 1),
    ),
    ("he and she", spoken(HE, says("pronoun", "she", flags=["unresolvable_pronoun"])), share(0, 2, 2)),
    (
        "a pronoun that stands for one who was named",
        spoken(says("person", "Ines Varga"), says("pronoun", "she", resolved=SHE)),
        share(1, 0, 1),
    ),
    (
        "an organisation that a word stands for",
        spoken(says("organisation", "it", resolved=TRUST)),
        NONE_TO_SHARE,
    ),
    ("it, which stands for one", spoken(says("pronoun", "it", resolved=TRUST)), NONE_TO_SHARE),
    (
        "they, who stand for people",
        spoken(says("pronoun", "they", resolved={**TRUST, "kind": "collective"})),
        share(1, 0, 1),
    ),
    ("a person named He is not the pronoun", spoken(says("person", "he"), HE), share(1, 1, 2)),
    (
        "organisations, roles and nobody are not asked about",
        spoken(says("organisation"), says("role"), says()),
        NONE_TO_SHARE,
    ),
    ("nobody says anything in the text", reading(), NONE_TO_SHARE),
    (
        "a list, text unknown",
        {"attributions": [BRANDT, says("person", "Ines Varga")]},
        unknown("text_unknown", (1, 2)),
    ),
    ("roles only, text unknown", {"attributions": [says("role")]}, unknown("text_unknown")),
    ("another language", {"text": FINNISH}, unknown("no_language")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_introduced(document, expected):
    assert judged("attribution.introduced", document) == expected


def test_it_rests_on_those_who_were_not_introduced_first():
    found = finding(
        "attribution.introduced", spoken(says("person", "Ines Varga"), BRANDT, says("person", "Brandt"))
    )
    assert found.basis == ("20-24", "30-34", "10-14")


def test_the_problem_example():
    assert judged("attribution.introduced", SETTING + "He noted that the quay would reopen.") == share(
        0, 1, 1
    )
