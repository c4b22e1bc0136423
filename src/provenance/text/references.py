"""The references that stand in a text itself: addresses, identifiers, footnote marks, named and numbered documents.

All of it is read in any language, save that a document named by a common noun and a title ("the report “Open Water”")
is only known in the languages whose nouns a lexicon gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from provenance.text.facts import Span, TextCitation
from provenance.text.sentences import LOWERED
from provenance.text.tables import table

_ENDING_MARKS: Final = ".,;:!?'’…\"*_"
_BRACKETS: Final = {")": "(", "]": "["}


def find(
    text: str,
    figures: Iterable[tuple[int, int]],
    quotations: Iterable[Span] = (),
    nouns: Collection[str] = (),
) -> tuple[TextCitation, ...]:
    """The references in *text*, in order and without overlaps; where two begin alike, the longer one.

    Args:
        text: the text.
        figures: where its figures stand.
        quotations: its quotations: one right after a document noun is a title.
        nouns: the document nouns of its language, in lower case.

    >>> find("See doi:10.1000/182.", figures=())
    (TextCitation(start=8, end=19, kind='doi', target='doi:10.1000/182', valid=None),)
    """
    found = [
        *_written(text),
        *_numbered_documents(text, figures),
        *_titled_documents(text, quotations, nouns),
    ]
    if len(found) < 2:
        return tuple(found)
    kept: list[TextCitation] = []
    for each in sorted(found, key=lambda citation: (citation.start, -citation.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


# --- addresses and identifiers -------------------------------------------------------------------------------------

_Reader = Callable[[re.Match[str]], TextCitation | None]


def _written(text: str) -> Iterator[TextCitation]:
    """What is recognised by how it is written. A search for a few letters goes before each pattern: most are not there."""
    for sign, hint, pattern, read in _patterns():
        if sign in text and hint in text:
            yield from filter(None, map(read, pattern.finditer(text)))


_BEHIND_WORD: Final = r"(?:(?<=[^\s\[]\[)|(?<=[^\s\[] \[))"
"""Behind a bracket: it stands right after something, or a space after. So the bracket can come first, and a search is cheap."""


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str], _Reader], ...]:
    """A sign and some letters without which the pattern cannot match, the pattern, and what reads its matches."""
    rows: tuple[tuple[str, str, str, _Reader], ...] = (
        ("/", "://", r"\bhttps?://[^\s<>\"“”«»‹›]+", _link),
        (".", "www.", r"(?<![\w/.])www\.[\w-]+\.[^\s<>\"“”«»‹›]+", _link),
        ("/", "10.", r"\b10\.\d{4,9}/[^\s<>\"“”«»‹›]+", _doi),
        ("/", "hdl:", r"\bhdl:(\d[\d.]*/[^\s<>\"“”]+)", _handle),
        ("/", "/RES/", r"\b[A-Z](?:/[A-Z]+)?/RES/\d+(?:/\d+)?\b", _symbol),
        ("X", "rXiv", r"\b[Aa]r[Xx]iv:\s?(\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?\b", _arxiv),
        (":", "PMID:", r"\bPMID:\s?(\d{1,8})\b", _pmid),
        ("B", "ISBN", r"\bISBN(?:-1[03])?:?\s?((?:\d[ -]?){9,12}[\dXx])\b", _isbn),
        ("N", "ISSN", r"\b(?:e-?|p-?)?ISSN:?\s?(\d{4})-?(\d{3}[\dXx])\b", _issn),
        ("@", "@", r"@(?:(?<=\(@)|(?<=[—–-]@)|(?<=[—–-] @))\w{2,30}\b(?![.@])", _account),
        ("(", "(", rf"\(({_IN_BRACKETS})", _author_year),
        (";", "; ", rf"; ({_IN_BRACKETS})", _author_year),
        (".", "et al", rf"\b({_NAME} et al\.?,? \(?{_YEAR})", _author_year),
        (".", ".", rf"\.[”\"]?({LOWERED})(?!\s+[a-z\d])", _lowered_footnote),
        ("]", "[", rf"\[{_BEHIND_WORD}\d{{1,3}}(?: ?[,–-] ?\d{{1,3}}){{0,9}}\]", _footnote),
    )
    superscripts = [
        ("", mark, rf"(?:(?<=[^\W\d_]{{4}})|(?<=[.,;:!?”’)])){mark}[⁰¹²³⁴-⁹]?", _footnote)
        for mark in "¹²³⁴⁵⁶⁷⁸⁹"
    ]
    return tuple(
        (sign, hint, re.compile(pattern), read) for sign, hint, pattern, read in (*rows, *superscripts)
    )


def _trimmed(match: re.Match[str]) -> tuple[int, int, str]:
    """The span and words of *match* without what closes the sentence around it."""
    words = match[0]
    unopened = {close: words.count(close) - words.count(opening) for close, opening in _BRACKETS.items()}
    end = len(words)
    while end and (words[end - 1] in _ENDING_MARKS or unopened.get(words[end - 1], 0) > 0):
        end -= 1
        if words[end] in unopened:
            unopened[words[end]] -= 1
    return match.start(), match.start() + end, words[:end]


def _link(match: re.Match[str]) -> TextCitation:
    """An address; one that only resolves an identifier is the identifier."""
    start, end, url = _trimmed(match)
    for resolver, kind in _RESOLVERS:
        _, found, identifier = url.partition(resolver)
        if found and identifier:
            return TextCitation(start, end, kind, f"{kind}:{identifier.lower()}")
    return TextCitation(start, end, "link", url if "://" in url else f"https://{url}")


_RESOLVERS: Final = (
    ("://doi.org/", "doi"),
    ("://dx.doi.org/", "doi"),
    ("://arxiv.org/abs/", "arxiv"),
    ("://hdl.handle.net/", "handle"),
    ("://pubmed.ncbi.nlm.nih.gov/", "pmid"),
)


def _doi(match: re.Match[str]) -> TextCitation:
    start, end, words = _trimmed(match)
    return TextCitation(start, end, "doi", f"doi:{words.lower()}")


def _handle(match: re.Match[str]) -> TextCitation:
    start, end, words = _trimmed(match)
    return TextCitation(start, end, "handle", f"handle:{words.removeprefix('hdl:').lower()}")


def _arxiv(match: re.Match[str]) -> TextCitation:
    return TextCitation(*match.span(), "arxiv", f"arxiv:{match[1]}")


_NAME: Final = r"[^\W\d_][\w’'-]{1,30}"
_YEAR: Final = r"(?:1[89]|20)\d\d[a-z]?\b"
_IN_BRACKETS: Final = (
    rf"(?:{_NAME}(?:(?:, | & |, & |,? [a-z]{{1,4}} ){_NAME}){{0,4}}, |{_NAME} et al\.?,? |{_NAME} & {_NAME},? )"
    rf"{_YEAR}(?=[);,:])"
)
"""Names and a year in brackets, as styles of author and date give them (ISO 690, §A.2): (Vale, 2020; Rossi & Vale 2019)."""


def _author_year(match: re.Match[str]) -> TextCitation | None:
    """Names and a year, unless what stands before the year has no capital: "(in town, 2020)"."""
    words = match[1].replace("(", "")
    if not words[0].isupper():
        return None
    return TextCitation(*match.span(1), "reference", " ".join(words.replace(",", "").casefold().split()))


def _account(match: re.Match[str]) -> TextCitation:
    """An account set off by a bracket or a dash, as posts are credited: "(@openwells)"."""
    return TextCitation(*match.span(), "reference", match[0].casefold())


def _pmid(match: re.Match[str]) -> TextCitation:
    return TextCitation(*match.span(), "pmid", f"pmid:{int(match[1])}")


def _isbn(match: re.Match[str]) -> TextCitation:
    digits = match[1].replace("-", "").replace(" ", "").upper()
    return TextCitation(*match.span(), "isbn", f"isbn:{digits}", is_isbn(digits))


def _issn(match: re.Match[str]) -> TextCitation:
    digits = f"{match[1]}{match[2].upper()}"
    return TextCitation(*match.span(), "issn", f"issn:{digits[:4]}-{digits[4:]}", is_issn(digits))


def _symbol(match: re.Match[str]) -> TextCitation:
    return TextCitation(*match.span(), "resolution", match[0].casefold())


def _footnote(match: re.Match[str]) -> TextCitation:
    return TextCitation(*match.span(), "footnote", None)


def _lowered_footnote(match: re.Match[str]) -> TextCitation:
    return TextCitation(*match.span(1), "footnote", None)


def is_isbn(digits: str) -> bool:
    """Whether the check digit of an ISBN, without hyphens, is right (ISO 2108).

    >>> is_isbn("9780306406157"), is_isbn("0306406152"), is_isbn("9780306406158")
    (True, True, False)
    """
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 13 and 10 not in values:
        return sum(value * (1, 3)[place % 2] for place, value in enumerate(values)) % 10 == 0
    return len(values) == 10 and 10 not in values[:-1] and _weighted(values) % 11 == 0


def is_issn(digits: str) -> bool:
    """Whether the check digit of an ISSN, without hyphen, is right (ISO 3297).

    >>> is_issn("03785955"), is_issn("03785954")
    (True, False)
    """
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return len(values) == 8 and _weighted(values) % 11 == 0


def _weighted(values: Sequence[int]) -> int:
    return sum(weight * value for weight, value in zip(range(len(values), 0, -1), values, strict=True))


# --- documents by number and by title ------------------------------------------------------------------------------


def _numbered_documents(text: str, figures: Iterable[tuple[int, int]]) -> Iterator[TextCitation]:
    """A word such as "Resolution" and the number after it."""
    kinds, between = _number_words()
    for start, end in figures:
        begin, word = _word_before(text, start)
        if word in between:
            begin, word = _word_before(text, begin)
        if kind := kinds.get(word):
            finish = _end_of_number(text, end)
            yield TextCitation(begin, finish, kind, " ".join(text[begin:finish].casefold().split()))


def _word_before(text: str, at: int) -> tuple[int, str]:
    """The word that one space parts from *at*, and where it begins; empty if there is none."""
    if at < _SHORTEST_BEFORE or text[at - 1] not in _SPACES or text[at - 2].isspace():
        return at, ""
    word = text[max(0, at - _LONGEST_WORD) : at].rsplit(maxsplit=1)[-1].lstrip(_OPENING_MARKS)
    return at - 1 - len(word), word


def _end_of_number(text: str, end: int) -> int:
    """Where a number ends that goes on after its digits: "2009/65/EC", "123-IV", "5(2)", "2021/2544(RSP)"."""
    suffix = _number_suffix().match(text, end)
    return suffix.end() if suffix else end


_LONGEST_WORD: Final = 24
_SHORTEST_BEFORE: Final = 2  # a character and a space
_SPACES: Final = " \u00a0"
_OPENING_MARKS: Final = '(“"«['
_TITLE_MARKS: Final = "\"“”«»„'’‘.,"


@cache
def _number_suffix() -> re.Pattern[str]:
    return re.compile(r"(?:[/-][A-ZА-Я]{1,6}\b|\([A-Z]{2,5}\)|\(\d{1,2}\))+")


@cache
def _number_words() -> tuple[Mapping[str, str], frozenset[str]]:
    """What each word before a number makes of it, and the words that may come between."""
    rows = table("references")
    kinds = {word: kind for kind, words in rows["numbered"].items() for word in words.split()}
    kinds |= dict.fromkeys(rows["symbols"]["bills"], "document")
    return kinds, frozenset(rows["between"]["words"].split())


def _titled_documents(
    text: str, quotations: Iterable[Span], nouns: Collection[str]
) -> Iterator[TextCitation]:
    """A document noun right before a quotation that begins with a capital: the report “Open Water”."""
    if not nouns:
        return
    for start, end in quotations:
        begin, word = _word_before(text, start)
        if word.lower() in nouns:
            title = text[start:end].strip(_TITLE_MARKS)
            if title[:1].isupper():
                yield TextCitation(begin, end, "document", title.casefold())
