"""Which language a text is in, by its script and by the small words that carry grammar.

The answer decides which lexicon reads the text, so a wrong one does harm and none at all does not: close calls, short
texts and mixtures are None. It rests on the set of distinct lines, so that a line copied anywhere changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from provenance.text.tables import table

FEWEST_WORDS: Final = 20
"""Words below which no text is judged; Han, kana, Hangul and Thai do not part them, so `FEWEST_LETTERS` serves there."""
FEWEST_LETTERS: Final = 40

# Shares of all words, set with room to spare: in ordinary prose of the languages listed, their words make up 0.15 to
# 0.5 of all, and those of most relatives less than half as many; where they make up more, the answer is None.
PLAIN_SHARE: Final = 0.13
LEAST_SHARE: Final = 0.12
LEAST_LEAD: Final = 1.6
FEWEST_DISTINCT: Final = 5
FEWEST_PLAIN: Final = 4


class Profile(NamedTuple):
    """What tells one language of a script."""

    language: str
    words: frozenset[str]
    rivals: frozenset[str]  # none of them is used: they are of a close relative
    letters: frozenset[str]  # one of them at least is used
    without: frozenset[str]  # none of them is used, save in quoted names


def identify(lines: Iterable[str]) -> str | None:
    """The language of a text with these *lines*, as a two-letter code; None where it is not sure.

    >>> identify(["The board of the harbour said that it was closed for the week and that the ships had to wait with the rest."])
    'en'
    >>> identify(["Ana Vale, Bo Lind, Cy Marsh"]) is None
    True
    """
    text = " ".join(dict.fromkeys(lines))
    script = _script(text)
    if script is None:
        return None
    if script == "latin" and (plain := _plainly(text)):
        return plain
    return _languages_of_scripts().get(script) or _closest(text, _profiles(script))


# --- by script -----------------------------------------------------------------------------------------------------

# The first bytes of the UTF-8 forms of the letters of each script. Kana and Han are told apart below.
_LEADS: Final[Mapping[str, bytes]] = {
    "greek": b"\xce\xcf",
    "cyrillic": b"\xd0\xd1\xd2\xd3",
    "hebrew": b"\xd7",
    "arabic": b"\xd8\xd9\xda\xdb",
    "han": b"\xe4\xe5\xe6\xe7\xe8\xe9",
    "hangul": b"\xea\xeb\xec",
}
_LEAD_PAIRS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "georgian": (b"\xe1\x83", b"\xe1\x82"),
    "kana": (b"\xe3\x81", b"\xe3\x82", b"\xe3\x83"),
    "thai": (b"\xe0\xb8", b"\xe0\xb9"),
}
_PLAINLY_LATIN: Final = (
    1.1  # bytes for each character: few letters have accents, and none are of another script
)
_LEAST_OF_LETTERS: Final = 0.6  # of all letters, for a script to be that of the text
_KANA_IN_JAPANESE: Final = 0.1  # of Han and kana together; Chinese has none


def _script(text: str) -> str | None:
    """The script of most letters; None where there is no such script, or too few letters of it."""
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) <= _PLAINLY_LATIN * len(text):
        return "latin"
    counts = {name: sum(map(raw.count, (bytes([lead]) for lead in leads))) for name, leads in _LEADS.items()}
    counts |= {name: sum(map(raw.count, pairs)) for name, pairs in _LEAD_PAIRS.items()}
    if counts["kana"] > _KANA_IN_JAPANESE * counts["han"]:
        counts["kana"] += counts.pop("han")
    others = sum(counts.values())
    if not others:
        return "latin"
    latin = sum(map(raw.count, b"aeioust")) * 2  # these seven are about half of the letters of any Latin text
    script, count = max(counts.items(), key=lambda item: item[1])
    if latin > others * _LEAST_OF_LETTERS / (1 - _LEAST_OF_LETTERS):
        return "latin"
    return script if count >= FEWEST_LETTERS and count >= _LEAST_OF_LETTERS * (others + latin) else None


@cache
def _languages_of_scripts() -> Mapping[str, str]:
    return {script: language for language, script in table("languages")["scripts"].items()}


# --- by words ------------------------------------------------------------------------------------------------------


def _plainly(text: str) -> str | None:
    """The language whose few most frequent words alone settle it."""
    words = text.count(" ") + 1
    if words < FEWEST_WORDS:
        return None
    for language, needles in _plain_words():
        hits = 0
        for distinct, needle in enumerate(needles, 1):
            hits += text.count(needle)
            if distinct >= FEWEST_PLAIN and hits >= PLAIN_SHARE * words:
                return language
    return None


@cache
def _plain_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (language, tuple(f" {word} " for word in row["plain"].split()))
        for language, row in table("languages")["latin"].items()
        if "plain" in row
    )


def _closest(text: str, profiles: Iterable[Profile]) -> str | None:
    """The language whose words the text uses most, if by a clear lead."""
    words = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold().replace("’", "'")))
    total = sum(words.values())
    if total < FEWEST_WORDS:
        return None
    ranking = sorted(_shares(words, total, profiles), reverse=True)[:2]
    (share, language), (runner_up, _) = [*ranking, (0.0, ""), (0.0, "")][:2]
    return language if share >= LEAST_SHARE and share >= LEAST_LEAD * runner_up else None


def _shares(words: Counter[str], total: int, profiles: Iterable[Profile]) -> Iterator[tuple[float, str]]:
    distinct = frozenset(words)
    letters = frozenset("".join(words))
    for profile in profiles:
        if _fits(profile, distinct, letters):
            used = profile.words & distinct
            if len(used) >= FEWEST_DISTINCT:
                yield sum(words[word] for word in used) / total, profile.language


def _fits(profile: Profile, words: frozenset[str], letters: frozenset[str]) -> bool:
    """Whether the text uses a letter that the language has of its own, and neither letters nor words that it lacks."""
    if profile.letters and profile.letters.isdisjoint(letters):
        return False
    return profile.without.isdisjoint(letters) and profile.rivals.isdisjoint(words)


@cache
def _profiles(script: str) -> tuple[Profile, ...]:
    return tuple(
        Profile(
            language,
            words=frozenset(row["words"].split()),
            rivals=frozenset(row.get("rivals", "").split()),
            letters=frozenset(row.get("letters", "")),
            without=frozenset(row.get("without", "")),
        )
        for language, row in table("languages").get(script, {}).items()
    )
