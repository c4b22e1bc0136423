"""Who says what: the attributions of a text, in order.

Each sentence is read by itself: its words are looked up, its cues found (`cues`, `set_phrases`), their contents measured
out (`contents`), their sources sorted (`kinds`). Only then does anything look further: pronouns and bare surnames
(`resolution`), and quotations that nobody is said to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.text import set_phrases
from provenance.text import tags as t
from provenance.text.contents import DIRECT, Content, contents
from provenance.text.cues import verb_cue
from provenance.text.facts import Attribution, Cue, Source, SourceKind, Span
from provenance.text.found import Found
from provenance.text.kinds import head_of, kind_of
from provenance.text.lexicon import Lexicon
from provenance.text.names import Names
from provenance.text.phrases import Phrase, before
from provenance.text.quotations import Quotation, is_speech
from provenance.text.resolution import Mention, Reader
from provenance.text.sentences import Copy, Sentence
from provenance.text.vocabulary import Vocabulary, vocabulary
from provenance.text.words import Words, joints_of

UNATTRIBUTED: str = "unattributed_quotation"


def attribute(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
    skip: Sequence[tuple[int, int]] = (),
) -> tuple[Attribution, ...]:
    """The attributions of *text*, sorted by place.

    Args:
        text: the text, in NFC.
        sentences: its sentences, as `sentences.split` gives them.
        quotations: its quotations, as `quotations.find` gives them.
        lexicon: the words of its language.
        skip: passages in which nobody speaks, such as menus and captions, sorted.
    """
    reading = _Reading(text, lexicon, quotations)
    names = Names(text, sentences, reading.vocabulary)
    reader = Reader(names, [sentence.is_isolated for sentence in sentences])
    found: list[Attribution] = []
    for number, sentence in enumerate(sentences):
        start = _spoken_from(sentence, skip)
        if start < sentence.end:
            found.extend(_of_sentence(reading, reader, number, sentence._replace(start=start)))
    found.extend(_unattributed(text, sentences, quotations, found, skip))
    found.sort(key=_place)
    return tuple(found)


class _Reading:
    """What is the same for every sentence of a text; hands out the quotations that touch each in turn."""

    def __init__(self, text: str, lexicon: Lexicon, quotations: Sequence[Quotation]) -> None:
        self.text = text
        self.vocabulary: Vocabulary = vocabulary(lexicon)
        self.lists = set_phrases.set_phrases(lexicon)
        self.joints = joints_of(text)
        self.withheld = lexicon.phrases("tags", "withheld")
        self._quotations = [each for each in quotations if text.count(" ", each.start, each.end) > 1]
        self._next = 0

    def touching(self, sentence: Sentence) -> list[Quotation]:
        """The quotations that touch *sentence*, or end right before it; sentences come in order."""
        quotations = self._quotations
        while self._next < len(quotations) and quotations[self._next].end < sentence.start - 1:
            self._next += 1
        found = []
        for at in range(self._next, len(quotations)):
            if quotations[at].start >= sentence.end:
                break
            found.append(quotations[at])
        return found


def _of_sentence(reading: _Reading, reader: Reader, number: int, sentence: Sentence) -> Iterator[Attribution]:
    words = Words(reading.text, (sentence.start, sentence.end), reading.vocabulary, reading.joints)
    if not words.all_tags & t.CANDIDATE:
        return
    quotations = reading.touching(sentence)
    words.part(quotations)
    found = _cues(words, reading.lists)
    if not found:
        return
    repeated = sentence.copy == Copy.LATER
    for one, content in zip(found, contents(words, found, quotations), strict=True):
        source, flags = None, ()
        if one.source is not None:
            source, flags = reader.read(_mention(words, one.source, number, reading.withheld))
        yield _attribution(words, one, content, source)._replace(flags=flags, repeated=repeated)


def _attribution(words: Words, found: Found, content: Content, source: Source | None) -> Attribution:
    start, end = _cue_span(words, found)
    cue = Cue(start, end, words.text[start:end])
    return Attribution(content.form, found.mode, content.depth, found.rule, source, cue, content.span)


def _cue_span(words: Words, found: Found) -> tuple[int, int]:
    if found.rule != "label":
        return words.span(found.first, found.last)
    colon = words.text.index(":", words.end_of(found.last))
    return colon, colon + 1


def _mention(words: Words, phrase: Phrase, number: int, withheld: tuple[str, ...]) -> Mention:
    """The source that the phrase names, and what is to be guessed of it."""
    source = _source(words, phrase, withheld)
    tags = words.tags[phrase.first]
    if source.kind is SourceKind.PRONOUN:
        if tags & t.RELATIVE and phrase.first:
            antecedent = before(words, phrase.first - 1)
            named = None if antecedent is None else _source(words, antecedent, withheld)
            return Mention(source, "relative", number, named)
        return Mention(source, _sort_of_pronoun(tags), number)
    if source.kind is SourceKind.PERSON and " " not in source.text.strip():
        return Mention(source, "surname", number, surname=_bare(words, phrase.first))
    return Mention(source, "", number)


def _bare(words: Words, at: int) -> str:
    """The word without a possessive ending, as it is written."""
    return words.items[at].core[: len(words.low(at))]


def _sort_of_pronoun(tags: int) -> str:
    """Whom a pronoun can mean: one person, several, a thing; empty where nothing is to be guessed."""
    if tags & (t.HE | t.OF_HE):
        return "he"
    if tags & (t.THEY | t.OF_THEY):
        return "they"
    return "it" if tags & (t.IT | t.OF_IT) else ""


def _source(words: Words, phrase: Phrase, withheld: tuple[str, ...]) -> Source:
    start, end = words.span(phrase.first, phrase.last)
    if words.tags[phrase.first] & t.CLITIC and phrase.first == phrase.last:
        end = start + len(words.low(phrase.first))
    else:
        end = _closed(words, phrase, end)
    kind = kind_of(words, phrase.first, phrase.last, withheld)
    return Source(start, end, words.text[start:end], kind, _identity(words, phrase, kind))


def _closed(words: Words, phrase: Phrase, end: int) -> int:
    """The end of the phrase with the bracket that it opened, and the comma that closes it."""
    text = words.text
    if "(" in text[words.places[phrase.first] : end] and text.find(")", end, end + 2) >= 0:
        end = text.index(")", end) + 1
    return end + 1 if phrase.closed and text[end : end + 1] == "," else end


def _identity(words: Words, phrase: Phrase, kind: SourceKind) -> str:
    """A person goes by the surname, in full names and bare; anything else by its words."""
    if kind is SourceKind.PERSON:
        return words.low(_surname(words, phrase))
    return " ".join(words.low(at) for at in range(phrase.first, phrase.last + 1))


def _surname(words: Words, phrase: Phrase) -> int:
    """The word that a person goes by: the last of the name, which may stand behind a role."""
    head = head_of(words, phrase.first, phrase.last)
    if not words.tags[head] & t.CAPITAL:
        head = next((at for at in range(head, phrase.last + 1) if words.tags[at] & t.CAPITAL), head)
    if words.tags[head] & (t.TITLE | t.ROLE) and words.tags[phrase.last] & t.CAPITAL:
        return phrase.last
    while head < phrase.last and words.tags[head + 1] & t.CAPITAL and not words.gaps[head]:
        head += 1
    return head


def _cues(words: Words, lists: set_phrases.SetPhrases) -> list[Found]:
    """The cues of one sentence, in order."""
    found: list[Found] = []
    reach = -1
    for at, tags in enumerate(words.tags):
        if tags & t.CANDIDATE and at > reach and not words.quoted[at]:
            one = _cue_at(words, at, lists, found)
            if one is not None:
                found.append(one)
                reach = one.last
    return found


def _cue_at(words: Words, at: int, lists: set_phrases.SetPhrases, earlier: list[Found]) -> Found | None:
    """The cue that begins with, or is, the word *at*."""
    tags = words.tags[at]
    found = None
    if tags & t.VERB:
        found = verb_cue(words, at, earlier)
        found = found or set_phrases.initial(words, at, lists)
    if found is None and tags & t.SEEMING:
        found = set_phrases.seeming(words, at, lists)
    if found is None and tags & t.LIGHT:
        found = set_phrases.light_verb(words, at, lists, earlier)
    if found is None and tags & t.PREPOSITIONAL:
        found = set_phrases.prepositional(words, at, lists)
    if found is None and tags & t.OPINION:
        found = set_phrases.opinion(words, at, lists)
    if found is None and tags & t.HEDGE:
        found = set_phrases.hedge(words, at)
    if found is None and tags & t.NOUN_CUE:
        found = set_phrases.raised(words, at, lists) or set_phrases.noun(words, at, lists)
    if found is None and tags & t.ADJECTIVE_CUE:
        found = set_phrases.adjective(words, at, lists, earlier)
    if found is None and tags & t.COLON:
        found = set_phrases.label(words, at, lists)
    return found


def _spoken_from(sentence: Sentence, skip: Sequence[tuple[int, int]]) -> int:
    """Where the sentence begins once a passage in which nobody speaks is left out at its head, such as a dateline."""
    start = sentence.start
    for begin, end in skip:
        if begin <= start < end:
            start = end
    return start


def _unattributed(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
    skip: Sequence[tuple[int, int]],
) -> Iterator[Attribution]:
    """The quotations of speech that no attribution speaks for."""
    attributed = _Attributed(sentences, quotations, found)
    for quotation in quotations:
        if not is_speech(text, quotation) or attributed.covers(quotation):
            continue
        if any(start <= quotation.start < end for start, end in skip):
            continue
        yield Attribution(
            DIRECT,
            "assert",
            0,
            UNATTRIBUTED,
            None,
            None,
            Span(quotation.start, quotation.end),
            (),
            attributed.is_copy(quotation),
        )


class _Attributed:
    """Which quotations somebody is said to say: by an attribution, or by another quotation of their paragraph."""

    def __init__(
        self, sentences: Sequence[Sentence], quotations: Sequence[Quotation], found: Sequence[Attribution]
    ) -> None:
        self._sentences = sentences
        self._spans = sorted(
            each.content for each in found if each.content is not None and each.form != "indirect"
        )
        self._paragraphs = {q.paragraph for q in quotations if self._overlaps(q)}
        self._continued: set[int] = set()
        for earlier, later in zip(quotations, quotations[1:], strict=False):
            if (
                not earlier.closed
                and later.opens_line
                and (earlier.paragraph in self._paragraphs or earlier.paragraph in self._continued)
            ):
                self._continued.add(later.paragraph)

    def _overlaps(self, quotation: Quotation) -> bool:
        return any(span.start < quotation.end and quotation.start < span.end for span in self._spans)

    def covers(self, quotation: Quotation) -> bool:
        """Whether somebody is said to say *quotation*."""
        return quotation.paragraph in self._paragraphs or quotation.paragraph in self._continued

    def is_copy(self, quotation: Quotation) -> bool:
        """Whether the sentence that *quotation* begins in stands earlier in the text."""
        return any(s.copy == Copy.LATER for s in self._sentences if s.start <= quotation.start < s.end)


def _place(attribution: Attribution) -> tuple[int, int]:
    span = attribution.cue or attribution.content
    return (0, 0) if span is None else (span.start, span.end)
