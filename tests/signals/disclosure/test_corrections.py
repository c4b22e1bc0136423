import pytest

from signals.tables import FINNISH, NO, SETTING, YES, finding, judged, unknown

NOTE = "Correction: an earlier version gave the wrong year. " + SETTING

TABLE = [
    ("stated", {"correction": "The year was wrong."}, YES),
    (
        "stated as an object",
        {"correction": {"@type": "CorrectionComment", "text": "The year was wrong."}},
        YES,
    ),
    ("a note in the text", NOTE, YES),
    ("none", {"corrections": [], "text": SETTING}, NO),
    ("none, and no text", {"corrections": "", "text": ""}, NO),
    ("an update is no correction", {"corrections": [], "text": "Updated: on Monday. " + SETTING}, NO),
    ("words that nobody can read", {"corrections": [], "text": FINNISH}, unknown("no_language")),
    ("text unknown", {"corrections": []}, unknown("not_supplied")),
    ("a bare text without a note", SETTING, unknown("not_supplied")),
    ("unreadable", {"corrections": 7.5, "text": ""}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_corrections(document, expected):
    assert judged("disclosure.corrections", document) == expected


def test_it_rests_on_statement_and_note():
    assert finding("disclosure.corrections", {"correction": "It was.", "text": NOTE}).basis == (
        "/correction",
        "0-51",
    )
