"""JSON-LD: which of its nodes is the article, and what that says (https://schema.org/Article)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

from provenance.evidence import Channel
from provenance.page.lenient import read_json
from provenance.page.markup import Markup, clean
from provenance.page.statement import ABOUT_PAGE, ARTICLE, LAST, LOOSE, Person, Statement

_MOST_BLOCKS: Final = 100
_MOST_NODES: Final = 2_000
"""Nodes that are looked at for the article: pages that list their whole archive stop here."""

_MOST_VALUES: Final = 100
"""Values of one property, and authors of one article, that are read."""

_INWARD: Final = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "article",
    "blogPost",
    "hasPart",
    "liveBlogPosting",
)
"""Properties that lead from what is around an article to the article itself."""

_ARTICLES: Final = frozenset(
    [
        "article",
        "newsarticle",
        "analysisnewsarticle",
        "askpublicnewsarticle",
        "backgroundnewsarticle",
        "opinionnewsarticle",
        "reportagenewsarticle",
        "reviewnewsarticle",
        "advertisercontentarticle",
        "satiricalarticle",
        "scholarlyarticle",
        "medicalscholarlyarticle",
        "techarticle",
        "report",
        "apireference",
        "blogposting",
        "liveblogposting",
        "socialmediaposting",
        "discussionforumposting",
        "claimreview",
        "criticreview",
        "review",
    ]
)
_OTHER_WORKS: Final = frozenset(
    [
        "creativework",
        "recipe",
        "howto",
        "qapage",
        "question",
        "course",
        "book",
        "dataset",
        "podcastepisode",
        "episode",
        "videoobject",
        "audioobject",
        "photograph",
        "imagegallery",
        "mediagallery",
        "presentationdigitaldocument",
        "digitaldocument",
        "thesis",
        "chapter",
        "medicalwebpage",
        "webcontent",
    ]
)
_PAGES: Final = frozenset(["webpage", "itempage", "aboutpage", "profilepage", "collectionpage", "faqpage"])
_ORGANISATIONS: Final = frozenset(
    [
        "organization",
        "newsmediaorganization",
        "corporation",
        "ngo",
        "governmentorganization",
        "educationalorganization",
        "collegeoruniversity",
        "website",
        "localbusiness",
        "onlinebusiness",
        "brand",
        "project",
        "periodical",
        "newspaper",
    ]
)
_NO_ARTICLES: Final = frozenset(
    [
        "product",
        "individualproduct",
        "productgroup",
        "productmodel",
        "collectionpage",
        "profilepage",
        "searchresultspage",
        "movie",
        "tvseries",
        "tvseason",
        "tvepisode",
        "musicalbum",
        "musicrecording",
        "videogame",
    ]
)
"""Pages of things, people, films and lists: whoever signs there, and whenever, has made or written something else."""

_NEITHER: Final = _ORGANISATIONS | _NO_ARTICLES

_NESTED: Final = 4
"""References that are followed from one value to the next."""

Json = Mapping[str, Any]


class Node(NamedTuple):
    """An object in JSON-LD and the JSON pointer to it."""

    content: Json
    at: str


class Graph:
    """All JSON-LD of a page: the nodes that stand for the page or what it is made of, and those with a name to refer to."""

    def __init__(self, roots: tuple[Node, ...]) -> None:
        self.roots = roots
        self.types = tuple([kinds(node.content) for node in roots])
        """The types of each root."""

    @cached_property
    def named(self) -> Mapping[str, Node]:
        """The nodes with a name, which on most pages nothing refers to."""
        return _named(self.roots)

    def values(self, node: Node, key: str) -> Iterable[tuple[Any, str]]:
        """The values of one property, references followed, each with its pointer."""
        value = node.content.get(key)
        if value is None:
            key = f"schema:{key}"
            value = node.content.get(key)
        if value is None:
            return ()
        at = f"{node.at}/{key}"
        return ((value, at),) if isinstance(value, str) else self._opened(value, at)

    def _opened(self, value: Any, at: str) -> Iterator[tuple[Any, str]]:
        items: list[Any] = value if isinstance(value, list) else [value]
        for number, item in enumerate(items[:_MOST_VALUES]):
            place = f"{at}/{number}" if isinstance(value, list) else at
            if isinstance(item, dict):
                listed = item.get("@list", item.get("@set"))
                if isinstance(listed, list):
                    for number_in, inner in enumerate(listed[:_MOST_VALUES]):
                        yield self._followed(inner, f"{place}/@list/{number_in}")
                    continue
            if item is not None:
                yield self._followed(item, place)

    def _followed(self, value: Any, at: str) -> tuple[Any, str]:
        """*value*, or what it refers to by ``@id``."""
        for _ in range(_NESTED):
            if not isinstance(value, dict) or "name" in value:
                break
            name = value.get("@id")
            target = self.named.get(name) if isinstance(name, str) else None
            if target is None or target.content is value:
                break
            value, at = target
        return value, at


def read_graph(markup: Markup) -> Graph:
    """The JSON-LD of a page."""
    roots: list[Node] = []
    for block, (start, end) in enumerate(markup.blocks[:_MOST_BLOCKS]):
        values = read_json(markup.page[start:end])
        for number, value in enumerate(values):
            roots.extend(
                _roots(
                    value,
                    f"json-ld:{block}" if len(values) == 1 else f"json-ld:{block}.{number}",
                    _MOST_NODES - len(roots),
                )
            )
    return Graph(tuple(roots))


def _roots(value: Any, at: str, limit: int) -> Iterator[Node]:
    """The nodes in *value* that stand for themselves, outermost first."""
    waiting = [(value, at, 0)]
    for value_, place, depth in waiting:
        if isinstance(value_, list):
            waiting.extend((item, f"{place}/{n}", depth) for n, item in enumerate(value_[:limit]))
        elif isinstance(value_, dict):
            if limit <= 0:
                return
            limit -= 1
            yield Node(value_, place)
            if depth < _NESTED:
                waiting.extend(
                    (value_[key], f"{place}/{key}", depth + 1)
                    for key in _INWARD
                    if isinstance(value_.get(key), (dict, list))
                )


def _named(roots: Iterable[Node]) -> dict[str, Node]:
    """The nodes that have an ``@id`` and say more than that, wherever they stand; the one that says most wins."""
    found: dict[str, Node] = {}
    waiting: list[tuple[Any, str, int]] = [(node.content, node.at, 0) for node in roots]
    for value, at, depth in waiting:
        if len(waiting) > _MOST_NODES * 10:
            break
        if isinstance(value, list):
            for n, item in enumerate(value[:_MOST_VALUES]):
                if isinstance(item, (dict, list)):
                    waiting.append((item, f"{at}/{n}", depth + 1))
        elif isinstance(value, dict) and depth < _DEPTH_OF_NAMES:
            name = value.get("@id")
            if (
                isinstance(name, str)
                and len(value) > 1
                and (name not in found or len(found[name].content) < len(value))
            ):
                found[name] = Node(value, at)
            for key, inner in value.items():
                if isinstance(inner, (dict, list)):
                    waiting.append((inner, f"{at}/{_escaped(key)}", depth + 1))
    return found


def _escaped(key: str) -> str:
    """A key as a JSON pointer writes it (RFC 6901 §3)."""
    return key.replace("~", "~0").replace("/", "~1")


_DEPTH_OF_NAMES: Final = 8
"""Levels down to which an object can be referred to."""


def kinds(node: Json) -> frozenset[str]:
    """The types of a node, in lower case and without the vocabulary they come from."""
    given = node.get("@type")
    if isinstance(given, str):
        return frozenset([_bare(given)])
    return (
        frozenset(_bare(n) for n in given if isinstance(n, str)) if isinstance(given, list) else frozenset()
    )


def _bare(kind: str) -> str:
    return kind.rstrip("/").rpartition("/")[2].rpartition(":")[2].lower()


# --- what the nodes say ---------------------------------------------------------------------------------------------

_TEXTS: Final = (
    ("title", ("headline", "name")),
    ("published", ("datePublished",)),
    ("modified", ("dateModified",)),
    ("language", ("inLanguage",)),
    ("section", ("articleSection",)),
    ("license", ("license",)),
    ("genre", ("@type",)),
    ("genre", ("genre",)),
    ("source_type", ("digitalSourceType",)),
    ("corrections", ("correction",)),
    ("canonical", ("mainEntityOfPage", "url")),
)
_LOOSER_DATES: Final = ("dateCreated", "uploadDate")
_ADDRESSED: Final = frozenset({"canonical", "license"})
_ADDRESSES: Final = ("@id", "url", "name")
_WORDS: Final = ("@value", "text", "name", "alternateName")
"""Where in an object an address stands, and words."""


def statements(graph: Graph, known: Iterable[str]) -> Iterator[Statement]:
    """What the article, else the page around it, says of itself; *known* are the page's addresses and titles."""
    articles, others, pages = _sorted_roots(graph, known)
    main = articles[:1] or others[:1]
    has_authors = False
    for node in main:
        for said in _said(graph, node, ARTICLE):
            has_authors = has_authors or said.field == "authors"
            yield said
    for node in pages:
        yield from (
            said for said in _said(graph, node, ABOUT_PAGE) if said.field != "authors" or not has_authors
        )
    for node in main + pages:
        for key in ("publisher", "sourceOrganization", "provider", "isPartOf", "copyrightHolder"):
            yield from _publishers(graph, node, key)
    for node, types in zip(graph.roots, graph.types, strict=True):
        if not types.isdisjoint(_ORGANISATIONS):
            yield from _name_of(node)


