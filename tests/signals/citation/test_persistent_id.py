import pytest

from provenance.text.facts import TextCitation
from signals.tables import NONE_TO_SHARE, finding, judged, reading, share, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
BLOG, ARCHIVED = "https://quays.org/17", "https://web.archive.org/web/2020/https://quays.org/17"


def citing(*links, citations=(), **more):
    return {"text": "", "citations": list(citations), "links": list(links), "url": HERALD, **more}


TABLE = [
    ("identifiers", citing(citations=["doi:10.1234/x", "ISBN 978-0-306-40615-7"]), share(2, 0, 2)),
    ("a page that an archive keeps, cited twice", citing(ARCHIVED, BLOG), share(1, 0, 1)),
    ("a link that resolves an identifier", citing("https://doi.org/10.1234/x"), share(1, 0, 1)),
    (
        "a wrong check digit",
        reading(
            citing(text="Some words."),
            citations=(TextCitation(1, 9, "isbn", "isbn:9780306406158", valid=False),),
        ),
        share(0, 1, 1),
    ),
    ("a reference in words", citing(citations=["Varga 2023"]), share(0, 1, 1)),
    ("nothing cited", citing(), NONE_TO_SHARE),
    (
        "a list may be missing",
        {"text": "", "links": [ARCHIVED], "url": HERALD},
        unknown("lists_unknown", (1, 1)),
    ),
    ("nobody looked", {}, unknown("links_unknown")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_persistent_id(document, expected):
    assert judged("citation.persistent_id", document) == expected


def test_it_rests_on_the_others_first():
    found = finding("citation.persistent_id", citing(BLOG, citations=["doi:10.1234/x"]))
    assert found.basis == ("quays.org/17", "doi:10.1234/x")
