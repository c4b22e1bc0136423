import pytest

from provenance.text.facts import Attribution, Cue, Source, SourceKind
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
ALL = spoken(
    says("person", "Ines Varga"),
    says("organisation", "Lowmere Port Trust"),
    says("document", "a survey of 2023"),
    says("role", "the harbour master"),
    says("pronoun", "she", resolved=SHE),
    says("collective", "critics"),
    says("anonymous", "a person familiar with the matter"),
    says("pronoun", "he"),
    says(),
)


def told(kind, at, **more):
    """A statement as the reader finds it."""
    source = Source(at, at + 3, "xyz", SourceKind(kind), f"xyz{at}")
    return Attribution("indirect", "assert", 0, "r", source, Cue(at + 4, at + 8, "said"), None, **more)


TABLE = [
    ("every kind of source", ALL, share(5, 4, 9)),
    ("a person", spoken(says("person")), share(1, 0, 1)),
    ("critics", spoken(says("collective")), share(0, 1, 1)),
    (
        "a pronoun that stands for critics",
        spoken(says("pronoun", resolved={**SHE, "kind": "collective"})),
        share(0, 1, 1),
    ),
    ("the writer's own words do not count", spoken(says("author"), says("person")), share(1, 0, 1)),
    (
        "what stands inside another's words does not count",
        spoken(says("person"), says("collective", depth=1)),
        share(1, 0, 1),
    ),
    (
        "wishes do not count",
        spoken(says("person"), {**says("collective"), "class": "stance"}),
        share(1, 0, 1),
    ),
    ("said again word for word", spoken(says("person"), says("person", repeated=True)), share(1, 0, 1)),
    ("one item twice", {"text": "", "attributions": [says("person"), says("person")]}, share(1, 0, 1)),
    ("nobody says anything", {"text": "", "attributions": []}, NONE_TO_SHARE),
    ("read in the text", reading(attributions=(told("person", 1), told("collective", 40))), share(1, 1, 2)),
    (
        "the text outweighs the list",
        reading(spoken(says("person"), text="Some words."), attributions=(told("role", 1),)),
        share(1, 0, 1),
    ),
    ("the text outweighs a plain answer", reading({"attributed": [5, 9]}), NONE_TO_SHARE),
    ("a list beside words that nobody can read", spoken(says("person"), text=FINNISH), share(1, 0, 1)),
    ("an empty list beside such words", {"attributions": [], "text": FINNISH}, unknown("no_language")),
    ("a bare text in another language", FINNISH, unknown("no_language")),
    (
        "a list, text unknown",
        {"attributions": [says("person"), says("collective")]},
        unknown("text_unknown", (1, 2)),
    ),
    ("an empty list, text unknown", {"attributions": []}, unknown("text_unknown")),
    (
        "a list that is not whole",
        {"text": "", "attributions": [says("person"), 7]},
        unknown("malformed", (1, 1)),
    ),
    ("a list that cannot be read", {"text": "", "attributions": 7}, unknown("malformed")),
    ("no text, no list", {"text": ""}, unknown("not_supplied")),
    ("text unreadable, no list", {"text": 7}, unknown("malformed")),
    ("a plain answer, no text", {"text": "", "attributed": [5, 9]}, share(5, 4, 9)),
    ("a plain yes", {"text": "", "attributed": True}, share(1, 0, 1)),
    (
        "a plain answer beside words that nobody can read",
        {"text": FINNISH, "attributed": [5, 9]},
        share(5, 4, 9),
    ),
    ("a plain answer, text unknown", {"attributed": [5, 9]}, unknown("text_unknown", (5, 9))),
    ("a plain answer about nothing", {"text": "", "attributed": [0, 0]}, NONE_TO_SHARE),
    ("a plain answer that cannot be read", {"text": "", "attributed": "many"}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_attributed_share(document, expected):
    assert judged("attribution.attributed_share", document) == expected


def test_it_rests_on_cues_those_without_a_source_first():
    found = finding(
        "attribution.attributed_share", spoken(says("person"), says("role"), says(), says("collective"))
    )
    assert found.basis == ("30-34", "40-44", "10-14", "20-24")


def test_a_statement_without_a_cue_stands_where_its_words_or_its_source_stand():
    quotation = {"source": None, "form": "direct", "content": {"start": 7, "end": 30}}
    named = {"source": {"kind": "person", "text": "Ines Varga", "start": 40, "end": 50}}
    nowhere = {"source": {"kind": "role", "text": "a clerk"}}
    found = finding("attribution.attributed_share", {"text": "", "attributions": [nowhere, named, quotation]})
    assert found.basis == ("7-30", "/attributions", "40-50")


def test_a_plain_answer_rests_on_itself():
    assert finding("attribution.attributed_share", {"text": "", "attributed": [5, 9]}).basis == (
        "/attributed",
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The quay was closed on Monday,” said harbour master Ines Varga.", share(1, 0, 1)),
        ("It is believed that the quay was closed for weeks.", share(0, 1, 1)),
    ],
)
def test_the_examples(sentence, expected):
    assert judged("attribution.attributed_share", SETTING + sentence) == expected
