"""Turns of a conversation: behind a speaker's label, "I" is that speaker to the end of the line, and not the writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.text.facts import AUTHOR, Attribution, Source
from provenance.text.labels import LABEL
from provenance.text.nesting import as_speaker
from provenance.text.sentences import Sentence, sentence_at


def with_turns(sentences: Sequence[Sentence], found: list[Attribution]) -> list[Attribution]:
    """*found*, where the first person is who speaks in the turn that it stands in."""
    own = [each.source is not None and each.source.kind is AUTHOR for each in found]
    if not any(own):
        return found
    speakers = dict(_turns(sentences, found))
    return [
        _in_turn(each, speakers.get(_number(sentences, each))) if is_own else each
        for each, is_own in zip(found, own, strict=True)
    ]


def _turns(sentences: Sequence[Sentence], found: Sequence[Attribution]) -> Iterator[tuple[int, Source]]:
    """The number of each sentence of a turn, and who speaks in it."""
    for each in found:
        if each.rule != LABEL or each.source is None or each.quoted:
            continue
        number = _number(sentences, each)
        paragraph, is_isolated = sentences[number].paragraph, sentences[number].is_isolated
        yield number, each.source
        if is_isolated or (number and sentences[number - 1].paragraph == paragraph):
            continue  # a copy lends nothing, nor does a label in the midst of a line
        for at in range(number + 1, len(sentences)):
            if sentences[at].paragraph != paragraph:
                break
            if not sentences[at].is_isolated:
                yield at, each.source


def _number(sentences: Sequence[Sentence], attribution: Attribution) -> int:
    """The number of the sentence in which something is said to be said; -1 for a quotation alone."""
    return -1 if attribution.cue is None else sentence_at(sentences, attribution.cue.start)


def _in_turn(each: Attribution, speaker: Source | None) -> Attribution:
    if speaker is None or each.source is None:
        return each
    return each._replace(source=as_speaker(each.source, speaker))
