import pytest

from provenance.text.facts import Attribution, Cue, Notice, Source, SourceKind
from signals.tables import FINNISH, NONE_TO_SHARE, finding, judged, reading, says, share, spoken, unknown


def withheld(name, at, kind="anonymous"):
    source = Source(at, at + 3, name, SourceKind(kind), name)
    return Attribution("indirect", "assert", 0, "r", source, Cue(at + 4, at + 8, "said"), None)


def reason(at, **more):
    return Notice(at, at + 9, "anonymity_explained", **more)


ONE, TWO = withheld("an official", 10), withheld("a clerk", 40)

TABLE = [
    ("one, explained", reading(attributions=(ONE,), notices=(reason(20),)), share(1, 0, 1)),
    ("one, not explained", reading(attributions=(ONE,)), share(0, 1, 1)),
    ("two, one explained", reading(attributions=(ONE, TWO), notices=(reason(20),)), share(1, 1, 2)),
    ("one, explained twice", reading(attributions=(ONE,), notices=(reason(20), reason(70))), share(1, 0, 1)),
    ("one who speaks twice", reading(attributions=(ONE, withheld("an official", 70))), share(0, 1, 1)),
    (
        "explained again, word for word",
        reading(attributions=(ONE, TWO), notices=(reason(20), reason(70, repeated=True))),
        share(1, 1, 2),
    ),
    (
        "another kind of note",
        reading(attributions=(ONE,), notices=(Notice(20, 29, "reply"),)),
        share(0, 1, 1),
    ),
    ("nobody is unnamed", reading(attributions=(withheld("Ines Varga", 10, "person"),)), NONE_TO_SHARE),
    ("nobody says anything", reading(), NONE_TO_SHARE),
    ("a list, no text", spoken(says("anonymous")), unknown("nothing_to_judge")),
    ("another language", {"text": FINNISH, "attributions": [says("anonymous")]}, unknown("no_language")),
    ("a list, text unknown", {"attributions": [says("anonymous")]}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_anonymity_explained(document, expected):
    assert judged("attribution.anonymity_explained", document) == expected


def test_it_rests_on_what_unnamed_sources_say():
    assert finding("attribution.anonymity_explained", reading(attributions=(ONE, TWO))).basis == (
        "14-18",
        "44-48",
    )
