"""Who a page shows as its author: what stands beside the headline, marked up or not, and boxes about the author.

Three kinds of place, by how plainly they say it: marked up as the author (microdata, RDFa, ``rel=author``), called
a byline by its class, and a line of text that begins with "By". The first place from the headline on speaks for
the article; what stands in teasers, boxes and comments speaks for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.evidence import Channel
from provenance.page.landmarks import BEFORE, Landmarks, Marked, marked
from provenance.page.markup import Markup, Run, Tag, clean, content_end, finder, runs, tags
from provenance.page.statement import LOOSE, MARKED, SHOWN, Person, Statement
from provenance.values.names import read_authors

_WORDS: Final = (
    "author", "byline", "by-line", "autor", "auteur", "autore", "auteur", "verfasser", "redakteur", "journalist", "reporter", "writer",
    "contributor", "creator", "schrijver", "forfatter", "skribent", "kirjoittaja", "yazar", "firma", "<address", "signature", "vcard",
)  # fmt: skip
"""What pages call the place where the author stands, in the languages of month names."""

_CALLED: Final = frozenset(
    ["author", "authors", "authorname", "authored", "byline", "bylines", "by", "autor", "autoren", "autorin", "autores", "auteur", "auteurs", "autore", "verfasser", "redakteur", "journalist", "journalists", "reporter", "reporters", "writer", "writers", "contributor", "contributors", "schrijver", "forfatter", "skribent", "kirjoittaja", "yazar", "vcard", "signature"]
)
_ELSEWHERE: Final = frozenset(
    ["comment", "comments", "commenter", "commentauthor", "avatar", "image", "img", "photo", "picture", "icon", "follow", "share", "social", "newsletter", "related", "recommended", "teaser", "popular", "trending", "sidebar", "widget", "footer", "nav", "menu", "bio", "biography", "description", "about", "count", "quote", "testimonial", "reply", "promo", "card", "cards", "thumbnail", "hidden", "book", "books", "filter", "search"]
)
"""Words that say that an element is about something else, or about the author rather than his name."""

_CONTAINERS: Final = frozenset(["html", "body", "main", "article", "form", "img", "input", "meta", "link", "svg", "iframe", "button", "option", "select", "figure", "picture", "video", "source"])
_WITHIN: Final = 3_000
"""Characters of markup in which a byline ends; the longest seen, of nine authors with pictures, has 2,700."""

_LONGEST_LINE: Final = 160
_SHORTEST_GAP: Final = 1_500
"""Characters of markup between what belongs to one byline and what belongs to another."""

_MOST_SHOWN: Final = 12

_PROFILE: Final = re.compile(
    r"/(?:author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|autorzy|autoren-?archiv|by|people|person|personen|profile|profiles"
    r"|staff|meet-the-team|av|journalist|journalists|journaliste|journalistes|reporter|reporters|redakteur|redaktion|verlag/redakteure|contributor|contributors|columnist|columnists"
    r"|writer|writers|team|user|users|forfatter|skribent|yazar|yazarlar|medarbejder|profil|auteur-|firmas|firma|bio)s?[/-][^/?#]+|/@[\w.-]+/?$|[?&]author=",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(r"/(?:people|person|personen|profiles?|team|users?)/", re.IGNORECASE)
"""Parts of addresses that lead to those who are written about, too."""

_BY: Final = re.compile(
    r"(?:(?:(?:written|posted|published|story|text|words|article|report|reported|submitted|guest post|analysis|opinion|review)(?: on [^|]{6,40}?)? )?by"
    r"|(?:(?:ein )?(?:beitrag|artikel|kommentar|gastbeitrag|text|bericht|interview|analyse|kolumne) )?von|(?:geschrieben|verfasst|veröffentlicht|gepostet|erstellt|eingestellt) von"
    r"|(?:(?:publié|écrit|posté|rédigé) )?par|(?:(?:publicado|escrito|postado) )?por|(?:(?:scritto|pubblicato|articolo) )?(?:da|di)|(?:(?:geschreven|geplaatst) )?door|(?:skrevet |skriven )?(?:af|av)"
    r"|autorin/autor|autor(?:in|en|es|a)?|auteurs?|autor[ei]|author|text|tekst|verfasser(?:in)?|автор|yazan|przez)\b ?:?\s*",
    re.IGNORECASE,
)
_BARE_BY: Final = re.compile(r">\s*+(?:by|von|par|por|door|posted by|written by|geschrieben von|text|autor|author|автор|autorin|di|da|av|af)\b")
_LABEL: Final = re.compile(r">\s*+(?:autor|autorin|autorin/autor|autoren|author|auteur|автор|autore|written by|words by|text by|verfasst von|ein beitrag von|geschrieben von)(?: ?:|</)")
_AFTER_NAMES: Final = re.compile(
    r",? (?:in|on|at|am|um|vom|den|le|el|il|op|den|posted|published|updated|last|for)\b(?=[ :])(?! [A-ZÄÖÜ][a-z]+ [A-Z])|\s[|•·»›]\s|\s[–—]\s|\s(?=[0-9])"
)
_TITLED: Final = re.compile(r"(?:view|see|more|all|alle|voir|ver|read|show)\b.{0,20}?\b(?:posts?|articles?|beiträge|artikel|stories|entradas|messages)\b.{0,12}?\b(?:by|von|from|de|par|par|por)\s+", re.IGNORECASE)


class _Words(NamedTuple):
    """Words that may be names, where they stand, the profile they lead to, and whether it is plain that they name the author."""

    text: str
    start: int
    end: int
    profile: str
    plain: bool


class _Place(NamedTuple):
    """A place that may show authors; `marked` where the page's own markup says so."""

    start: int
    end: int
    marked: bool
    words: tuple[_Words, ...]


