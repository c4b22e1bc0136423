"""What a word can be: its classes as bits, and its forms as a verb. Each distinct word of the world is looked at once.

A text is cut at white space; what stands between is a *chunk*, such as ``“Smith’s,``. The vocabulary turns a chunk into
a `Word` and remembers it, so that reading a text is mostly looking up.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from provenance.text.lexicon import Lexicon

_REMEMBERED: Final = 50_000
"""Chunks kept; a text with more distinct ones is read just as well, only more slowly."""

_TABLES: Final = (
    "article",
    "demonstrative",
    "quantifier",
    "possessive",
    "preposition",
    "conjunction",
    "subordinator",
    "wh",
    "relative",
    "that",
    "to",
    "be",
    "have",
    "do",
    "modal",
    "negation",
    "adverb",
    "time",
    "time_modifier",
    "he",
    "they",
    "i",
    "it",
    "there",
    "object_pronoun",
    "you",
    "indefinite",
    "addressable",
    "title",
    "role",
    "group",
    "organisation",
    "organisation_plural",
    "document",
    "anonymous",
    "pseudonoun",
    "governor",
    "other_verb",
    "place",
    "by",
    "vague_document",
    "adjective",
    "of",
    "indefinite_article",
    "linking",
)
"""The tables of `[tags]` in a lexicon, each of which has a bit of its own."""

_BITS: Final = {name: 1 << at for at, name in enumerate(_TABLES)}

ARTICLE: Final = _BITS["article"]
DEMONSTRATIVE: Final = _BITS["demonstrative"]
QUANTIFIER: Final = _BITS["quantifier"]
POSSESSIVE: Final = _BITS["possessive"]
PREPOSITION: Final = _BITS["preposition"]
CONJUNCTION: Final = _BITS["conjunction"]
SUBORDINATOR: Final = _BITS["subordinator"]
WH: Final = _BITS["wh"]
RELATIVE: Final = _BITS["relative"]
THAT: Final = _BITS["that"]
TO: Final = _BITS["to"]
BE: Final = _BITS["be"]
HAVE: Final = _BITS["have"]
DO: Final = _BITS["do"]
MODAL: Final = _BITS["modal"]
NEGATION: Final = _BITS["negation"]
ADVERB: Final = _BITS["adverb"]
TIME: Final = _BITS["time"]
TIME_MODIFIER: Final = _BITS["time_modifier"]
HE: Final = _BITS["he"]
THEY: Final = _BITS["they"]
AUTHOR: Final = _BITS["i"]
IT: Final = _BITS["it"]
THERE: Final = _BITS["there"]
OBJECT_PRONOUN: Final = _BITS["object_pronoun"]
YOU: Final = _BITS["you"]
INDEFINITE: Final = _BITS["indefinite"]
ADDRESSABLE: Final = _BITS["addressable"]
TITLE: Final = _BITS["title"]
ROLE: Final = _BITS["role"]
GROUP: Final = _BITS["group"]
ORGANISATION: Final = _BITS["organisation"]
ORGANISATION_PLURAL: Final = _BITS["organisation_plural"]
DOCUMENT: Final = _BITS["document"]
ANONYMOUS: Final = _BITS["anonymous"]
PSEUDONOUN: Final = _BITS["pseudonoun"]
GOVERNOR: Final = _BITS["governor"]
OTHER_VERB: Final = _BITS["other_verb"]
PLACE: Final = _BITS["place"]
BY: Final = _BITS["by"]
VAGUE_DOCUMENT: Final = _BITS["vague_document"]
ADJECTIVE: Final = _BITS["adjective"]
OF: Final = _BITS["of"]
INDEFINITE_ARTICLE: Final = _BITS["indefinite_article"]
LINKING: Final = _BITS["linking"]

_NEXT: Final = len(_TABLES)
CAPITAL: Final = 1 << _NEXT  # begins with a capital
ACRONYM: Final = 1 << (_NEXT + 1)  # two capitals and more, and no small letter
DIGIT: Final = 1 << (_NEXT + 2)  # begins with a digit
OWNER: Final = 1 << (_NEXT + 3)  # carries a possessive ending
CLITIC: Final = 1 << (_NEXT + 4)  # carries an auxiliary: "they've"
VERB: Final = 1 << (_NEXT + 5)  # a form of a verb that can be a cue
NOUNLIKE: Final = 1 << (_NEXT + 6)  # … which is as often a noun
GUESSED_PAST: Final = 1 << (_NEXT + 7)  # an unlisted word that looks like a past form
LIGHT: Final = 1 << (_NEXT + 8)  # a verb that says little by itself: "expressed"
NOUN_CUE: Final = 1 << (_NEXT + 9)  # a noun that can be a cue: "claim"
ADJECTIVE_CUE: Final = 1 << (_NEXT + 10)  # "convinced"
PREPOSITIONAL: Final = 1 << (_NEXT + 11)  # may begin a prepositional cue
HEDGE: Final = 1 << (_NEXT + 12)  # "reportedly"
IMPERSONAL: Final = 1 << (_NEXT + 13)  # a participle of "it is believed"
COLON: Final = 1 << (_NEXT + 14)  # ends in a colon
SEEMING: Final = 1 << (_NEXT + 15)  # "seems"
SHY: Final = 1 << (_NEXT + 16)  # a verb form only after a pronoun, an auxiliary or an adverb

PRONOUN: Final = HE | THEY | AUTHOR | IT | YOU
AUXILIARY: Final = BE | HAVE | DO | MODAL
DETERMINER: Final = ARTICLE | DEMONSTRATIVE | POSSESSIVE
CANDIDATE: Final = VERB | LIGHT | NOUN_CUE | ADJECTIVE_CUE | PREPOSITIONAL | HEDGE | COLON | SEEMING

# The forms of a verb.
BASE: Final = 1
THIRD: Final = 2
PAST: Final = 4
PARTICIPLE: Final = 8
ING: Final = 16
_FORMS: Final = (THIRD, PAST, PARTICIPLE, ING)

# What a verb takes: the complement that makes it a cue.
_TAKES: Final = {"any": 1, "that": 2, "quote": 4, "clause": 8, "to": 16, "object": 32, "end": 64, "colon": 128}
ANY: Final = _TAKES["any"]
TAKES_THAT: Final = _TAKES["that"]
QUOTE: Final = _TAKES["quote"]
CLAUSE: Final = _TAKES["clause"]
TAKES_TO: Final = _TAKES["to"]
OBJECT: Final = _TAKES["object"]
END: Final = _TAKES["end"]
TAKES_COLON: Final = _TAKES["colon"]


class Verb(NamedTuple):
    """A verb that can say that something is said, and what must follow it for that."""

    lemma: str
    mode: str  # assert or stance
    evidence: bool  # also of documents and figures: "shows"
    takes: int
    particles: frozenset[str]
    far: bool = False  # its particles may stand behind an object


class Word(NamedTuple):
    """A chunk of text as a word. `low` is in lower case, without clitics and with straight apostrophes."""

    lead: str  # the punctuation before it
    core: str  # as written, clitics included
    trail: str  # the punctuation after it
    low: str
    tags: int
    verb: Verb | None
    forms: int


_INITIAL: Final = 2  # characters of "J."
_APOSTROPHES: Final = ("'", "’")
_PARTS: Final = re.compile(r"([^\w$€£@#%&]*)(.*?)([^\w%$€£+]*)", re.DOTALL)


class Vocabulary:
    """The words of one lexicon, as fast to look up as they are often met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._tags = _tag_table(lexicon)
        self._verbs = _verb_table(lexicon)
        self._abbreviations = lexicon.words("abbreviations", "words")
        self._clitics = tuple(
            (ending, bit)
            for name, bit in (("possessive", OWNER), ("auxiliary", CLITIC))
            for ending in lexicon.phrases("clitics", name)
        )
        self._negative = lexicon.phrases("clitics", "negative")
        self._adverb_endings = lexicon.phrases("suffixes", "adverb")
        self._past_endings = lexicon.phrases("suffixes", "past")
        self._agent_endings = lexicon.phrases("suffixes", "agent")
        self.known: dict[str, Word] = {}

    def word(self, chunk: str) -> Word:
        """The word of *chunk*, which has no white space in it."""
        found = self.known.get(chunk)
        if found is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            found = self.known[chunk] = self._look_at(chunk)
        return found

    def _look_at(self, chunk: str) -> Word:
        lead, core, trail = self._parts(chunk)
        low = core.lower().replace("’", "'").removesuffix(".")
        stem, clitic = self._stem(low)
        tags = self._tags.get(low, 0)
        if not tags:
            tags = self._tags.get(stem, 0) | clitic
        elif clitic == OWNER:
            tags |= clitic
        if len(core) == _INITIAL and core.endswith(".") and core[0].isupper():
            return Word(lead, core, trail, stem, CAPITAL, None, 0)
        if clitic == OWNER and tags & PRONOUN:
            tags = tags & ~OWNER | CLITIC
        if low.endswith(self._negative):
            tags |= NEGATION
        verb, forms = self._verbs.get(low, (None, 0))
        tags |= _shape(core) | (VERB if verb else 0) | (COLON if ":" in trail else 0)
        if not tags & ~(CAPITAL | ACRONYM | OWNER | COLON | DIGIT):
            tags |= self._guess(stem, tags)
        if trail[:1] in _APOSTROPHES and low.endswith("s") and not lead:
            tags |= OWNER
        return Word(lead, core, trail, stem, tags, verb, forms)

    def _parts(self, chunk: str) -> tuple[str, str, str]:
        matched = _PARTS.fullmatch(chunk)
        assert matched is not None
        lead, core, trail = matched.groups()
        if trail.startswith(".") and self._keeps_stop(core):
            core, trail = core + ".", trail[1:]
        return lead, core, trail

    def _keeps_stop(self, core: str) -> bool:
        return core.lower() in self._abbreviations or (len(core) == 1 and core.isupper()) or core[-2:-1] == "."

    def _stem(self, low: str) -> tuple[str, int]:
        if "'" in low:
            for ending, bit in self._clitics:
                if low.endswith(ending):
                    return low[: -len(ending)] if bit == CLITIC or ending != "s'" else low[:-1], bit
        return low, 0

    def _guess(self, stem: str, tags: int) -> int:
        """What an unlisted word looks like from its ending."""
        if tags & CAPITAL:
            return GROUP if stem.endswith(self._agent_endings) and stem.endswith("s") else 0
        if len(stem) > 4 and stem.endswith(self._adverb_endings):
            return ADVERB
        if len(stem) > 4 and stem.endswith(self._past_endings):
            return GUESSED_PAST
        if len(stem) > 5 and stem.endswith(self._agent_endings):
            return GROUP if stem.endswith("s") else ROLE
        return 0


