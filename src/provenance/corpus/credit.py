"""Whether a document says whose text it carries: credit lines, agency datelines, canonical links, links to the source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from provenance.corpus.entry import Entry
from provenance.values.normal_forms import normalized

_LONGEST_PHRASE: Final = 120
"""Characters after a credit's first words that are read for a name."""

_LATEST_CUE: Final = 60
"""Characters of their sentence that may stand before them: "This article by … was originally published"."""

_LONGEST_CUE: Final = 40
"""Characters of the longest first words in the table."""

_SHORT_LINE: Final = 240
"""Characters of the longest line that can be a credit line in the middle of a text."""

_EDGE: Final = 5
"""Sentences at the beginning and the end of a text that can give credit however long their lines are."""

_LEAST_LABEL: Final = 5
"""Letters of a host label by which a publisher is known in a credit; "ap" or "time" stands in too many words."""

_LONGEST_NAME: Final = 6
"""Words of the longest publisher's name that is looked for."""

Words = tuple[str, ...]


class Credit(StrEnum):
    """What a document says of the source of its text (CredWeb §7.1)."""

    ACCURATE = "accurate"  # it names the source
    INACCURATE = "inaccurate"  # it names another publisher of the corpus
    UNCLEAR = "unclear"  # it names nobody, or somebody the corpus does not know
    NONE = "none"


class Mention(NamedTuple):
    """One credit that a text gives: the words in which a name is looked for, as they are written."""

    kind: str  # origin, source, dateline
    phrase: str


@lru_cache(maxsize=1024)
def mentions(text: str) -> tuple[Mention, ...]:
    r"""The credits that *text* gives, in order.

    >>> mentions("Ferries stop.\\n\\nOriginally published by Tarnmoor Herald.")
    (Mention(kind='origin', phrase=' by Tarnmoor Herald.'),)
    >>> mentions("OSLO (Nordwire) - Ferries stop.")
    (Mention(kind='dateline', phrase='Nordwire'),)
    """
    composed = normalized("NFC", text)
    lines = [line.strip() for line in composed.replace("\r", "\n").split("\n") if line.strip()]
    found = [Mention("dateline", match[1]) for line in lines[:_EDGE] if (match := _dateline().match(line))]
    whole = _low(composed)
    cues = _cues_in(whole)
    if not cues and not _may_have_source_line(whole):
        return tuple(found)
    sentences = [(sentence, len(line) <= _SHORT_LINE) for line in lines for sentence in _sentences(line)]
    last = len(sentences) - _EDGE
    for n, (sentence, is_short) in enumerate(sentences):
        if is_short or n < _EDGE or n >= last:
            found += _in_sentence(sentence, cues)
    return tuple(found)


def _cues_in(whole: str) -> list[str]:
    """The first words of a credit that stand somewhere in a text."""
    stems = [stem for stem in _table()["stems"] if stem in whole]
    return [cue for cue in _table()["origin"] if any(stem in cue for stem in stems) and cue in whole]


def _may_have_source_line(whole: str) -> bool:
    """Whether what stands before a colon ends as the beginning of a source line does."""
    before = whole.replace("：", ":").split(":")[:-1]
    return any(part.rstrip().endswith(_table()["source"]) for part in before)


def _sentences(line: str) -> Iterator[str]:
    """The rest of *line* from the beginning of each of its sentences on, as far as it is read."""
    starts = [0, *(match.end() for match in _stop().finditer(line))]
    return (line[start : start + _LATEST_CUE + _LONGEST_CUE + _LONGEST_PHRASE] for start in starts)


def _in_sentence(sentence: str, cues: Sequence[str]) -> Iterator[Mention]:
    """The credit at the beginning of *sentence*, with one of the *cues* of the table or as a source line."""
    head = sentence[: _LATEST_CUE + _LONGEST_CUE]
    if not cues and ":" not in head and "：" not in head:
        return
    low = _low(head)
    for cue in cues:
        at = low.find(cue, 0, _LATEST_CUE + len(cue))
        if at >= 0 and not _stop().search(sentence, 0, at + 1):  # a stop shows by what follows it
            yield Mention("origin", _phrase(sentence[at + len(cue) :]))
            return
    start = _source_line().match(low)
    if start is not None:
        yield Mention("source", _phrase(sentence[start.end() :]))


def _low(text: str) -> str:
    """*text* in lower case, one character for one."""
    return text.replace("\u0130", "i").lower()