def read_bylines(markup: Markup, known: Landmarks) -> Iterator[Statement]:
    """The authors shown for the article, in order."""
    called = sorted(_marked_places(markup, known), key=lambda p: (p.start, not p.marked))
    chosen = _of_the_article(called, known)
    if not _name_persons(chosen):
        linked = _of_the_article(list(_profiles(markup, known)), known)
        chosen = [*(linked or _lines(markup, known)), *chosen]
    said = [(words, place.marked) for place in chosen for words in place.words]
    for words, is_marked in said[:_MOST_SHOWN]:
        rank = MARKED if is_marked else SHOWN if words.plain else LOOSE
        profile = (words.profile,) if words.profile else ()
        yield Statement("authors", words.text, Channel.BYLINE, markup.place(words.start, words.end), rank, Person(addresses=profile))


def _name_persons(places: list[_Place]) -> bool:
    return any(_is_person(words.text) for place in places for words in place.words)


def find_shown(markup: Markup, known: Landmarks, names: Iterable[str]) -> Iterator[Statement]:
    """Where those *names* that the page declares stand beside the headline, in a line as short as bylines are."""
    start = max(0, known.headline - BEFORE)
    end = known.last
    for name in names:
        low = name.lower()
        position = markup.lower.find(low, start, end)
        while position >= 0:
            opened, closed = markup.lower.rfind(">", start, position), markup.lower.find("<", position)
            is_text = opened >= 0 and markup.lower.find("<", opened, position) < 0
            if is_text and 0 < closed - opened <= _LONGEST_LINE and not _in_figure(markup, position):
                yield Statement("authors", name, Channel.BYLINE, markup.place(position, position + len(low)), SHOWN)
                break
            position = markup.lower.find(low, position + len(low), end)


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


def _marked_places(markup: Markup, known: Landmarks) -> Iterator[_Place]:
    last = -1
    for element in marked(markup, _WORDS):
        tag = element.tag
        if tag.start >= known.comments:
            break
        strength = _strength(element)
        if not strength or (tag.name in _CONTAINERS and strength < 3):
            continue
        end = content_end(markup, tag, _WITHIN)
        words = tuple(_words(markup, element, end))
        if any(not w.plain for w in words) and _in_figure(markup, tag.start):
            continue
        if words and (tag.start >= last or strength == 3):
            last = max(last, end if strength < 3 else last)
            yield _Place(tag.start, end, strength == 3, words)


