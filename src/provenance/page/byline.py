"""Who a page shows as its author: what stands beside the headline, marked up or not, and boxes about the author.

Three kinds of place, by how plainly they say it: marked up as the author (microdata, RDFa, ``rel=author``), called
a byline by its class, and a line of text that begins with "By". The first place from the headline on speaks for
the article; what stands in teasers, boxes and comments speaks for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.evidence import Channel
from provenance.page.landmarks import Landmarks, Marked, marked
from provenance.page.markup import Markup, Run, clean, content_end, runs
from provenance.page.statement import MARKED, SHOWN, Person, Statement
from provenance.values.names import read_authors

_WORDS: Final = (
    "author", "byline", "by-line", "autor", "auteur", "autore", "auteur", "verfasser", "redakteur", "journalist", "reporter", "writer",
    "contributor", "schrijver", "forfatter", "skribent", "kirjoittaja", "yazar", "firma", "signature", "vcard",
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
    r"|staff|journalist|journalists|journaliste|journalistes|reporter|reporters|redakteur|redaktion|contributor|contributors|columnist|columnists"
    r"|writer|writers|team|user|users|forfatter|skribent|yazar|yazarlar|medarbejder|profil|auteur-|firmas|firma|bio)s?[/-][^/?#]+|/@[\w.-]+/?$|[?&]author=",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"(?:(?:(?:written|posted|published|story|text|words|article|report|reported|submitted|guest post|analysis|opinion|review)(?: on [^|]{6,40}?)? )?by"
    r"|(?:(?:ein )?(?:beitrag|artikel|kommentar|gastbeitrag|text|bericht|interview|analyse|kolumne) )?von|(?:geschrieben|verfasst|veröffentlicht|gepostet|erstellt|eingestellt) von"
    r"|(?:(?:publié|écrit|posté|rédigé) )?par|(?:(?:publicado|escrito|postado) )?por|(?:(?:scritto|pubblicato|articolo) )?(?:da|di)|(?:(?:geschreven|geplaatst) )?door|(?:skrevet |skriven )?(?:af|av)"
    r"|autor(?:in|en|es|a)?|auteurs?|autor[ei]|author|text|tekst|verfasser(?:in)?|автор|yazan|przez)\b ?:?\s*",
    re.IGNORECASE,
)
_BARE_BY: Final = re.compile(r">\s*+(?:by|von|par|por|door|posted by|written by|geschrieben von|text|autor|author|автор|autorin|di|da|av|af)\b")
_TITLED: Final = re.compile(r"(?:view|see|more|all|alle|voir|ver|read|show)\b.{0,20}?\b(?:posts?|articles?|beiträge|artikel|stories|entradas|messages)\b.{0,12}?\b(?:by|von|from|de|par|par|por)\s+", re.IGNORECASE)


class _Place(NamedTuple):
    """A place that may show authors."""

    start: int
    end: int
    strength: int  # 3 marked up, 2 called a byline, 1 a line of text
    texts: tuple[tuple[str, int, int, str], ...]  # words, where they stand, and the profile that they lead to


def read_bylines(markup: Markup, known: Landmarks) -> Iterator[Statement]:
    """The authors shown for the article, in order."""
    places = sorted(_marked_places(markup, known), key=lambda p: (p.start, -p.strength))
    chosen = _of_the_article(places, known)
    if not any(place.strength > 1 for place in chosen):
        lines = [place for place in _lines(markup, known)][:1]
        chosen = chosen or lines
    seen = 0
    for place in chosen:
        for words, start, end, profile in place.texts:
            if seen < _MOST_SHOWN:
                seen += 1
                rank = MARKED if place.strength == 3 else SHOWN
                yield Statement("authors", words, Channel.BYLINE, markup.place(start, end), rank, Person(addresses=(profile,) if profile else ()))


def _of_the_article(places: list[_Place], known: Landmarks) -> list[_Place]:
    """The first group of places from the headline on; far from it only what no other place contradicts."""
    near = [place for place in places if known.near(place.start)]
    if near:
        below = [place for place in near if place.start >= known.headline]
        return _first_group(below) if below and known.headline >= 0 else _first_group(near)
    after = [place for place in places if known.headline <= place.start < known.comments]
    names = {words.casefold() for place in after for words, *_ in place.texts}
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
        texts = tuple(_texts(markup, element, end, strength))
        if texts and (tag.start >= last or strength == 3):
            last = max(last, end if strength < 3 else last)
            yield _Place(tag.start, end, strength, texts)


def _strength(element: Marked) -> int:
    """How plainly an element says that it names the author; 0 for not at all."""
    if "commenter" in element.words or "comment" in element.words or "comments" in element.words:
        return 0
    if not element.names.isdisjoint(("author", "dc:creator", "creator")):
        return 3
    if element.words.isdisjoint(_CALLED) or not element.words.isdisjoint(_ELSEWHERE):
        return 0
    return 2


def _texts(markup: Markup, element: Marked, end: int, strength: int) -> Iterator[tuple[str, int, int, str]]:
    """The words in an element that may be names."""
    tag = element.tag
    found = runs(markup, tag.end, end)
    if not found:
        value = clean(tag.attributes.get("content", ""))
        if value and strength == 3 and not value.startswith("http"):
            yield value, tag.start, tag.end, ""
        return
    if tag.name == "a":
        yield from _of_link(found, tag.attributes.get("href", ""))
        return
    named = [run for run in found if _is_name(run)]
    linked = [run for run in found if run.link and ("author" in run.rel.split() or _PROFILE.search(run.link)) and len(run.text) <= _LONGEST_LINE]
    for chosen in (named, linked):
        if chosen and any(_is_person(run.text) for run in chosen):
            for run in chosen:
                if _is_person(run.text):
                    yield run.text, run.start, run.end, run.link
            return
    yield from _of_lines(found)


def _of_link(found: list[Run], address: str) -> Iterator[tuple[str, int, int, str]]:
    words = " ".join(run.text for run in found)
    words = _TITLED.sub("", words)
    if len(words) <= _LONGEST_LINE:
        yield words, found[0].start, found[-1].end, address


def _is_name(run: Run) -> bool:
    """Whether the element right around a text says that it is a name."""
    around = run.tokens.lower()
    return "name" in around and ("itemprop" in around or "author" in around or "byline" in around or "fn" in around)


def _is_person(text: str) -> bool:
    return any(author.kind == "person" for author in read_authors([text]))


def _of_lines(found: list[Run]) -> Iterator[tuple[str, int, int, str]]:
    """The first line that begins with "by", else the first that is a name."""
    lines = list(_joined(found))
    for position, (words, start, end, link) in enumerate(lines[:8]):
        by = _BY.match(words)
        if by is None:
            continue
        rest = words[by.end() :]
        if rest and len(rest) <= _LONGEST_LINE:
            yield rest, start, end, link
            return
        if not rest and position + 1 < len(lines):
            yield lines[position + 1]
            return
    for words, start, end, link in lines[:3]:
        if len(words) <= 80 and _is_person(words):
            yield words, start, end, link
            return


def _joined(found: list[Run]) -> Iterator[tuple[str, int, int, str]]:
    """Texts on one line together: words, where they stand, and the first profile that they lead to."""
    group: list[Run] = []
    for run in found:
        if run.opens and group:
            yield _line(group)
            group = []
        group.append(run)
    if group:
        yield _line(group)


def _line(group: list[Run]) -> tuple[str, int, int, str]:
    link = next((run.link for run in group if run.link and _PROFILE.search(run.link)), "")
    return " ".join(run.text for run in group), group[0].start, group[-1].end, link


# --- lines of text --------------------------------------------------------------------------------------------------


def _lines(markup: Markup, known: Landmarks) -> Iterator[_Place]:
    """Lines near the headline that begin with "by" and go on with a name."""
    start = max(0, known.headline)
    end = min(known.comments, known.below + 12_000)
    for found in _BARE_BY.finditer(markup.lower, start, end):
        line_end = _end_of_line(markup, found.start() + 1, end)
        for words, begins, ends, link in _joined(runs(markup, found.start() + 1, line_end)):
            by = _BY.match(words)
            if by is not None and 3 < len(words) - by.end() <= 100 and _is_person(words[by.end() :]):
                yield _Place(begins, ends, 1, ((words[by.end() :], begins, ends, link),))
                return
            break


def _end_of_line(markup: Markup, start: int, limit: int) -> int:
    """Where the line that begins at *start* ends: at the next tag that breaks lines."""
    found = _BREAK.search(markup.lower, start, min(limit, start + 1_000))
    return found.start() if found is not None else min(limit, start + 1_000)


_BREAK: Final = re.compile(r"</?(?:p|div|br|li|ul|h[1-6]|td|tr|section|header|footer|article|time|figure|dl|dd|dt|img|main|aside)(?=[\s/>])")
