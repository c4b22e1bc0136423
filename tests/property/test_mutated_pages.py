"""Broken pages: whatever is cut, spliced, overwritten or misread, the reader answers for every field.

`python -m benchmarks.hostile` does the same a thousand times over, and with pages of fifty megabytes.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.page import body, reader
from provenance.page.reader import METADATA, read_metadata, read_page
from provenance.reading import files
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/2024/02/03/rain")
PAGES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "unit/page/wild").glob("*.html"))]
CHARSETS = st.sampled_from(
    [None, "utf-8", "utf-16", "shift_jis", "iso-8859-1", "koi8-r", "utf-7", "none such"]
)
JUNK = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [b"\x00" * 9, b"<script>", b"<!--", b"<style", b'="', b"<svg>", b"&#999999999999;", b"]]>", b"<h1>"]
    ),
)


@st.composite
def mutated(draw):
    """A page with up to four things done to it."""
    page = draw(st.sampled_from(PAGES))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.integers(0, len(page))) for _ in range(2))
        page = draw(
            st.sampled_from(
                [
                    page[:end],  # truncated
                    page[start:],
                    page[:start] + page[end:],  # a piece lost
                    page[:end] + page[start:],  # a piece twice
                    page[:start] + draw(JUNK) + page[end:],  # overwritten
                    page[:start] + draw(st.sampled_from(PAGES))[start:],  # spliced
                ]
            )
        )
    return page


@given(mutated(), CHARSETS)
def test_a_broken_page_has_every_field(page, charset):
    fields = read_page(page, url=URL, charset=charset)
    assert set(METADATA) < set(fields)
    of_the_server_too = {"reservations"}  # which a page alone never settles
    assert all(fields[name].complete for name in METADATA if name not in of_the_server_too)


N = 20_000
HOSTILE = {
    "nested elements": "<div class=byline>" * N,
    "nested authors": '<span itemprop="author">' * N + "Jane Doe",
    "attributes without end": "<div "
    + " ".join(f'a{n}="{n}"' for n in range(N))
    + " class=author>Jane Doe</div>",
    "a tag that never ends": "<meta " + 'a="b" ' * N,
    "comments that never end": "<!-- " * N,
    "scripts that never end": "<script>" * N,
    "drawings that never end": "<svg>" * N,
    "a number no character has": f'<meta name="author" content="&#{"9" * N};">',
    "JSON-LD nested without end": f'<script type="application/ld+json">{"[" * N}</script>',
    "objects nested without end": '<script type="application/ld+json">' + '{"a":' * N + "</script>",
    "a number without end": f'<script type="application/ld+json">{{"@type":"Article","datePublished":{"9" * N}}}</script>',
    "an infinite number": '<script type="application/ld+json">{"@type":"Article","author":1e999}</script>',
    "a list without end": f'<script type="application/ld+json">[{",".join(["{}"] * N)}]</script>',
    "strings without end": f'<script type="application/ld+json">{{"a":"{chr(92) * N}</script>',
    "one who refers to the next": '<script type="application/ld+json">['
    + ",".join(f'{{"@type":"Article","@id":"#{n}","author":{{"@id":"#{n + 1}"}}}}' for n in range(N))
    + "]</script>",
    "nothing": "\x00" * N,
    "half characters": "\ud800<p>" * N,
    "tags that never end": "<meta itemprop='author' content=\"&amp;>" * N,
    "titles that never end": "<title>" * N,
    "headings of the site": "<h1 id=logo>" * N,
    "authors that never end": "<ul itemprop=author><br>" * N,
    "as many authors": "".join(f"<meta name=author content='Jane Doe{n}'>" for n in range(N)),
    "headings": "<title>Rain on the hill</title>" + "<h1>Sun in the valley" * N,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_has_every_field(page):
    assert tuple(read_metadata(page, url=URL)) == METADATA


def test_what_is_too_long_is_read_up_to_the_limit_and_says_so(monkeypatch):
    monkeypatch.setattr(reader, "LONGEST", 60)
    fields = read_page(b'<meta name="author" content="Jane Doe">' + b" " * 300 + b"<title>Rain</title>")
    assert [author.name for author in fields["authors"].values] == ["Jane Doe"]
    assert fields["title"].state.value == "unknown"
    assert fields["title"].problem == "only the first 60 characters of the page were read"


@pytest.mark.parametrize(("limit", "problem"), [("LONGEST", "characters"), ("_MOST_TAGS", "tags")])
def test_a_body_is_not_looked_for_without_bound(monkeypatch, limit, problem):
    pytest.importorskip("trafilatura")
    monkeypatch.setattr(body, limit, 3)
    assert f"more than 3 {problem}" in read_page("<p><b><i><u>Rain")["text"].problem


def test_a_file_that_no_page_is_as_long_as_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(files, "LARGEST_PAGE", 30)
    (tmp_path / "long.html").write_text("<p>" + "x" * 30)
    (tmp_path / "page.html").write_text("<p>Rain</p>")
    long, page = files.read_many(tmp_path)
    assert "more than 30 bytes" in str(long)
    assert page.id.endswith("page.html")
