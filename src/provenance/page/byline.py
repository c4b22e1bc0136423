"""Who a page shows as its author: what stands beside the headline, marked up or not, and boxes about the author.

Three kinds of place, by how plainly they say it: marked up as the author (microdata, RDFa, ``rel=author``), called
a byline by its class, and a line of text that begins with "By". The first place from the headline on speaks for
the article; what stands in teasers, boxes and comments speaks for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from provenance.evidence import Channel
from provenance.page.elements import Marked, marked, starts
from provenance.page.landmarks import BEFORE, Landmarks, in_figure
from provenance.page.lines import (
    LONGEST_LINE,
    Words,
    after_by,
    full_names,
    is_full_name,
    is_name,
    is_person,
    joined,
    leads_to_profile,
    of_by,
    of_lines,
    of_link,
    of_run,
)
from provenance.page.markup import Markup, Run, clean, content_end, runs, searchable, shown_text, tag_at
from provenance.page.statement import LOOSE, MARKED, SHOWN, Person, Statement
from provenance.page.vocabulary import (
    ANY_YEAR,
    AROUND,
    BARE_BY,
    CALLED,
    CONTAINERS,
    DATE,
    DATED_BY,
    ELSEWHERE,
    LABEL,
    OTHER_PART,
    PROFILE,
    PROFILE_WORDS,
    RARER,
    REPORTER,
    REVIEWED,
    SECTION,
    TOPIC,
    WORDS,
    reported,
)
from provenance.values.names import folded

_WITHIN: Final = 3_000
"""Characters of markup in which a byline ends; the longest seen, of nine authors with pictures, has 2,700."""

_TOGETHER: Final = 50_000
"""Characters of markup in all places that may show authors: five times the most on any of 258 news pages."""

_SHORTEST_GAP: Final = 1_500
"""Characters of markup between what belongs to one byline and what belongs to another."""

_FARTHEST: Final = 60_000
"""Characters of markup below the last place for a byline in which an article may be signed."""

_MOST_SHOWN: Final = 12
_MOST_TRIED: Final = 50
_OTHER: Final = frozenset({"meta", "link", "figcaption"})
"""Elements that show nothing, or the author of a picture."""


class _Place(NamedTuple):
    """A place that may show authors; `marked` where the page's own markup says so."""

    start: int
    end: int
    marked: bool
    words: tuple[Words, ...]


def read_bylines(
    markup: Markup, known: Landmarks, properties: Iterable[Marked], houses: frozenset[str]
) -> Iterator[Statement]:
    """The authors shown for the article, in order; *properties* are the elements that carry any, *houses* the site's names, folded."""
    start = max(0, known.headline - BEFORE)
    elements = {
        element.tag.start: element for element in (*properties, *marked(markup, WORDS, start, known.last))
    }
    named = [elements[opened] for opened in sorted(elements)]
    called = list(_marked_places(markup, known, named, 2))
    if not called:
        named += marked(markup, RARER, start, known.last)
        named.sort(key=lambda element: element.tag.start)
        called = list(_marked_places(markup, known, named, 2)) or list(
            _marked_places(markup, known, named, 1)
        )
    if not called:
        end = min(known.comments, known.last + _FARTHEST)
        called = list(_marked_places(markup, known, marked(markup, WORDS, known.last, end), 2))
    chosen = _of_the_article(called, known)
    if not _name_persons(chosen, houses):
        chosen = [*_unmarked(markup, known), *chosen]
    elif chosen[0].start < known.headline:
        # What stands above the headline may be said of something else.
        chosen = _unmarked(markup, known) or chosen
    if len(chosen) > 1:
        chosen = [p for p in chosen if not REVIEWED.search(_words_before(markup, p.start))] or chosen
    said = [(words, place.marked) for place in chosen for words in place.words]
    for words, is_marked in said[:_MOST_SHOWN]:
        rank = MARKED if is_marked else SHOWN if words.plain else LOOSE
        profile = (words.profile,) if words.profile else ()
        yield Statement(
            "authors",
            words.text,
            Channel.BYLINE,
            markup.place(words.start, words.end),
            rank,
            Person(addresses=profile),
        )


def _unmarked(markup: Markup, known: Landmarks) -> list[_Place]:
    """Places from the headline on that show an author and are not called anything."""
    linked = _of_the_article(list(_profiles(markup, known)), known)
    return (
        linked
        or _lines(markup, known)
        or _beside_date(markup, known)
        or _opening(markup, known)
        or _reporters(markup, known)
    )


