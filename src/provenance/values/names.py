"""Who is named as the author: bylines read into names, each with its kind. Better no author than a wrong one."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from provenance.values.bylines import LONGEST, take_apart
from provenance.values.hosts import read_host
from provenance.values.lexicon import lexicon
from provenance.values.normal_forms import normalized

KINDS: Final = ("person", "organisation", "desk", "role_account", "implausible")
"""What a name in a byline may be. Of two spellings of one name, that of the earlier kind stands."""

_REMEMBERED: Final = 1 << 14
_LONGEST_SHOWN: Final = 80
"""Characters of a name that are kept; what is longer is none, and is cut."""
_MOST_WORDS: Final = 5
"""Words of the longest name of a person, particles not counted; what is longer is a sentence or a list."""
_MOST_OF_AN_ORGANISATION: Final = 9
"""Words of the longest name of an organisation or a desk."""
_MOST_IN_LOWER_CASE: Final = 3
"""Words of the longest person's name that may be all in lower case."""
_LONGEST_WORD: Final = 30
"""Letters of the longest name that is a single word."""
_LONGEST_AGENCY: Final = 4
"""Letters of an agency that goes by its initials: AP, AFP, ANSA."""
_LONGEST_SURNAME: Final = len("Getty")
"""Letters of the longest agency after whom many people are called, as after Fox and Sky."""
_LONGEST_ABBREVIATION: Final = len("Thos.")

_PLAIN: Final = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}")
_WORD: Final = r"[^\W\d_]+(?:[.'’ʼ‘`´·-]{1,2}[^\W\d_]+)*\.?['’]?"
_SYMBOLS: Final = r"[0-9_@#/\\:?!*=<>{}\[\]|%$€£+~^©®™…\"“”„«»;]"
_ADDRESSED: Final = r"[@#:?!=<>{}\[\]|]"
_UNSPACED: Final = r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff·・ ]+"
_CONTROL: Final = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)


class AuthorName(NamedTuple):
    """One name out of a byline.

    `kind` is "person", "organisation", "desk" (the house's own people, unnamed), "role_account" (admin, guest)
    or "implausible" (no name at all). Flags say what was done or seen: `recased` (the byline was in capitals),
    `single_name`, `topic`, `host` (a site's own address), `lower_case`, `address`, `symbols`, `sentence`, `leftover`, `title_only`, `too_long`.
    """

    name: str
    kind: str
    flags: tuple[str, ...] = ()


def read_authors(values: Iterable[str]) -> tuple[AuthorName, ...]:
    """The names in *values*, each once, in order. What stands beside a person in one byline is left out.

    >>> [author.name for author in read_authors(["By JANE DOE and John Q. Roe, Staff Writers | Tarnmoor Wire"])]
    ['Jane Doe', 'John Q. Roe']
    >>> read_authors(["admin"])[0].kind
    'role_account'
    """
    found: dict[str, AuthorName] = {}
    for value in values:
        # Composed first, so that both spellings of one byline are cut at the same letter.
        text = value if value.isascii() else unicodedata.normalize("NFC", value[: 5 * LONGEST])
        for author in _read(text[: LONGEST + 1]):
            key = folded(author.name)
            if key not in found or KINDS.index(author.kind) < KINDS.index(found[key].kind):
                found[key] = author
    return tuple(found.values())


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> tuple[AuthorName, ...]:
    """The names in one byline."""
    if _is_plain(text):
        return (AuthorName(text, "person"),)
    if text[:3] in {"By ", "by "} and _is_plain(text[3:]):
        return (AuthorName(text[3:], "person"),)
    text = re.sub(_CONTROL, " ", text)
    if not text.strip():
        return ()
    byline = take_apart(text)
    authors = [_named(piece, byline.flags) for piece in byline.pieces]
    if not authors:
        return (AuthorName(_shortened(text), "implausible", byline.flags),)
    return tuple(_best(authors))


def _is_plain(text: str) -> bool:
    """Whether *text* is two to four plain words of which none asks for a closer look: most names are."""
    return _PLAIN.fullmatch(text) is not None and lexicon().special.isdisjoint(text.lower().split())


