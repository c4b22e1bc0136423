"""What a page discloses beside its metadata, and what it cannot show."""

import gzip

import pytest

from provenance import read_html, read_many
from provenance.evidence import Channel, State, Why

PAGE = """<html><head><title>A bridge</title>
<meta name="robots" content="index, noai"><meta name="tdm-reservation" content="1"><meta name="genre" content="Column">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": ["NewsArticle", "OpinionNewsArticle"],
"headline": "A bridge", "genre": "Harbours", "digitalSourceType": "https://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
"correction": {"@type": "CorrectionComment", "text": "The year was wrong."}}</script></head><body><p>A</p></body></html>"""


def said(document, name):
    return [(o.value, o.channel) for o in document.field(name).observations]


def test_what_is_declared():
    page = read_html(PAGE)
    assert said(page, "genre") == [
        ("NewsArticle", Channel.JSON_LD),
        ("OpinionNewsArticle", Channel.JSON_LD),
        ("Column", Channel.META),
    ]
    assert said(page, "source_type") == [
        ("https://cv.iptc.org/newscodes/digitalsourcetype/humanEdits", Channel.JSON_LD)
    ]
    assert said(page, "corrections") == [("The year was wrong.", Channel.JSON_LD)]
    assert said(page, "reservations") == [("noai", Channel.META), ("tdm-reservation: 1", Channel.META)]
    assert page.genre.observations[0].at.startswith("json-ld:0/@type")


def test_what_a_page_does_not_show():
    page = read_html("<title>A bridge</title>")
    for name in ("genre", "source_type", "corrections"):
        assert page.field(name).state is State.ABSENT
    assert (page.reservations.state, page.reservations.why) == (State.UNKNOWN, Why.NOT_SHOWN)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("X-Robots-Tag: noai, noindex", [("noai", Channel.HTTP)]),
        ("tdm-reservation: 0", [("tdm-reservation: 0", Channel.HTTP)]),
        ("Server: quay/1.0", []),
    ],
)
def test_a_web_archive_shows_the_answer_of_the_server(tmp_path, header, expected):
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n\r\n<title>A bridge</title>".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(block)}\r\n\r\n".encode()
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(head + block + b"\r\n\r\n"))
    (page,) = read_many(path)
    assert said(page, "reservations") == expected
    assert page.reservations.complete
