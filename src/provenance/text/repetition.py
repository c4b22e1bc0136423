"""How much of a text stands in it twice: counted by whole sentences, shown as passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from provenance.text.facts import Repetition
from provenance.text.sentences import Sentence, key

SHORTEST_SHOWN: Final = 60
"""Characters of the sentences of the shortest passage that is shown, the white space between them aside; a doubled title or a refrain is counted and not pointed at."""


class Extent(NamedTuple):
    """Characters of repeated sentences, and of all sentences."""

    repeated: int
    total: int


def measure(text: str, sentences: Sequence[Sentence]) -> Extent:
    """How many characters stand in the copies of sentences, the longest copy of each left out, and how many in all.

    Two copies differ at most in marks and case. Leaving out the longest instead of the first makes it a law that a
    line copied to anywhere never lowers the share: it adds as much to the one count as to the other.
    """
    total = sum([end - start for start, end, _, _ in sentences])
    lengths = defaultdict(list)
    for at, words in _with_words(text, sentences):
        lengths[words].append(sentences[at].end - sentences[at].start)
    return Extent(sum(sum(each) - max(each) for each in lengths.values()), total)


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Repetition, ...]:
    """Each later copy of a passage of one or more whole sentences, with the earlier passage that it repeats."""
    found = []
    for first, last, original in _runs(text, sentences):
        run = sentences[first : last + 1]
        if sum(each.end - each.start for each in run) >= SHORTEST_SHOWN:
            original_end = sentences[original + last - first].end
            found.append(Repetition(run[0].start, run[-1].end, sentences[original].start, original_end))
    return tuple(found)


def _runs(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int]]:
    """First and last index of each run of copies, and the index from which on the same sentences stand earlier."""
    words = dict(_with_words(text, sentences))
    earliest: dict[str, int] = {}
    run: tuple[int, int, int] | None = None
    for at in sorted(words):
        if earliest.setdefault(words[at], at) == at:
            continue
        if run is not None and _continues(run, at, words):
            run = (run[0], at, run[2])
            continue
        if run is not None:
            yield run
        run = (at, at, earliest[words[at]])
    if run is not None:
        yield run


def _continues(run: tuple[int, int, int], at: int, words: Mapping[int, str]) -> bool:
    """Whether the sentence at *at* goes on with what the *run* before it copies, without running into itself."""
    first, last, original = run
    earlier = original + at - first
    return at == last + 1 and earlier < first and words.get(earlier) == words[at]


def _with_words(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    """The index and the words of each sentence that stands more than once."""
    for at, (start, end, _, copy) in enumerate(sentences):
        if copy:
            yield at, key(text[start:end])
