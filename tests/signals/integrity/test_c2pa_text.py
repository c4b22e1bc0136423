import pytest

from provenance.text.manifests import find
from signals.tables import NO, YES, finding, judged, unknown


def wrapped(content):
    """*content* as C2PA writes bytes into a text."""
    return "\ufeff" + "".join(chr(0xFE00 + b) if b < 16 else chr(0xE0100 + b - 16) for b in content)


SIGNED = "The harbour reopened." + wrapped(b"C2PATXT\0\1" + bytes(range(40)))

TABLE = [
    ("a manifest", SIGNED, YES),
    ("none", "The harbour reopened.", NO),
    ("another byte order mark", "The har\ufeffbour reopened.", NO),
    ("other selectors", "The harbour" + wrapped(b"NOTC2PA\0") + " reopened.", NO),
    ("no text", {"text": ""}, NO),
    ("unreadable", {"text": 5}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_c2pa_text(document, expected):
    assert judged("integrity.c2pa_text", document) == expected


def test_where_it_stands_and_that_it_hides_nothing():
    assert finding("integrity.c2pa_text", SIGNED).basis == (f"21-{len(SIGNED)}",)
    assert judged("integrity.hidden_text", {"text": SIGNED, "title": "A"})[3] == (0, 1)
    assert [span.start for span in find(SIGNED + SIGNED)] == [21, 21 + len(SIGNED)]
