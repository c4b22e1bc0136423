"""The words of a page and the links in them; trafilatura is stood in for where it is not installed."""

import sys
import types
import xml.etree.ElementTree as ET

import pytest

from provenance.evidence import State, Why
from provenance.page.body import NEEDS_EXTRA, NOT_FOUND, read_body
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/rain")


def extracting(monkeypatch, body):
    def bare_extraction(page, **options):
        if isinstance(body, Exception):
            raise body
        assert options["date_extraction_params"]["max_date"]
        return types.SimpleNamespace(body=None if body is None else ET.fromstring(f"<body>{body}</body>"))

    monkeypatch.setitem(sys.modules, "trafilatura", types.SimpleNamespace(bare_extraction=bare_extraction))


def test_without_the_extra_the_body_is_unknown_and_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    for field in read_body("<p>Rain", URL):
        assert field.state is State.UNKNOWN
        assert field.problem == NEEDS_EXTRA
        assert "provenance-credibility[html]" in field.problem


BODIES = [
    ("paragraphs", "<head>Rain</head><p>It fell.</p><p>It fell again.</p>", "Rain\nIt fell.\nIt fell again."),
    ("words in between", "<p>It <hi>fell</hi>, and <hi>fell</hi>.</p>tail", "It fell, and fell.\ntail"),
    ("white space", "<p>  It\n  fell </p><p> </p><p>again</p>", "It fell\nagain"),
    ("lists", "<list><item>rain</item><item>snow</item></list>", "rain\nsnow"),
    ("line breaks", "<p>rain<lb/>snow</p>", "rain\nsnow"),
    ("cells", "<table><row><cell>Rain</cell><cell>40</cell></row></table>", "Rain\n40"),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_text(monkeypatch, body, expected):
    extracting(monkeypatch, body)
    text, links = read_body("<p>", URL)
    assert text.first == expected
    assert text.complete
    assert links.complete


LINKS = [
    ('<p>See <ref target="/a">the report</ref>.</p>', [("https://tarnmoor.example/a", "the report")]),
    (
        '<p>One</p><p>See <ref target="https://other.example/b"> the other </ref>, too</p>',
        [("https://other.example/b", "the other")],
    ),
    (
        '<p><ref target="https://a.example/">a</ref> and <ref target="https://b.example/">b</ref></p>',
        [("https://a.example/", "a"), ("https://b.example/", "b")],
    ),
    ('<p>Mail <ref target="mailto:jane@tarnmoor.example">Jane</ref></p>', []),
    ("<p>See <ref>nothing</ref></p>", []),
    ('<p><ref target="https://a.example/"></ref>Rain</p>', [("https://a.example/", None)]),
]


@pytest.mark.parametrize(("body", "expected"), LINKS)
def test_links_with_their_places(monkeypatch, body, expected):
    extracting(monkeypatch, body)
    text, links = read_body("<p>", URL)
    assert [
        (link.target, text.first[link.start : link.end] if link.start >= 0 else None) for link in links.values
    ] == expected


def test_a_link_over_several_lines_has_its_place(monkeypatch):
    extracting(monkeypatch, '<p>See <ref target="https://a.example/">the<lb/>report</ref>.</p>')
    text, links = read_body("<p>", URL)
    assert text.first == "See the\nreport."
    assert text.first[links.first.start : links.first.end] == "the\nreport"


def test_a_block_of_very_many_elements_is_answered(monkeypatch):
    extracting(monkeypatch, "<p>" + "<hi>rain</hi> and <ref target='/a'>snow</ref>, " * 100_000 + "</p>")
    text, links = read_body("<p>", URL)
    assert text.first == "rain and snow, " * 99_999 + "rain and snow,"
    assert len(links.values) == 5_000
    assert not links.complete


@pytest.mark.parametrize("body", [None, "", "<p> </p>"])
def test_a_page_in_which_no_text_is_found_is_unknown_not_empty(monkeypatch, body):
    extracting(monkeypatch, body)
    text, links = read_body("<p>", URL)
    assert text.state is links.state is State.UNKNOWN
    assert text.problem == NOT_FOUND


def test_an_extractor_that_cannot_be_loaded_is_not_called_missing(monkeypatch, tmp_path):
    (tmp_path / "trafilatura.py").write_text(
        "raise ImportError('lxml.html.clean is\\nanother project', name='lxml')"
    )
    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    text, _ = read_body("<p>", URL)
    assert text.problem == "trafilatura is installed and cannot be loaded: lxml.html.clean is another project"


def test_a_failure_of_the_extractor_is_not_ours(monkeypatch):
    extracting(monkeypatch, ZeroDivisionError("oh"))
    text, _ = read_body("<p>", URL)
    assert text.why is Why.NOT_SHOWN
    assert "ZeroDivisionError" in text.problem


def test_a_page_that_is_too_long_is_not_given_to_the_extractor(monkeypatch):
    extracting(monkeypatch, "<p>rain</p>")
    monkeypatch.setattr("provenance.page.body.LONGEST", 10)
    assert read_body("<p>" + "rain" * 10, URL)[0].state is State.UNKNOWN


def test_the_real_extractor_if_it_is_there():
    pytest.importorskip("trafilatura")
    words = "Rain fell on the hill and on the plain, and nobody had brought an umbrella along. " * 5
    text, links = read_body(
        f'<html><body><article><h1>Rain</h1><p>{words}</p><p>{words} See <a href="/report">the report</a>.</p></article></body></html>',
        URL,
    )
    assert "nobody had brought an umbrella" in text.first
    assert [link.target for link in links.values] == ["https://tarnmoor.example/report"]
