import pytest

from provenance.text.facts import Notice
from signals.tables import FINNISH, NO, SETTING, YES, finding, judged, reading, unknown

TODAY = "2024-06-01"

TABLE = [
    ("modified", {"modified": "2024-02-14"}, TODAY, YES),
    ("modified, beside something unreadable", {"modified": ["2024-02-14", "then"]}, TODAY, YES),
    ("a note of correction", reading({}, notices=(Notice(3, 20, "correction"),)), TODAY, YES),
    (
        "a note of an update, whatever the dates",
        reading({"modified": "2031"}, notices=(Notice(3, 20, "update"),)),
        TODAY,
        YES,
    ),
    (
        "a note that only repeats another",
        reading({"modified": ""}, notices=(Notice(3, 20, "update", repeated=True),)),
        TODAY,
        NO,
    ),
    ("another kind of note", reading({"modified": ""}, notices=(Notice(3, 20, "reply"),)), TODAY, NO),
    ("never modified, no note", reading({"modified": ""}), TODAY, NO),
    ("never modified, no text", {"modified": "", "text": ""}, TODAY, NO),
    ("modified in the future, no text", {"modified": "2031-01-01", "text": ""}, TODAY, NO),
    ("nothing to compare with", {"modified": "2024-02-14"}, None, unknown("no_as_of")),
    ("in the year of the assessment", {"modified": "2024", "text": ""}, TODAY, unknown("undecided")),
    ("no date known, no note", reading({}), TODAY, unknown("not_supplied")),
    ("no date readable, no note", reading({"modified": "then"}), TODAY, unknown("malformed")),
    ("never modified, text unknown", {"modified": ""}, TODAY, unknown("not_supplied")),
    ("never modified, text unreadable", {"modified": "", "text": 7}, TODAY, unknown("malformed")),
    (
        "never modified, text in another language",
        {"modified": "", "text": FINNISH},
        TODAY,
        unknown("no_language"),
    ),
    ("nobody looked", {}, TODAY, unknown("not_supplied")),
]


@pytest.mark.parametrize(
    ("document", "as_of", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_history(document, as_of, expected):
    assert judged("date.history", document, as_of=as_of) == expected


def test_the_good_example():
    text = (
        SETTING
        + "Correction, 14 February 2024: an earlier version of this article misstated the depth of the harbour."
    )
    assert judged("date.history", text) == YES


def test_it_rests_on_dates_and_notes():
    document = reading(
        {"modified": ["2031", "2024-02-14"]}, notices=(Notice(30, 40, "update"), Notice(3, 20, "correction"))
    )
    assert finding("date.history", document, as_of=TODAY).basis == ("/modified/1", "3-20", "30-40")