def _name_persons(places: list[_Place], houses: frozenset[str]) -> bool:
    return any(
        is_person(words.text) and folded(words.text) not in houses
        for place in places
        for words in place.words
    )


def _of_the_article(places: list[_Place], known: Landmarks) -> list[_Place]:
    """The first group of places from the headline on; far from it only what no other place contradicts."""
    near = [place for place in places if known.near(place.start)]
    if near:
        below = [place for place in near if place.start >= known.headline]
        return _first_group(below) if below and known.headline >= 0 else _first_group(near)
    after = [place for place in places if known.headline <= place.start < known.comments]
    names = {words.text.casefold() for place in after for words in place.words}
    return after if len(names) <= 2 else []


def _first_group(places: list[_Place]) -> list[_Place]:
    group = places[:1]
    for place in places[1:]:
        if place.start - group[-1].end > _SHORTEST_GAP:
            break
        group.append(place)
    return group


# --- places that are marked up or called a byline -------------------------------------------------------------------


def _marked_places(
    markup: Markup, known: Landmarks, elements: Iterable[Marked], weakest: int
) -> Iterator[_Place]:
    last = -1
    looked_through = 0
    for element in elements:
        tag = element.tag
        strength = 0 if tag.name in _OTHER else _strength(element)
        if strength < weakest or (tag.name in CONTAINERS and strength < 3):
            continue
        if (tag.start >= known.last and tag.start >= known.comments) or looked_through > _TOGETHER:
            break
        end = content_end(markup, tag, _WITHIN)
        looked_through += end - tag.end
        words = tuple(_words(markup, element, end, strength))
        if any(not w.plain for w in words) and in_figure(markup, tag.start):
            continue
        if known.in_teaser(tag.start) or (strength == 3 and known.is_of_reviewed(tag.start)):
            continue
        if words and _has_other_part(markup, tag.start):
            continue
        if words and (tag.start >= last or strength == 3):
            last = max(last, end if strength < 3 else last)
            yield _Place(tag.start, end, strength == 3, words)


def _strength(element: Marked) -> int:
    """How plainly an element says that it names the author: 3 in its markup, 2 by its class, 1 only behind "by", 0 not at all."""
    if "commenter" in element.words or "comment" in element.words or "comments" in element.words:
        return 0
    if not element.names.isdisjoint(("author", "dc:creator", "creator")):
        is_topic = (
            "tag" in element.names or "category" in element.names or SECTION.search(element.tag.get("href"))
        )
        return 0 if is_topic else 3
    elsewhere = element.words & ELSEWHERE
    if elsewhere and not (elsewhere == {"card"} and "h-card" in element.tag.get("class")):
        return 0  # a card is a teaser, but an h-card a person in microformats
    if not element.words.isdisjoint(CALLED):
        return 2
    return 1 if element.tag.name == "address" or not element.words.isdisjoint(AROUND) else 0


_CLOSE: Final = 700


def _of_authors(found: list[Run]) -> list[Run]:
    """*found* without those who are said to have edited or pictured the article, and without its reviewers where others are named."""
    before = [""] + [run.text[-_CLOSE_BEFORE:] for run in found[:-1]]
    if not any(text.endswith(_LABELS) for text in before):
        return found
    own = [(run, text) for run, text in zip(found, before, strict=True) if not OTHER_PART.search(text)]
    writers = [run for run, text in own if not REVIEWED.search(text)]
    return writers if any(is_person(run.text) for run in writers) else [run for run, _ in own]


_LABELS: Final = (":", "by", "By", "BY", "von", "par", "por", "de")


def _has_other_part(markup: Markup, start: int) -> bool:
    """Whether the words right before *start* say that who is named there has edited, reviewed or pictured the article."""
    before = _words_before(markup, start)
    return before.endswith(_LABELS) and OTHER_PART.search(before) is not None


def _words_before(markup: Markup, start: int) -> str:
    return shown_text(markup, max(0, start - _LONGEST_LABEL), start)[-_CLOSE_BEFORE:]


_LONGEST_LABEL: Final = 150
_CLOSE_BEFORE: Final = 40


