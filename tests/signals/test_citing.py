"""One spelling for what is cited, however it is written: else one thing would count as two, and one's own as another's."""

import pytest

from provenance.citing import citation_from, citation_in_text, citation_of_support, citation_of_text
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
    assert found == Citation("reference", words.casefold(), words.casefold())


def test_a_string_without_words_cites_nothing():
    assert citation_of_text(" — ") is None


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (Support(0, 1, "footnote"), None),
        (Support(0, 1, "link", "/b"), Citation("link", "/b", "", own=True)),
        (Support(0, 1, "link", "https://quays.org/17"), PAGE),
        (Support(0, 1, "doi", "doi:10.1234/x"), Citation("doi", "doi:10.1234/x", "doi:10.1234")),
        (Support(0, 1, "document", "/b"), Citation("reference", "/b", "/b")),
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
