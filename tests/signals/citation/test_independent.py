from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.answering.origins import independent
from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Citation, CitedDocument
from provenance.text.facts import TextCitation
from signals.tables import FINNISH, finding, judged, reading, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
SIX = [f"https://site-{n}.org/" for n in range(6)]


def fifths(good, bad, why=None, shown=True):
    """*good* and *bad* of five."""
    return (good, bad, 5, (good, 5) if shown else None, None if why is None else Why(why))


def citing(*links, **more):
    """A record in which all that is cited is known."""
    return {"text": "", "citations": [], "links": list(links), "url": HERALD, **more}


TABLE = [
    ("six sites", citing(*SIX), fifths(5, 0)),
    ("two sites", citing(*SIX[:2]), fifths(2, 3)),
    (
        "three pages of one site",
        citing("https://quays.org/1", "https://www.quays.org/2", "https://news.quays.org/3"),
        fifths(1, 4),
    ),
    (
        "one page in four spellings",
        citing(
            "https://quays.org/1",
            "http://www.quays.org/1/",
            "https://quays.org/1#top",
            "https://quays.org/1?utm_source=x",
        ),
        fifths(1, 4),
    ),
    ("only its own site", citing("https://tarnmoor-herald.co.uk/b", "/c"), fifths(0, 5)),
    ("nothing", citing(), fifths(0, 5)),
    (
        "registrants of identifiers",
        citing(citations=["doi:10.1234/a", "doi:10.1234/b", "doi:10.5678/c", "ISBN 978-0-306-40615-7"]),
        fifths(3, 2),
    ),
    ("references in words", citing(citations=["Varga 2023", "varga  2023", "Okoro 2021"]), fifths(2, 3)),
    ("its own site, written without a scheme", citing(citations=["tarnmoor-herald.co.uk/b"]), fifths(0, 5)),
    (
        "another site, written without a scheme",
        citing("https://quays.org/17", citations=["quays.org/18"]),
        fifths(1, 4),
    ),
    (
        "in the text",
        reading(
            citing("https://quays.org/1", text="Some words."),
            citations=(TextCitation(1, 9, "link", "https://court.net/7"),),
        ),
        fifths(2, 3),
    ),
    (
        "a bare footnote mark names nothing",
        reading(citing(text="Some words."), citations=(TextCitation(1, 2, "footnote", None),)),
        fifths(0, 5),
    ),
    ("in a text that nobody can read", citing(SIX[0], text=FINNISH), fifths(1, 4)),
    ("more links are possible", citing(SIX[0]) | {"links": [SIX[0], 7]}, fifths(1, 0, "links_unknown")),
    ("text unknown", {"links": SIX[:2], "citations": [], "url": HERALD}, fifths(2, 0, "text_unknown")),
    ("a list may be missing", {"links": SIX[:2], "text": "", "url": HERALD}, fifths(2, 0, "lists_unknown")),
    ("address unknown", {"links": SIX[:2], "text": "", "citations": []}, fifths(0, 3, "url_unknown")),
    (
        "address unknown, an identifier cited",
        {"links": SIX[:2], "text": "", "citations": ["doi:10.1234/a"]},
        fifths(1, 2, "url_unknown"),
    ),
    (
        "address unknown, six sites",
        {"links": SIX, "text": "", "citations": []},
        fifths(0, 0, "url_unknown", shown=False),
    ),
    ("no address", citing(*SIX[:2], url=""), fifths(2, 3)),
    ("nobody looked", {}, unknown("links_unknown")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_independent(document, expected):
    assert judged("citation.independent", document) == expected


def test_affiliates_are_its_own():
    assert judged("citation.independent", citing(*SIX[:2]), affiliates=["site-0.org"]) == fifths(1, 4)
    assert judged(
        "citation.independent", citing("doi:10.1234/a", *SIX[:2], links=SIX[:2]), affiliates=["site-0.org"]
    ) == fifths(1, 4)


def test_it_rests_on_the_sites():
    assert finding(
        "citation.independent", citing("https://quays.org/2", "https://court.net/1", "/b")
    ).basis == ("court.net", "quays.org")


# --- beside an index --------------------------------------------------------------------------------------------------


def beside(record, alike):
    """The document of *record*, beside an index in which each target has the same text as those listed for it."""
    found = tuple(CitedDocument(target, target, tuple(others)) for target, others in sorted(alike.items()))
    observations = tuple(Observation(each, Channel.CORPUS, f"corpus:cites:{each.document}") for each in found)
    return Document.from_record(record).with_field("cited_documents", Field(observations, True))


A, B, C, D, E, F = (f"site-{n}.org" for n in range(6))


@pytest.mark.parametrize(
    ("alike", "expected"),
    [
        ({A: (), B: ()}, fifths(3, 2)),
        ({A: (B,), B: (A,)}, fifths(2, 3)),
        ({A: (B, C), B: (A, C), C: (A, B)}, fifths(1, 4)),
        ({A: (B, C), B: (A,), C: (A,)}, fifths(2, 3)),  # a page that joins two texts makes them no copies
        ({A: ("elsewhere.org",)}, fifths(3, 2)),
    ],
)
def test_versions_of_one_text_are_one_source(alike, expected):
    assert judged("citation.independent", beside(citing(*SIX[:3]), alike)) == expected


def test_the_one_that_resembles_the_fewest_is_not_always_of_the_largest_choice():
    alike = {A: (B, C), B: (A, F), C: (A, E), D: (E, F), E: (C, D, F), F: (B, D, E)}
    assert judged("citation.independent", beside(citing(*SIX), alike)) == fifths(3, 2)  # B, C and D


PAGES = [f"{site}/{page}" for site in "abcd" for page in (1, 2)]
PAIRS = st.lists(st.sampled_from(list(combinations(PAGES, 2))), max_size=14)


@given(st.lists(st.sampled_from(PAGES), unique=True), PAIRS, st.sampled_from(PAGES))
def test_the_largest_choice_is_counted_and_one_more_never_makes_fewer(cited, pairs, more):
    alike = {page: [b if a == page else a for a, b in pairs if page in (a, b)] for page in PAGES}
    document = beside({}, alike)

    def expected(pages):
        touching = {*pairs, *(pair for pair in combinations(PAGES, 2) if pair[0][0] == pair[1][0])}
        return max(
            size
            for size in range(6)
            for chosen in combinations(sorted(pages), size)
            if touching.isdisjoint(combinations(chosen, 2))
        )

    def counted(pages):
        return independent([Citation("link", page, page[0]) for page in pages], document, 5)

    assert counted(cited) == expected(cited)
    assert counted(cited) <= counted({*cited, more})
