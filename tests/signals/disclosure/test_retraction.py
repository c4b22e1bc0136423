import pytest

from signals.tables import FINNISH, NO, SETTING, YES, finding, judged, unknown

SAID = "This article has been retracted at the request of its authors. " + SETTING

TABLE = [
    ("in the title", {"title": "RETRACTED: Depth of the harbour"}, YES),
    ("in the text", SAID, YES),
    ("nowhere", {"title": "Depth of the harbour", "text": SETTING}, NO),
    ("nowhere, and no text", {"title": "Depth of the harbour", "text": ""}, NO),
    ("a story about a retraction", {"title": "Journal retracted study of harbours", "text": SETTING}, NO),
    ("words that nobody can read", {"title": "A", "text": FINNISH}, unknown("no_language")),
    ("text unknown", {"title": "A"}, unknown("not_supplied")),
    ("title unknown", {"text": SETTING}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_retraction(document, expected):
    assert judged("disclosure.retraction", document) == expected


def test_it_rests_on_title_and_text():
    assert finding("disclosure.retraction", {"title": "Withdrawn: A", "text": SAID}).basis == (
        "/title",
        "0-62",
    )


def test_what_says_so_again_is_not_needed():
    said = SAID.removesuffix(SETTING)
    assert finding("disclosure.retraction", f"{SAID}\n{said}").basis == ("0-62",)