def _best(authors: Sequence[AuthorName]) -> list[AuthorName]:
    """The authors of the best kind in one byline: beside a person, all else is an affiliation, a place or a leftover."""
    persons = [author for author in authors if author.kind == "person"]
    if _is_address(authors) or _is_report(authors, persons):
        return list(authors[:1])
    full = [author for author in persons if "single_name" not in author.flags]
    if full or (persons and not any(_NO_BYLINE.intersection(author.flags) for author in authors)):
        return full or persons
    named = [author for author in authors if author.kind not in {"person", "implausible"}]
    return named or list(authors[:1])


_NO_BYLINE: Final = frozenset({"sentence", "topic"})
"""Flags of what a single word beside it is not the name of a person."""


def _is_address(authors: Sequence[AuthorName]) -> bool:
    """Whether a byline is a house and where it is: "Tarnmoor Media GmbH, Munich, Germany"."""
    behind = authors[1:]
    return (
        bool(behind)
        and authors[0].kind in {"organisation", "desk"}
        and all("single_name" in author.flags for author in behind)
    )


def _is_report(authors: Sequence[AuthorName], persons: Sequence[AuthorName]) -> bool:
    """Whether a byline in a script that spaces no words is a text, in which short clauses look like names."""
    clauses = sum(author.kind == "implausible" for author in authors)
    return 0 < len(persons) < clauses and all(_is_uncased(author.name) for author in persons)


def _named(piece: str, flags: tuple[str, ...]) -> AuthorName:
    """One piece of a byline, as what it is."""
    if "too_long" in flags:
        return AuthorName(_shortened(piece), "implausible", flags)
    if _is_plain(piece):
        return AuthorName(piece, "person", flags)
    kind = _whole_phrase(piece.lower())
    if kind:
        return AuthorName(_shortened(piece), kind, flags)
    words = _without_agency(_without_title(_before_place(_bare(_without_ending(piece).split()))))
    if not words:
        return AuthorName(_shortened(piece), "desk", (*flags, "title_only"))
    kind, why = _kind(_without_quotes(words))
    if kind == "person" and len(words) > 1 and _is_in_capitals(words):
        recased = [_recased(word) for word in words]
        why = why if recased == words else (*why, "recased")
        words = recased
    return AuthorName(_shortened(" ".join(words)), kind, (*flags, *why))


def _without_quotes(words: list[str]) -> list[str]:
    """*words* without the marks around what somebody is called between given name and surname: Jane "Jay" Doe."""
    inner = " ".join(words[1:-1])
    if len(words) > 2 and _NICKNAME.fullmatch(inner):
        return [words[0], *inner[1:-1].split(), words[-1]]
    return words


_NICKNAME: Final = re.compile(r"""["“„«'‘’][^"“”„«»]{1,30}["”“»'’]""")


def _whole_phrase(low: str) -> str:
    """The kind of a piece that is listed as it stands; empty if it is not."""
    words = lexicon()
    if low in words.organisations:
        return "organisation"
    if low in words.role_account_alone or low in words.stand_ins:
        return "role_account"
    return "desk" if low in words.desk_alone else ""


def _without_ending(piece: str) -> str:
    """*piece* without a title that sticks to the name, as in Korean and Chinese."""
    for ending in () if piece.isascii() else lexicon().title_endings:
        if piece.endswith(ending) and len(piece) > len(ending) + 1:
            return piece.removesuffix(ending).rstrip()
    return piece


def _bare(words: list[str]) -> list[str]:
    """*words* without honorifics before the name and credentials after it."""
    known = lexicon()
    while (
        len(words) > 2 and words[0].lower().rstrip(".") in known.honorifics and not _are_initials(words[:2])
    ):
        words = words[1:]
    shouted = all(word.isupper() for word in words)
    while (
        len(words) > 2
        and not shouted
        and words[-1].lower().strip(".,") in known.credentials
        and words[-1] != words[-1].lower()
    ):
        if words[-1].istitle() and len(words[-1]) < 4:  # Jack Ma, Mei Do
            break
        words = words[:-1]
    return words


def _are_initials(words: list[str]) -> bool:
    """Whether all of *words* are one letter each: the M. of "M. R. Doe" is no monsieur."""
    return all(len(word.rstrip(".")) == 1 for word in words)


def _before_place(words: list[str]) -> list[str]:
    """*words* up to "in London" or "for the Tarnmoor Herald"."""
    places = lexicon().before_place
    organisation = lexicon().organisation
    for index, word in enumerate(words[2:], start=2):
        if words[index - 1].lower() in organisation:
            break  # Institute of Technology
        if word in places or (word.lower() in {"special", "via"} and index + 1 < len(words)):
            return words[:index]
    return words


