"""Pages as documents: files, and records that bring a page along."""

import pytest

import provenance
from provenance.document import Document
from provenance.errors import InputError
from provenance.evidence import State, Why
from provenance.page.reader import LONGEST, read_metadata, read_page
from provenance.reading.html import read_html

PAGE = '<title>Rain on the hill</title><meta name="author" content="Jane Doe"><p>Rain.'


def test_a_page_is_a_document():
    document = read_html(PAGE, url="https://tarnmoor.example/2024/02/03/rain", id="a")
    assert document.id == "a"
    assert document.authors.first.name == "Jane Doe"
    assert document.published.first.value == "2024-02-03"
    assert document.url.first.site == "tarnmoor.example"
    assert document.publisher.state is State.ABSENT
    assert document.has_author.state is State.ABSENT


def test_bytes_and_their_characters_say_the_same():
    page = '<meta charset="windows-1252"><meta name="author" content="Jürgen Müßig">'
    assert read_html(page.encode("cp1252")).authors == read_html(page).authors


def test_without_an_address_it_is_unknown_whose_page_it_is():
    assert read_html(PAGE).url.state is State.UNKNOWN


def test_the_digest_is_of_the_bytes():
    assert read_html(PAGE).digest == read_html(PAGE.encode()).digest != read_html(PAGE + " ").digest


@pytest.mark.parametrize(
    ("content", "url"), [(None, ""), (5, ""), (PAGE, "no address"), (PAGE, "ftp://tarnmoor.example/")]
)
def test_what_cannot_be_read_is_an_input_error(content, url):
    with pytest.raises(InputError):
        read_html(content, url=url)


def test_a_record_with_a_page_says_what_both_say():
    record = {
        "id": "a",
        "url": "https://tarnmoor.example/2024/02/03/rain",
        "authors": ["John Roe"],
        "html": PAGE,
    }
    document = Document.from_record(record)
    assert [(o.value.name, o.at) for o in document.authors.observations] == [
        ("John Roe", "/authors/0"),
        ("Jane Doe", "meta:author"),
    ]
    assert document.published.first.value == "2024-02-03"
    assert document.authors.complete
    assert document.publisher.state is State.ABSENT


def test_a_record_keeps_its_own_text():
    document = Document.from_record({"text": "Rain fell.", "html": PAGE})
    assert [o.at for o in document.text.observations] == ["/text"]


@pytest.mark.parametrize("html", ["", "  \n"])
def test_no_page_says_nothing(html):
    assert Document.from_record({"html": html}).authors.state is State.UNKNOWN


@pytest.mark.parametrize("html", [5, ["<p>"], {"a": 1}, True])
def test_a_page_that_is_no_string_is_malformed(html):
    document = Document.from_record({"html": html, "title": "Rain"})
    assert document.authors.why is Why.MALFORMED
    assert document.title.first == "Rain"


def test_a_page_that_is_not_read_to_its_end_is_not_complete(monkeypatch):
    monkeypatch.setattr("provenance.page.reader.LONGEST", 100)
    fields = read_metadata(PAGE + " " * 100)
    assert fields["authors"].observations
    assert not fields["publisher"].complete
    assert "100" in fields["publisher"].problem
    assert LONGEST > 1_000_000


def test_every_field_that_a_page_can_show():
    assert set(read_page(PAGE)) == {
        "title", "authors", "publisher", "published", "modified", "language", "canonical", "license", "section", "policies", "genre", "source_type", "corrections", "reservations", "text", "links", "citations",
    }  # fmt: skip


KEPT = [
    "https://web.archive.org/web/20210102030405/https://www.tarnmoor-herald.co.uk/2019/03/04/rain",
    "https://www-tarnmoor--herald-co-uk.cdn.ampproject.org/c/s/www.tarnmoor-herald.co.uk/2019/03/04/rain",
]


@pytest.mark.parametrize("address", KEPT)
def test_a_page_that_others_keep_is_its_publishers(address):
    page = f'<link rel="canonical" href="{address}"><meta property="og:site_name" content="Tarnmoor Herald"><p>Rain'
    document = read_html(page, url=address)
    record = Document.from_record({"id": "a", "url": address, "html": page})
    for read in (document, record):
        assert {url.host.site for url in (*read.url.values, *read.canonical.values)} == {
            "tarnmoor-herald.co.uk"
        }
        assert [date.value for date in read.published.values] == ["2019-03-04"]
        assert provenance.score(read).features["publisher.confirmed"] == 1.0
