"""What a word can be: its classes as bits, and its forms as a verb. Each distinct word of the world is looked at once.

A text is cut at white space; what stands between is a *chunk*, such as ``“Smith’s,``. The vocabulary turns a chunk into
a `Word` and remembers it, so that reading a text is mostly looking up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, reduce
from operator import or_
from typing import Final

from attrs import define

from provenance.text import signs as sign
from provenance.text import tags as t
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import RAISED
from provenance.text.verbs import Verb, verb_table

_REMEMBERED: Final = 50_000
_LONGEST_REMEMBERED: Final = 60
"""Characters of the longest chunk that is remembered; a longer one is no word, and is hardly met again."""


@define(
    eq=False
)  # not frozen, which costs four times as much to make: every new text has a hundred new words
class Word:
    """A chunk of text as a word. `low` is in lower case, without clitics and with straight apostrophes."""

    tags: int
    core: str = ""  # as written, clitics included
    low: str = ""
    lead: str = ""  # the punctuation before it
    trail: str = ""  # the punctuation after it
    verb: Verb | None = None
    forms: int = 0
    signs: int = 0  # as in `provenance.text.signs`
    closes: bool = False  # whether punctuation other than quotation marks stands after it
    width: int = 0  # characters of the chunk, and the space after it
    cues: int = 0  # those of its signs that say that it may be a cue
    parts: tuple[tuple[int, Word], ...] = ()
    """The words of a chunk in which dashes or rarer white space part some, and where they begin in it."""

    @property
    def opens(self) -> bool:
        """Whether punctuation other than quotation marks stands before it."""
        return self.lead.strip(QUOTES) != ""

    def as_adjective(self) -> Word:
        """The word as an adjective, and no verb."""
        return Word(
            t.ADJECTIVE,
            self.core,
            self.low,
            self.lead,
            self.trail,
            signs=self.signs & ~sign.CUES,
            closes=self.closes,
            width=self.width,
        )

    def followed_by(self, marks: str) -> Word:
        """The word with the *marks* that stand behind it too."""
        trail = self.trail + marks
        return Word(
            self.tags,
            self.core,
            self.low,
            self.lead,
            trail,
            self.verb,
            self.forms,
            self.signs,
            trail.strip(QUOTES + JOINS) != "",
            self.width,
            self.cues,
            self.parts,
        )


JOINS: Final = "&"
"""A mark that stands for a word and parts nothing: "Wells & Pumps"."""
_SHOUTED: Final = t.OBJECT_PRONOUN | t.IT | t.RELATIVE | t.WH | t.SUBORDINATOR
"""What a word in capitals is not: "US", "IT", "WHO", "Open Wells AS"."""


_INITIAL: Final = 2  # characters of "J."


_APOSTROPHES: Final = ("'", "’")


_SHORTEST_GUESSED: Final = 5
"""Letters of the shortest word of which the ending says anything."""
_LONGEST_PREFIX: Final = 3
"""Letters before the hyphen of a verb: "co-founded", but "board-certified"."""
_LOOKS: Final = t.CAPITAL | t.ACRONYM | t.OWNER | t.COLON | t.DIGIT | t.LIGHT | t.LED
"""What does not keep the ending of a word from being looked at."""
QUOTES: Final = "\"“”„«»‹›‘’‚'`「」『』"
_LONGEST_NOTE: Final = 4
"""Characters of the number of a note with the bracket that opens it."""
_CURRENCY: Final = "$€£"
_BEGINNING: Final = "_$€£@#%&"
_ENDING: Final = "_%$€£+"
"""What a word may begin and end with besides letters and digits."""


class _Known(dict[str, Word]):
    """Words by chunk; a chunk that is new is looked at when it is first asked for."""

    def __init__(self, look_at: Callable[[str], Word]) -> None:
        super().__init__()
        self._look_at = look_at

    def __missing__(self, chunk: str) -> Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self._look_at(chunk)
        if len(chunk) <= _LONGEST_REMEMBERED:
            self[chunk] = found
        return found


class _InUse(dict[int, tuple[int, int]]):
    """Tags and the signs of words that have them: one number for equal tags, so that those in use stay close at hand."""

    def __missing__(self, tags: int) -> tuple[int, int]:
        found = self[tags] = tags, sign.of_tags(tags)
        return found


class Vocabulary:
    """The words of one lexicon, as fast to look up as they are often met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._tags = _tag_table(lexicon)
        self._verbs = verb_table(lexicon)
        self._abbreviations = lexicon.words("abbreviations", "words")
        self._clitics = tuple(
            (ending, bit) for name, bit in _CLITICS for ending in lexicon.phrases("clitics", name)
        )
        self._negative = lexicon.phrases("clitics", "negative")
        self._adverb_endings = lexicon.phrases("suffixes", "adverb")
        self._past_endings = lexicon.phrases("suffixes", "past")
        self._agent_endings = lexicon.phrases("suffixes", "agent")
        self._group_endings = lexicon.phrases("suffixes", "group")
        self._plural_endings = lexicon.phrases("suffixes", "plural")
        self._singular_endings = lexicon.phrases("suffixes", "singular")
        self._ing_endings = lexicon.phrases("suffixes", "ing")
        self._endings = tuple(
            ending for name in lexicon.tables["suffixes"] for ending in lexicon.phrases("suffixes", name)
        )
        self._signs = sign.of_chunk(lexicon)
        self._joint = _joint().search
        self._in_use = _InUse()
        self.word: Final[Callable[[str], Word]] = _Known(self._look_at).__getitem__
        """The word of a chunk: of what stands between two spaces."""

    def _look_at(self, chunk: str) -> Word:
        signs = self._signs(chunk)
        if chunk.isalnum() and chunk[-1] not in RAISED:
            return self._bare(chunk, signs)
        if not chunk or self._joint(chunk):
            places = [match.span() for match in _part().finditer(chunk)]
            if places != [(0, len(chunk))]:
                return self._joined(chunk, places, signs)
        lead, core, trail = self._parts(chunk)
        return self._marked(self.word(core), lead, trail, signs) if lead or trail else self._bare(core, signs)

    def _joined(self, chunk: str, places: Iterable[tuple[int, int]], signs: int) -> Word:
        """The word of a *chunk* that others stand in, at *places*."""
        parts = tuple((start, self.word(chunk[start:end])) for start, end in places)
        lead, core, trail = self._parts(chunk)
        word = self._marked(self._bare(core, 0), lead, trail, 0)
        word.parts = parts
        word.signs = signs | reduce(or_, (part.signs & sign.OF_WORD for _, part in parts), sign.JOINED)
        return word

    def _marked(self, bare: Word, lead: str, trail: str, signs: int) -> Word:
        """The word *bare* between two runs of punctuation, as a chunk that has the *signs* as it is written."""
        core, tags = bare.core, bare.tags
        width = len(lead) + len(core) + len(trail) + 1
        if not core:
            return Word(t.LETTERLESS, trail=lead + trail, signs=signs | sign.LETTERLESS, width=width)
        if trail:
            tags |= t.COLON if ":" in trail else 0
            if trail[0] in _APOSTROPHES and not lead and bare.low.endswith(self._plural_endings):
                tags |= t.OWNER  # "officials’", "Congress’"
        if lead:
            tags |= t.LED
        tags, of_tags = self._in_use[tags]
        closes = _note().sub("", trail).strip(QUOTES) != ""
        return Word(
            tags,
            core,
            bare.low,
            lead,
            trail,
            bare.verb,
            bare.forms,
            signs | of_tags,
            closes,
            width,
            of_tags & sign.CUES,
        )

    def _bare(self, core: str, signs: int) -> Word:
        """The word *core* without punctuation around it, as a chunk that has the *signs* as it is written."""
        low = core.lower()
        if low == core:
            low = core  # one string for both
        if core.isalnum():
            stem, tags = low, self._tags.get(low, 0)
        else:
            low = low.replace("’", "'").removesuffix(".")
            stem, tags = self._listed(low)
        verb, forms = self._verbs.get(low, _NO_VERB)
        if verb is not None:
            tags |= t.VERB
        tags |= _shape(core)
        if tags & t.ACRONYM:
            tags &= ~_SHOUTED
        if low.endswith(self._endings) or stem is not low:
            tags = self._guessed(stem, tags) | self._of_ending(low)
        if len(core) == _INITIAL and core[1] == "." and core[0].isupper():
            tags, verb, forms = t.CAPITAL, None, 0
        tags, of_tags = self._in_use[tags]
        return Word(
            tags, core, stem, "", "", verb, forms, signs | of_tags, False, len(core) + 1, of_tags & sign.CUES
        )

    def _listed(self, low: str) -> tuple[str, int]:
        """The word without what hangs on it, and what the lexicon says of both."""
        stem, clitic = self._stem(low)
        tags = self._tags.get(low, 0)
        if not tags:
            tags = self._tags.get(stem, 0) | clitic
        elif clitic == t.OWNER:
            tags |= clitic
        if clitic == t.OWNER and tags & t.PRONOUN:
            tags = tags & ~t.OWNER | t.CLITIC
        if low.endswith(self._negative):
            tags |= t.NEGATION
        return stem, tags

    def _of_ending(self, low: str) -> int:
        if low.endswith(self._ing_endings):
            return t.GUESSED_ING
        is_plural = low.endswith(self._plural_endings) and not low.endswith(self._singular_endings)
        return t.PLURAL if is_plural else 0

    def _parts(self, chunk: str) -> tuple[str, str, str]:
        """The punctuation before a word, the word, and the punctuation after it."""
        start, end = 0, len(chunk)
        while start < end and not (chunk[start].isalnum() or chunk[start] in _BEGINNING):
            start += 1
        while end > start and (
            not (chunk[end - 1].isalnum() or chunk[end - 1] in _ENDING) or chunk[end - 1] in RAISED
        ):
            end -= 1
            note = chunk.rfind("[", max(start + 1, end - _LONGEST_NOTE), end) if chunk[end] == "]" else -1
            if note > 0 and chunk[note + 1 : end].isdigit():
                end = note
        core, trail = chunk[start:end], chunk[end:]
        if trail.startswith(".") and self._keeps_stop(core):
            core, trail = core + ".", trail[1:]
        return chunk[:start], core, trail

    def _keeps_stop(self, core: str) -> bool:
        return (
            core.lower() in self._abbreviations or (len(core) == 1 and core.isupper()) or core[-2:-1] == "."
        )

    def _stem(self, low: str) -> tuple[str, int]:
        if "'" in low:
            for ending, bit in self._clitics:
                if low.endswith(ending):
                    return low.removesuffix(ending), bit
        return low, 0

    def _guessed(self, stem: str, tags: int) -> int:
        """The *tags* of a word with what its ending says, where nothing else says what it is."""
        if tags & ~_LOOKS:
            return tags
        if tags & t.CAPITAL:
            return tags | t.GROUP if stem.endswith(self._group_endings) else tags
        if len(stem) < _SHORTEST_GUESSED:
            return tags
        if stem.endswith(self._adverb_endings):
            return tags | t.ADVERB
        if stem.endswith(self._past_endings):
            is_compound = "-" in stem[_LONGEST_PREFIX:]
            return tags | (t.ADJECTIVE if is_compound else t.GUESSED_PAST)
        if stem.endswith(self._group_endings):
            return tags | t.GROUP
        return tags | t.ROLE if stem.endswith(self._agent_endings) else tags