def _strength(element: Marked) -> int:
    """How plainly an element says that it names the author: 3 in its markup, 2 by its class, 0 for not at all."""
    if "commenter" in element.words or "comment" in element.words or "comments" in element.words:
        return 0
    if not element.names.isdisjoint(("author", "dc:creator", "creator")):
        return 3
    if element.tag.name == "address":
        return 2
    if element.words.isdisjoint(_CALLED) or not element.words.isdisjoint(_ELSEWHERE):
        return 0
    return 2


def _in_figure(markup: Markup, start: int) -> bool:
    """Whether *start* is in a figure, where the author is that of the picture."""
    before = max(0, start - _WITHIN)
    return markup.lower.rfind("<fig", before, start) > markup.lower.rfind("</fig", before, start)


def _words(markup: Markup, element: Marked, end: int) -> Iterator[_Words]:
    """The words in an element that may be names."""
    tag = element.tag
    found = runs(markup, tag.end, end)
    if not found:
        value = clean(tag.attributes.get("content", ""))
        if value and not value.startswith("http"):
            yield _Words(value, tag.start, tag.end, "", plain=True)
        return
    if tag.name == "a":
        yield from _of_link(found, tag)
        return
    lines = list(_joined(found))
    by = _of_by(lines)
    named = [_of_run(run) for run in found if _is_name(run) and _is_person(run.text)]
    linked = [_of_run(run) for run in found if run.link and _leads_to_profile(run) and _is_person(run.text)]
    several = named or linked
    if by is not None and len(_full_names(by.text)) >= max(1, len({words.text for words in several})):
        yield by
    elif several:
        yield from several
    elif by is not None:
        yield by
    else:
        yield from _of_lines(lines)


def _of_run(run: Run) -> _Words:
    return _Words(run.text, run.start, run.end, run.link, plain=True)


def _leads_to_profile(run: Run) -> bool:
    return len(run.text) <= _LONGEST_LINE and ("author" in run.rel.split() or _PROFILE.search(run.link) is not None)


def _of_link(found: list[Run], tag: Tag) -> Iterator[_Words]:
    address = tag.attributes.get("href", "")
    text = _TITLED.sub("", " ".join(run.text for run in found))
    by = _BY.match(text)
    text = text[by.end() :] if by is not None else text
    if 0 < len(text) <= _LONGEST_LINE:
        plain = _PROFILE.search(address) is not None or "author" in tag.attributes.get("rel", "").lower()
        yield _Words(text, found[0].start, found[-1].end, address, plain=plain or by is not None)


def _is_name(run: Run) -> bool:
    """Whether the element right around a text says that it is a name."""
    around = run.tokens.lower()
    return "name" in around and ("itemprop" in around or "author" in around or "byline" in around or "fn" in around)


def _is_person(text: str) -> bool:
    return any(author.kind == "person" for author in read_authors([text]))


def _of_by(lines: list[_Words]) -> _Words | None:
    """What follows the first "by" that begins a line."""
    for position, line in enumerate(lines[:8]):
        rest = _after_by(line.text)
        if rest and len(rest) <= _LONGEST_LINE:
            return line._replace(text=rest, plain=True)
        if rest is not None and not rest and position + 1 < len(lines):
            return lines[position + 1]._replace(plain=True)
    return None


def _of_lines(lines: list[_Words]) -> Iterator[_Words]:
    """The first line that is a name or names."""
    for line in lines[:3]:
        if len(line.text) <= 80 and _is_person(line.text):
            yield line
            return


def _after_by(text: str) -> str | None:
    """What follows "by" in a line, as far as it may be names; None where the line does not begin so."""
    by = _BY.match(text)
    if by is None:
        return None
    return _AFTER_NAMES.split(text[by.end() :], maxsplit=1)[0].strip()