def _sorted_roots(graph: Graph, known: Iterable[str]) -> tuple[list[Node], list[Node], list[Node]]:
    """Articles, other works and pages; among several articles the one that this page is about comes first."""
    articles: list[Node] = []
    others: list[Node] = []
    pages: list[Node] = []
    for node, types in zip(graph.roots, graph.types, strict=True):
        if not types.isdisjoint(_ARTICLES):
            articles.append(node)
        elif not types.isdisjoint(_OTHER_WORKS):
            others.append(node)
        elif not types.isdisjoint(_PAGES):
            pages.append(node)
        elif types.isdisjoint(_NEITHER) and ("headline" in node.content or "datePublished" in node.content):
            others.append(node)
    for works in (articles, others):
        if len(works) > 1:
            is_main = frozenset(squeezed(text) for text in known if text)
            works.sort(key=lambda node: not _is_main(node, is_main))
    return articles, others, pages


def is_no_article(graph: Graph) -> bool:
    """Whether the page is that of a product or a list, and of no article."""
    types = frozenset().union(*graph.types)
    return not types.isdisjoint(_NO_ARTICLES) and types.isdisjoint(_ARTICLES)


def _is_main(node: Node, is_main: frozenset[str]) -> bool:
    content = node.content
    entity = content.get("mainEntityOfPage")
    given = [content.get("url"), content.get("@id"), content.get("headline"), content.get("name")]
    given.append(entity.get("@id") if isinstance(entity, dict) else entity)
    return any(squeezed(value) in is_main for value in given if isinstance(value, str) and value)


