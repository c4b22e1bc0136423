"""Sentences as words, at and past their ends; all text is invented."""

import pytest

from provenance.text import tags as t
from provenance.text.lexicon import load
from provenance.text.quotations import find
from provenance.text.sentences import split
from provenance.text.vocabulary import vocabulary
from provenance.text.words import Words, Written

ENGLISH = load("en")


def words_of(text: str) -> Words:
    sentences = split(text)
    start, end, _, _ = sentences[0]
    return Written(text, sentences, ENGLISH).words(0, (start, end), find(text, sentences))


@pytest.mark.parametrize(
    "text", ["Vale said so.", "“Dry,” said Vale — twice", "Vale", "wells—dry wells — all"]
)
def test_two_words_past_either_end_there_is_nothing(text):
    words = words_of(text)
    for at in (-2, -1, words.size, words.size + 1):
        assert (words.items[at].low, words.tags[at], words.quoted[at]) == ("", 0, 0)
        assert words.gaps[at]
    assert words.gaps[words.size - 1]
    assert words.marks(words.size - 1) == words.items[words.size - 1].trail


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Vale said that the wells gave water.", ["said"]),
        ("Vale gave her support.", ["gave", "support"]),  # the light verb beside its noun
        ("The wells gave water.", []),
    ],
)
def test_light_verbs_are_candidates_beside_a_noun_for_them(text, candidates):
    words = words_of(text)
    assert [words.items[at].low for at in words.candidates()] == candidates


@pytest.mark.parametrize(
    "chunk", ["Vale", "“Vale,”", "(Vale’s).", "J.", "J.,", "U.S.", "keepers’", "$5m;", "C+."]
)
def test_punctuation_leaves_a_word_what_it_is(chunk):
    word = vocabulary(ENGLISH).word(chunk)
    assert word.lead + word.core + word.trail == chunk
    assert word.width == len(chunk) + 1
    bare = vocabulary(ENGLISH).word(word.core)
    assert (bare.core, bare.low, bare.verb, bare.lead, bare.trail) == (word.core, word.low, word.verb, "", "")
    assert word.tags & ~(t.LED | t.COLON | t.OWNER) == bare.tags & ~t.OWNER


class Counted(str):
    """A chunk that counts the characters in which something is looked for."""

    __slots__ = ("looked_at",)

    def __init__(self, _chunk):
        self.looked_at = 0

    def rfind(self, sought, start, end):
        self.looked_at += end - start
        return super().rfind(sought, start, end)


def test_brackets_behind_a_word_are_looked_at_a_few_times_each():
    chunk = Counted("Vale" + "]" * 10_000)
    assert vocabulary(ENGLISH)._parts(chunk) == ("", "Vale", "]" * 10_000)
    assert 0 < chunk.looked_at <= 4 * len(chunk)