def _words(markup: Markup, element: Marked, end: int, strength: int) -> Iterator[Words]:
    """The words in an element that may be names."""
    tag = element.tag
    found = _of_authors(runs(markup, tag.end, end))
    if not found:
        return
    if tag.name == "a":
        yield from of_link(found, tag)
        return
    lines = list(joined(found))
    by = of_by(lines)
    named = [of_run(run) for run in found if is_name(run) and is_person(run.text)]
    linked = [of_run(run) for run in found if run.link and leads_to_profile(run) and is_person(run.text)]
    several = (named or linked) if strength > 1 else []
    if by is not None and len(full_names(by.text)) >= max(1, len({words.text for words in several})):
        yield by
    elif several:
        yield from several
    elif by is not None:
        yield by
    elif strength > 1:
        yield from of_lines(lines)


# --- profiles -------------------------------------------------------------------------------------------------------


def _profiles(markup: Markup, known: Landmarks) -> Iterator[_Place]:
    """Links near the headline that lead to somebody's profile and are called by a full name."""
    start = max(0, known.headline)
    for opened in starts(markup, PROFILE_WORDS, start, known.text + _SHORTEST_GAP):
        tag = tag_at(markup, opened) if markup.lower.startswith("<a", opened) else None
        address = "" if tag is None else tag.get("href")
        if tag is None or not PROFILE.search(address) or TOPIC.search(address) or in_figure(markup, opened):
            continue
        found = runs(markup, tag.end, content_end(markup, tag, _WITHIN))
        words = next(of_link(found, tag), None) if found else None
        if words is not None and is_full_name(words.text) and not _has_other_part(markup, opened):
            yield _Place(tag.start, words.end, marked=False, words=(words,))


# --- lines of text --------------------------------------------------------------------------------------------------


def _lines(markup: Markup, known: Landmarks) -> list[_Place]:
    """The first line from the headline on that begins with "by" and goes on with a name, else one that says "author:"."""
    start = max(0, known.headline)
    middle = min(known.last, known.text + _SHORTEST_GAP)
    for pattern, begin, end in (
        (BARE_BY, start, middle),
        (DATED_BY, start, middle),
        (LABEL, start, known.comments),
    ):
        for found in islice(pattern.finditer(markup.lower, begin, end), _MOST_TRIED):
            line = _names_at(markup, found.start() + 1, end)
            if line is not None and not _is_of_another(markup, known, found.start() + 1):
                return [line]
    return _signature(markup, known, middle)


def _names_at(markup: Markup, start: int, end: int) -> _Place | None:
    """The line that begins at *start* with "by" or a label, if all that it names are persons."""
    line = next(joined(runs(markup, start, _end_of_line(markup, start, end))), None)
    rest = None if line is None else after_by(line.text)
    if line is None or not rest or not 3 < len(rest) <= 100 or not is_full_name(rest):
        return None
    return _Place(line.start, line.end, marked=False, words=(line._replace(text=rest, plain=True),))


def _is_of_another(markup: Markup, known: Landmarks, start: int) -> bool:
    """Whether who is named at *start* has written, pictured or said something else."""
    behind_link = start > known.lead and markup.lower.endswith("</a>", 0, start)
    return behind_link or in_figure(markup, start) or known.in_teaser(start)


def _signature(markup: Markup, known: Landmarks, start: int) -> list[_Place]:
    """The only paragraph below the text that is "by" and full names, and nothing else: several are in teasers."""
    found = islice(_SIGNED.finditer(markup.lower, start, max(start, known.comments)), _MOST_TRIED)
    lines = [_names_at(markup, by.end(), by.end() + LONGEST_LINE) for by in found]
    signed = [line for line in lines if line is not None and not _is_of_another(markup, known, line.start)]
    return signed if len(signed) == 1 else []


_SIGNED: Final = re.compile(
    r"<p(?:\s[^<>]{0,300})?>\s{0,20}(?:<(?:em|i|strong|b)>)?(?=(?:by|von|par|por)\s[^<>]{5,60}(?:</(?:em|i|strong|b)>\s{0,20})?</p>)"
)


