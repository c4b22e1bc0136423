"""Pages as content management systems write them: who wrote them, and when, and nobody else and at no other time.

Each file in `wild/` is an invented page. The comment that it begins with says where it was found, who its authors are
(none: no author may be reported) and on which day it was published; it is taken off before the page is read.
"""

from pathlib import Path

import pytest

from provenance.page.reader import read_page
from provenance.values.dates import days
from provenance.values.hosts import read_url

PAGES = sorted((Path(__file__).parent / "wild").glob("*.html"))
NAMED = frozenset({"person", "organisation"})


def read(path):
    """The truth at the head of a file, and the fields of the page behind it."""
    head, _, page = path.read_text("utf-8").removeprefix("<!--\n").partition("\n-->\n")
    truth = {key: value.strip() for key, _, value in (line.partition(":") for line in head.split("\n"))}
    content = page.encode(truth.get("charset", "utf-8"))
    return truth, read_page(content, url=read_url(truth["url"]))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_the_authors_are_all_there_and_nobody_else(path):
    truth, fields = read(path)
    expected = {name.strip() for name in truth["authors"].split(";")} - {""}
    assert {author.name for author in fields["authors"].values if author.kind in NAMED} == expected


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_the_day_is_right(path):
    truth, fields = read(path)
    published = fields["published"].first
    assert (days(published) if published else set()) >= {truth["published"]} - {""}
    assert bool(published) == bool(truth["published"])


def test_there_are_enough_of_them():
    assert len(PAGES) >= 40
