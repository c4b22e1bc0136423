"""Bylines taken apart: from "By JANE DOE and John Roe, Staff Writers | Tarnmoor Wire" to the pieces that may be names."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from provenance.values.lexicon import lexicon

LONGEST: Final = 600
"""Characters of the longest byline that is taken apart; what is longer is a text."""

_ADDRESS: Final = r"(?i)(?:https?://|www\.)[^\s,;|]{1,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\B@[A-Za-z0-9_.]{2,30}\b"
_NOTE: Final = (
    r"(?is)(?:[-–—|•·,(]\s{0,3})?\b(?:last )?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado"
    r"|обновлено|опубликовано)\b(?! by\b).*"
)
_NOTED: Final = r"(?i)[0-9]|[dhm]ated|shed|sted|fied|siert|licht|blié|jour|cado|zado|влено|овано"
"""What every note and date has in it; looking for this alone is much the quicker."""

_DATE: Final = (
    r"(?i)\(?\b(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+Z-]+)?"
    r"|[^\W\d_]{3,10}\.? [0-9]{1,2},? [0-9]{4}|[0-9]{1,2}\.? [^\W\d_]{3,10} [0-9]{4})\b(?:,? [0-9]{1,2}:[0-9]{2}(?: ?[ap]m)?)?\)?"
    r"|(?i:\b[0-9]{1,2} (?:min(?:ute)?|hour|day|week|month|year)s? ago\b|\bvor [0-9]{1,2} (?:minuten?|stunden?|tag(?:en)?)\b"
    r"|\b(?:il y a|hace) [0-9]{1,2} (?:min(?:ute)?|heure|jour|minuto|hora|día)s?\b)"
)
_BRACKETS: Final = r"\(([^()]{0,80})\)|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>"
_STRONG: Final = r"\s*(?:[;|•·\n／]|\s[-–—/]\s|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|、|，|；|・(?=\S+\s))\s*"

OTHERS: Final = (
    r"(?is)(?<![^\W_])(?<!and )(?<!& )(?:(?:(?:[a-z]{3,12}ly )?(?:edited|reviewed|(?:fact[ -])?checked|translated|illustrated|photographed|curated)|photos?|photographs?|photography"
    r"|pictures?|images?|illustrations?|graphics?|artwork|videos?|editing|translation) by\b|(?:photos?|photography|pictures?|images?|illustrations?|graphics?"
    r"|videos?|editor|edited|translation|reviewer|fotos?|bilder?|redaktion|übersetzung|photographe|edición|ilustraci[oó]n) ?:).*"
)
"""What is said of those who have had another part in an article, and who they are: the rest of what stands together."""

_MARKS: Final = " ,:-–—*\"“”„'"
_SHORTEST_PROSE: Final = 7
_FEWEST_SMALL_WORDS: Final = 3
"""Words of the shortest byline that may be a sentence, and the words in it that no byline has."""


class Byline(NamedTuple):
    """The pieces of one byline that may be names, and what was found beside them."""

    pieces: tuple[str, ...]
    flags: tuple[str, ...] = ()


def take_apart(text: str) -> Byline:
    """The pieces of *text* that may be names, each alone and without what is said of it."""
    if len(text) > LONGEST:
        return Byline((" ".join(text[:80].split()),), ("too_long",))
    cleaned = re.sub(_ADDRESS, " ", text) if "@" in text or "://" in text or "www." in text.lower() else text
    flags = ("address",) if cleaned != text else ()
    if re.search(_NOTED, cleaned):
        cleaned = re.sub(_DATE, " ", re.sub(_NOTE, " ", cleaned))
    cleaned = re.sub(_BRACKETS, _kept_bracket, cleaned) if any(c in cleaned for c in "([<") else cleaned
    pieces: list[str] = []
    for part in re.split(_STRONG, cleaned):
        if (":" in part or " by " in part.lower()) and not (part := re.sub(OTHERS, "", part)).strip():
            continue
        pieces += _pieces(_without_by(" ".join(part.split())))
    return Byline(tuple(piece for piece in pieces if piece), flags)


def _kept_bracket(found: re.Match[str]) -> str:
    """What stands in round brackets beside an e-mail address is the name (RSS); elsewhere it is an aside."""
    before = found.string[: found.start()].strip()
    return " " if before else f" {found[1] or ''} "


def _pieces(part: str) -> list[str]:
    """*part* at its commas and conjunctions, with inverted names put in order."""
    if _is_prose(part):
        return [part]
    segments = [trimmed for segment in part.split(",") if (trimmed := _trimmed(segment))]
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
            pieces += map(_without_by, _at_conjunctions(_without_by(segment)))
    return pieces


def _is_prose(part: str) -> bool:
    """Whether *part* is a sentence rather than a byline: too many small words that no byline has."""
    words = part.split()
    if len(words) < _SHORTEST_PROSE:
        return False
    if part.islower():
        return True
    known = lexicon()
    expected = (known.between, known.before_place, known.particles, known.titles, known.title_modifiers)
    small = [
        word
        for word in words
        if word.islower() and not any(word.strip(".,") in listed for listed in expected)
    ]
    return len(small) >= _FEWEST_SMALL_WORDS


def _inverted(segments: Sequence[str]) -> str:
    """The name "Doe, Jane" as "Jane Doe"; empty if the segments are not one name."""
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
    if len(low) == 1 and word[0].isupper():
        return True  # an initial, whatever else "M." may mean
    return (
        word[0].isupper()
        and low not in lexicon().never_given
        and (len(low) < 3 or low not in lexicon().between)
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
        if token.lower() in between and not (groups[-1] and groups[-1][-1].endswith("-")):
            groups.append([])
        else:
            groups[-1].append(token)
    groups = [group for group in groups if group]
    plain = {"and", "&", "+", "with"}
    houses = lexicon().organisations
    if any(len(group) < 2 and group[0].lower() not in houses for group in groups) and not any(
        token.lower() in plain for token in tokens
    ):
        return [segment]  # "Ortega y Gasset" is one name
    return [" ".join(group) for group in groups]


def _trimmed(text: str) -> str:
    """*text* without the marks around it; the stop of an initial or of "Jr." is its own."""
    text = text.strip(_MARKS).lstrip(".")
    last = text[text.rfind(" ") + 1 :].rstrip(".")
    return text.rstrip("." + _MARKS) if len(last) > 2 and "." not in last else text


def _without_by(text: str) -> str:
    """*text* without "by" and what else is said before a name."""
    text = _trimmed(text)
    low = text.lower()
    for phrase in lexicon().by.get(low[:1], ()):
        if low.startswith(phrase):
            rest = text[len(phrase) :]
            if not rest or not (phrase[-1].isalnum() and phrase.isascii()) or not rest[0].isalnum():
                return rest.strip(" :,-–—") or text
    first, _, rest = text.partition(" ")
    if first.lower() in lexicon().by_or_particle and first[0].isupper():
        following = rest.split()
        names = [word for word in following if word.lower() not in lexicon().particles]
        if len(names) >= 2 and names[0] is following[0] and all(word[0].isupper() for word in names[:2]):
            return rest
    return text
