"""What is called a page and is none, and pages that only look odd."""

import io
import random
import zipfile
import zlib

import pytest

import provenance
from provenance.errors import InputError
from provenance.reading.html import read_html


def zipped():
    """A ZIP archive of one page."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("page.html", "<p>Rain on the hill</p>")
    return file.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01<svg>"
NOISE = random.Random(1).randbytes(5_000)
BINARY = [
    ("an image", PNG, "a PNG image"),
    ("a photograph", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00<p>", "a JPEG image"),
    ("a small image", b"GIF89a\x01\x00\x01\x00<p>", "a GIF image"),
    ("a printed page", b"%PDF-1.7\n<< /Type /Catalog >>", "a PDF file"),
    ("an archive", zipped(), "a ZIP archive"),
    ("noise", NOISE, "a binary file"),
    ("what is packed otherwise", zlib.compress(NOISE), "a binary file"),
    ("a database", b"SQLite format 3\x00\x10\x00\x01\x01\x00@  \x00\x00\x00<p>Rain</p>", "a binary file"),
    ("UTF-16 that says so nowhere", "<p>Rain on the hill</p>".encode("utf-16-le"), "a binary file"),
    ("a page behind other things", b"\x00" * 50 + b"<p>Rain</p>", "a binary file"),
]


@pytest.mark.parametrize(("content", "kind"), [row[1:] for row in BINARY], ids=[row[0] for row in BINARY])
def test_what_is_no_text_is_no_page(content, kind):
    with pytest.raises(InputError, match=f"this is {kind}, not an HTML page: leave it out"):
        read_html(content)


AUTHOR = '<meta name="author" content="Jane Doe"><p>'
PAGES = [
    ("UTF-16 with its mark", (AUTHOR + "Rain").encode("utf-16"), None),
    ("UTF-32 with its mark", (AUTHOR + "Rain").encode("utf-32"), None),
    ("Windows-1252", (AUTHOR + "“Regen” – für Müßige").encode("cp1252"), None),
    ("Japanese that shifts", (AUTHOR + "雨" * 300).encode("iso2022_jp"), "iso-2022-jp"),
    ("Korean that shifts", (AUTHOR + "비 a" * 300).encode("iso2022_kr"), "iso-2022-kr"),
    ("Chinese", (AUTHOR + "雨" * 300).encode("gb18030"), "gb18030"),
    ("a stray character", (AUTHOR + "Ra\x00in \x08on the hill " * 1 + "and wind " * 50).encode(), None),
    ("a disk that was full", (AUTHOR + "Rain").encode() + b"\x00" * 5_000, None),
    ("tabs and feeds", (AUTHOR + "\t\x0b\f\r\n" * 100).encode(), None),
    ("bytes that are none of UTF-8", AUTHOR.encode() + bytes(range(128, 256)) * 10, None),
]


@pytest.mark.parametrize(("content", "charset"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_a_page_is_read_however_odd(content, charset):
    assert [author.name for author in read_html(content, charset=charset).authors.values] == ["Jane Doe"]


def test_a_server_that_says_utf_16_is_believed():
    read_html("<p>Rain</p>".encode("utf-16-le"), charset="UTF-16LE")


def test_an_image_among_pages_is_one_reject(tmp_path):
    (tmp_path / "a.html").write_bytes(PNG)
    (tmp_path / "b.html").write_text(AUTHOR)
    image, page = provenance.read_many(tmp_path)
    assert str(image) == (
        f"{tmp_path / 'a.html'}: this is a PNG image, not an HTML page: leave it out, or give its text"
    )
    assert page.authors.first.name == "Jane Doe"
