import pytest

from signals.tables import NONE_TO_SHARE, finding, judged, share, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
WHOLE = {"author": "Ines Varga", "title": "The Lowmere quays", "date": "2023", "url": "https://quays.org/17"}
BARE = "https://quays.org/18"


def citing(*citations, links=(), **more):
    return {"text": "", "citations": list(citations), "links": list(links), "url": HERALD, **more}


TABLE = [
    ("author, title and date", citing(WHOLE), share(1, 0, 1)),
    ("two parts are enough", citing({"title": "The Lowmere quays", "pages": "4"}), share(1, 0, 1)),
    ("one part is not", citing({"title": "The Lowmere quays"}), share(0, 1, 1)),
    ("empty parts are none", citing({**WHOLE, "author": "", "date": None}), share(0, 1, 1)),
    ("a bare link", citing(WHOLE, BARE), share(1, 1, 2)),
    ("listed in full and linked again", citing(WHOLE, links=["https://www.quays.org/17"]), share(1, 0, 1)),
    ("its own", citing({**WHOLE, "url": "https://tarnmoor-herald.co.uk/b"}), share(0, 1, 1)),
    ("nothing cited", citing(), NONE_TO_SHARE),
    ("address unknown", {"text": "", "citations": [WHOLE], "links": []}, (0, 0, 3, None, "url_unknown")),
    ("a list may be missing", {"text": "", "links": [BARE], "url": HERALD}, unknown("lists_unknown", (0, 1))),
    ("nobody looked", {}, unknown("links_unknown")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_complete(record, expected):
    assert judged("citation.complete", record) == expected


def test_it_rests_on_the_incomplete_first():
    assert finding("citation.complete", citing(WHOLE, BARE)).basis == ("quays.org/18", "quays.org/17")
