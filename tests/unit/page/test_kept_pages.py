"""Copies of archive.today: what is the page's own, and what the archive has put around it."""

from provenance.page.kept import own_part
from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url

TEXT = "<p>" + "Rain fell on the hill and on the plain, and nobody had an umbrella. " * 4 + "</p>"
COPY = (
    '<html><head><title>Rain on the hill | Tarnmoor Herald</title><meta property="og:site_name" content="archive.ph">'
    '<meta property="article:published_time" content="2024-04-12T07:01:44Z" itemprop="dateCreated">'
    '<link rel="canonical" href="https://archive.ph/2024.04.12-070144/https://tarnmoor.example/rain"></head><body>'
    '<div id="HEADER">Saved from <time itemprop="pubdate" datetime="2024-04-12T07:01:44Z">12 Apr 2024</time></div>'
    f'<div id="CONTENT"><h1>Rain on the hill</h1><div>By Jane Doe</div><div>3 February 2024</div>{TEXT}</div></body></html>'
)


def test_what_the_archive_says_is_not_what_the_page_says():
    fields = read_metadata(COPY, url=read_url("https://archive.ph/aB1c2"))
    assert [author.name for author in fields["authors"].values] == ["Jane Doe"]
    assert [date.value for date in fields["published"].values] == ["2024-02-03"]
    assert fields["publisher"].values == ()
    assert [url.text for url in fields["canonical"].values] == ["https://tarnmoor.example/rain"]


def test_what_is_left_stands_where_it_stood():
    own = own_part(COPY)
    assert len(own) == len(COPY)
    assert all(a in (b, " ") for a, b in zip(own, COPY, strict=True))
    assert "Rain on the hill | Tarnmoor Herald" in own
    assert "12 Apr 2024" not in own


def test_other_pages_are_whole():
    for page in (
        "",
        COPY.replace("CONTENT", "BODY"),
        COPY.replace("rel=", "rev="),
        COPY.replace("archive.ph", "x.ph"),
    ):
        assert own_part(page) is page


def test_a_short_address_does_not_say_whose_page_it_is():
    host = read_url("https://archive.ph/aB1c2").host
    assert (host.kind, host.flags) == ("platform", ("no_tenant",))