def squeezed(text: str) -> str:
    """An address or title by its letters and digits, so that one can be known again."""
    text = clean(text).lower().partition("#")[0].removeprefix("https://").removeprefix("http://")
    return "".join(filter(str.isalnum, text.partition("?utm_")[0]))


def _said(graph: Graph, node: Node, rank: int) -> Iterator[Statement]:
    """What one node says of itself."""
    for field, keys in _TEXTS:
        within = _ADDRESSES if field in _ADDRESSED else _WORDS
        for key in keys:
            said = [
                Statement(field, text, Channel.JSON_LD, at, rank)
                for value, at in graph.values(node, key)
                if (text := _text(value, within))
            ]
            yield from said
            if said:
                break
    for key in _LOOSER_DATES:
        for value, at in graph.values(node, key):
            if text := _text(value, ("@value",)):
                yield Statement("published", text, Channel.JSON_LD, at, LAST)
    yield from _authors(graph, node, rank)


def _authors(graph: Graph, node: Node, rank: int) -> Iterator[Statement]:
    """Authors; where there are none, creators, who may be whoever entered the text."""
    for key, trust in (("author", rank), ("creator", max(rank, LOOSE))):
        said = [s for value, at in graph.values(node, key) for s in _author(graph, value, at, trust)]
        if said:
            yield from said
            return


