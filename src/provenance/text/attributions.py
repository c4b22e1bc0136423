"""Who says what: the attributions of a text, in order.

Each sentence is read by itself: its words are looked up, its cues found (`cues`, `set_phrases`), their contents measured
out (`contents`), their sources sorted (`kinds`). Only then does anything look further: pronouns and bare surnames
(`resolution`), and quotations that nobody is said to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, count
from typing import Final, TypeAlias

from attrs import evolve, frozen

from provenance.text import hearsay, labels, set_phrases
from provenance.text import signs as sign
from provenance.text import tags as t
from provenance.text.contents import INDIRECT, Content, contents
from provenance.text.continuing import Continuing
from provenance.text.cues import verb_cue
from provenance.text.facts import ACT, Attribution, Cue, Source
from provenance.text.found import Found
from provenance.text.leads import with_leads
from provenance.text.lexicon import Lexicon
from provenance.text.mentions import mention_of
from provenance.text.names import Names
from provenance.text.nesting import in_quotation
from provenance.text.people import People
from provenance.text.quotations import Quotation
from provenance.text.resolution import Resolver
from provenance.text.sentences import Copy, Sentence, sentence_at
from provenance.text.signatures import SIGNATURE, signature
from provenance.text.silences import after_silence
from provenance.text.studies import Studies
from provenance.text.titles import is_title
from provenance.text.turns import with_turns
from provenance.text.unattributed import is_isolated, unattributed
from provenance.text.words import Words, Written

_OUTRIGHT: Final = t.VERB | t.PREPOSITIONAL
_NO_VERB_CUE: Final = t.CANDIDATE & ~t.VERB | t.LIGHT

_NUMBER: Final = t.DIGIT | t.QUANTIFIER

_LONGEST_SENTENCE: Final = 1500
"""Characters; five times a long sentence. What is longer is read in pieces, so that the work stays linear."""
_UNIQUE: Final = int(Copy.UNIQUE)
_LATER: Final = int(Copy.LATER)
_STOPS: Final = ",.!?…"
_FEWEST_BESIDE: Final = 2
_MOST_CUES: Final = 40
"""Cues looked for in one piece; no sentence that anybody wrote to be read has so many."""


def attribute(
    written: Written,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
    skip: Sequence[tuple[int, int]] = (),
) -> tuple[Attribution, ...]:
    """The attributions of *text*, sorted by place.

    Args:
        written: the text, in NFC, and the words of its sentences.
        sentences: its sentences, as `sentences.split` gives them.
        quotations: its quotations, as `quotations.find` gives them.
        lexicon: the words of its language.
        skip: passages in which nobody speaks, such as menus, captions and datelines, sorted.
    """
    text = written.text
    reading = _Reading(written, sentences, quotations, lexicon, skip)
    found: list[Attribution] = []
    for number, (begin, end, _, _) in enumerate(sentences):
        if not written.signs[number] & sign.CANDIDATE:
            continue
        start = after_silence(skip, begin) if skip else begin
        if end - start > _LONGEST_SENTENCE:
            for piece in _pieces(text, start, end):
                found += reading.attributions(number, piece)
        elif start < end:
            found += reading.attributions(number, (start, end))
    if quotations:
        found = list(with_leads(text, sentences, quotations, found))
        alone = list(unattributed(written, sentences, quotations, found, skip))
        if alone:
            found += reading.alone(alone, found)
    found.sort(key=_place)
    return tuple(with_turns(sentences, found) if reading.holds_labels else found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, cut where it is longer than any sentence: rules may look from its end to its beginning."""
    while end - start > _LONGEST_SENTENCE:
        space = _space().search(text, start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        cut = start + _LONGEST_SENTENCE if space is None else space.end()
        yield start, cut
        start = cut
    if start < end:
        yield start, end


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"\s")


@frozen
class _Lists:
    """The lists of a lexicon that rules look into."""

    set_phrases: set_phrases.SetPhrases
    hearsay: hearsay.Hearsay
    labels: labels.Labels
    unowned: frozenset[str]  # verbs that can be cues without a subject


@cache
def _lists(lexicon: Lexicon) -> _Lists:
    phrases, unsaid = set_phrases.set_phrases(lexicon), hearsay.hearsay(lexicon)
    return _Lists(phrases, unsaid, labels.labels(lexicon), phrases.initial | unsaid.noted)