def _without_title(words: list[str]) -> list[str]:
    """*words* without what the person does, before or behind the name; nothing if that is all that stands here."""
    known = lexicon()
    low = [word.lower().strip(".,") for word in words]
    first = next((index for index, word in enumerate(low) if word in known.titles), None)
    if first is None:
        return words
    behind = words[first + 1 :]
    if len(behind) > 1 and low[first] in known.titles_before and _is_title(words[:first], low[:first]):
        return behind if all(map(_is_of_name, behind)) else []
    while first > 0 and (low[first - 1] in known.title_modifiers or low[first - 1] in known.organisation):
        first -= 1
    return words[:first] if first > 1 and low[0] not in known.title_first else []


def _is_title(words: list[str], low: list[str]) -> bool:
    """Whether *words*, before the word for what somebody does, describe that: "state political" reporter."""
    modifiers = lexicon().title_modifiers | lexicon().titles
    return all(word.islower() or lowered in modifiers for word, lowered in zip(words, low, strict=True))


def _is_of_name(word: str) -> bool:
    """Whether *word*, behind what somebody does, may belong to the name."""
    low = word.lower()
    return low in lexicon().particles or (word[0].isupper() and low not in lexicon().never_given)


def _without_agency(words: list[str]) -> list[str]:
    """*words* without the agency or outlet behind a full name: "Jane Doe Associated Press"."""
    known = lexicon().organisations
    for index in range(2, len(words)):
        behind = words[index:]
        if " ".join(behind).lower() in known and (len(behind) > 1 or _is_no_surname(*words[index - 1 :])):
            return words[:index]
    return words


def _is_no_surname(before: str, agency: str) -> bool:
    """Whether the name of an agency behind *before* cannot be the surname of who is named: AP, or Reuters behind one."""
    if agency.isupper():
        return len(agency) <= _LONGEST_AGENCY
    return len(agency) > _LONGEST_SURNAME and len(before.rstrip(".")) > 1


def _kind(words: list[str]) -> tuple[str, tuple[str, ...]]:
    """What *words* name, and the flags that say why."""
    known = lexicon()
    text = " ".join(words)
    low = [word.lower().strip(".,'’") for word in words]
    parts = {part for word in low for part in word.split("-")} | set(low)
    if not known.role_account.isdisjoint(low):
        return "role_account", ()
    if not known.desk.isdisjoint(parts) and not re.search(_ADDRESSED, text):
        return ("desk", ()) if len(words) <= _MOST_OF_AN_ORGANISATION else ("implausible", ("sentence",))
    if re.search(_SYMBOLS, text) or not any(map(str.isalpha, text)):
        return "implausible", ("symbols",)
    if len(words) == 1 and "." in text and _is_site(text):
        return "organisation", ("host",)
    if not known.leftover.isdisjoint(low) or (
        low[0] in known.leftover_first and (len(low) > 1 or text.islower())
    ):
        return "implausible", ("leftover",)
    if _is_organisation(words, low):
        return "organisation", ()
    if re.fullmatch(_UNSPACED, text):
        return _unspaced(text)
    return _person(words, low)


def _is_site(word: str) -> bool:
    """Whether *word* is the address of a site, which then signs for itself."""
    host = read_host(word)
    return host is not None and host.kind in {"domain", "platform"} and "unlisted_suffix" not in host.flags


def _is_organisation(words: list[str], low: list[str]) -> bool:
    """Whether the words name an organisation."""
    known = lexicon()
    if len(words) > _MOST_OF_AN_ORGANISATION:
        return False
    if _whole_phrase(" ".join(low)) == "organisation" or words[-1] in known.legal_forms:
        return True
    if not known.organisation.isdisjoint(low) and (
        len(low) > 1 or low[0] not in {"wire", "party", "college"}
    ):
        return True
    if any(word.endswith(known.organisation_compounds) for word in low):
        return True
    weak = not known.organisation_or_surname.isdisjoint(low[1:])
    return weak and (
        low[0] in known.articles
        or any(word in known.sentence and word not in known.particles for word in low)
    )


