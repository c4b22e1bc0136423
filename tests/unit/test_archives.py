"""Web archives: which records are documents, what their headers tell, and what is said of damage."""

import gzip
import io
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import InputError, read_many
from provenance.evidence import Channel, State, Why
from provenance.reading.responses import read_response
from provenance.reading.warc import Damage, Record, records

PAGE = '<html lang="en"><head><title>A bridge — closed</title><meta name="author" content="Jane Doe"></head><body></body></html>'
PAGE_BYTES = PAGE.encode()
URL = "https://tarnmoor.example/bridge"


def record(kind, block, number=1, content_type="application/http; msgtype=response", **more):
    """A WARC record, as crawlers write them."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Date": "2026-03-06T01:02:03Z",
        "WARC-Target-URI": URL,
        "Content-Type": content_type,
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": str(len(block)),
    }
    header = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value is not None)
    return f"WARC/1.0\r\n{header}\r\n".encode() + block + b"\r\n\r\n"


def response(body=PAGE_BYTES, status="200 OK", **header):
    lines = {
        "Content-Type": "text/html; charset=utf-8",
        **{k.replace("_", "-"): v for k, v in header.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


INFO = record("warcinfo", b"software: crawler\r\n", content_type="application/warc-fields")
ARCHIVE = [
    INFO,
    record("request", b"GET /bridge HTTP/1.1\r\n\r\n", content_type="application/http; msgtype=request"),
    record("response", response(), 17),
    record("metadata", b"fetchTimeMs: 5", content_type="application/warc-fields"),
    record("response", response(b"", "301 Moved"), 18),
    record("response", response(b"\x89PNG", Content_Type="image/png"), 19),
    record("response", response(b"", Content_Type="text/html"), 20),
    record("resource", PAGE.encode(), 21, content_type="text/html"),
    record("conversion", "The bridge closed, said Edda Lund. Café.".encode(), 22, content_type="text/plain",
           WARC_Identified_Content_Language="eng,fra"),
]  # fmt: skip


def read(tmp_path, content, name="a.warc", **options):
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_many(path, **options))


@pytest.mark.parametrize("packed", [False, True, "whole"])
def test_pages_and_texts_of_an_archive_are_documents(tmp_path, packed):
    pack = gzip.compress if packed is True else bytes
    content = b"".join(map(pack, ARCHIVE))
    content = gzip.compress(content) if packed == "whole" else content
    documents = read(tmp_path, content, "a.warc.gz" if packed else "a.warc")
    assert [d.id for d in documents] == ["urn:uuid:17", "urn:uuid:21", "urn:uuid:22"]
    page, _, text = documents
    assert page.url.first.text == URL
    assert page.title.first == "A bridge — closed"
    assert page.authors.values[0].name == "Jane Doe"
    assert page.publisher.state is State.ABSENT
    assert [(o.value.value, o.channel, o.at) for o in page.retrieved.observations] == [
        ("2026-03-06T01:02:03Z", Channel.HTTP, "warc:warc-date")
    ]
    assert text.text.first.endswith("Café.")
    assert (text.links.why, text.authors.why) == (Why.NOT_SHOWN, Why.NOT_SUPPLIED)
    assert (text.language.first, text.url.first.text) == ("eng", URL)


def test_names_say_what_an_archive_is(tmp_path):
    for name in ("a.warc", "b.wet", "CC-MAIN-2026-1.warc.wet"):
        assert len(read(tmp_path, ARCHIVE[-1], name)) == 1
    for name in ("c.warc.gz", "d.warc.wet.gz"):
        assert len(read(tmp_path, gzip.compress(ARCHIVE[-1]), name)) == 1
    assert len(read(tmp_path, ARCHIVE[-1], "e", input_format="wet")) == 1
    assert len(list(read_many("-", input_format="warc", stdin=io.BytesIO(gzip.compress(ARCHIVE[2]))))) == 1


def test_the_charset_of_the_server_is_taken(tmp_path):
    block = response("<title>Мост</title>".encode("koi8-r"), Content_Type='text/html; charset="koi8-r"')
    assert read(tmp_path, record("response", block))[0].title.first == "Мост"


def test_a_record_without_a_name_or_a_legible_address(tmp_path):
    plain = record(
        "response", response(), WARC_Record_ID=None, WARC_Target_URI="dns:tarnmoor.example", WARC_Date="soon"
    )
    page = read(tmp_path, plain)[0]
    assert page.id == f"{tmp_path / 'a.warc'}:0"
    assert (page.url.why, page.retrieved.why) == (Why.NOT_SUPPLIED, Why.NOT_SUPPLIED)


CHUNKED = b"5\r\n<html\r\n8;x=y\r\n><title>\r\n9\r\nA bridge<\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("block", "content"),
    [
        (response(CHUNKED, Transfer_Encoding="chunked"), b"<html><title>A bridge<"),
        (response(b"<html>", Transfer_Encoding="chunked"), b"<html>"),
        (response(CHUNKED[:20], Transfer_Encoding="chunked"), b"<html><t"),
        (response(gzip.compress(b"<html>"), Content_Encoding="gzip"), b"<html>"),
        (response(b"<html>", Content_Encoding="gzip"), b"<html>"),
        (response(zlib.compress(b"<html>"), Content_Encoding="deflate"), b"<html>"),
        (response(zlib.compress(b"<html>")[2:-4], Content_Encoding="deflate"), b"<html>"),
        (response(b" <html>", Content_Encoding="br"), b" <html>"),
        (response(b"<html>", Content_Encoding="identity, unheard-of"), b"<html>"),
        (b"HTTP/1.0 200\nContent-Type: text/html\n\n<html>", b"<html>"),
    ],
)
def test_contents_are_decoded(block, content):
    assert read_response(block).content == content


def test_a_page_in_brotli():
    brotli = pytest.importorskip("brotli")
    assert read_response(response(brotli.compress(b"<html>"), Content_Encoding="br")).content == b"<html>"
    with pytest.raises(InputError, match="cannot be decompressed"):
        read_response(response(b"not brotli", Content_Encoding="br"))


def test_a_page_in_brotli_without_the_extra_is_one_reject(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "brotli", None)
    found = read(tmp_path, record("response", response(b"\x0b\x02", Content_Encoding="br")) + ARCHIVE[2])
    assert "pip install 'provenance-credibility[warc]'" in str(found[0])
    assert found[1].id == "urn:uuid:17"


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (b"", "expected an HTTP response"),
        (b"HTTP/1.1 200 OK\r\nno end", "expected an HTTP response"),
        (response(b"\x1f\x8bdamaged", Content_Encoding="gzip"), "cannot be decompressed"),
        (response(b"\xff\xff damaged", Content_Encoding="deflate"), "cannot be decompressed"),
    ],
)
def test_a_response_that_cannot_be_read(tmp_path, block, problem):
    found = read(tmp_path, record("response", block, 1) + ARCHIVE[2])
    assert isinstance(found[0], InputError)
    assert str(found[0]).startswith(f"{tmp_path / 'a.warc'}:0: ")
    assert problem in str(found[0])
    assert found[1].id == "urn:uuid:17"


GOOD = record("conversion", b"The bridge closed.", 1, content_type="text/plain")


@pytest.mark.parametrize(
    ("damaged", "problem"),
    [
        (b"not an archive at all\r\n\r\n", "expected a WARC record"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nblock\r\n\r\n", "does not say how long"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\nblock\r\n\r\n", "does not say how long"),
        (b"WARC/1.0\r\nContent-Length: 3\r\n\r\nblock\r\n\r\n", "not as long as it says"),
        (b"WARC/1.0\r\nContent-Length: 20\r\n\r\nblock\r\n\r\n", "not as long as it says"),
        (b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nblock\r\n\r\n", "longer than"),
        (b"WARC/1.0\r\n" + b"x" * 70_000 + b"\r\n\r\n", "does not end"),
    ],
)  # fmt: skip
def test_after_damage_the_rest_is_read(damaged, problem):
    found = list(records(io.BytesIO(GOOD + damaged + GOOD)))
    assert [type(r) for r in found] == [Record, Damage, Record]
    assert (found[1].offset, problem in found[1].problem) == (len(GOOD), True)
    assert found[2].offset == len(GOOD + damaged)


def test_after_a_damaged_member_the_rest_is_read():
    packed = gzip.compress(GOOD)
    broken = packed[:30] + bytes(b ^ 0xFF for b in packed[30:])
    found = list(records(io.BytesIO(packed + broken + packed)))
    assert [type(r) for r in found] == [Record, Damage, Record]
    assert [r.offset for r in found] == [0, len(packed), len(packed + broken)]
    alone = list(records(io.BytesIO(packed + broken)))
    assert [type(r) for r in alone] == [Record, Damage]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("cut", [5, 40, -5, -30])
def test_an_archive_that_breaks_off(pack, cut):
    whole = pack(GOOD)
    found = list(records(io.BytesIO(whole + whole[:cut])))
    assert isinstance(found[0], Record)
    # What breaks off behind its block is whole, and in a compressed archive told to have broken off all the same.
    assert [type(r) for r in found[1:]] in ([Damage], [Record], [Record, Damage])


def test_nothing_and_padding():
    assert list(records(io.BytesIO(b""))) == []
    assert list(records(io.BytesIO(b"\r\n\r\n"))) == []


def test_a_failing_disk_ends_the_archive():
    class Failing(io.BytesIO):
        def read(self, size=-1):
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().read(10)

    assert "cannot be read on" in next(records(Failing(GOOD))).problem


def test_headers_that_are_folded_and_repeated():
    odd = GOOD.replace(
        b"WARC-Type: conversion", b"WARC-Type:\r\n conversion\r\nWARC-Type: response\r\nno colon"
    )
    assert next(records(io.BytesIO(odd))).header["warc-type"].strip() == "conversion"


@settings(deadline=None, max_examples=60)
@given(st.data(), st.booleans())
def test_no_damage_is_too_much(data, packed):
    """Whatever is cut out, put in or turned over: records and damage, nothing else, and no end without an end."""
    content = bytearray(b"".join(map(gzip.compress if packed else bytes, ARCHIVE)))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    for found in records(io.BytesIO(bytes(content))):
        assert isinstance(found, (Record, Damage))


@pytest.mark.filterwarnings("ignore")  # its temporary files are closed by nobody
def test_archives_written_by_warcio():
    """An independent implementation wrote them."""
    warcio = pytest.importorskip("warcio.warcwriter")
    from warcio.statusandheaders import StatusAndHeaders

    for packed in (True, False):
        stream = io.BytesIO()
        writer = warcio.WARCWriter(stream, gzip=packed)
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        for n in range(3):
            writer.write_record(
                writer.create_warc_record(
                    f"{URL}/{n}", "response", io.BytesIO(PAGE.encode()), http_headers=head
                )
            )
        stream.seek(0)
        found = list(records(stream))
        assert [r.header["warc-target-uri"] for r in found] == [f"{URL}/{n}" for n in range(3)]
        assert all(read_response(r.block).content == PAGE.encode() for r in found)
