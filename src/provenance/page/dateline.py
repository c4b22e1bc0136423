"""When a page shows that it was published or changed: `<time>`, microdata, what is called a date, the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from provenance.evidence import Channel
from provenance.page.elements import Marked, marked
from provenance.page.landmarks import BEFORE, Landmarks, in_figure
from provenance.page.markup import Markup, Run, clean, content_end, runs
from provenance.page.statement import LAST, LOOSE, MARKED, SHOWN, Statement
from provenance.page.vocabulary import ANY_YEAR, DATE, YEAR
from provenance.values.dates import Date, ambiguous, read_date, read_moment

_WORDS: Final = ("time", "date", "publi")
_RARER: Final = ("datum", "fecha", "posted", "submitted", "modifi", "meta")
_CALLED: Final = frozenset({
    "date", "dates", "datum", "fecha", "data", "published", "publish", "pubdate", "posted", "submitted", "time", "timestamp",
    "datetime", "dateline", "updated", "modified", "updatetime", "publication", "pubtime", "publishtime",
    "entry-date", "postdate", "dateposted", "datepublished", "datemodified", "created", "meta", "byline", "info",
})  # fmt: skip
"""Words in the names of places where dates stand."""
_ELSEWHERE: Final = frozenset({
    "comment", "comments", "event", "events", "calendar", "upcoming", "birth", "birthday", "birthdate", "deadline", "expires", "expiry",
})  # fmt: skip
"""Words in the names of places whose dates are of something else."""
_CHANGED: Final = re.compile(
    r"updat|modif|aktualisier|geändert|mis à jour|mise à jour|actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|opdater|oppdater|uppdater|aktualiz|обновл|изменен"
    r"|güncelle|päivit|更新|修正|수정|revis|überarbeitet|zuletzt|last edit",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    _CHANGED.pattern
    + r"|(?:ly|last|expert) reviewed|retrieved|accessed|abgerufen|zugriff|consulté|consultado|geraadpleegd|received|accepted|argued|copyright|©|\(c\)",
    re.IGNORECASE,
)
"""What stands before a date that is none of the publication."""

_BEFORE: Final = 3
"""Ranks that a date above the headline is behind one below it: it may be today's, or that of an event."""

_BELOW: Final = 2
"""Ranks that an unmarked date below the beginning of the text is behind a trace: one that is called nothing at all, but stands under the headline, is plainer."""

_WITHIN: Final = 1_200
_MOST: Final = 200

_SPACED: Final = re.compile(r"(?<=[0-9])([./-])\s(?=[0-9])")
_SHORT_YEAR: Final = re.compile(r"(?<![0-9/.-])([0-3]?[0-9])(\.\s?|/)([0-3]?[0-9])\2([0-9]{2})(?![0-9./])")
_URL_DAY: Final = re.compile(
    rf"(?<![0-9])({YEAR})([-/_.]?)([01][0-9]|[1-9](?=[-/_.]))(?:\2|/)?([0-3][0-9]|[1-9](?![0-9]))(?![0-9])"
)
_URL_MONTH: Final = re.compile(rf"(?<![0-9])({YEAR})[/-]([01][0-9])(?=/)")


def read_datelines(markup: Markup, known: Landmarks, properties: Iterable[Marked]) -> Iterator[Statement]:
    """The dates that the page marks up, wherever that is, and those that it calls dates beside the headline."""
    start = max(0, known.headline - BEFORE)
    elements = {
        element.tag.start: element for element in (*properties, *marked(markup, _WORDS, start, known.last))
    }
    found = list(_of_elements(markup, known, elements))
    if all(said.rank >= LOOSE for said in found):
        elements = {element.tag.start: element for element in marked(markup, _RARER, start, known.last)}
        found += _of_elements(markup, known, elements)
    yield from found


def _of_elements(markup: Markup, known: Landmarks, elements: Mapping[int, Marked]) -> Iterator[Statement]:
    """The dates in *elements*, by where they begin."""
    count = 0
    for start in sorted(elements):
        element = elements[start]
        strength = _strength(element)
        if strength is None:
            continue
        if count >= _MOST or (start >= known.last and start >= known.comments):
            break
        near = known.near(start)
        if (not near and strength != MARKED) or known.in_teaser(start):
            continue
        if strength == MARKED and known.is_of_reviewed(start):
            continue
        for text, begins, ends, changed in _dates_of(markup, element):
            count += 1
            field = "modified" if changed else "published"
            rank = strength if near else LAST
            if strength > MARKED and start > known.lead:
                if in_figure(markup, start):
                    break
                rank = LAST + _BELOW
            before = known.headline >= 0 and start < known.headline
            channel = Channel.MICRODATA if strength == MARKED else Channel.BYLINE
            yield Statement(
                field,
                text,
                channel,
                markup.place(begins, ends),
                rank + (_BEFORE if before and rank != MARKED else 0),
            )


