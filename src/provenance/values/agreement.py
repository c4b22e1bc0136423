"""Whether two names are one: of a person in two bylines, and of a publisher and its host."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from provenance.values.hosts import read_host
from provenance.values.lexicon import lexicon
from provenance.values.names import folded

_REMEMBERED: Final = 1 << 14
_LONGEST: Final = 200
"""Characters of the longest name that is compared as a whole."""
_SHORTEST_INITIALS: Final = 3
_SHORTEST_WORD: Final = 4
"""Letters that identify a publisher: shorter initials and words stand for too many."""
_PARTS: Final = r"\s[|–—·•-]\s|[|•·]|:\s"
_LETTERS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
)


def agree(one: str, other: str) -> bool:
    """Whether two names can be of one person: the same but for case, accents, order, middle names and initials.

    >>> agree("J. Doe", "Jane Doe"), agree("Jane Doe", "John Doe")
    (True, False)
    """
    first, second = _tokens(one), _tokens(other)
    if not first or not second:
        return False
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return False
    return _fits(first[0], second[0]) and _middles_fit(first[1:-1], second[1:-1])


def names_site(name: str, label: str) -> bool:
    """Whether a publisher's stated *name* is that of a host's *label*: as a whole, by its initials, or both.

    >>> names_site("The Tarnmoor Herald", "tarnmoorherald"), names_site("News", "newsdaily")
    (True, False)
    """
    return len(name) <= _LONGEST and not _spellings_of_name(name).isdisjoint(_spellings_of_label(label))


@lru_cache(maxsize=_REMEMBERED)
def _spellings_of_name(name: str) -> frozenset[str]:
    """What a label may be that spells *name*: its words, each whole or as its initial."""
    host = read_host(name.strip()) if "." in name and " " not in name.strip() else None
    if host is not None and host.label:
        name = host.label
    parts = dict.fromkeys([name, *re.split(_PARTS, name)])
    return frozenset(spelled for part in parts for words in _readings(part) for spelled in _spelled(words))


@lru_cache(maxsize=_REMEMBERED)
def _spellings_of_label(label: str) -> frozenset[str]:
    """*label* without hyphens, with and without what any publisher's domain may have in front or behind."""
    squeezed = "".join(_words(label, expand=False))
    expanded = "".join(_words(label, expand=True))
    spelled = {squeezed, expanded}
    for one in (squeezed, expanded):
        for word in lexicon().generic:
            if one.endswith(word) and len(one) - len(word) >= _SHORTEST_WORD:
                spelled.add(one[: -len(word)])
        if one.startswith("the") and len(one) > 3 + _SHORTEST_WORD:
            spelled.add(one[3:])
    return frozenset(spelled - lexicon().generic - {""})


def _readings(name: str) -> list[list[str]]:
    """The words of *name*: all, without the article, and without words that identify nobody."""
    known = lexicon()
    readings = []
    plain, expanded = _words(name, expand=False), _words(name, expand=True)
    for words in (plain,) if plain == expanded else (plain, expanded):
        bare = words[1:] if len(words) > 1 and words[0] in known.articles else words
        core = [word for word in bare if word not in known.generic and word not in known.articles]
        readings += [words, bare, core] if core else []
    return readings


def _spelled(words: list[str]) -> Iterator[str]:
    """The words together; their initials; initials and then whole words (nytimes), the last one of four letters."""
    yield "".join(words)
    initials = "".join(word[0] for word in words)
    if len(initials) >= _SHORTEST_INITIALS:
        yield initials
    if len(words) > 1 and len(words[-1]) >= _SHORTEST_WORD:
        for split in range(1, len(words)):
            yield initials[:split] + "".join(words[split:])


def _words(text: str, *, expand: bool) -> list[str]:
    """The words of *text*, folded; with ä as ae rather than a if *expand*."""
    low = unicodedata.normalize("NFC", text).lower()
    return folded(low.translate(_LETTERS) if expand else low).split()


def _tokens(name: str) -> list[str]:
    """The words of a person's name, folded, without title and suffix."""
    known = lexicon()
    words = folded(name[:_LONGEST]).split()
    while len(words) > 2 and words[-1] in known.suffixes:
        words = words[:-1]
    while len(words) > 2 and words[0] in known.honorifics:
        words = words[1:]
    return words


def _fits(one: str, other: str) -> bool:
    """Whether two given names are one, or one is the other's initial."""
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def _middles_fit(one: list[str], other: list[str]) -> bool:
    """Whether the middle names do not differ; a name without any says nothing against another's."""
    return all(_fits(a, b) for a, b in zip(one, other, strict=False))
