"""What a saved web page shows, field by field: every observation kept, with its channel and its place.

An HTML page can show all of these fields; one that it does not show is absent. The first observation is the answer
for display: what is said of the article in a format made for it, then what is said of the page, then what is shown,
then traces. What a page declares in three formats it declares once: they are one voice (`evidence.VOICE`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from provenance.evidence import ABSENT, Channel, Field, Observation, Why, unreadable
from provenance.fields import Publisher, PublisherPolicy
from provenance.page import authors, disclosures, linked
from provenance.page.authors import Surroundings, absolute
from provenance.page.beside import find_linked, find_shown
from provenance.page.byline import read_bylines
from provenance.page.charset import decode
from provenance.page.dateline import (
    is_above,
    is_day,
    is_day_first,
    read_datelines,
    read_local_date,
    read_loose_dates,
    read_under_headline,
    read_url_date,
)
from provenance.page.declared import Declared, read_declared, read_hidden
from provenance.page.elements import Marked, read_properties
from provenance.page.kept import own_part
from provenance.page.landmarks import Landmarks, first_part, headline, site_names
from provenance.page.markup import Markup, clean, read_markup, tag_at
from provenance.page.policies import read_policies
from provenance.page.statement import ARTICLE, LAST, Statement
from provenance.values.dates import Date, read_date
from provenance.values.hosts import Url
from provenance.values.names import folded, read_authors
from provenance.values.wrappers import unwrap

T = TypeVar("T")

METADATA: Final = (
    "title",
    "authors",
    "publisher",
    "published",
    "modified",
    "language",
    "canonical",
    "license",
    "section",
    "policies",
    *disclosures.NAMES,
)
"""The fields that are read from what a page says of itself, without its body."""

_LONGEST_LABEL: Final = 200
_LONGEST_TITLE: Final = 500
_MOST: Final = 100
"""Observations of one field that are kept."""

LONGEST: Final = 10_000_000
"""Characters of a page that are read: ten times the longest of 258 news pages. Reading takes less than 32 bytes for each."""

_BYTES_OF_A_CHARACTER: Final = 4
"""In the charset that needs the most for one."""


def read_page(
    html: str | bytes, *, url: Url | None = None, charset: str | None = None
) -> dict[str, Field[Any]]:
    """Every field that a page can show, its body included where the extra for it is installed.

    Args:
        html: the page, as bytes or decoded.
        url: where it was found; a date in it is an observation, and relative addresses are read against it.
        charset: what the server said its charset is.

    >>> fields = read_page('<meta name="author" content="Jane Doe">')
    >>> fields["authors"].values[0].name, fields["published"].state.value
    ('Jane Doe', 'absent')
    """
    from provenance.page.body import read_body

    page = decode(html[: LONGEST * _BYTES_OF_A_CHARACTER + 1], charset) if isinstance(html, bytes) else html
    fields = read_metadata(page, url=url)
    text, links = read_body(own_part(page), url)
    return {**fields, "text": text, "links": links, "citations": ABSENT}


def read_html_fields(html: object, url: Url | None, *, has_text: bool) -> dict[str, Field[Any]]:
    """The fields of the page in a record; malformed where it is none. A record with a text of its own keeps that."""
    if not isinstance(html, str) or "<" not in html:
        problem = "html: expected the source of a page, found " + (
            "no markup" if isinstance(html, str) else f"a {type(html).__name__}"
        )
        return dict.fromkeys((*METADATA, *(() if has_text else ("text", "links"))), unreadable(problem))
    fields = read_page(html, url=url)
    del fields["citations"]  # whether the record's caller knows of more is his to say
    if has_text:
        del fields["text"]
        links = tuple(
            o._replace(value=o.value._replace(start=-1, end=-1)) for o in fields["links"].observations
        )
        fields["links"] = fields["links"]._replace(observations=links)
    return fields


def read_metadata(page: str, *, url: Url | None = None) -> dict[str, Field[Any]]:
    """What a page says of itself, without its body."""
    is_whole = len(page) <= LONGEST
    problem = "" if is_whole else f"only the first {LONGEST} characters of the page were read"
    markup = read_markup(own_part(page[:LONGEST]))
    said = _Said.of(markup, url)
    by_field = said.by_field

    def field(name: str, read: Callable[[str], T | None]) -> Field[T]:
        return seen(_distinct(by_field[name], read) if name in by_field else [])

    def seen(observations: Sequence[Observation[T]]) -> Field[T]:
        return Field(tuple(observations[:_MOST]), is_whole, None if is_whole else Why.NOT_SHOWN, problem)

    publishers, languages = field("publisher", _publisher), field("language", _language)
    day_first = is_day_first(languages.first or "", url.host.name if url else "")

    def dated(text: str) -> Date | None:
        return read_local_date(text, day_first=day_first)

    around = Surroundings(
        url,
        said.base,
        publishers=frozenset(folded(p.name) for p in publishers.values),
        organisations=frozenset(folded(s.text) for s in by_field.get("publisher", ()) if s.person.kind),
        titles=frozenset(map(folded, said.titles)),
        rights=frozenset(folded(s.text) for s in by_field.get("copyright", ())),
        sites=frozenset(map(folded, site_names([s.text for s in by_field.get("title", ())]))),
    )
    return {
        "title": field("title", lambda text: text[:_LONGEST_TITLE] or None),
        "authors": seen(authors.read_statements(by_field.get("authors", ()), around)),
        "publisher": publishers,
        "published": field("published", dated),
        "modified": field("modified", dated),
        "language": languages,
        "canonical": field("canonical", lambda text: _canonical(text, said.base)),
        "license": field("license", _label),
        "section": field("section", _label),
        "policies": seen(said.policies),
        **disclosures.read_disclosures(by_field, is_whole=is_whole),
    }


class _Said(NamedTuple):
    """All that one page says, before it is read as names, dates and addresses."""

    by_field: dict[str, list[Statement]]  # the most trusted first
    policies: tuple[Observation[PublisherPolicy], ...]
    titles: tuple[str, ...]
    base: str  # what relative addresses are read against

    @classmethod
    def of(cls, markup: Markup, url: Url | None) -> _Said:
        """What *markup*, found at *url*, says."""
        declared, graph, properties = (
            read_declared(markup),
            linked.read_graph(markup),
            read_properties(markup),
        )
        address = url.text if url else ""
        base = absolute(declared.base, address) if declared.base else url
        relative_to = base.text if base is not None else ""
        said = list(linked.statements(graph, (*declared.addresses, *declared.titles, address)))
        said += declared.statements
        said += read_hidden(markup, properties)
        if _is_no_article(markup, declared, graph):
            said = [s for s in said if s.field != "authors" or s.channel is Channel.JSON_LD]
        else:
            said += _shown(markup, declared, said, url, properties)
        by_field: dict[str, list[Statement]] = {}
        for statement in sorted(said, key=attrgetter("rank")):
            by_field.setdefault(statement.field, []).append(statement)
        if "book_author" in by_field and any(s.text.startswith("book") for s in by_field.get("type", ())):
            by_field["authors"] = [*by_field.get("authors", ()), *by_field["book_author"]]
        policies = tuple(read_policies(markup, graph, properties, relative_to))
        return cls(by_field, policies, declared.titles, relative_to)


def _is_no_article(markup: Markup, declared: Declared, graph: linked.Graph) -> bool:
    """Whether the page is that of a product, a person or a list, or of nothing: who is declared there is the site's author."""
    types = [s.text for s in declared.statements if s.field == "type"]
    if any(text.startswith(("product", "profile")) for text in types) or linked.is_no_article(graph):
        return True
    if any(map(_says_missing, declared.titles[:1])) or _is_archive(markup):
        return True
    if "article" in types or "schema.org/product" not in markup.lower:
        return False
    return {found[1] for found in _ITEM.finditer(markup.lower)} == {"product"}