def _strength(element: Marked) -> int | None:
    names, tag = element.names, element.tag
    if not element.words.isdisjoint(_ELSEWHERE):
        return None
    if not names.isdisjoint(("datepublished", "datemodified", "datecreated")) or "pubdate" in tag.attributes:
        return MARKED
    if tag.name == "time":
        return SHOWN
    return (
        None
        if element.words.isdisjoint(_CALLED)
        or tag.name in ("html", "body", "main", "article", "form", "input", "meta", "link")
        else LOOSE
    )


def _dates_of(markup: Markup, element: Marked) -> Iterator[tuple[str, int, int, bool]]:
    """The dates in an element, and whether they are of a change."""
    tag = element.tag
    changed = "datemodified" in element.names or bool(
        element.words & {"updated", "modified", "update", "lastmod", "updatetime"}
        and not element.words & {"published", "posted"}
    )
    for key in (*filter(tag.attributes.__contains__, _DATED), *filter(_TIMED.fullmatch, tag.attributes)):
        value = clean(tag.get(key))
        if value and is_day(read_local_date(value, day_first=False)):
            yield value, tag.start, tag.end, changed or _said_changed(markup, tag.start)
            return
    if tag.name == "meta":
        return
    label = ""
    for run in runs(markup, tag.end, content_end(markup, tag, _WITHIN)):
        is_changed, behind = _is_label_of_change(label) if label else changed, 0
        for found in _full_days_in(run.text):
            before = run.text[behind : found.start()]
            if any(map(str.isalpha, before)):
                is_changed = _CHANGED.search(before) is not None
            text, behind = _SPACED.sub(r"\1", found[0]), found.end()
            if is_day(read_date(text)):
                yield text, run.start, run.end, is_changed or _is_called_changed(run.tokens)
        label = run.text


def _is_label_of_change(text: str) -> bool:
    """Whether *text*, before a date, calls it that of a change."""
    return _CHANGED.search(text) is not None and DATE.search(text) is None


_DATED: Final = ("datetime", "content", "data-datetime", "title")
_TIMED: Final = re.compile(r"data-(?:[a-z]+-)?(?:publish|publi[a-z]{2,8})?-?(?:date|time|timestamp)")
"""Attributes in which pages keep a moment for their scripts."""


def _is_called_changed(tokens: str) -> bool:
    """Whether the attributes of an element call what is in it a change, and no publication."""
    low = tokens.lower()
    return ("updated" in low or "modified" in low) and "publish" not in low


def _said_changed(markup: Markup, start: int) -> bool:
    """Whether the words right before *start* speak of a change."""
    before = markup.shown[max(0, start - 120) : start]
    words = re.sub(r"<[^>]*>", " ", before.rpartition("</time>")[2])
    return bool(_CHANGED.search(words[-40:]))


def read_local_date(text: str, *, day_first: bool) -> Date | None:
    """The date in *text*; where day and month can be exchanged, the day first if that is how it is written there."""
    text = text.strip()
    read = read_moment(text)
    if read is None or not day_first or "ambiguous_day_month" not in read.flags:
        return read
    slashed = _SLASHED.fullmatch(text)
    other = (
        None if slashed is None else read_date(f"{slashed[3]}-{slashed[2]:0>2}-{slashed[1]:0>2}{slashed[4]}")
    )
    return read if other is None else ambiguous(other, read)


_SLASHED: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(.*)", re.DOTALL)

_MONTH_FIRST: Final = frozenset({"en", "en-us", "en-ca", "en-ph", "fil"})
_NO_COUNTRY: Final = frozenset(
    [
        "ac",
        "ai",
        "am",
        "cc",
        "co",
        "fm",
        "gg",
        "gl",
        "im",
        "io",
        "la",
        "ly",
        "me",
        "sh",
        "so",
        "to",
        "tv",
        "vc",
        "ws",
    ]
)
"""Codes of countries under which names are sold to everybody."""

_MONTH_BEFORE_DAY: Final = frozenset(
    {"as", "ca", "cn", "gu", "hu", "ir", "jp", "kr", "lt", "mn", "mp", "ph", "pr", "tw", "us", "vi"}
)
"""Codes of countries that do not write the day first."""

_OF_A_COUNTRY: Final = 2
"""Letters of a country's code."""


