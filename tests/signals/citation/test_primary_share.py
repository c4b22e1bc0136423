import pytest

from provenance.text.facts import TextCitation
from signals.tables import NONE_TO_SHARE, finding, judged, reading, share, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
LAW, PAPER, BLOG = "https://www.legislation.gov.uk/7", "doi:10.1234/x", "https://quays.org/17"


def citing(*links, citations=(), **more):
    return {"text": "", "citations": list(citations), "links": list(links), "url": HERALD, **more}


TABLE = [
    ("a law and a web page", citing(LAW, BLOG), share(1, 1, 2)),
    ("a study by its DOI", citing(citations=[PAPER]), share(1, 0, 1)),
    ("a book is not primary", citing(citations=["ISBN 978-0-306-40615-7"]), share(0, 1, 1)),
    (
        "a resolution named in the text",
        reading(citing(text="Some words."), citations=(TextCitation(1, 9, "resolution", "Resolution 2231"),)),
        share(1, 0, 1),
    ),
    (
        "a document named in the text",
        reading(citing(text="Some words."), citations=(TextCitation(1, 9, "document", "The Quay Report"),)),
        share(0, 1, 1),
    ),
    ("a reference in words", citing(citations=["Varga 2023"]), share(0, 1, 1)),
    ("its own, though primary", citing(LAW, url="https://www.legislation.gov.uk/a"), share(0, 1, 1)),
    ("nothing cited", citing(), NONE_TO_SHARE),
    ("address unknown", {"text": "", "citations": [], "links": [LAW, BLOG]}, (0, 1, 4, None, "url_unknown")),
    (
        "address unknown, a DOI",
        {"text": "", "citations": [PAPER], "links": [LAW]},
        share(1, 0, 2, why="url_unknown"),
    ),
    ("a list may be missing", {"text": "", "links": [LAW], "url": HERALD}, unknown("lists_unknown", (1, 1))),
    ("text unknown", {"citations": [], "links": [LAW, BLOG], "url": HERALD}, unknown("text_unknown", (1, 2))),
    ("links unknown", {"text": "", "citations": [PAPER]}, unknown("links_unknown", (1, 1))),
    ("nobody looked", {}, unknown("links_unknown")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_primary_share(document, expected):
    assert judged("citation.primary_share", document) == expected


def test_it_rests_on_the_others_first():
    assert finding("citation.primary_share", citing(LAW, BLOG)).basis == (
        "quays.org/17",
        "legislation.gov.uk/7",
    )
