import pytest

from provenance.text.facts import Claim, Support
from signals.tables import FINNISH, NONE_TO_SHARE, SETTING, finding, judged, reading, share, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
OWN = {"what": "link", "target": "https://tarnmoor-herald.co.uk/b"}
OTHER = {"what": "link", "target": "https://quays.org/17"}


def claim(support, *by, at=0):
    """A claim as a record gives it, with what supports it."""
    placed = [{"start": at + n, "end": at + n + 1, **what} for n, what in enumerate(by)]
    return {"start": at, "end": at + 9, "support": support, "by": placed}


def claiming(*claims, links=(), **more):
    """A record without text that brings claims, each at a place of its own, and all links."""
    return {
        "text": "",
        "links": list(links),
        "claims": [{**c, "start": 10 * n, "end": 10 * n + 9} for n, c in enumerate(claims, 1)],
        **more,
    }


INLINE, WEAK, NONE = claim("inline"), claim("weak"), claim("none")
PLACED, LOOSE = {"target": "https://quays.org/17", "start": 3, "end": 9}, "https://quays.org/17"

TABLE = [
    ("a source in the sentence", claiming(INLINE), share(1, 0, 1)),
    ("none, and every link is known", claiming(NONE), share(0, 1, 1)),
    ("a vague source counts as none", claiming(WEAK), share(0, 1, 1)),
    ("links whose place is known", claiming(NONE, links=[PLACED]), share(0, 1, 1)),
    ("two of four", claiming(INLINE, claim("reference", OTHER), NONE, WEAK, url=HERALD), share(2, 2, 4)),
    ("a link elsewhere", claiming(claim("reference", OTHER), url=HERALD), share(1, 0, 1)),
    ("a link to its own site", claiming(claim("reference", OWN), url=HERALD), share(0, 1, 1)),
    (
        "a link inside its own site",
        claiming(claim("reference", {"what": "link", "target": "/b"})),
        share(0, 1, 1),
    ),
    (
        "one link of its own, one elsewhere",
        claiming(claim("reference", OWN, OTHER), url=HERALD),
        share(1, 0, 1),
    ),
    (
        "a document without an address owns no link",
        claiming(claim("reference", OTHER), url=""),
        share(1, 0, 1),
    ),
    (
        "an identifier",
        claiming(claim("reference", {"what": "doi", "target": "doi:10.1234/x"})),
        share(1, 0, 1),
    ),
    ("a footnote", claiming(claim("reference", {"what": "footnote"})), share(1, 0, 1)),
    (
        "a named document",
        claiming(claim("reference", {"what": "document", "target": "The Quay Report"})),
        share(1, 0, 1),
    ),
    ("the author's own act", claiming(INLINE, claim("not_applicable")), share(1, 0, 1)),
    ("said again word for word", claiming(INLINE, {**NONE, "repeated": True}), share(1, 0, 1)),
    ("one claim twice", {"text": "", "links": [], "claims": [NONE, NONE]}, share(0, 1, 1)),
    (
        "in the text, with the author's own act and one that is said again",
        reading(
            {"links": []},
            claims=(
                Claim(0, 9, (), "inline"),
                Claim(10, 19, (), "not_applicable"),
                Claim(20, 29, (), "none", (), True),
            ),
        ),
        share(1, 0, 1),
    ),
    ("no claims", claiming(), NONE_TO_SHARE),
    ("whose link it is cannot be told", claiming(claim("reference", OTHER)), (0, 0, 3, None, "url_unknown")),
    (
        "where the link leads is not said",
        claiming(claim("reference", {"what": "link"}), url=HERALD),
        (0, 0, 3, None, "url_unknown"),
    ),
    (
        "what supports it is not said",
        claiming(claim("reference"), url=HERALD),
        (0, 0, 3, None, "url_unknown"),
    ),
    (
        "its own link, and one that leads nobody knows where",
        claiming(claim("reference", OWN, {"what": "link"}), url=HERALD),
        (0, 0, 3, None, "url_unknown"),
    ),
    (
        "one more address is possible",
        claiming(claim("reference", OTHER), url=[HERALD, "here"]),
        (0, 0, 3, None, "url_unknown"),
    ),
    ("links unknown", {"text": "", "claims": [INLINE, NONE]}, share(1, 0, 2, why="links_unknown")),
    ("links unknown, none supported", {"text": "", "claims": [NONE]}, (0, 0, 3, None, "links_unknown")),
    (
        "a link that could stand anywhere",
        claiming(INLINE, NONE, links=[LOOSE]),
        share(1, 0, 2, why="links_unknown"),
    ),
    (
        "read in the text",
        reading({"links": []}, claims=(Claim(0, 9, (), "inline"), Claim(9, 20, (), "none"))),
        share(1, 1, 2),
    ),
    (
        "read in the text, with a link",
        reading(
            {"url": HERALD},
            claims=(Claim(0, 9, (), "reference", (Support(1, 2, "link", "https://quays.org/"),)),),
        ),
        share(1, 0, 1),
    ),
    ("the text outweighs a plain answer", reading({"claims_cited": [3, 7]}), NONE_TO_SHARE),
    ("a list beside words that nobody can read", claiming(INLINE, text=FINNISH), share(1, 0, 1)),
    ("a bare text in another language", FINNISH, unknown("no_language")),
    ("a list, text unknown", {"claims": [INLINE, NONE]}, unknown("text_unknown", (1, 2))),
    ("a list that is not whole", claiming(INLINE) | {"claims": [INLINE, 7]}, unknown("malformed", (1, 1))),
    ("a list that cannot be read", {"text": "", "claims": 7}, unknown("malformed")),
    ("no text, no list", {"text": ""}, unknown("not_supplied")),
    ("a plain answer, no text", {"text": "", "claims_cited": [3, 7]}, share(3, 4, 7)),
    ("a plain no", {"text": "", "claims_cited": False}, share(0, 1, 1)),
    ("a plain answer, text unknown", {"claims_cited": [3, 7]}, unknown("text_unknown", (3, 7))),
    ("a plain answer that cannot be read", {"text": "", "claims_cited": "some"}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_claims_supported(document, expected):
    assert judged("citation.claims_supported", document) == expected


def test_a_link_to_an_affiliate_is_its_own():
    record = claiming(claim("reference", OTHER), url=HERALD)
    assert judged("citation.claims_supported", record, affiliates=["quays.org"]) == share(0, 1, 1)


def test_it_rests_on_the_unsupported_first():
    assert finding("citation.claims_supported", claiming(INLINE, NONE, WEAK)).basis == (
        "20-29",
        "30-39",
        "10-19",
    )
    unplaced = {"text": "", "links": [], "claims": [{"support": "inline"}]}
    assert finding("citation.claims_supported", unplaced).basis == ("/claims",)
    assert finding("citation.claims_supported", {"text": "", "claims_cited": True}).basis == (
        "/claims_cited",
    )


def test_the_examples():
    supported = (
        SETTING + "The harbour handled 41,000 containers in 2023, according to the Lowmere Port Trust."
    )
    unsupported = SETTING + "The harbour handled 41,000 containers in 2023, more than ever before."
    assert judged("citation.claims_supported", {"text": supported, "links": []})[0] == 1
    assert judged("citation.claims_supported", {"text": unsupported, "links": []})[0] == 0
    assert judged("citation.claims_supported", {"text": unsupported, "links": []})[1] >= 1
