"""What templates leave in a text (residue), and the lines in which nobody speaks (boilerplate).

Residue is reported and scored: form labels, placeholders, platform remains. Boilerplate is neither; it is passed over when
attributions and claims are read. Both are judged by the line alone, so that no line changes what another one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from provenance.text.facts import Residue, Span
from provenance.text.sentences import lines
from provenance.text.tables import table

LONGEST_LABEL: Final = 120
"""Characters of the longest line that can be a label, a byline or a piece of navigation as a whole."""

_AROUND_LABELS: Final = " \t\u00a0\u200b*:•·#|–—-_.…>»«<→←↓()"
_OPENING_MARKS: Final = "\"'“‘„«»"


class Leftovers(NamedTuple):
    """What of a text is not its prose."""

    residue: tuple[Residue, ...]
    boilerplate: tuple[Span, ...]


def find(text: str) -> Leftovers:
    r"""The residue of *text*, and its boilerplate beside that; each in order and without overlaps.

    >>> find("Leave a Reply\nBy Ada Vale\nThe harbour froze.")
    Leftovers(residue=(Residue(start=0, end=13, why='form label'),), boilerplate=(Span(start=14, end=25),))
    """
    residue: list[Residue] = []
    boilerplate: list[Span] = []
    for start, end in lines(text):
        if end - start > LONGEST_LABEL:
            boilerplate.extend(_dateline(text, start))
        elif end > start:
            line = text[start:end].strip()
            begin = text.index(line, start)
            if why := _residue_of_line(line):
                residue.append(Residue(begin, begin + len(line), why))
            elif line and _is_boilerplate(line):
                boilerplate.append(Span(begin, begin + len(line)))
            else:
                boilerplate.extend(_dateline(text, begin))
    return Leftovers(_without_overlaps([*residue, *_inside_lines(text)]), tuple(boilerplate))


def _without_overlaps(found: Iterable[Residue]) -> tuple[Residue, ...]:
    kept: list[Residue] = []
    for each in sorted(found):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


# --- whole lines ---------------------------------------------------------------------------------------------------


def _residue_of_line(line: str) -> str | None:
    """Which kind of residue the whole *line* is, if any."""
    label = _label(line)
    if why := _labels().get(label):
        return why
    return next((why for beginning, why in _label_beginnings() if label.startswith(beginning)), None)


def _label(line: str) -> str:
    return " ".join(line.strip(_AROUND_LABELS).casefold().split())


@cache
def _labels() -> Mapping[str, str]:
    rows = table("residue")["residue"]["lines"].items()
    return {_label(line): why for why, labels in rows for line in labels}


@cache
def _label_beginnings() -> tuple[tuple[str, str], ...]:
    rows = table("residue")["residue"]["beginnings"].items()
    return tuple((beginning, why) for why, beginnings in rows for beginning in beginnings)


def _is_boilerplate(line: str) -> bool:
    plain = line.casefold()
    return _label(line) in _navigation() or plain.startswith(_boilerplate_beginnings()) or _is_byline(line)


@cache
def _navigation() -> frozenset[str]:
    return frozenset(map(_label, table("residue")["boilerplate"]["lines"]["all"]))


@cache
def _boilerplate_beginnings() -> tuple[str, ...]:
    return tuple(table("residue")["boilerplate"]["beginnings"]["all"])


def _is_byline(line: str) -> bool:
    """Whether *line* is a word such as "By" and then nothing but names."""
    before, between = _byline_words()
    first, _, rest = line.partition(" ")
    if first not in before or line.endswith((".", "?", "!", ":")):
        return False
    words = rest.replace(",", " ").replace("|", " ").split()
    return bool(words) and all(word[0].isupper() or word in between for word in words)


@cache
def _byline_words() -> tuple[frozenset[str], frozenset[str]]:
    rows = table("residue")["boilerplate"]["bylines"]
    return frozenset(rows["before"]), frozenset(rows["between"])


def _dateline(text: str, start: int) -> Iterator[Span]:
    """The place and agency in capitals with which a report begins: "VALE (AP) - "."""
    if text[start : start + 3].isupper() and (match := _dateline_pattern().match(text, start)):
        yield Span(start, start + len(match[1].rstrip()))


@cache
def _dateline_pattern() -> re.Pattern[str]:
    return re.compile(
        r"([A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w .-]{1,20}\))?) ?[—–-]{1,2}\s"
    )


# --- inside lines --------------------------------------------------------------------------------------------------


def _inside_lines(text: str) -> Iterator[Residue]:
    for words, why in _giveaways():
        if words in text:
            yield from _occurrences(text, words, why)
    if "[" in text:
        yield from _bracketed(text)
    if "{{" in text:
        yield from (Residue(*match.span(), "placeholder") for match in _braces().finditer(text))
    if "%%" in text:
        yield from (Residue(*match.span(), "placeholder") for match in _per_cents().finditer(text))


@cache
def _giveaways() -> tuple[tuple[str, str], ...]:
    rows = table("residue")["residue"]["anywhere"].items()
    return tuple((words, why) for why, giveaways in rows for words in giveaways)


def _occurrences(text: str, words: str, why: str) -> Iterator[Residue]:
    """Where *words* stand, save quoted: somebody then speaks of them."""
    at = text.find(words)
    while at >= 0:
        if at == 0 or text[at - 1] not in _OPENING_MARKS:
            yield Residue(at, at + len(words), why)
        at = text.find(words, at + len(words))


def _bracketed(text: str) -> Iterator[Residue]:
    names, beginnings = _bracketed_words()
    for match in _brackets().finditer(text):
        content = match[1].casefold()
        if content.lstrip("/").split(" ", 1)[0] in names:
            yield Residue(*match.span(), "shortcode")
        elif content.startswith(beginnings):
            yield Residue(*match.span(), "placeholder")


@cache
def _bracketed_words() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = table("residue")["residue"]
    return frozenset(rows["shortcodes"]["names"].split()), tuple(rows["brackets"]["placeholder"])


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\[([^\[\]\n]{1,200})\]")


@cache
def _braces() -> re.Pattern[str]:
    return re.compile(r"\{\{[^{}\n]{1,80}\}\}")


@cache
def _per_cents() -> re.Pattern[str]:
    return re.compile(r"%%\w{1,40}%%")
