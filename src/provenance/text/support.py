"""What stands in each sentence that can support it: sources, attributed quotations, references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final, NamedTuple, TypeAlias

from provenance.text.contents import DIRECT
from provenance.text.facts import (
    ACT,
    NAMED_KINDS,
    Attribution,
    Cue,
    PlacedLink,
    Source,
    SourceKind,
    Support,
    TextCitation,
)
from provenance.text.labels import LABEL
from provenance.text.quotations import Quotation, is_speech
from provenance.text.sentences import Sentence

INLINE: Final = "inline"
REFERENCE: Final = "reference"
WEAK: Final = "weak"
OWN: Final = "own"

BEST_FIRST: Final = (INLINE, REFERENCE, WEAK, OWN)
_INLINE, _REFERENCE, _WEAK, _OWN = range(len(BEST_FIRST))

_QUOTING_FORMS: Final = frozenset({"direct", "mixed"})
_NEAR: Final = 4  # attributions before and after a quotation among which its own is looked for


class Evidence(NamedTuple):
    """What a text holds that can support its claims, each kind in the order of the text."""

    attributions: Sequence[Attribution] = ()
    quotations: Sequence[Quotation] = ()
    citations: Sequence[TextCitation] = ()
    links: Sequence[PlacedLink] = ()


Backing: TypeAlias = list[tuple[int, Support]]
"""What supports one sentence, in the order in which it is found, each with its rank among `BEST_FIRST`."""


def best_of(backing: Backing) -> str:
    """How good the best of what supports a sentence is: inline, reference, weak, or the writer's own word."""
    return BEST_FIRST[min([rank for rank, _ in backing])]


def by_sentence(
    text: str, sentences: Sequence[Sentence], wanted: Sequence[object], evidence: Evidence
) -> Mapping[int, Backing]:
    """What supports each sentence for which *wanted* holds something, by its index; those without support are left out."""
    places = _Places(sentences)
    found: defaultdict[int, Backing] = defaultdict(list)
    for attribution in evidence.attributions:
        cue = attribution.cue
        if cue is None or attribution.quoted or attribution.depth or ACT in attribution.flags:
            continue  # who says it counts, not whom it mentions or what they did
        at, support = places.at(cue.start), _support(attribution.source, cue)
        if wanted[at]:
            found[at].append((_rank(attribution.source), support))
        if text[sentences[at][1] - 1] == ":" or attribution.rule == LABEL:
            for other, how in _lent(text, attribution, at, support, places):
                if wanted[other]:
                    found[other].append((_rank(attribution.source), how))
    for quotation, speaker in _spoken(text, evidence, places):
        support = Support(quotation.start, quotation.end, "quotation")
        rank = _rank(speaker and speaker.source)
        for at in places.of(quotation):
            if wanted[at] and (speaker is None or _may_speak(speaker, at, places)):
                found[at].append((rank, support))
    for start, end, kind, target, _ in evidence.citations:
        found[places.at(start)].append((_REFERENCE, Support(start, end, kind, target)))
    for start, end, target in evidence.links:
        found[places.at(start)].append((_REFERENCE, Support(start, end, "link", target)))
    return found


class _Places:
    """Which sentence a place lies in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = [start for start, _, _, _ in sentences]

    def at(self, offset: int) -> int:
        """The index of the sentence that *offset* lies in or follows."""
        return (bisect_right(self._starts, offset) or 1) - 1

    def of(self, span: Quotation) -> range:
        """The indices of the sentences that share a character with *span*."""
        return range(self.at(span.start), self.at(span.end - 1) + 1)

    def of_cue(self, attribution: Attribution) -> int:
        """The index of the sentence in which something is said to be said, or in which it is."""
        part = attribution.cue or attribution.content
        return 0 if part is None else self.at(part.start)

    @cached_property
    def _before(self) -> Mapping[int, int]:
        """The paragraph before each one that holds a sentence."""
        paragraphs = list(dict.fromkeys(sentence.paragraph for sentence in self.sentences))
        return dict(zip(paragraphs[1:], paragraphs, strict=False))

    def paragraph_before(self, paragraph: int) -> int:
        """The last paragraph before *paragraph* that holds a sentence, or -1."""
        return self._before.get(paragraph, -1)


# --- attributions --------------------------------------------------------------------------------------------------


def _support(source: Source | None, cue: Cue) -> Support:
    """From the first of the two to the last."""
    if source is None:
        return Support(cue.start, cue.end, "attribution")
    return Support(min(cue.start, source.start), max(cue.end, source.end), "attribution")


def _lent(
    text: str, attribution: Attribution, own: int, support: Support, places: _Places
) -> Iterator[tuple[int, Support]]:
    """The sentences that an attribution supports besides its *own*, each with how: those of its turn or of its list."""
    source = attribution.source
    if attribution.rule == LABEL and source is not None:
        support = Support(source.start, source.end, "attribution")
        others = _turn(attribution, places)
    else:
        others = _items(text, attribution, own, places)
    for at in others:
        yield at, support


def _rank(source: Source | None) -> int:
    """How well a source supports what it says: by its name, hardly, or only by being the writer."""
    if source is None:
        return _WEAK
    return _RANKS.get(source.effective_kind, _WEAK)


_RANKS: Final = {SourceKind.AUTHOR: _OWN} | dict.fromkeys(NAMED_KINDS, _INLINE)


# --- turns of a conversation ---------------------------------------------------------------------------------------


def _turn(speaker: Attribution, places: _Places) -> Iterator[int]:
    """The sentences behind the one that begins with a speaker's label, to the end of its line."""
    begin = places.of_cue(speaker)
    paragraph = places.sentences[begin].paragraph
    if begin and places.sentences[begin - 1].paragraph == paragraph:
        return  # not at the head of its line
    for at in range(begin + 1, len(places.sentences)):
        if places.sentences[at].paragraph != paragraph:
            return
        if _may_speak(speaker, at, places):
            yield at