def is_day_first(language: str, host: str) -> bool:
    """Whether 10/11/2020 is written for 10 November in *language*, at *host* (CLDR, short dates)."""
    if language and language.lower() not in _MONTH_FIRST:
        return True
    country = host.rpartition(".")[2]
    return len(country) == _OF_A_COUNTRY and country not in _NO_COUNTRY and country not in _MONTH_BEFORE_DAY


def is_day(date: Date | None) -> bool:
    """Whether a date says the day."""
    return date is not None and date.precision not in ("year", "month")


def is_above(said: Statement) -> bool:
    """Whether *said* is a date that is marked up above the headline, and nowhere else."""
    return said.channel is Channel.BYLINE and said.rank == SHOWN + _BEFORE


def read_under_headline(markup: Markup, known: Landmarks) -> Iterator[Statement]:
    """The first day between headline and text that looks like a dateline: one that is marked up above may be today's."""
    for run in runs(markup, known.below, known.lead, _DIGIT):
        for found, last in _in_turn(list(islice(_full_days_in(run.text), _MOST))):
            is_dateline = (
                not _OTHER.search(_before(found, last)) and _plainness(markup, known, run, found) >= _IN_LINE
            )
            if is_dateline and is_day(read_date(_spelled(found))):
                yield _shown("published", found, markup, run)._replace(rank=LOOSE)
                return


def read_loose_dates(markup: Markup, known: Landmarks, titles: Iterable[Statement]) -> Iterator[Statement]:
    """Where nothing is marked up: the date that looks most like a dateline, by what is around it, and that of a change."""
    head = max(0, markup.lower.find("</head"))
    start = max(head, known.headline)
    best: tuple[int, Statement] | None = None
    changed: Statement | None = None
    middle = max(known.last, known.below + 20_000)
    for far, (begin, end) in enumerate(
        ((start, middle), (max(head, start - BEFORE), start), (middle, min(known.comments, middle + 100_000)))
    ):
        for run in runs(markup, begin, min(end, known.comments), _DIGIT):
            days = [found for found in _days_in(run.text) if is_day(read_date(_spelled(found)))]
            change = next(
                (found for found, last in _in_turn(days) if _CHANGED.search(_before(found, last)[-_CLOSE:])),
                None,
            )
            if far == 0 and changed is None and change is not None:
                changed = _shown("modified", change, markup, run)
            found = next(
                (found for found, last in _in_turn(days) if not _OTHER.search(_before(found, last))), None
            )
            score = 0 if found is None else _plainness(markup, known, run, found)
            if far == 1 or (far and score >= _PLAIN):  # what is unlabelled below has been taken back already
                score -= _BELOW
            if found is not None and score > (best[0] if best else 0) and not _is_of_member(markup, run):
                best = score, _shown("published", found, markup, run)
    if best is not None:
        yield best[1]
    if changed is not None:
        yield changed
    is_plain = best is not None and best[0] >= _PLAIN
    for said in titles:
        for found_ in DATE.finditer(said.text):
            if _is_part(said.text, found_) and is_day(read_date(found_[0])):
                yield Statement("published", found_[0], said.channel, said.at, LAST + (2 if is_plain else 0))


def _plainness(markup: Markup, known: Landmarks, run: Run, found: re.Match[str]) -> int:
    """How plainly a date is that of the publication, by its text and by what stands around that; 0 if it is of something else."""
    score = _likeness(run.text, found)
    if run.start > known.lead:
        if known.in_teaser(run.start) or in_figure(markup, run.start):
            return 0
        score = max(score - _BELOW, 1) if 1 < score < _PLAIN else score
    if _OF_ANOTHER.search(run.tokens):
        return 0
    return score - _CALLED_CHANGED * _is_called_changed(run.tokens)


_CALLED_CHANGED: Final = 3
"""How much less plain a date is in an element that is called one of a change, which some pages call the only day that they show."""

_OF_ANOTHER: Final = re.compile(
    r"\b(?:events?|calendar|birth(?:day|date)?|deadline|expir(?:es|y))\b", re.IGNORECASE
)