def _beside_date(markup: Markup, known: Landmarks) -> list[_Place]:
    """A line right below the headline that is a full name and nothing else, beside one with a date."""
    if known.headline < 0:
        return []
    end = min(known.text, known.below + BEFORE)
    lines = list(islice(joined(runs(markup, known.below, end)), _MOST_TRIED))
    dated = [_is_dated(line.text) for line in lines]
    for position, line in enumerate(lines):
        beside = any(dated[max(0, position - 1) : position] + dated[position + 1 : position + 3])
        if not beside and ANY_YEAR.search(line.text) is None:
            continue
        parts = _STROKES.split(line.text)
        names = [part for part in parts if len(part.split()) in _NAME_LENGTHS and is_full_name(part)]
        if len(names) != 1 or not (beside or any(_is_dated(part) for part in parts if part not in names)):
            continue
        is_profile = bool(line.profile) and not TOPIC.search(line.profile)
        if is_profile or not (_is_heading_or_link(markup, line.start) or _is_topic(markup, names[0])):
            return [
                _Place(line.start, line.end, marked=False, words=(line._replace(text=names[0], plain=False),))
            ]
    return []


_STROKES: Final = re.compile(r"\s?[|·•]\s?|\s[–—-]\s")
"""What stands between a name and a date on one line."""


def _opening(markup: Markup, known: Landmarks) -> list[_Place]:
    """The first paragraph, where it is a full name in bold letters and nothing else, of somebody whom the text does not mention."""
    found = _BOLD.search(markup.lower, max(0, known.below), min(known.last, known.text + _CLOSE))
    if known.headline < 0 or found is None:
        return []
    start, end = found.span(1)
    name = clean(markup.shown[start:end])
    surname = searchable(name).rpartition(" ")[2]
    if len(name.split()) not in _NAME_LENGTHS or not is_full_name(name):
        return []
    if (
        markup.lower.find(surname, end, known.comments) >= 0
        or markup.lower.find(surname, known.headline, start) >= 0
    ):
        return []
    return [_Place(start, end, marked=False, words=(Words(name, start, end, "", plain=True),))]


_BOLD: Final = re.compile(
    r"<p(?:\s[^<>]{0,300})?>\s{0,20}<(?:strong|b)>([^<>]{5,60})</(?:strong|b)>\s{0,20}(?:<br ?/?>\s{0,20})?</p>"
)


def _is_dated(text: str) -> bool:
    """Whether there is a date near the beginning of *text*; that there is no year is seen ten times as fast."""
    text = text[:_LONGEST_DATE]
    return ANY_YEAR.search(text) is not None and DATE.search(text) is not None


def _reporters(markup: Markup, known: Landmarks) -> list[_Place]:
    """The reporters that the text itself names, in Chinese or Korean."""
    start = max(0, known.headline)
    if markup.lower.count("?", start, known.last) < _FEWEST:
        return []
    said = [
        at
        for word in REPORTER
        if word[0] in markup.shown  # one character is found twenty times as fast as two
        and (at := markup.shown.find(word, start, known.comments)) >= 0
    ]
    found = reported().search(markup.shown, max(start, min(said) - _CLOSE), known.comments) if said else None
    if found is None or found.lastindex is None:
        return []
    words = Words(found[found.lastindex], *found.span(found.lastindex), "", plain=True)
    return [_Place(words.start, words.end, marked=False, words=(words,))]


_FEWEST: Final = 100
"""Letters beyond Latin-1, which are "?" in lower case, that a text in Chinese or Korean has at least."""


def _is_heading_or_link(markup: Markup, start: int) -> bool:
    opened = markup.lower.rfind("<", max(0, start - _CLOSE), start)
    return markup.lower.startswith(("<a", "<h", "<button"), max(0, opened))


def _is_topic(markup: Markup, name: str) -> bool:
    """Whether the page links to *name* as to a section, or says that something is in it: then it is a topic or a place."""
    words = searchable(name).split()
    found = markup.lower.find("/" + "-".join(words))
    if found >= 0 and not PROFILE.search(
        markup.shown, max(0, found - _LONGEST_ADDRESS), found + len(name) + 2
    ):
        return True
    return f" in {' '.join(words)}" in markup.lower


_LONGEST_ADDRESS: Final = 40
_NAME_LENGTHS: Final = range(2, 5)
_LONGEST_DATE: Final = 60


def _end_of_line(markup: Markup, start: int, limit: int) -> int:
    """Where the line that begins at *start* ends: at the next tag that breaks lines."""
    found = _BREAK.search(markup.lower, start, min(limit, start + 1_000))
    return found.start() if found is not None else min(limit, start + 1_000)


_BREAK: Final = re.compile(
    r"</?(?:p|div|br|li|ul|h[1-6]|td|tr|section|header|footer|article|time|figure|dl|dd|dt|img|main|aside)(?=[\s/>])"
)
