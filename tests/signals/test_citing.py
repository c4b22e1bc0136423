"""One spelling for what is cited, however it is written: else one thing would count as two, and one's own as another's."""

import pytest

from provenance.citing import citation_from, citation_in_text, citation_of_support, citation_of_text, folded
from provenance.fields import Citation
from provenance.text.facts import Support, TextCitation

PAGE = Citation("link", "quays.org/17", "quays.org")

ONE_PAGE = [
    "https://quays.org/17",
    "http://www.quays.org/17/",
    "https://quays.org/17#quay",
    "https://quays.org/17?utm_source=mail&utm_medium=x",
    "quays.org/17",
    "www.quays.org/17",
]


@pytest.mark.parametrize("spelling", ONE_PAGE)
def test_one_page_is_one_citation(spelling):
    assert citation_of_text(spelling) == PAGE


@pytest.mark.parametrize(
    "words",
    [
        "Varga 2023",
        "report.docx",
        "e.g.",
        "nora@quays.org",
        "example.test/a",
        "localhost",
        "see quays.org/17",
        "a." + "b" * 5000,
    ],
)
def test_what_is_no_address_is_a_reference_in_words(words):
    found = citation_of_text(words)
    assert found == Citation("reference", folded(words), folded(words))


def test_a_string_without_words_cites_nothing():
    assert citation_of_text(" — ") is None


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (Support(0, 1, "footnote"), None),
        (Support(0, 1, "link", "/b"), Citation("link", "/b", "", own=True)),
        (Support(0, 1, "link", "https://quays.org/17"), PAGE),
        (Support(0, 1, "doi", "doi:10.1234/x"), Citation("doi", "doi:10.1234/x", "doi:10.1234")),
        (Support(0, 1, "document", "/b"), Citation("reference", "b", "b")),
    ],
)
def test_what_supports_a_claim(support, expected):
    assert citation_of_support(support) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (TextCitation(0, 1, "footnote", None), None),
        (TextCitation(0, 1, "link", "quays.org/17"), PAGE),
        (
            TextCitation(0, 1, "document", "The Quay Report"),
            Citation("document", "the quay report", "the quay report"),
        ),
        (TextCitation(0, 1, "doi", "doi:10.1234/x"), Citation("doi", "doi:10.1234/x", "doi:10.1234")),
        (TextCitation(0, 1, "isbn", "quay", valid=False), Citation("isbn", "quay", "quay", valid=False)),
    ],
)
def test_what_stands_in_the_text(found, expected):
    assert citation_in_text(found) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("quays.org/17", PAGE),
        ({"url": "https://quays.org/17", "author": "V", "year": 2023}, PAGE._replace(parts=2)),
        ({"doi": "10.1234/x"}, Citation("doi", "doi:10.1234/x", "doi:10.1234")),
        ({"title": "—", "name": "The Quays"}, Citation("reference", "the quays", "the quays", parts=1)),
        ({"url": "", "title": 7}, None),
        ({}, None),
        (7, None),
    ],
)
def test_what_a_record_gives(item, expected):
    assert citation_from(item) == expected


@pytest.mark.parametrize(
    "other",
    [
        "http://quays.org/17",
        "https://www.quays.org:443/17/",
        "https://reader@quays.org/17#top",
        "https://quays.org//17/./",
        "https://quays.org/x/../%31%37",
        "https://quays.org/17?utm_source=a&UTM_CAMPAIGN=b&fbclid=c",
        "https://quays.org/17/index.html?",
        "<https://quays.org/17>",
        "quays.org/17",
        "https://web.archive.org/web/20200102030405/https://quays.org/17",
    ],
)
def test_one_page_has_one_spelling(other):
    found = citation_of_text(other)
    assert (found.target, found.site) == (PAGE.target, PAGE.site)


def test_the_order_of_parameters_does_not_matter():
    assert (
        citation_of_text("https://quays.org/a?x=1&y=2").target
        == citation_of_text("https://quays.org/a?y=2&x=1").target
    )


@pytest.mark.parametrize(
    "other", ["https://doi.org:443/10.1234/x", "https://a@doi.org/10.1234/x", "DOI:10.1234/X"]
)
def test_one_identifier_has_one_spelling(other):
    assert citation_of_text(other).target == "doi:10.1234/x"


@pytest.mark.parametrize(
    "other",
    ["KERR, A. (2019): Bolts", "Kerr A 2019  bolts.", "Kerr, A. 2019, “Bolts”", "Ke\u00adrr, A. 2019: Bolts"],
)
def test_one_reference_has_one_spelling(other):
    assert citation_of_text(other).target == "kerr a 2019 bolts"
