"""Bylines taken apart: from "By JANE DOE and John Roe, Staff Writers | Tarnmoor Wire" to the pieces that may be names."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from provenance.values.lexicon import lexicon

LONGEST: Final = 600
"""Characters of the longest byline that is taken apart; what is longer is a text."""

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s,;|]{1,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\B@[A-Za-z0-9_.]{2,30}\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"(?:[-–—|•·,(]\s{0,3})?\b(?:last )?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado"
    r"|обновлено|опубликовано)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NOTED: Final = re.compile(
    r"[0-9]|[dhm]ated|shed|sted|fied|siert|licht|blié|jour|cado|zado|влено|овано", re.IGNORECASE
)
"""What every note and date has in it; looking for this alone is much the quicker."""

_DATE: Final = re.compile(
    r"\(?\b(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+Z-]+)?"
    r"|[^\W\d_]{3,10}\.? [0-9]{1,2},? [0-9]{4}|[0-9]{1,2}\.? [^\W\d_]{3,10} [0-9]{4})\b(?:,? [0-9]{1,2}:[0-9]{2}(?: ?[ap]m)?)?\)?",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"\(([^()]{0,80})\)|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>")
_STRONG: Final = re.compile(
    r"\s*(?:[;|•·\n／]|\s[-–—/]\s|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|、|，|；|・(?=\S+\s))\s*"
)


class Byline(NamedTuple):
    """The pieces of one byline that may be names, and what was found beside them."""

    pieces: tuple[str, ...]
    flags: tuple[str, ...] = ()


def take_apart(text: str) -> Byline:
    """The pieces of *text* that may be names, each alone and without what is said of it."""
    if len(text) > LONGEST:
        return Byline((" ".join(text[:80].split()),), ("too_long",))
    cleaned = _ADDRESS.sub(" ", text) if "@" in text or "://" in text or "www." in text.lower() else text
    flags = ("address",) if cleaned != text else ()
    if _NOTED.search(cleaned):
        cleaned = _DATE.sub(" ", _NOTE.sub(" ", cleaned))
    cleaned = _BRACKETS.sub(_kept_bracket, cleaned) if any(c in cleaned for c in "([<") else cleaned
    pieces: list[str] = []
    for part in _STRONG.split(cleaned):
        pieces += _pieces(_without_by(" ".join(part.split())))
    return Byline(tuple(piece for piece in pieces if piece), flags)


def _kept_bracket(found: re.Match[str]) -> str:
    """What stands in round brackets beside an e-mail address is the name (RSS); elsewhere it is an aside."""
    before = found.string[: found.start()].strip()
    return " " if before else f" {found[1] or ''} "


def _pieces(part: str) -> list[str]:
    """*part* at its commas and conjunctions, with inverted names put in order."""
    segments = [segment.strip(" .:-–—*\"“”„'") if "," in part else segment for segment in part.split(",")]
    segments = [segment for segment in segments if segment]
    inverted = _inverted(segments)
    if inverted:
        return [inverted]
    if len(segments) > 2 and all(
        " " not in segment and segment.lower() != segment.upper() for segment in segments
    ):
        return [part]  # a list of tags, or of surnames: nobody can tell
    pieces: list[str] = []
    for segment in segments:
        if pieces and segment.lower().rstrip(".") in lexicon().suffixes:
            pieces[-1] += f" {segment}"
        else:
            pieces += _at_conjunctions(_without_by(segment))
    return pieces


def _inverted(segments: Sequence[str]) -> str:
    """ "Doe, Jane" as "Jane Doe"; empty if the two are not one name."""
    if not 2 <= len(segments) <= 3:
        return ""
    surname, given = segments[0].split(), segments[1].split()
    lead = lexicon().particles
    if surname and (
        surname[-1].lower() in lexicon().never_given or surname[-1].lower() == surname[-1].upper()
    ):
        return ""  # an agency before its reporter, or a script that writes the family name first
    if not surname or any(word.lower() not in lead for word in surname[:-1]):
        return ""
    if not 1 <= len(given) <= 3 or not all(_is_given(word) for word in given):
        return ""
    suffix = segments[2] if len(segments) == 3 else ""
    if suffix and suffix.lower().rstrip(".") not in lexicon().suffixes:
        return ""
    return " ".join([*given, *surname, suffix]).strip()


def _is_given(word: str) -> bool:
    """Whether *word* may be a given name or an initial, rather than a title or the name of a house."""
    low = word.lower().rstrip(".")
    return (
        word[0].isupper()
        and low not in lexicon().never_given
        and word.replace(".", "").replace("-", "").isalpha()
    )


def _at_conjunctions(segment: str) -> list[str]:
    """*segment* at "and" and its kin, where full names stand on both sides."""
    tokens = segment.split()
    between = lexicon().between
    if not any(token.lower() in between for token in tokens):
        return [segment]
    groups: list[list[str]] = [[]]
    for token in tokens:
        if token.lower() in between and (token in {"&", "+", "and", "And", "AND"} or groups[-1]):
            groups.append([])
        else:
            groups[-1].append(token)
    groups = [group for group in groups if group]
    plain = {"and", "&", "+", "with"}
    if any(len(group) < 2 for group in groups) and not any(token.lower() in plain for token in tokens):
        return [segment]  # "Ortega y Gasset" is one name
    return [" ".join(group) for group in groups]


def _without_by(text: str) -> str:
    """*text* without "by" and what else is said before a name."""
    text = text.strip(' ,.:-–—*"“”„')
    low = text.lower()
    for phrase in lexicon().by.get(low[:1], ()):
        if low.startswith(phrase):
            rest = text[len(phrase) :]
            if not rest or not (phrase[-1].isalnum() and phrase.isascii()) or not rest[0].isalnum():
                return rest.strip(" :,-–—") or text
    first, _, rest = text.partition(" ")
    if first.lower() in lexicon().by_or_particle and first[0].isupper():
        following = rest.split()
        if len(following) >= 2 and all(word[0].isupper() for word in following[:2]):
            return rest
    return text