def _says_missing(title: str) -> bool:
    """Whether a title says, before the name of the site if that is there, that there is no page at its address."""
    low = title.casefold().lstrip(" (")
    return low.startswith(_MISSING) and first_part(low).rstrip(" !.)") in _MISSING


_MISSING: Final = (
    "404", "error 404", "404 error", "404 not found", "404 page not found", "not found", "page not found", "article not found", "file not found",
    "fehler 404", "404 fehler", "seite nicht gefunden", "die seite wurde nicht gefunden", "artikel nicht gefunden", "erreur 404", "page introuvable", "page non trouvée",
    "página no encontrada", "error 404: página no encontrada", "página não encontrada", "pagina non trovata", "pagina niet gevonden", "sidan hittades inte",
    "siden blev ikke fundet", "strona nie została znaleziona", "страница не найдена", "sayfa bulunamadı", "ページが見つかりません", "页面不存在", "페이지를 찾을 수 없습니다",
)  # fmt: skip


def _is_archive(markup: Markup) -> bool:
    """Whether the page calls itself a list of articles, or the lack of one, as WordPress (``body_class()``) and Drupal do."""
    opened = markup.lower.find("<body")
    given = markup.lower[opened : markup.lower.find(">", opened)] if opened >= 0 else ""
    if not any(map(given.__contains__, _OF_LISTS)):
        return False
    tag = tag_at(markup, opened)
    called = frozenset() if tag is None else frozenset(tag.get("class").lower().split())
    return not called.isdisjoint(_NONE) or ("archive" in called and not called.isdisjoint(_LISTED_BY))


