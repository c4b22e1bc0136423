import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.facts import Repetition
from provenance.text.repetition import Extent, find, measure
from provenance.text.sentences import split

A = "The ferry to the island was late again on Monday morning."
B = "Nobody on the quay could say when the next one would leave."
C = "The board of the harbour had no comment."


def found(text):
    return find(text, split(text))


def test_nothing_repeats():
    text = f"{A} {B}"
    assert found(text) == ()
    assert measure(text, split(text)) == Extent(0, len(A) + len(B))


def test_a_copy_of_several_paragraphs_is_one_passage():
    text = f"Title\n{A} {B}\n{C}\n{A} {B}\n{C}"
    half = len(f"{A} {B}\n{C}")
    assert found(text) == (Repetition(7 + half, 7 + 2 * half, 6, 6 + half),)
    assert measure(text, split(text)).repeated == len(A) + len(B) + len(C)


def test_short_copies_are_counted_and_not_shown():
    text = f"{C}\n{A}\n{C}"
    assert found(text) == ()
    assert measure(text, split(text)).repeated == len(C)


def test_a_third_copy_repeats_the_first():
    text = f"{A} {B}\n" * 3
    passage = len(f"{A} {B}")
    assert found(text) == (
        Repetition(passage + 1, 2 * passage + 1, 0, passage),
        Repetition(2 * passage + 2, 3 * passage + 2, 0, passage),
    )


def test_a_sentence_repeated_inside_the_passage_does_not_break_the_copy():
    text = f"{A} {C} {A} {B}\n{A} {C} {A} {B}"
    last = found(text)[-1]
    assert text[last.start : last.end] == text[last.repeats_start : last.repeats_end] == f"{A} {C} {A} {B}"


def test_of_copies_that_differ_in_marks_the_longest_is_left_out():
    text = "One.\nOne!!!"
    assert measure(text, split(text)) == Extent(4, 10)


@given(st.lists(st.sampled_from([A, B, C, "One.", "One!!!", f"{A} {B}"]), min_size=1, max_size=8), st.data())
def test_a_copied_line_never_lowers_the_share(lines, data):
    at = data.draw(st.integers(0, len(lines)))
    longer = [*lines[:at], data.draw(st.sampled_from(lines)), *lines[at:]]
    before, after = (measure(text, split(text)) for text in ("\n".join(lines), "\n".join(longer)))
    assert after.repeated * before.total >= before.repeated * after.total


@pytest.mark.parametrize("text", ["", "\n\n", "***"])
def test_texts_without_sentences(text):
    assert measure(text, split(text)) == Extent(0, 0)
    assert found(text) == ()
