import pytest

from provenance.text.facts import Span
from signals.tables import CLEAR, RAISED, finding, judged, reading, unknown

HIDDEN, PLAIN = "The har\u200bbour reopened", "The harbour reopened"

TABLE = [
    ("in the title", {"title": HIDDEN}, RAISED),
    ("in the text", reading(invisible=(Span(7, 8),)), RAISED),
    ("in the text, as it is read", {"text": f"{HIDDEN} on Monday.", "title": PLAIN}, RAISED),
    ("in one of two titles", {"title": [PLAIN, HIDDEN]}, RAISED),
    ("in neither", reading({"title": PLAIN}), CLEAR),
    ("an accent is not hidden", reading({"title": "The café reopened"}), CLEAR),
    (
        "a joiner inside an emoji is not hidden",
        reading({"title": "A family \U0001f468\u200d\U0001f469\u200d\U0001f467 on the quay"}),
        CLEAR,
    ),
    ("in the title, and there is no text", {"title": PLAIN, "text": ""}, CLEAR),
    ("neither title nor text", {"title": "", "text": ""}, unknown("nothing_to_judge")),
    ("not in the text, title unknown", reading(), unknown("not_supplied")),
    ("not in the title, text unknown", {"title": PLAIN}, unknown("not_supplied")),
    ("text unreadable", {"title": PLAIN, "text": 7}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_hidden_text(document, expected):
    assert judged("integrity.hidden_text", document) == expected


def test_it_rests_on_titles_and_passages():
    document = reading({"title": [PLAIN, HIDDEN]}, invisible=(Span(7, 8),))
    assert finding("integrity.hidden_text", document).basis == ("/title/1", "7-8")