def _phrase(rest: str) -> str:
    """What follows the first words of a credit, up to the end of its sentence."""
    return _stop().split(rest[:_LONGEST_PHRASE], maxsplit=1)[0]


def credit(of: Entry, to: Entry, publishers: Collection[Words]) -> Credit:
    """How the document *of* credits *to* as the source of the text that they share.

    What both say alike credits a third, unless it names *to*. *publishers* are the names in the corpus.
    """
    if not {*of.canonicals, *of.links}.isdisjoint(to.addresses):
        return Credit.ACCURATE
    own, found = mentions(of.text), Credit.NONE
    theirs = set(mentions(to.text)) if own else ()
    for mention in own:
        if names(mention, to):
            return Credit.ACCURATE
        if mention not in theirs and not names(mention, of):
            found = _worse(found, _unmatched(mention, publishers))
    return found


def _unmatched(mention: Mention, publishers: Collection[Words]) -> Credit:
    """What a credit that does not name the source amounts to."""
    if any(name in publishers for name in possible_names(mention.phrase)):
        return Credit.INACCURATE
    if mention.kind == "dateline" and not mention.phrase[:1].isupper():
        return Credit.NONE
    return Credit.UNCLEAR


def _worse(one: Credit, other: Credit) -> Credit:
    order = (Credit.NONE, Credit.UNCLEAR, Credit.INACCURATE)
    return max(one, other, key=order.index)


# --- names -----------------------------------------------------------------------------------------------------------


def names(mention: Mention, entry: Entry) -> bool:
    """Whether the credit names the publisher of *entry*: by name, by initials, or by host."""
    words = name_words(mention.phrase)
    for publisher in entry.publishers:
        name = name_words(publisher)
        if name and any(words[n : n + len(name)] == name for n in range(len(words))):
            return True
        initials = "".join(part[0] for part in re.findall(r"\w+", publisher)).casefold()
        if len(initials) > 1 and mention.kind == "dateline" and words == (initials,):
            return True
    squeezed = "".join(re.findall(r"\w+", mention.phrase.casefold()))
    return any(len(label) >= _LEAST_LABEL and label in squeezed for label in _labels(entry))


def _labels(entry: Entry) -> Iterator[str]:
    for site in entry.sites:
        yield "".join(re.findall(r"\w+", site.partition(".")[0].casefold()))


def name_words(name: str) -> Words:
    """The words of a publisher's *name* by which it is known again, without the article before it.

    >>> name_words("The Quillbeck Times")
    ('quillbeck', 'times')
    """
    words = tuple(re.findall(r"\w+", normalized("NFKC", name).casefold()))
    return words[1:] if len(words) > 1 and words[0] in _table()["articles"] else words


def possible_names(phrase: str) -> Iterator[Words]:
    """Every run of words in *phrase* that could be a name: it begins with a capital or a letter without case."""
    found = re.findall(r"\w+", normalized("NFKC", phrase))
    for n, first in enumerate(found):
        if not first[0].islower():
            words = tuple(word.casefold() for word in found[n : n + _LONGEST_NAME])
            yield from (words[:length] for length in range(1, len(words) + 1))


def known_names(publishers: Iterable[str]) -> frozenset[Words]:
    """The words of each of *publishers* that a credit may name."""
    return frozenset(filter(None, map(name_words, publishers)))


# --- patterns --------------------------------------------------------------------------------------------------------


@cache
def _table() -> Mapping[str, Words]:
    content = tomllib.loads(files(__package__).joinpath("credit.toml").read_text("utf-8"))
    return {name: tuple(words) for name, words in content.items()}


@cache
def _source_line() -> re.Pattern[str]:
    cues = "|".join(map(re.escape, sorted(_table()["source"], key=len, reverse=True)))
    return re.compile(rf"\W{{0,3}}(?:{cues})\s?[:：]")


@cache
def _stop() -> re.Pattern[str]:
    """The end of a sentence; a full stop after three letters or fewer may be that of an abbreviation ("St.")."""
    return re.compile(r"(?<=[^\W\d_]{4})[.!?] (?=\S)|(?<=\d)[.!?] (?=\S)|[!?。] ?(?=\S)")


@cache
def _dateline() -> re.Pattern[str]:
    """A place, an agency in brackets, a dash: "LONDON (Reuters) -"."""
    return re.compile(r"\W{0,3}[^\W\d_a-z][^\n()]{1,60}\s\(([^()\n]{2,40})\)\s?[-–—]")
