"""Keys: the same for the same text in another dress, and the passages among them stand where they are said to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import story

from provenance.corpus.keys import is_of_passage, keys_of, passages_of

MARKED = st.text(alphabet="abcdefghijkqxz XY.?!\n\"'`“”„«»’—…。éя\u0301", max_size=300)


@given(MARKED)
def test_passages_are_those_among_the_keys(text):
    assert {passage.key for passage in passages_of(text)} == set(filter(is_of_passage, keys_of(text)))


@given(MARKED)
def test_passages_are_in_order_and_apart(text):
    spans = [(passage.start, passage.end) for passage in passages_of(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda text: text.replace(" ", "\n", 30),
        lambda text: text.replace(". ", " … "),
        lambda text: text.replace("a", "’a"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", " — "),
    ],
)
def test_what_copies_change_without_changing_words_leaves_the_chunks(change):
    def chunks(text):
        return {key for key in keys_of(text) if not is_of_passage(key)}

    before, after = chunks(story(1, 800)), chunks(change(story(1, 800)))
    assert len(before & after) >= 0.9 * len(before) > 10


def test_a_quotation_has_a_key_whatever_stands_around_it():
    words = "we shall dredge the harbour before the winter storms come"
    one, other = f'He said: "{words}" and left.', f"They had been told “{words},” in plain terms."
    assert keys_of(one) & keys_of(other)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "'" * 100_000,
        "A" * 1_000_000,
        "a." * 50_000,
        "\u0301" * 100_000,
        "\ud800" * 1000,
        "\0",
        "",
    ],
)
def test_hostile_texts_take_no_time(text):
    assert len(list(passages_of(text))) <= len(keys_of(text)) + len(text) // 24