_CLITICS: Final = (
    ("possessive", t.OWNER),
    ("auxiliary", t.CLITIC),
    ("be", t.CLITIC | t.CLITIC_BE),
)
"""What hangs on a word, by the list of endings that it stands in."""
_NO_VERB: Final[tuple[Verb | None, int]] = (None, 0)


@cache
def _joint() -> re.Pattern[str]:
    """What may part the words of a chunk besides single spaces: dashes, and other white space."""
    return re.compile(r"[\s—―–]|--")


@cache
def _note() -> re.Pattern[str]:
    """What calls a note to a word, and parts it from no other: "Vale[12] said", "Vale³ said", "The experts* said"."""
    return re.compile(rf"\[\d{{1,3}}\]|[*†‡{RAISED}]")


@cache
def _part() -> re.Pattern[str]:
    """A word of a chunk, or a dash between two: a lone hyphen or a short dash between digits joins, others part."""
    return re.compile(r"(?:[^\s—―–-]+|-(?!-)|(?<=\w)–(?=\w))+|[—―–-]+")


def _shape(core: str) -> int:
    first = core[:1]
    if first.islower():
        return 0
    if first.isdigit() or (first in _CURRENCY and core[1:2].isdigit()):
        return t.DIGIT
    if not first.isupper():
        return 0
    letters = core.removesuffix("’s").removesuffix("'s").replace(".", "")
    return t.CAPITAL | t.ACRONYM if len(letters) > 1 and letters.isupper() else t.CAPITAL