# --- lists ---------------------------------------------------------------------------------------------------------


def _items(text: str, attribution: Attribution, lead: int, places: _Places) -> Iterator[int]:
    """The sentences of the list to which what is said leads with the colon that ends the sentence numbered *lead*."""
    _, end, paragraph, _ = places.sentences[lead]
    last = max(part.end for part in (attribution.cue, attribution.content) if part is not None)
    if last < end - 1:
        return
    for at in range(lead + 1, len(places.sentences)):
        start, _, line, _ = places.sentences[at]
        if line != paragraph and not _is_item(text, start):
            return
        paragraph = line
        if _may_speak(attribution, at, places):
            yield at


@cache
def _item() -> re.Pattern[str]:
    """What an item of a list begins with: a dash, a bullet, a number or a letter."""
    return re.compile(r"[-–—*•·▪‣◦●■+][^\S\r\n]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)][^\S\r\n]")


def _is_item(text: str, start: int) -> bool:
    """Whether the sentence that begins at *start* is an item of a list."""
    return _item().match(text, start) is not None


# --- quotations ----------------------------------------------------------------------------------------------------


def _may_speak(speaker: Attribution, at: int, places: _Places) -> bool:
    """Whether the attribution may serve the sentence numbered *at*: a repeated one neither lends nor borrows."""
    by = places.of_cue(speaker)
    return by == at or not (places.sentences[by].is_isolated or places.sentences[at].is_isolated)


def _spoken(text: str, evidence: Evidence, places: _Places) -> Iterator[tuple[Quotation, Attribution | None]]:
    """The quotations that are speech, each with the attribution that says whose, if one of its paragraph does.

    A quotation that no mark closes goes on where the next paragraph opens with one: the same person speaks.
    """
    attributed = _by_paragraph(evidence.attributions, places)
    by_content = {
        each.content.start: each
        for each in evidence.attributions
        if each.content is not None and each.form == DIRECT
    }
    open_in, open_speaker = -1, None
    for quotation in evidence.quotations:
        is_spoken = is_speech(text, quotation)
        if quotation.closed and not is_spoken:
            continue
        speaker = _nearest(attributed.get(quotation.paragraph, ()), quotation)
        if (
            speaker is None
            and quotation.opens_line
            and places.paragraph_before(quotation.paragraph) == open_in
        ):
            speaker = open_speaker
        if speaker is None:
            speaker = by_content.get(quotation.start)  # from the line before or after
        if not quotation.closed:
            open_in, open_speaker = quotation.paragraph, speaker
        if is_spoken:
            yield quotation, speaker


def _by_paragraph(attributions: Sequence[Attribution], places: _Places) -> Mapping[int, list[Attribution]]:
    """The attributions that quote, by the paragraph of their cue."""
    found: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        if attribution.form in _QUOTING_FORMS and attribution.cue is not None:
            found[places.sentences[places.of_cue(attribution)].paragraph].append(attribution)
    return found


def _nearest(attributions: Sequence[Attribution], quotation: Quotation) -> Attribution | None:
    """The attribution whose content is the quotation, or else the one whose cue is nearest to it."""
    if len(attributions) > _NEAR:  # only neighbours can be near, however many there are
        after = bisect_right(attributions, quotation.start, key=_place)
        attributions = attributions[max(0, after - _NEAR) : after + _NEAR]
    return min(attributions, key=lambda each: _distance(each, quotation), default=None)


def _place(attribution: Attribution) -> int:
    return -1 if attribution.cue is None else attribution.cue.start


def _distance(attribution: Attribution, quotation: Quotation) -> int:
    content, cue = attribution.content, attribution.cue
    if content is not None and content.start < quotation.end and quotation.start < content.end:
        return -1
    return 0 if cue is None else max(cue.start - quotation.end, quotation.start - cue.end, 0)