def _in_turn(days: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
    """Each of *days*, and where the one before it in the same text ends."""
    return zip(days, (0, *(found.end() for found in days)), strict=False)


def _before(found: re.Match[str], last: int) -> str:
    """What stands before a day in its text: from *last*, the end of the day before it, unless nothing is said in between."""
    between = found.string[last : found.start()]
    return between if any(map(str.isalpha, between)) else found.string[: found.start()]


def _shown(field: str, found: re.Match[str], markup: Markup, run: Run) -> Statement:
    """The day as the page shows it in its text."""
    return Statement(field, _spelled(found), Channel.TEXT, markup.place(run.start, run.end), LAST + 1)


def _is_part(title: str, found: re.Match[str]) -> bool:
    """Whether a date ends a title, or is all that stands between two strokes of it."""
    before, behind = title[: found.start()], title[found.end() :]
    return len(behind) <= 3 or (before.rstrip().endswith(_STROKES) and behind.lstrip().startswith(_STROKES))


def _is_of_member(markup: Markup, run: Run) -> bool:
    """Whether the words right before a day, or before its text, call it that on which somebody became a member."""
    begin = max(0, run.start - _CLOSE)
    return _JOINED.search(markup.lower, begin, min(run.end, run.start + _CLOSE)) is not None


_JOINED: Final = re.compile(
    r"joined|member since|registered|registriert|mitglied seit|beigetreten|inscrit le|inscription|registrado|iscritto"
)
"""What forums write before the day on which somebody became a member."""

_STROKES: Final = ("-", "–", "—", "|", "·", "•", "»", "«", ",")


def _days_in(text: str) -> Iterator[re.Match[str]]:
    """What looks like a day; those with two digits for the year only where there are no others."""
    full = list(islice(_full_days_in(text), _MOST))
    return iter(full or islice(_SHORT_YEAR.finditer(text), _MOST))


def _full_days_in(text: str) -> Iterator[re.Match[str]]:
    """What looks like a day with four digits for the year; that a text has no such year is seen ten times as fast."""
    return DATE.finditer(text) if ANY_YEAR.search(text) else iter(())


_DIGIT: Final = re.compile("[0-9]")


def _spelled(found: re.Match[str]) -> str:
    """A day with its year in full: there were no web pages before 1990."""
    if found.re is _SHORT_YEAR:
        stroke = found[2].strip()
        return f"{found[1]}{stroke}{found[3]}{stroke}{'19' if found[4] >= '90' else '20'}{found[4]}"
    return _SPACED.sub(r"\1", found[0])


_PLAIN: Final = 5
"""The likeness of a date that stands behind a word for publishing; any other is less plain than one that ends a title."""


_IN_LINE: Final = 3
"""The likeness of a date in a line as short as datelines are."""


def _likeness(text: str, found: re.Match[str]) -> int:
    """How much the date in *text* looks like that of the publication: alone, behind a label, or in a sentence."""
    before, behind = text[: found.start()], _CLOCK.sub("", text[found.end() :], count=1)
    rest = len(before) + len(behind)
    opening = before.lstrip(" (|•–-")
    if _LABEL.search(before[-_CLOSE:]) or (len(opening) <= _LONGEST_OPENING and _LABEL.match(opening)):
        return 5
    if rest <= 12:
        return 4
    if rest <= 60:
        return 3
    if found.start() < 60 and _DASH.match(text, found.end()):
        return 2
    return 1 if rest <= 200 and found.start() < 60 else 0


_DASH: Final = re.compile(r"\)?\s?[-–—:|]")
"""What separates a dateline from the text that it opens."""


_CLOSE: Final = 20
_LONGEST_OPENING: Final = 60
"""Characters between a word for publishing and its day: few within a line, and room for a name where it begins one."""

_CLOCK: Final = re.compile(
    r"\A,?(?: (?:um|at|à|a las|alle|om|-|–|\|))?\s?[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?: ?(?:[ap]\.?m\.?|uhr|h)\b)?(?: ?[A-Z]{2,4}\b)?",
    re.IGNORECASE,
)
"""The hour behind a day."""

_LABEL: Final = re.compile(
    r"\b(?:publish|publi(?:é|cado|cato|cad|ziert|kation|cation|sert)|posted|veröffentlicht|erschienen|erstellt|datum|date|stand|online since|vom|fecha|data|geplaatst|gepubliceerd|opublik|опубл|дата)"
    r"|発表|公開|掲載|发布|发表|时间|등록|입력",
    re.IGNORECASE,
)


def read_url_date(address: str) -> Iterator[Statement]:
    """The date that is part of an address."""
    path = address.partition("://")[2].partition("?")[0].partition("/")[2]
    for pattern, rank in ((_URL_DAY, LAST), (_URL_MONTH, LAST + _BEFORE)):
        found = pattern.search(path)
        if found is not None:
            parts = (found[1], found[3], found[4]) if pattern is _URL_DAY else (found[1], found[2])
            text = "-".join(part.zfill(2) for part in parts)
            if read_date(text) is not None:
                yield Statement("published", text, Channel.URL, "url:" + found[0], rank)
                return