def _tag_table(lexicon: Lexicon) -> dict[str, int]:
    """The tags of each word that stands in a list of *lexicon*."""
    tags: dict[str, int] = {}
    for words, bit in _lists(lexicon):
        for word in words:
            tags[word] = tags.get(word, 0) | bit
    return tags


def _lists(lexicon: Lexicon) -> Iterator[tuple[Iterable[str], int]]:
    yield from ((lexicon.words("tags", name), bit) for name, bit in t.LISTED.items())
    yield from ((lexicon.words(*path), bit) for path, bit in _MARKED)
    yield map(anchor, lexicon.phrases("prepositional", "phrases")), t.PREPOSITIONAL
    yield map(anchor, lexicon.phrases("agentless", "phrases")), t.HEDGE


def anchor(phrase: str) -> str:
    """The word of *phrase* by which it is looked for: its longest, which is the rarest."""
    return max(phrase.split(), key=len)


_MARKED: Final = (
    (("nounlike", "words"), t.NOUNLIKE),
    (("shy", "words"), t.SHY),
    (("light", "verbs"), t.LIGHT),
    (("light", "nouns"), t.NOUN_CUE),
    (("noun_cue", "words"), t.NOUN_CUE),
    (("noun_cue", "told"), t.NOUN_CUE),
    (("adjective", "words"), t.ADJECTIVE_CUE),
    (("agentless", "adverbs"), t.HEDGE),
    (("agentless", "impersonal"), t.IMPERSONAL),
    (("seeming", "words"), t.SEEMING),
    (("prepositional", "per"), t.PREPOSITIONAL),
    (("opinion", "nouns"), t.OPINION),
    (("opinion", "reckoned"), t.OPINION),
    (("opinion", "polls"), t.OPINION),
    (("occasion", "nouns"), t.OCCASION),
)
"""The lists outside `[tags]` whose words have a bit too."""


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of *lexicon*, built once."""
    return Vocabulary(lexicon)