def _unspaced(text: str) -> tuple[str, tuple[str, ...]]:
    """Names in scripts that set no spaces between words: Chinese, Japanese, Korean."""
    known = lexicon()
    squeezed = text.replace(" ", "")
    if len(squeezed) > 2 and squeezed.endswith(known.organisation_endings):
        return "organisation", ()
    foreign = any("\u30a0" <= c <= "\u30ff" or c in "·・" for c in squeezed)
    if 2 <= len(squeezed) <= (24 if foreign else 6):
        return "person", ()
    return "implausible", ("sentence",)


def _person(words: list[str], low: list[str]) -> tuple[str, tuple[str, ...]]:
    """Whether *words* have the shape of a person's name."""
    known = lexicon()
    if not all(re.fullmatch(_WORD, unicodedata.normalize("NFC", word)) or _is_marked(word) for word in words):
        return "implausible", ("symbols",)
    counted = [
        word
        for word, lowered in zip(words, low, strict=True)
        if lowered not in known.particles or word[0].isupper()
    ]
    if len(low) > 1 and (low[0] in known.topics_first or not known.topics.isdisjoint(low)):
        return "implausible", ("topic",)
    spoken = [word for word in low if len(word) > 1] if _is_in_capitals(words) else words
    if low[0] == "the" or any(word in known.sentence and word not in known.particles for word in spoken):
        return "implausible", ("sentence",)
    if known.particles.issuperset(low) or len(counted) > _MOST_WORDS or len(words) > _MOST_WORDS + 3:
        return "implausible", ("sentence",)
    if any(word.endswith(("'s", "’s")) and len(word) > len("'s") for word in words[:-1]):
        return "implausible", ("sentence",)  # what somebody has
    if any(len(word) > _LONGEST_ABBREVIATION and word.endswith(".") for word in words[:-1]):
        return "implausible", ("sentence",)  # a full stop, and then another sentence
    if all(len(word.rstrip(".")) == 1 for word in counted):
        return "implausible", ("initials_only",)
    if " ".join(words).islower():
        few = 1 < len(words) <= _MOST_IN_LOWER_CASE and known.between.isdisjoint(low)
        return ("person" if few else "implausible"), ("lower_case",)
    if not all(word[0].isupper() or _is_uncased(word) or _has_capital(word) for word in counted):
        return "implausible", ("sentence",)
    return _single(words[0]) if len(counted) == 1 and len(words) == 1 else ("person", ())


def _single(word: str) -> tuple[str, tuple[str, ...]]:
    """A name of one word: some people have one, but capitals and letters alone are no name."""
    plausible = 2 < len(word) <= _LONGEST_WORD and not (word.isupper() and not _is_uncased(word))
    return ("person" if plausible else "implausible"), ("single_name",)


def _is_marked(word: str) -> bool:
    """Whether *word* is of letters and the marks that go with them, as in Arabic, Hindi or Thai."""
    return (
        all(unicodedata.category(c)[0] in "LM" or c in "'’.-\u200c\u200d" for c in word) and word[0].isalpha()
    )


def _is_uncased(word: str) -> bool:
    """Whether *word* is in a script without capital letters."""
    return word.lower() == word.upper()


def _has_capital(word: str) -> bool:
    """Whether a capital follows an elision: d'Arcy, al-Masri, o’Neill."""
    return bool(re.search(r"[-'’]", word)) and any(map(str.isupper, word))


def _is_in_capitals(words: list[str]) -> bool:
    """Whether a name is written in capitals but for its particles: JANE van DOE, and not Doe JA."""
    long = [word for word in words if len(word) > _LONGEST_PARTICLE]
    return all(map(str.isupper, long or words))


_LONGEST_PARTICLE: Final = 3


def _recased(word: str) -> str:
    """A word in capitals as a name is written; initials and numerals stay."""
    low = word.lower()
    if low.rstrip(".") in {"ii", "iii", "iv"} or (
        len(word) < 3 and word.isupper() and not any(c in "AEIOUYÄÖÜ" for c in word)
    ):
        return word
    if "." in word.rstrip("."):
        return word
    titled = re.sub(r"[^\W\d_]+", lambda found: found[0][0] + found[0][1:].lower(), word)
    return "Mc" + titled[2:].capitalize() if low.startswith("mc") and len(low) > 4 else titled


def _shortened(text: str) -> str:
    """*text*, cut where a name would have ended long before."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    """*name* without case, accents and punctuation: what two spellings of one name have in common."""
    if name.isascii():
        return " ".join(re.findall(r"[a-z0-9]+", name.lower()))
    stripped = "".join(c for c in normalized("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", stripped)))
