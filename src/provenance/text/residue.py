"""What templates leave in a text (residue), and the lines in which nobody speaks (boilerplate).

Residue is reported and scored: form labels, placeholders, platform remains. Boilerplate is neither; it is passed over when
attributions and claims are read. Both are judged by the line alone, so that no line changes what another one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeVar

from provenance.text import entries
from provenance.text.facts import Residue, Span
from provenance.text.sentences import lines
from provenance.text.tables import table

LONGEST_LABEL: Final = 120
"""Characters of the longest line that can be a label, a byline or a piece of navigation as a whole."""

_AROUND_LABELS: Final = " \t\u00a0\u200b*:•·#|–—-_.…>»«<→←↓()"
_OPENING_MARKS: Final = "\"'“‘„«»"


P = TypeVar("P", Residue, Span)


class Leftovers(NamedTuple):
    """What of a text is not its prose."""

    residue: tuple[Residue, ...]
    boilerplate: tuple[Span, ...]


def find(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> Leftovers:
    r"""The residue of *text*, and its boilerplate beside that; each in order and without overlaps.

    *paragraphs* are its `lines`, where they are known.

    >>> find("Leave a Reply\nBy Ada Vale\nThe harbour froze.")
    Leftovers(residue=(Residue(start=0, end=13, why='form label'),), boilerplate=(Span(start=14, end=25),))
    """
    residue: list[Residue] = []
    boilerplate: list[Span] = []
    places: list[Span] = []
    given = lines(text) if paragraphs is None else paragraphs
    for start, end in given:
        if end - start <= LONGEST_LABEL:
            line = text[start:end].strip()
            begin = text.index(line, start)
            label = _label(line)
            if why := _residue_of(label):
                residue.append(Residue(begin, begin + len(line), why))
            elif _is_boilerplate(line, label):
                boilerplate.append(Span(begin, begin + len(line)))
        if text[start : start + 3].isupper() and (place := _dateline().match(text, start)):
            passage = Span(start, start + len(place[1].rstrip()))
            if place[2] != ":":
                boilerplate.append(passage)
            elif end - start >= _LEAST_REPORT:
                places.append(passage)
    if places and _has_one_label(text):
        boilerplate += places
    boilerplate += entries.find(text, given)
    return Leftovers(_without_overlaps([*residue, *_inside_lines(text)]), _without_overlaps(boilerplate))


def _without_overlaps(found: list[P]) -> tuple[P, ...]:
    """*found* in order, each that begins inside another left out."""
    kept: list[P] = []
    for each in sorted(found):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


_HEAD: Final = 3  # letters that every beginning in the tables has


# --- whole lines ---------------------------------------------------------------------------------------------------


def _residue_of(label: str) -> str | None:
    """Which kind of residue the line with this *label* is, if any."""
    if why := _labels().get(label):
        return why
    if _is_path(label):
        return "platform remains"
    beginnings, heads = _label_beginnings()
    if label[:_HEAD] not in heads:
        return None
    return next((why for beginning, why in beginnings if label.startswith(beginning)), None)


def _is_path(label: str) -> bool:
    """Whether it is one path, however often, and nothing else: "/wp /wp"."""
    return label[:1] == "/" and label[1:2].isalnum() and len(set(label.split())) == 1


def _label(line: str) -> str:
    return " ".join(line.strip(_AROUND_LABELS).casefold().split())


@cache
def _labels() -> Mapping[str, str]:
    rows = table("residue")["residue"]["lines"].items()
    return {_label(line): why for why, labels in rows for line in labels}


@cache
def _label_beginnings() -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """What a line of residue begins with, and the first letters of it all, by which most lines are passed over."""
    rows = table("residue")["residue"]["beginnings"].items()
    beginnings = tuple((beginning, why) for why, each in rows for beginning in each)
    return beginnings, frozenset(beginning[:_HEAD] for beginning, _ in beginnings)


def _is_boilerplate(line: str, label: str) -> bool:
    if label in _navigation() or _is_byline(line):
        return True
    beginnings, heads = _boilerplate_beginnings()
    plain = line.casefold()
    return (plain[:_HEAD] in heads and plain.startswith(beginnings)) or plain.endswith(_boilerplate_endings())


@cache
def _navigation() -> frozenset[str]:
    return frozenset(map(_label, table("residue")["boilerplate"]["lines"]["all"]))


@cache
def _boilerplate_beginnings() -> tuple[tuple[str, ...], frozenset[str]]:
    beginnings = tuple(table("residue")["boilerplate"]["beginnings"]["all"])
    return beginnings, frozenset(beginning[:_HEAD] for beginning in beginnings)


@cache
def _boilerplate_endings() -> tuple[str, ...]:
    return tuple(table("residue")["boilerplate"]["endings"]["all"])


def _is_byline(line: str) -> bool:
    """Whether *line* says who wrote the text, and when, and nothing else: "By Ada Vale | 4 May 2019 · 3 min read"."""
    rows = _byline_words()
    if not (line.partition(" ")[0] in rows.heads or line[0].isdecimal()):
        return False
    if line.endswith((".", "?", "!", ":")):
        return False
    words = _parts().sub(" ", line).split()
    named = next((at for at in (0, 1) if " ".join(words[: at + 1]) in rows.before), None)
    if named is not None:
        rest = words[named + 1 :]
        return bool(rest) and rest[0][0].isupper() and all(map(rows.may_follow, rest))
    return len(words) > 1 and _is_imprint(words, rows)


def _is_imprint(words: Sequence[str], rows: _Byline) -> bool:
    """Whether the *words* of a line say when the text was written or changed: "Published 4 May 2019 by Ada Vale"."""
    who = next((at for at, word in enumerate(words) if word in rows.before), len(words))
    when = words[:who]
    dated = [word.casefold() in rows.imprint for word in when]
    return (
        any(dated)
        and any(word[0].isdecimal() for word in when)
        and all(known or word[0].isdecimal() for known, word in zip(dated, when, strict=True))
        and all(map(rows.may_follow, words[who + 1 :]))
    )


@cache
def _parts() -> re.Pattern[str]:
    """What parts the words of such a line; "-" too, of "3-minute"."""
    return re.compile(r"[\s,:|·•/()–—-]+")


class _Byline(NamedTuple):
    """The words of such lines."""

    heads: frozenset[str]  # all that such a line begins with, save figures
    before: frozenset[str]
    between: frozenset[str]
    imprint: frozenset[str]

    def may_follow(self, word: str) -> bool:
        """Whether *word* can stand behind "By": as a name, between two, or in a date."""
        return (
            word[0].isupper()
            or word in self.between
            or word[0].isdecimal()
            or word.casefold() in self.imprint
        )


@cache
def _byline_words() -> _Byline:
    rows = table("residue")["boilerplate"]["bylines"]
    before, between, imprint = rows["before"], rows["between"], rows["imprint"].split()
    heads = {words.partition(" ")[0] for words in before}
    for word in imprint:
        heads.update(
            f"{form}{mark}" for form in (word, word.title(), word.upper()) for mark in ("", ":", ",")
        )
    return _Byline(frozenset(heads), frozenset(before), frozenset(between), frozenset(imprint))


@cache
def _dateline() -> re.Pattern[str]:
    """The place and agency in capitals with which a report begins, and what parts them from it: "VALE (AP) - ", "VALE: "."""
    return re.compile(
        r"([A-Z][A-Z.'’ -]{2,30}(?:, [A-Z\d][\w. ]{1,20}){0,3}(?: ?\([A-Z][\w .-]{1,20}\))?)(:| ?[—–-]{1,2})\s"
    )


def _has_one_label(text: str) -> bool:
    """Whether lines of *text* begin with no more than one word in capitals and a colon: in a conversation, several do."""
    return len({label[0] for label in _label_in_capitals().finditer(text)}) == 1


@cache
def _label_in_capitals() -> re.Pattern[str]:
    return re.compile(
        r"^[A-Z][A-Z.'’ -]{0,30}(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w .-]{1,20}\))?:\s", re.MULTILINE
    )


_LEAST_REPORT: Final = 80
"""Characters of the shortest line before which a place and a colon are looked for: who says less is rather a speaker."""


# --- inside lines --------------------------------------------------------------------------------------------------


def _inside_lines(text: str) -> Iterator[Residue]:
    for words, why in _giveaways():
        if words in text:
            yield from _occurrences(text, words, why)
    if "[" in text:
        yield from _bracketed(text)
    if "{" in text:
        yield from (Residue(*match.span(), "placeholder") for match in _braces().finditer(text))
    if "%" in text and "%%" in text:
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
