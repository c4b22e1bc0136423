import pytest

from provenance.text.facts import TextCitation
from signals.tables import NO, YES, finding, judged, reading, unknown

MARKED, CLEAN = "https://quays.org/17?utm_source=chatgpt.com", "https://quays.org/17"


def printed(target):
    return (TextCitation(3, 40, "link", target),)


TABLE = [
    ("a link", {"links": [CLEAN, MARKED]}, YES),
    ("among other parameters", {"links": ["https://quays.org/17?a=1&utm_source=perplexity&b=2"]}, YES),
    ("in the text", reading(citations=printed(MARKED)), YES),
    ("in capitals", {"links": ["https://quays.org/17?UTM_SOURCE=x&utm_source=OpenAI"]}, YES),
    ("another referrer", {"links": ["https://quays.org/17?utm_source=newsletter"], "text": ""}, NO),
    (
        "a name that only begins alike",
        {"links": ["https://quays.org/17?utm_source=chatgpt.community"], "text": ""},
        NO,
    ),
    ("none in links and text", reading({"links": [CLEAN]}, citations=(*printed(CLEAN), *printed(None))), NO),
    ("text unknown", {"links": [CLEAN]}, unknown("text_unknown")),
    ("links unknown", reading(), unknown("not_supplied")),
    ("links unreadable", {"links": 7, "text": ""}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_ai_referred(document, expected):
    assert judged("citation.ai_referred", document) == expected


def test_it_rests_on_the_marked_links():
    found = finding("citation.ai_referred", reading({"links": [CLEAN, MARKED]}, citations=printed(MARKED)))
    assert found.basis == ("/links/1", "3-40")
