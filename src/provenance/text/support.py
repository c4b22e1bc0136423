"""What stands in each sentence that can support it: sources, attributed quotations, references."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from provenance.text.facts import (
    NAMED_KINDS,
    Attribution,
    Cue,
    PlacedLink,
    Source,
    SourceKind,
    Support,
    TextCitation,
)
from provenance.text.quotations import Quotation, is_speech
from provenance.text.sentences import Sentence

INLINE: Final = "inline"
REFERENCE: Final = "reference"
WEAK: Final = "weak"
OWN: Final = "own"

_QUOTING_FORMS: Final = frozenset({"direct", "mixed"})


class Evidence(NamedTuple):
    """What a text holds that can support its claims, each kind in the order of the text."""

    attributions: Sequence[Attribution] = ()
    quotations: Sequence[Quotation] = ()
    citations: Sequence[TextCitation] = ()
    links: Sequence[PlacedLink] = ()


class Found(NamedTuple):
    """One support of a sentence, and how good it is: inline, reference, weak, or the writer's own word."""

    strength: str
    support: Support


def by_sentence(text: str, sentences: Sequence[Sentence], evidence: Evidence) -> Mapping[int, list[Found]]:
    """The supports of each sentence that has any, by its index, each kind in the order of the text."""
    places = _Places(sentences)
    found: defaultdict[int, list[Found]] = defaultdict(list)
    for attribution in evidence.attributions:
        if (cue := attribution.cue) is not None:
            found[places.at(cue.start)].append(_of_attribution(attribution, cue))
    for quotation, speaker in _spoken(text, evidence, places):
        for at in places.of(quotation):
            if speaker is None or _may_speak(speaker, at, places):
                found[at].append(_of_quotation(quotation, speaker))
    for start, end, kind, target, _ in evidence.citations:
        found[places.at(start)].append(Found(REFERENCE, Support(start, end, kind, target)))
    for start, end, target in evidence.links:
        found[places.at(start)].append(Found(REFERENCE, Support(start, end, "link", target)))
    return found


class _Places:
    """Which sentence a place lies in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        paragraphs = list(dict.fromkeys(sentence.paragraph for sentence in sentences))
        self._before = dict(zip(paragraphs[1:], paragraphs, strict=False))

    def at(self, offset: int) -> int:
        """The index of the sentence that *offset* lies in or follows."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def of(self, span: Quotation) -> range:
        """The indices of the sentences that share a character with *span*."""
        return range(self.at(span.start), self.at(span.end - 1) + 1)

    def of_cue(self, attribution: Attribution) -> int:
        """The index of the sentence in which something is said to be said."""
        return 0 if attribution.cue is None else self.at(attribution.cue.start)

    def paragraph_before(self, paragraph: int) -> int:
        """The last paragraph before *paragraph* that holds a sentence, or -1."""
        return self._before.get(paragraph, -1)


# --- attributions --------------------------------------------------------------------------------------------------


def _of_attribution(attribution: Attribution, cue: Cue) -> Found:
    source = attribution.source
    if source is None:
        return Found(WEAK, Support(cue.start, cue.end, "attribution"))
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    return Found(_strength(source), Support(start, end, "attribution"))


def _strength(source: Source | None) -> str:
    """How well a source supports what it says: by its name, by the writer's word, or hardly."""
    if source is None:
        return WEAK
    kind = source.effective_kind
    if any(kind is named for named in NAMED_KINDS):
        return INLINE
    return OWN if kind is SourceKind.AUTHOR else WEAK


# --- quotations ----------------------------------------------------------------------------------------------------


def _of_quotation(quotation: Quotation, speaker: Attribution | None) -> Found:
    strength = _strength(speaker and speaker.source)
    return Found(strength, Support(quotation.start, quotation.end, "quotation"))


def _may_speak(speaker: Attribution, at: int, places: _Places) -> bool:
    """Whether the attribution may serve the sentence numbered *at*: a repeated one neither lends nor borrows."""
    by = places.of_cue(speaker)
    return by == at or not (places.sentences[by].is_isolated or places.sentences[at].is_isolated)


def _spoken(text: str, evidence: Evidence, places: _Places) -> Iterator[tuple[Quotation, Attribution | None]]:
    """The quotations that are speech, each with the attribution that says whose, if one of its paragraph does.

    A quotation that no mark closes goes on where the next paragraph opens with one: the same person speaks.
    """
    attributed = _by_paragraph(evidence.attributions, places)
    open_in, open_speaker = -1, None
    for quotation in evidence.quotations:
        speaker = _nearest(attributed.get(quotation.paragraph, ()), quotation)
        if (
            speaker is None
            and quotation.opens_line
            and places.paragraph_before(quotation.paragraph) == open_in
        ):
            speaker = open_speaker
        if not quotation.closed:
            open_in, open_speaker = quotation.paragraph, speaker
        if is_speech(text, quotation):
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
    if len(attributions) == 1:
        return attributions[0]
    return min(attributions, key=lambda each: _distance(each, quotation), default=None)


def _distance(attribution: Attribution, quotation: Quotation) -> int:
    content, cue = attribution.content, attribution.cue
    if content is not None and content.start < quotation.end and quotation.start < content.end:
        return -1
    return 0 if cue is None else max(cue.start - quotation.end, quotation.start - cue.end, 0)
