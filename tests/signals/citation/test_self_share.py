import pytest

from signals.tables import NONE_TO_SHARE, finding, judged, share, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
OWN, OTHER = "https://www.tarnmoor-herald.co.uk/b", "https://quays.org/17"


def citing(*links, citations=(), **more):
    return {"text": "", "citations": list(citations), "links": list(links), "url": HERALD, **more}


TABLE = [
    ("one of two", citing(OWN, OTHER), share(1, 1, 2, shown=1)),
    ("all", citing(OWN, "/c"), share(0, 2, 2, shown=2)),
    ("none", citing(OTHER, citations=["doi:10.1234/x"]), share(2, 0, 2, shown=0)),
    ("by one of two addresses", citing(OWN, url=[HERALD, "https://quays.org/"]), share(0, 1, 1, shown=1)),
    ("no address: only relative links are its own", citing(OWN, "/c", url=""), share(1, 1, 2, shown=1)),
    ("its own, repeated, counts once", citing(OWN, OWN, OTHER), share(1, 1, 2, shown=1)),
    ("nothing cited", citing(), NONE_TO_SHARE),
    ("address unknown", {"text": "", "citations": [], "links": [OTHER]}, (0, 0, 3, None, "url_unknown")),
    (
        "address unknown, a relative link",
        {"text": "", "citations": [], "links": [OTHER, "/c"]},
        share(0, 1, 2, shown=1, why="url_unknown"),
    ),
    (
        "one more address is possible",
        citing(OTHER, "/c", url=[HERALD, "here"]),
        share(0, 1, 2, shown=1, why="url_unknown"),
    ),
    (
        "a list may be missing",
        {"text": "", "links": [OWN, OTHER], "url": HERALD},
        unknown("lists_unknown", (1, 2)),
    ),
    ("nobody looked", {}, unknown("links_unknown")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_self_share(record, expected):
    assert judged("citation.self_share", record) == expected


def test_affiliates_are_its_own():
    assert judged("citation.self_share", citing(OWN, OTHER), affiliates=["quays.org"]) == share(
        0, 2, 2, shown=2
    )


def test_it_rests_on_its_own_first():
    assert finding("citation.self_share", citing("https://a.org/1", OWN)).basis == (
        "tarnmoor-herald.co.uk/b",
        "a.org/1",
    )