class _Quoted:
    """The quotations of a text that somebody can say."""

    def __init__(self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> None:
        self._sentences = sentences
        self._quotations = [each for each in quotations if _can_be_said(text, each)]
        self._begins = [each.start for each in self._quotations]
        self._ends = [each.end for each in self._quotations]

    def touching(self, span: tuple[int, int]) -> Sequence[Quotation]:
        """Those that touch *span* or end right before it."""
        return self._quotations[bisect_left(self._ends, span[0] - 1) : bisect_left(self._begins, span[1])]

    def begin_of(self, number: int) -> tuple[int, int] | None:
        """Where the quotation begins in which the sentence *number* does, and in which sentence."""
        start = self._sentences[number].start
        at = bisect_left(self._ends, start + 1)
        if at == len(self._begins) or self._begins[at] > start:
            return None
        return self._begins[at], sentence_at(self._sentences, self._begins[at])


def _barriers(
    isolated: Sequence[bool], sentences: Sequence[Sentence], skip: Sequence[tuple[int, int]]
) -> list[int]:
    """The sentences across which nobody is meant: those that stand elsewhere, too.

    A line of the template parts nothing: "Advertisement" between two paragraphs.
    """
    return [
        number
        for number in compress(count(), isolated)
        if after_silence(skip, sentences[number].start) < sentences[number].end
    ]


class _Reading:
    """Reads the sentences of one text in order."""

    def __init__(
        self,
        written: Written,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        lexicon: Lexicon,
        skip: Sequence[tuple[int, int]],
    ) -> None:
        self._written = written
        self._text = written.text
        self._sentences = sentences
        self.holds_labels = False  # whether somebody has been found who is set before a colon
        self._isolated = [copy != _UNIQUE for _, _, _, copy in sentences]
        self._quoted = _Quoted(written.text, sentences, quotations)
        self._lists = _lists(lexicon)
        names, studies = Names(written, sentences, lexicon), Studies(written, sentences, lexicon)
        people = People(written.word, lexicon)
        barriers = _barriers(self._isolated, sentences, skip)
        self._resolver = Resolver(names, people, studies, self._isolated, barriers, self._quoted.begin_of)

    def attributions(self, number: int, span: tuple[int, int]) -> list[Attribution]:
        """The attributions of the sentence *number*, of which *span* is what somebody can speak in."""
        quotations = self._quoted.touching(span)
        if quotations:
            return self._beside_quotations(number, span, quotations)
        words = self._written.words(number, span, ())
        found = _cues(words, self._lists, words.candidates())
        return self._outside(words, number, found, ()) if found else []

    def _beside_quotations(
        self, number: int, span: tuple[int, int], quotations: Sequence[Quotation]
    ) -> list[Attribution]:
        """The attributions of a sentence that the *quotations* touch: those outside of them, and then those inside."""
        words = self._written.words(number, span, quotations)
        places = words.candidates()
        nested = _cues(words, self._lists, _nested_candidates(words, places))
        found = _cues(words, self._lists, [at for at in places if not words.quoted[at]])
        lent = [self._lent(each, number, span) for each in quotations] if found else []
        outer = self._outside(words, number, found, lent) if found else []
        return outer + self._inside(words, number, nested, quotations, outer) if nested else outer

    def _outside(
        self, words: Words, number: int, found: Sequence[Found], quotations: Sequence[Quotation]
    ) -> list[Attribution]:
        """The attributions of the cues *found*, which stand in no quotation."""
        repeated = self._sentences[number].copy == _LATER
        return [
            self._attribution(words, number, one, content, repeated=repeated)
            for one, content in zip(found, contents(words, found, quotations), strict=True)
        ]

    def _inside(
        self,
        words: Words,
        number: int,
        found: Sequence[Found],
        quotations: Sequence[Quotation],
        outer: Sequence[Attribution],
    ) -> list[Attribution]:
        """The attributions of the cues *found*, each of which ends in one of the *quotations*."""
        repeated = self._sentences[number].copy == _LATER
        return [
            in_quotation(
                words,
                number,
                one,
                content,
                quotations[words.quoted[one.last] - 1],
                outer,
                repeated=repeated,
            )
            for one, content in zip(found, contents(words, found, ()), strict=True)
        ]

    def _attribution(
        self, words: Words, number: int, found: Found, content: Content, *, repeated: bool
    ) -> Attribution:
        start, end = _cue_span(words, found)
        cue = Cue(start, end, self._text[start:end])
        source: Source | None = None
        flags: tuple[str, ...] = ()
        if found.source is not None:
            leads = bool(words.tags[found.source.last] & t.COLON)
            if leads:
                self.holds_labels = True
            source, flags = self._resolver.resolve(mention_of(words, found.source, number), leads=leads)
        span, form, depth = content
        if not found.clausal and form == INDIRECT and _is_act(words, found.last):
            flags = (*flags, ACT)
        return Attribution(form, found.mode, depth, found.rule, source, cue, span, flags, repeated)

    def alone(
        self, quoted: Iterable[tuple[Attribution, Quotation]], found: Iterable[Attribution]
    ) -> list[Attribution]:
        """Those of *quoted*, which nobody beside them is said to say, with who signs them or goes on in them."""
        speakers = Continuing(self._text, self._sentences, found, self._resolver.reaches)
        return [speakers.by_speaker(self._signed(alone, quotation), quotation) for alone, quotation in quoted]

    def _signed(self, alone: Attribution, quotation: Quotation) -> Attribution:
        """*alone*, a quotation that nobody is said to say, with who signs it, if somebody does."""
        by = signature(self._written, self._sentences, quotation)
        if by is None:
            return alone
        source, flags = self._resolver.resolve(mention_of(by.words, by.phrase, by.sentence))
        return alone._replace(rule=SIGNATURE, source=source, cue=by.cue, flags=flags)

    def _lent(self, quotation: Quotation, number: int, span: tuple[int, int]) -> Quotation:
        """The *quotation* as far as the sentence *number* may say whose it is (docs/explanation/laws.md)."""
        if is_title(self._written, quotation):
            return evolve(quotation, end=quotation.start)
        if not self._isolated[number] and not is_isolated(self._sentences, quotation.start):
            return quotation
        start, end = max(quotation.start, span[0]), min(quotation.end, span[1])
        return evolve(quotation, start=start, end=max(start, end))


def _can_be_said(text: str, quotation: Quotation) -> bool:
    """Whether it is longer than a label, or closed like a sentence: "No," he said."""
    return text.count(" ", quotation.start, quotation.end) > 1 or text[quotation.inner_end - 1] in _STOPS


def _cue_span(words: Words, found: Found) -> tuple[int, int]:
    if found.rule not in labels.BY_COLON:
        return words.span(found.first, found.last)
    colon = words.text.index(":", words.end_of(found.last))
    return colon, colon + 1


def _is_act(words: Words, cue: int) -> bool:
    """Whether the verb that ends a cue is an accusation itself, "lied to them", or tells how many it is aimed at: "attacked two"."""
    verb = words.items[cue].verb
    if verb is None or not verb.aimed:
        return False
    if words.items[cue].signs & sign.ACCUSATION:
        return True
    return bool(words.together(cue + 1, min(cue + 2, words.size - 1)) & _NUMBER)


def _nested_candidates(words: Words, places: Iterable[int]) -> list[int]:
    """Those of *places* inside a quotation that say outright that somebody says something."""
    return [at for at in places if words.quoted[at] and words.tags[at] & _OUTRIGHT]


def _cues(words: Words, lists: _Lists, places: Iterable[int]) -> list[Found]:
    """The cues among the words at *places*, in order."""
    found: list[Found] = []
    reach = -1
    for at in places:
        if at > reach:
            one = _cue_at(words, at, lists, found)
            if one is not None:
                found.append(one)
                reach = one.last
                if len(found) == _MOST_CUES:
                    break
    return found if len(found) < _FEWEST_BESIDE else [one for one in found if one.rule != set_phrases.POLL]


def _cue_at(words: Words, at: int, lists: _Lists, earlier: list[Found]) -> Found | None:
    """The cue that begins with, or is, the word *at*."""
    tags = words.tags[at]
    if tags & t.VERB:
        found = verb_cue(words, at, earlier)
        if found is None and words.items[at].low in lists.unowned:
            found = _verb_of_nobody(words, at, lists)
        if found is not None or not tags & _NO_VERB_CUE:
            return found
    for rule in _rules_for(tags & _NO_VERB_CUE):
        found = rule(words, at, lists, earlier)
        if found is not None:
            return found
    return None


_Rule: TypeAlias = Callable[[Words, int, _Lists, list[Found]], Found | None]

_RULES: Final[tuple[tuple[int, _Rule], ...]] = (
    (t.SEEMING, lambda words, at, lists, _: set_phrases.seeming(words, at, lists.set_phrases)),
    (t.LIGHT, lambda words, at, lists, earlier: set_phrases.light_verb(words, at, lists.set_phrases, earlier)),
    (t.PREPOSITIONAL, lambda words, at, lists, _: set_phrases.prepositional(words, at, lists.set_phrases)),
    (t.OPINION, lambda words, at, lists, _: set_phrases.opinion(words, at, lists.set_phrases)),
    (t.HEDGE, lambda words, at, lists, _: hearsay.hedge(words, at, lists.hearsay)),
    (t.NOUN_CUE, lambda words, at, lists, _: set_phrases.raised(words, at, lists.set_phrases)),
    (t.NOUN_CUE, lambda words, at, lists, _: set_phrases.noun(words, at, lists.set_phrases)),
    (t.ADJECTIVE_CUE, lambda words, at, lists, earlier: set_phrases.adjective(words, at, lists.set_phrases, earlier)),
    (t.COLON, lambda words, at, lists, _: labels.label(words, at, lists.labels)),
    (t.COLON, lambda words, at, _, earlier: labels.acting(words, at, earlier)),
)  # fmt: skip
"""The rules for words that are no verbs, in the order in which they are asked, each for words of one kind."""


@cache  # no more than there are sets of eight kinds
def _rules_for(kinds: int) -> tuple[_Rule, ...]:
    return tuple(rule for kind, rule in _RULES if kinds & kind)


def _verb_of_nobody(words: Words, at: int, lists: _Lists) -> Found | None:
    """The cue that the verb *at* is where it has no subject: "Asked about it, …", "it is important to note"."""
    if words.items[at].low in lists.set_phrases.initial:
        return set_phrases.initial(words, at)
    return hearsay.noted(words, at, lists.hearsay)


def _place(attribution: Attribution) -> tuple[int, int]:
    span = attribution.cue or attribution.content
    return (0, 0) if span is None else span[:2]