def _shape(core: str) -> int:
    if not core:
        return 0
    first = core[0]
    if first.isdigit() or (first in "$€£" and core[1:2].isdigit()):
        return DIGIT
    if not first.isupper():
        return 0
    letters = core.removesuffix("’s").removesuffix("'s").replace(".", "")
    return CAPITAL | ACRONYM if len(letters) > 1 and letters.isupper() else CAPITAL


def _tag_table(lexicon: Lexicon) -> dict[str, int]:
    tags: dict[str, int] = {}

    def mark(words: Iterator[str] | frozenset[str], bit: int) -> None:
        for word in words:
            tags[word] = tags.get(word, 0) | bit

    for name, bit in _BITS.items():
        mark(lexicon.words("tags", name), bit)
    mark(lexicon.words("nounlike", "words"), NOUNLIKE)
    mark(lexicon.words("light", "verbs"), LIGHT)
    mark(lexicon.words("noun_cue", "words"), NOUN_CUE)
    mark(lexicon.words("adjective", "words"), ADJECTIVE_CUE)
    mark(lexicon.words("agentless", "adverbs"), HEDGE)
    mark(lexicon.words("agentless", "impersonal"), IMPERSONAL)
    mark(lexicon.words("seeming", "words"), SEEMING)
    mark(lexicon.words("shy", "words"), SHY)
    firsts = [phrase.split()[0] for phrase in lexicon.phrases("prepositional", "phrases")]
    mark(frozenset([*firsts, *lexicon.words("prepositional", "per"), *lexicon.words("opinion", "before")]), PREPOSITIONAL)
    return tags


