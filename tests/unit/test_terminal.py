"""What a terminal is shown: bars that never grow, colours that say nothing of their own, and ASCII where it must be."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Scorer
from provenance.render.explanation import explanation
from provenance.render.terminal import bar, can_show, in_ascii, painted
from provenance.testing import documents

numbers = st.integers(-200_000, 200_000)
CODES = re.compile(r"\x1b\[[0-9]+m")


@given(numbers, numbers, numbers, st.integers(1, 60))
def test_a_bar_has_its_width_whatever_the_numbers_are(earned, ceiling, whole, width):
    assert re.fullmatch("█*░*·*", drawn := bar(earned, ceiling, whole, width))
    assert len(drawn) == width


def test_a_bar():
    assert bar(50, 75, 100, 8) == "████░░··"
    assert bar(0, 0, 0, 3) == "···"


@given(documents())
def test_colours_take_nothing_away_and_add_nothing(document):
    record = Scorer(as_of="2026-11-21").score(document).to_record()
    plain = explanation(record, text=document.text.first)
    assert CODES.sub("", explanation(record, text=document.text.first, colour=True)) == plain
    both = explanation(record, text=document.text.first, colour=True, ascii_only=True)
    assert both.isascii()
    assert CODES.sub("", both) == in_ascii(plain)


def test_what_is_painted():
    shown = painted("a heading\n   −6.7  lost “said”\n\nfoot\n", last=1)
    assert shown == (
        "\x1b[1ma heading\x1b[0m\n   \x1b[31m−6.7\x1b[0m  lost \x1b[36m“said”\x1b[0m\n\n\x1b[2mfoot\x1b[0m\n"
    )


@pytest.mark.parametrize(
    ("encoding", "shows"),
    [("utf-8", True), ("UTF8", True), ("ascii", False), ("iso8859-1", False), ("no-such", False)],
)
def test_encodings(encoding, shows):
    assert can_show(encoding) is shows


def test_in_ascii():
    assert in_ascii("−6.7 – “said” … → █░· é") == '-6.7 - "said" ... > #-. ?'


def test_hostile_records_are_drawn_within_bounds():
    record = Scorer().score(Document.from_record({"authors": []})).to_record()
    record["result"]["score"], record["result"]["ceiling"] = 10**9, -5
    for row in record["signals"]:
        row.update({"earned": 10**9} if "points" in row else {})
    assert all(len(line) <= 80 for line in explanation(record).splitlines())
