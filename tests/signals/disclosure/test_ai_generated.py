import pytest

from signals.tables import FINNISH, GERMAN, NO, SETTING, YES, finding, judged, unknown

SAID = "This article was translated with the help of AI and checked by an editor. " + SETTING
TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

TABLE = [
    ("a type", {"digitalSourceType": TYPE}, YES),
    ("a type that says that nothing was generated", {"source_type": "digitalCreation"}, YES),
    ("said in the text", SAID, YES),
    ("denied in the text", "No AI was used in writing this. " + SETTING, YES),
    (
        "said in German",
        {"source_type": "", "text": f"Dieser Text wurde mithilfe von KI übersetzt.\n{GERMAN}"},
        YES,
    ),
    ("nothing said in German", {"source_type": "", "text": GERMAN}, unknown("no_lexicon")),
    ("nothing said", {"source_type": "", "text": SETTING}, NO),
    (
        "machines are what the text is about",
        {"source_type": "", "text": SETTING + "Engineers trained an AI on it."},
        NO,
    ),
    ("others used them", {"source_type": "", "text": "AI was used to map the harbour. " + SETTING}, NO),
    ("nothing said, and no text", {"source_type": "", "text": ""}, NO),
    ("words that nobody can read", {"source_type": "", "text": FINNISH}, unknown("no_language")),
    ("type unknown", {"text": SETTING}, unknown("not_supplied")),
    ("text unknown", {"source_type": ""}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_ai_generated(document, expected):
    assert judged("disclosure.ai_generated", document) == expected


def test_the_type_is_named():
    found = finding("disclosure.ai_generated", {"digitalSourceType": TYPE, "text": SAID})
    assert (found.note, found.basis[0]) == ("trainedAlgorithmicMedia", "/digitalSourceType")
