"""Which characters the bytes of a page stand for."""

import codecs

import pytest

from provenance.page.charset import decode

CASES = [
    ("plain ASCII", b"<p>rain", None, "<p>rain"),
    ("UTF-8 that says nothing", "<p>Räin".encode(), None, "<p>Räin"),
    ("byte order mark", codecs.BOM_UTF8 + "Räin".encode(), "iso-8859-1", "Räin"),
    ("UTF-16 by its mark", codecs.BOM_UTF16_LE + "Räin".encode("utf-16-le"), None, "Räin"),
    ("what the server said", "Дождь".encode("cp1251"), "windows-1251", "Дождь"),
    (
        "what the page says",
        b'<meta charset="windows-1251">' + "Дождь".encode("cp1251"),
        None,
        '<meta charset="windows-1251">Дождь',
    ),
    (
        "what the page says the old way",
        b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>" + "дождь".encode("koi8-r"),
        None,
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>дождь",
    ),
    (
        "Latin-1 is read as Windows-1252",
        b'<meta charset="iso-8859-1">\x93rain\x94',
        None,
        '<meta charset="iso-8859-1">“rain”',
    ),
    ("a page that lies", b'<meta charset="ascii">' + "Räin".encode(), None, None),
    ("a label that nobody knows", "Räin".encode(), "x-unheard-of", "Räin"),
    ("a codec that is none for pages", "Räin".encode(), "utf-7", "Räin"),
    ("a codec from bytes to bytes", "Räin".encode(), "zlib_codec", "Räin"),
    ("the fallback", b"caf\xe9 " * 20, None, "café " * 20),
    (
        "a page that could say UTF-16 is not in it",
        b'<meta charset="utf-16">' + "Räin".encode(),
        None,
        '<meta charset="utf-16">Räin',
    ),
    ("nothing", b"", None, ""),
]


@pytest.mark.parametrize(
    ("content", "charset", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_decode(content, charset, expected):
    found = decode(content, charset)
    assert isinstance(found, str)
    if expected is not None:
        assert found == expected


def test_a_page_cut_in_the_middle_of_a_character_stays_utf8():
    assert decode(("Räin " * 600).encode() + "ä".encode()[:1]).startswith("Räin Räin")


def test_what_no_charset_reads_is_replaced():
    assert "\ufffd" in decode(b'<meta charset="utf-8">' + b"\x81\xfe\xff" * 50)