_OF_LISTS: Final = ("error404", "search-", "archive", "-taxonomy")
_NONE: Final = frozenset({
    "error404", "search-results", "search-no-results", "path-taxonomy", "page-taxonomy", "page-taxonomy-term",
})  # fmt: skip
_LISTED_BY: Final = frozenset({"author", "category", "date", "tag", "post-type-archive"})

_ITEM: Final = re.compile(
    r"""itemtype\s?=\s?["']?https?://schema\.org/(product|(?:news)?article|blogposting)\b"""
)


def _is_home(url: Url | None, said: list[Statement]) -> bool:
    """Whether *url* is that of a whole site, and the page says of no article that it is one: its bylines are those of teasers, and so are several dates."""
    if url is None or url.text.partition("://")[2].partition("/")[2]:
        return False
    return not any(s.rank == ARTICLE or (s.field == "type" and s.text == "article") for s in said)


def _shown(
    markup: Markup, declared: Declared, said: list[Statement], url: Url | None, properties: tuple[Marked, ...]
) -> Iterator[Statement]:
    """What the page shows to its readers, and what its address shows."""
    known = Landmarks(markup, headline(declared.headlines, tuple(s.text for s in said if s.field == "title")))
    dated = list(read_datelines(markup, known, properties))
    if _is_home(url, said):
        yield from dated if len({date.value[:10] for s in dated if (date := read_date(s.text))}) == 1 else ()
        return
    yield from _shown_authors(markup, known, said, properties)
    yield from dated
    from_url = [] if url is None else list(read_url_date(url.text))
    yield from from_url
    known_dates = (s for s in [*said, *dated, *from_url] if s.field == "published" and s.rank <= LAST)
    days = (s for s in known_dates if is_day(read_date(s.text)))
    day = next(days, None)
    if day is not None and is_above(day) and all(map(is_above, days)):
        yield from read_under_headline(markup, known)
    if day is None:
        yield from read_loose_dates(markup, known, (s for s in said if s.field == "title"))


def _shown_authors(
    markup: Markup, known: Landmarks, said: list[Statement], properties: tuple[Marked, ...]
) -> Iterator[Statement]:
    """The authors that the page shows to its readers."""
    houses = frozenset(folded(s.text) for s in said if s.field == "publisher")
    declared = [s.text for s in said if s.field == "authors" and not s.person.kind][:_MOST]
    declared_authors = read_authors([text for text in declared if folded(text) not in houses])
    persons = [author.name for author in declared_authors if author.kind == "person"]
    found = list(find_shown(markup, known, persons))
    if not persons:
        found = list(find_linked(markup, known, [text for text in declared if text.startswith("http")]))
    yield from found
    # A byline that repeats all that is declared has nothing to add (see `authors`).
    if not persons or not {s.text for s in found}.issuperset(persons):
        yield from read_bylines(markup, known, properties, houses)


def _distinct(statements: Iterable[Statement], read: Callable[[str], T | None]) -> list[Observation[T]]:
    """What *statements* say, each value once for each channel."""
    values: dict[str, T | None] = {}  # by text: a page says the same in several places
    found: dict[tuple[T, Channel], Observation[T]] = {}
    for said in statements:
        if said.text not in values:
            values[said.text] = read(said.text)
        value = values[said.text]
        if value is not None:
            found.setdefault((value, said.channel), Observation(value, said.channel, said.at))
    return list(found.values())


def _publisher(text: str) -> Publisher | None:
    name = clean(text)
    if len(name) > _LONGEST_LABEL or "://" in name or not any(c.isalnum() for c in name):
        return None
    return Publisher(name)


def _language(text: str) -> str | None:
    """A language tag, as BCP 47 writes it."""
    tag = text.strip().replace("_", "-").partition(",")[0].partition(";")[0]
    return tag if 2 <= len(tag) <= 35 and tag.isascii() and tag.replace("-", "").isalnum() else None


def _canonical(text: str, base: str) -> Url | None:
    """An address that the page calls its own; archives put their own before it."""
    url = absolute(text, base)
    return None if url is None else unwrap(url)[0]


def _label(text: str) -> str | None:
    return text if 0 < len(text) <= _LONGEST_LABEL else None