def _joined(found: list[Run]) -> Iterator[_Words]:
    """Texts on one line together, with the first profile that they lead to."""
    group: list[Run] = []
    for run in found:
        if run.opens and group:
            yield _line(group)
            group = []
        group.append(run)
    if group:
        yield _line(group)


def _line(group: list[Run]) -> _Words:
    """A line; where each of its parts is a full name, with something between them."""
    link = next((run.link for run in group if run.link and _PROFILE.search(run.link)), "")
    texts = [run.text for run, before in zip(group, [None, *group], strict=False) if before is None or run.text != before.text]
    words = texts[0]
    for before, text in pairwise(texts):
        apart = _is_complete(text) and _is_complete(_after_by(before) or before)
        words += (" | " if apart else " ") + text
    return _Words(words, group[0].start, group[-1].end, link, plain=bool(link))


def _is_complete(text: str) -> bool:
    """Whether *text* names somebody in full and nothing in it waits for what follows."""
    found = read_authors([text]) if " " in text else ()
    return bool(found) and all(author.kind in _COMPLETE and _NO_NAME.isdisjoint(author.flags) for author in found) and _BY.match(text) is None


_COMPLETE: Final = frozenset({"person", "organisation", "desk"})


# --- profiles -------------------------------------------------------------------------------------------------------


def _profiles(markup: Markup, known: Landmarks) -> Iterator[_Place]:
    """Links near the headline that lead to somebody's profile and are called by a full name."""
    start = max(0, known.headline - BEFORE) if known.headline >= 0 else 0
    for tag in tags(markup, _LINKS, start, known.text + _SHORTEST_GAP):
        address = tag.attributes.get("href", "")
        if not _PROFILE.search(address) or _TOPIC.search(address):
            continue
        found = runs(markup, tag.end, content_end(markup, tag, _WITHIN))
        words = next(_of_link(found, tag), None) if found else None
        if words is not None and _is_full_name(words.text):
            yield _Place(tag.start, words.end, marked=False, words=(words,))


_LINKS: Final = finder("a")


# --- lines of text --------------------------------------------------------------------------------------------------


def _lines(markup: Markup, known: Landmarks) -> list[_Place]:
    """The first line from the headline on that begins with "by" and goes on with a name, else one that says "author:"."""
    start = max(0, known.headline)
    middle = known.last
    for pattern, begin, end in ((_BARE_BY, start, middle), (_LABEL, start, known.comments)):
        for found in pattern.finditer(markup.lower, begin, end):
            if _in_figure(markup, found.start()):
                continue
            line = next(_joined(runs(markup, found.start() + 1, _end_of_line(markup, found.start() + 1, end))), None)
            rest = None if line is None else _after_by(line.text)
            if line is not None and rest and 3 < len(rest) <= 100 and _is_full_name(rest):
                return [_Place(line.start, line.end, marked=False, words=(line._replace(text=rest, plain=True),))]
    return []


def _full_names(text: str) -> list[str]:
    """The persons that *text* names in full."""
    return [author.name for author in read_authors([text]) if author.kind == "person" and _NO_NAME.isdisjoint(author.flags)]


def _is_full_name(text: str) -> bool:
    """Whether all that *text* names are persons with more than one name."""
    found = read_authors([text])
    return bool(found) and all(author.kind == "person" and _NO_NAME.isdisjoint(author.flags) for author in found)


_NO_NAME: Final = frozenset({"single_name", "lower_case", "symbols", "sentence"})


def _end_of_line(markup: Markup, start: int, limit: int) -> int:
    """Where the line that begins at *start* ends: at the next tag that breaks lines."""
    found = _BREAK.search(markup.lower, start, min(limit, start + 1_000))
    return found.start() if found is not None else min(limit, start + 1_000)


_BREAK: Final = re.compile(r"</?(?:p|div|br|li|ul|h[1-6]|td|tr|section|header|footer|article|time|figure|dl|dd|dt|img|main|aside)(?=[\s/>])")