def _verb_table(lexicon: Lexicon) -> dict[str, tuple[Verb, int]]:
    verbs: dict[str, Verb] = {}
    for row in lexicon.tables["verb"]:
        takes = sum({_TAKES[name] for name in (*row.get("takes", ()), *row.get("also", ()))})
        for lemma in dict.fromkeys(row["lemmas"].split()):
            new = Verb(lemma, row["class"], row.get("evidence", False), takes, frozenset(row.get("with", ())), row.get("far", False))
            verbs[lemma] = _merged(verbs[lemma], new) if lemma in verbs else new
    forms: dict[str, tuple[Verb, int]] = {}
    for verb in verbs.values():
        for form, bit in _forms(verb.lemma, lexicon.tables):
            other = forms.get(form)
            if other is None or other[0] is verb:
                forms[form] = (verb, bit | (other[1] if other else 0))
    return forms


def _merged(old: Verb, new: Verb) -> Verb:
    return old._replace(
        evidence=old.evidence or new.evidence,
        takes=old.takes | new.takes,
        particles=old.particles | new.particles,
        far=old.far or new.far,
    )


def _forms(lemma: str, tables: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The forms of the verb *lemma*, each with what it is."""
    yield lemma, BASE
    irregular = tables["irregular"].get(lemma)
    if irregular is not None:
        for cell, bit in zip(irregular.split(), _FORMS, strict=True):
            yield from ((form, bit) for form in cell.split("/"))
        return
    row = next(row for row in tables["inflection"] if lemma.endswith(tuple(row["ending"])))
    for change, bit in zip(row["forms"], _FORMS, strict=True):
        yield _changed(lemma, change), bit


def _changed(lemma: str, change: str) -> str:
    """*lemma* with an ending: ``+ed`` adds it, ``-1ing`` first takes one letter away."""
    if change.startswith("+"):
        return lemma + change[1:]
    return lemma[: -int(change[1])] + change[2:]


_BUILT: Final[weakref.WeakKeyDictionary[Lexicon, Vocabulary]] = weakref.WeakKeyDictionary()


def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of *lexicon*, built once."""
    found = _BUILT.get(lexicon)
    if found is None:
        found = _BUILT[lexicon] = Vocabulary(lexicon)
    return found
