"""Words and their places."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.corpus.words import placed_words, shingles, words_of

TRICKY = st.text(
    alphabet="aeAZ09_ \n.,'’“”…\u00a0½ﬁﷺéÉ\u0301\u0308İΣσς가\u1100\u1161。．\u2028\ud800", max_size=60
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ferries STOP at 5.30", ["ferries", "stop", "at", "5", "30"]),
        ("the ﬁrst half", ["the", "first", "half"]),
        ("Zoe\u0308 left", ["zoë", "left"]),
        ("İstanbul", ["istanbul"]),
        ("well…then", ["well", "then"]),
        ("snake_case", ["snake_case"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@given(TRICKY)
def test_placed_words_are_the_same_words_inside_the_text(text):
    placed = placed_words(text)
    assert placed.items == words_of(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(placed.starts, placed.ends, strict=True))
    assert placed.starts == sorted(placed.starts)


@given(TRICKY)
def test_words_do_not_hang_on_the_unicode_form(text):
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (4, 1), (5, 1), (6, 2), (50, 46)])
def test_count_of_shingles(count, expected):
    assert len(shingles([str(n) for n in range(count)])) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\u0301" * 100_000,
        "a" + "\u0301\u0316" * 50_000,
        "a\u0301" * 50_000,
        "A" * 1_000_000,
        "ﷺ" * 20_000,
        "…" * 100_000,
        "a" + "\u0301\uff9e" * 100_000,
        "".join(f"a{chr(0xF0000 + n)}" for n in range(60_000)),
    ],
)
def test_hostile_texts_take_no_time(text):
    assert placed_words(text).items == words_of(text)