def _author(graph: Graph, value: Any, at: str, rank: int) -> Iterator[Statement]:
    if isinstance(value, str):
        yield Statement("authors", value, Channel.JSON_LD, at, rank)
        return
    if not isinstance(value, dict):
        return
    person = _person(graph, Node(value, at))
    names = list(graph.values(Node(value, at), "name"))
    if not names:
        given, family = (_text(value.get(key), ("@value",)) for key in ("givenName", "familyName"))
        if family:
            yield Statement("authors", f"{given or ''} {family}".strip(), Channel.JSON_LD, at, rank, person)
    for name, place in names:
        if text := _text(name, ("@value", "name")):
            yield Statement("authors", text, Channel.JSON_LD, place, rank, person)


def _person(graph: Graph, node: Node) -> Person:
    content = node.content
    kind = "organisation" if kinds(content) & _ORGANISATIONS else ""
    addresses = [
        text
        for key in ("url", "sameAs", "identifier", "email", "mainEntityOfPage")
        for value, _ in graph.values(node, key)
        if (text := _text(value, ("value", "@id", "url")))
    ]
    own = content.get("@id")
    if isinstance(own, str) and own.startswith(("http://", "https://")):
        addresses.append(own)
    about = any(
        content.get(key)
        for key in ("description", "jobTitle", "affiliation", "knowsAbout", "worksFor", "honorificSuffix")
    )
    return Person(kind, tuple(dict.fromkeys(addresses)), about)


def _publishers(graph: Graph, node: Node, key: str) -> Iterator[Statement]:
    for value, at in graph.values(node, key):
        if isinstance(value, str):
            if not value.startswith(("http:", "https:", "#", "_:")):
                yield Statement("publisher", value, Channel.JSON_LD, at, ARTICLE)
        elif isinstance(value, dict) and not (key == "isPartOf" and kinds(value) & _PAGES):
            text = _text(value, ("name", "legalName", "alternateName"))
            if text:
                yield Statement(
                    "publisher",
                    text,
                    Channel.JSON_LD,
                    f"{at}/name",
                    LOOSE if key == "isPartOf" else ARTICLE,
                    _house(value),
                )


def _name_of(node: Node) -> Iterator[Statement]:
    text = _text(node.content, ("name", "legalName"))
    if text:
        yield Statement(
            "publisher", text, Channel.JSON_LD, f"{node.at}/name", ABOUT_PAGE, _house(node.content)
        )


def _house(content: Json) -> Person:
    """Whether a publisher is said to be an organisation; a site can be a person's."""
    types = kinds(content)
    return Person(
        "organisation"
        if types & _ORGANISATIONS - {"website", "brand", "project"} and "person" not in types
        else ""
    )


def _text(value: Any, keys: tuple[str, ...]) -> str:
    """The words of a value: itself, or of an object those under the first of *keys*."""
    for _ in range(_NESTED):
        if isinstance(value, list):
            value = next((item for item in value if item), None)
        elif isinstance(value, dict):
            value = next((value[key] for key in keys if value.get(key)), None)
        else:
            break
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return clean(str(value)) if isinstance(value, str) or abs(value) < 10**15 else ""


def organisations(graph: Graph) -> Iterator[Node]:
    """The nodes that can disclose what their publisher does: publishers, and the works and pages themselves."""
    seen: set[int] = set()
    for node in graph.roots:
        for value, at in graph.values(node, "publisher"):
            if isinstance(value, dict) and id(value) not in seen:
                seen.add(id(value))
                yield Node(value, at)
        if id(node.content) not in seen:
            seen.add(id(node.content))
            yield node
