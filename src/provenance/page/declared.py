"""What `<meta>`, `<link>`, `<title>` and `<html>` declare: Open Graph, Dublin Core, Highwire, and what sites made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from provenance.evidence import Channel
from provenance.page.elements import Marked
from provenance.page.landmarks import Headline, first_part, headline, is_repeated, middle_parts
from provenance.page.markup import Markup, Tag, attributes, clean, content_end, shown_text, tags_at
from provenance.page.statement import ABOUT_PAGE, DECLARED, LAST, LOOSE, MARKED, SHOWN, Statement
from provenance.page.vocabulary import BY

_MOST_TAGS: Final = 2_000
_MOST_HEADLINES: Final = 200
_LONGEST_TITLE: Final = 2_000
_LONGEST_LINK: Final = 300

_HEAD: Final = re.compile(
    r"""<(?:meta(?=\s++(property|name|http-equiv)="([^"&]*+)"\s++content="([^"]*+)"\s*+/?>)"""
    r"""|(meta|html|title|base|link)(?=[\s/>]))"""
)
"""The elements that declare something; nearly every `<meta>` is written in the first way."""

_CONTENT: Final = 3
"""The last group of `_HEAD` where a `<meta>` is written so."""

_META: Final[dict[str, tuple[str, int]]] = {
    # Open Graph (ogp.me)
    "og:title": ("title", DECLARED), "twitter:title": ("title", ABOUT_PAGE), "og:site_name": ("publisher", DECLARED),
    "og:url": ("canonical", DECLARED), "og:type": ("type", DECLARED), "og:locale": ("language", ABOUT_PAGE), "og:article:author": ("authors", DECLARED),
    "article:author": ("authors", DECLARED), "article:author_name": ("authors", DECLARED), "og:author": ("authors", DECLARED),
    "book:author": ("book_author", DECLARED), "article:published_time": ("published", DECLARED), "article:published": ("published", DECLARED),
    "og:article:published_time": ("published", DECLARED), "og:published_time": ("published", DECLARED), "og:pubdate": ("published", DECLARED),
    "article:modified_time": ("modified", DECLARED), "article:modified": ("modified", DECLARED), "og:updated_time": ("modified", LOOSE),
    "og:article:modified_time": ("modified", DECLARED), "article:section": ("section", DECLARED), "og:article:section": ("section", DECLARED),
    # HTML (https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names) and its registry of names
    "author": ("authors", DECLARED), "authors": ("authors", DECLARED), "application-name": ("publisher", LOOSE), "publisher": ("publisher", DECLARED),
    "web_author": ("authors", LAST), "content-language": ("language", LOOSE), "language": ("language", LOOSE), "date": ("published", LOOSE),
    "last-modified": ("modified", LAST), "revised": ("modified", LAST), "copyright": ("copyright", LOOSE),
    # Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/)
    "dc.title": ("title", ABOUT_PAGE), "dc.creator": ("authors", DECLARED), "dc.publisher": ("publisher", DECLARED), "dc.language": ("language", DECLARED),
    "dc.date": ("published", LOOSE), "dc.date.issued": ("published", DECLARED), "dc.date.created": ("published", LOOSE),
    "dc.date.modified": ("modified", DECLARED), "dc.rights.license": ("license", DECLARED), "dc.license": ("license", DECLARED),
    "dcterms.creator": ("authors", DECLARED), "dcterms.publisher": ("publisher", DECLARED), "dcterms.issued": ("published", DECLARED),
    "dcterms.created": ("published", LOOSE), "dcterms.date": ("published", LOOSE), "dcterms.modified": ("modified", DECLARED),
    "robots": ("robots", DECLARED), "tdm-reservation": ("tdm_reservation", DECLARED), "genre": ("genre", DECLARED), "digitalsourcetype": ("source_type", DECLARED),
    "dcterms.license": ("license", DECLARED), "dcterms.available": ("published", DECLARED),
    # Highwire and PRISM (Google Scholar's inclusion guidelines)
    "citation_title": ("title", DECLARED), "citation_author": ("authors", DECLARED), "citation_authors": ("authors", DECLARED),
    "citation_publisher": ("publisher", DECLARED), "citation_journal_title": ("publisher", LOOSE), "citation_language": ("language", DECLARED),
    "citation_publication_date": ("published", DECLARED), "citation_online_date": ("published", DECLARED), "citation_date": ("published", DECLARED),
    "prism.publicationdate": ("published", DECLARED), "eprints.creators_name": ("authors", DECLARED), "bepress_citation_author": ("authors", DECLARED),
    # Analytics and content management: Parse.ly, Sailthru, Swiftype, Cxense, Shareaholic, Drupal, Arc, Tealium
    "parsely-title": ("title", ABOUT_PAGE), "parsely-author": ("authors", DECLARED), "parsely-pub-date": ("published", DECLARED), "parsely-section": ("section", DECLARED),
    "parsely-link": ("canonical", LOOSE), "sailthru.title": ("title", ABOUT_PAGE), "sailthru.author": ("authors", DECLARED), "sailthru.date": ("published", DECLARED),
    "cxenseparse:author": ("authors", DECLARED), "cxenseparse:recs:publishtime": ("published", DECLARED), "cxenseparse:publishtime": ("published", DECLARED),
    "shareaholic:article_published_time": ("published", DECLARED), "shareaholic:article_author_name": ("authors", DECLARED), "shareaholic:article_modified_time": ("modified", DECLARED),
    "shareaholic:site_name": ("publisher", DECLARED), "st:author": ("authors", DECLARED), "byl": ("authors", DECLARED), "byline": ("authors", DECLARED),
    "article.author": ("authors", DECLARED), "article.published": ("published", DECLARED), "article.updated": ("modified", DECLARED), "article:updated_time": ("modified", DECLARED),
    "pubdate": ("published", DECLARED), "pub_date": ("published", DECLARED), "publishdate": ("published", DECLARED), "publish-date": ("published", DECLARED), "publish_date": ("published", DECLARED),
    "publication_date": ("published", DECLARED), "published_time": ("published", DECLARED), "published_at": ("published", DECLARED), "displaydate": ("published", DECLARED),
    "article_date_original": ("published", DECLARED), "originalpublicationdate": ("published", DECLARED), "rnews:datepublished": ("published", DECLARED),
    "datepublished": ("published", DECLARED), "article:publish_date": ("published", DECLARED), "iso-8601-publish-date": ("published", DECLARED), "dateposted": ("published", DECLARED),
    "releasedate": ("published", LOOSE), "created": ("published", LOOSE), "datecreated": ("published", LOOSE), "article:post_date": ("published", DECLARED), "postdate": ("published", DECLARED),
    "datemodified": ("modified", DECLARED), "lastmod": ("modified", LOOSE), "lastmodified": ("modified", LOOSE), "modified_time": ("modified", DECLARED), "moddate": ("modified", DECLARED), "utime": ("modified", LOOSE),
    "ptime": ("published", LOOSE), "pdate": ("published", LOOSE), "section": ("section", LOOSE), "vr:author": ("authors", DECLARED),
    "vr:published_time": ("published", DECLARED), "author_name": ("authors", DECLARED), "creator": ("authors", LOOSE), "article-author": ("authors", DECLARED), "news_author": ("authors", DECLARED),
    "syndication-source": ("canonical", LOOSE), "original-source": ("canonical", LOOSE),
    # X's cards: two pairs of label and value, of which content systems use the first for "Written by"
    "twitter:label1": ("label1", LAST), "twitter:data1": ("data1", DECLARED), "twitter:label2": ("label2", LAST), "twitter:data2": ("data2", DECLARED),
    "twitter:creator": ("creator", LOOSE),
    # schema.org in <meta itemprop=…>
    "inlanguage": ("language", DECLARED), "headline": ("title", DECLARED), "articlesection": ("section", DECLARED),
}  # fmt: skip
"""Each name that is understood, with the field it speaks of and its rank."""


def _spellings(name: str) -> tuple[str, ...]:
    """How *name* is written: that of a Dublin Core term with a colon, too."""
    if name.startswith("dcterms."):
        return name, name.replace(".", ":", 1), name.replace("dcterms.", "dc.terms.")
    return (name, name.replace(".", ":", 1)) if name.startswith("dc.") else (name,)


class _Meaning(NamedTuple):
    """What the name in a `<meta>` says: the field it speaks of, its rank, and the name as it is listed."""

    field: str
    rank: int
    name: str


_MEANINGS: Final = {
    spelled: _Meaning(field, rank, name)
    for name, (field, rank) in _META.items()
    for spelled in _spellings(name)
}

_OPENGRAPH: Final = ("og:", "article:", "book:")


class Declared(NamedTuple):
    """What the head of a page declares, and the landmarks for finding what the page shows."""

    statements: tuple[Statement, ...]
    titles: tuple[str, ...]  # every title given, for knowing the article and the headline again
    headlines: tuple[Headline, ...]
    base: str
    addresses: tuple[str, ...]  # canonical and og:url as given


def read_declared(markup: Markup) -> Declared:
    """What the elements that are made for it declare."""
    said: list[Statement] = []
    base = title = ""
    title_end = 0
    elements = list(_of_head(markup))
    others = tags_at(markup, (element.start() for element in elements if element.lastindex != _CONTENT))
    for element in elements:
        if element.lastindex == _CONTENT:
            said += _plain_meta(markup, element)
            continue
        tag = next(others, None)
        if tag is None:
            continue
        if tag.name == "meta":
            said += _other_meta(tag)
        elif tag.name == "link":
            said += _link(tag)
        elif tag.name == "base":
            base = base or tag.get("href")
        elif tag.name == "html":
            language = tag.get("lang") or tag.get("xml:lang")
            if language:
                said.append(Statement("language", language, Channel.META, "html:lang", DECLARED))
        elif not title and tag.start >= title_end:
            title_end = content_end(markup, tag, _LONGEST_TITLE)
            title = shown_text(markup, tag.end, title_end)
            if title:
                said.append(Statement("title", title, Channel.META, "title", LAST))
    said += _of_cards(said)
    titles = tuple(s.text for s in said if s.field == "title")
    addresses = tuple(s.text for s in said if s.field == "canonical")
    headlines = _headlines(markup, titles)
    said.extend(_shown_titles(markup, headlines, titles))
    return Declared(tuple(said), titles, tuple(headlines), base, addresses)


def _of_head(markup: Markup) -> Iterator[re.Match[str]]:
    """The elements that declare something."""
    lower = markup.lower
    head = lower.find("</head")
    if head < 0 or lower.find("<meta", 0, head) < 0:
        head = len(lower)
    found = (element for element in _HEAD.finditer(lower, 0, head) if _declares(lower, element))
    return islice(found, _MOST_TAGS)


def _declares(lower: str, element: re.Match[str]) -> bool:
    """Whether an element says anything that is understood: most links only fetch a style."""
    if element.lastindex == _CONTENT:
        return element[2] in _MEANINGS
    if element[4] != "link":
        return True
    start = element.end()
    given = lower[start : start + _LONGEST_LINK].partition(">")[0]
    return "canonical" in given or "license" in given or "itemprop" in given


def _headlines(markup: Markup, titles: tuple[str, ...]) -> list[Headline]:
    """The `<h1>` elements that are not the site's; where no title repeats one, the first lower heading that one is."""
    found = _first_level(markup, titles)
    if not titles or (found and is_repeated(found[-1], titles)):
        return found
    known = {text.casefold() for title in titles for text in (title, first_part(title), *middle_parts(title))}
    whole = tuple(title.casefold() for title in titles if len(title) >= _LONG_TITLE)
    for heading in _headings(markup, _LOWER_HEADING):
        words = heading.words.casefold()
        if words in known or words.endswith(whole):  # behind a kicker
            return [heading]
    return found


_LONG_TITLE: Final = 20
"""Characters of a title that is not the end of another heading by chance."""


def _first_level(markup: Markup, titles: tuple[str, ...]) -> list[Headline]:
    """The `<h1>` elements but for the site's own, up to the first that one of *titles* repeats: none behind it is the headline."""
    found: list[Headline] = []
    for heading in _headings(markup, _TOP_HEADING):
        if not _OF_SITE.search(markup.lower, heading.start, heading.end):
            found.append(heading)
            if is_repeated(heading, titles):
                break
    return found


_TOP_HEADING: Final = re.compile(r"<h1(?=[\s/>])")
_LOWER_HEADING: Final = re.compile(r"<h[23](?=[\s>])")
_OF_SITE: Final = re.compile(
    r"""rel\s?=\s?["']?home\b|(?:id|class)\s?=\s?["'](?:site-?title|logo|blog-?title)\b"""
    r"""|href\s?=\s?(?:"(?:https?://[^/"]{1,100})?/?"|'(?:https?://[^/']{1,100})?/?'|(?:https?://[^/"'\s>]{1,100})?/?[\s>])"""
)
"""What only a site's own name has in or around it: a link to the home page."""


def _headings(markup: Markup, kind: re.Pattern[str]) -> Iterator[Headline]:
    """The headings whose tags *kind* finds."""
    opened = (found.start() for found in kind.finditer(markup.lower))
    for tag in tags_at(markup, islice(opened, _MOST_HEADLINES)):
        end = content_end(markup, tag, _LONGEST_TITLE)
        yield Headline(tag.start, end, shown_text(markup, tag.end, end))


def _plain_meta(markup: Markup, found: re.Match[str]) -> Iterable[Statement]:
    """What a `<meta>` that is written as nearly all are says."""
    return _said(found[1], [_MEANINGS[found[2]]], markup.shown[slice(*found.span(_CONTENT))])


def _other_meta(tag: Tag) -> Iterator[Statement]:
    """What any other `<meta>` says."""
    for kind in ("property", "name", "itemprop", "http-equiv"):
        if kind in tag.attributes and (meanings := _meanings(kind, tag.get(kind))):
            yield from _said(kind, meanings, tag.get("content"))


def _of_cards(said: Iterable[Statement]) -> list[Statement]:
    """The authors that a card for X names: behind a label that says so, or where the creator is no account but a name."""
    cards = {s.field: s for s in said if s.field in _CARDS}
    pairs = ((cards.get("label1"), cards.get("data1")), (cards.get("label2"), cards.get("data2")))
    found = [data for label, data in pairs if label and data and BY.fullmatch(label.text)]
    creator = cards.get("creator")
    if creator is not None and " " in creator.text and "@" not in creator.text:
        found.append(creator)
    return [author._replace(field="authors") for author in found]


_CARDS: Final = frozenset({"label1", "data1", "label2", "data2", "creator"})


def _meanings(kind: str, names: str) -> list[_Meaning]:
    """What one attribute of a `<meta>` says; ``itemprop`` can say several things."""
    listed = names.lower().split() if kind == "itemprop" else [names.lower().strip()]
    return [_MEANINGS[name] for name in listed if name in _MEANINGS]


def _said(kind: str, meanings: list[_Meaning], content: str) -> list[Statement]:
    text = clean(content) if meanings else ""
    if not text:
        return []
    return [
        Statement(said.field, text, _channel(kind, said.name), f"meta:{said.name}", said.rank)
        for said in meanings
    ]


def _channel(kind: str, name: str) -> Channel:
    if name.startswith(_OPENGRAPH):
        return Channel.OPENGRAPH
    return Channel.MICRODATA if kind == "itemprop" else Channel.META


def read_hidden(markup: Markup, properties: Iterable[Marked]) -> Iterator[Statement]:
    """What `<meta>` elements in the body declare as microdata, and the hidden names inside an author's element."""
    for tag, names, _ in properties:
        content = tag.get("content")
        if tag.name == "meta":
            yield from _said("itemprop", _meanings("itemprop", " ".join(sorted(names))), content)
        elif "author" in names:
            inner = markup.shown[tag.end : content_end(markup, tag, _LONGEST_AUTHOR)]
            name = _HIDDEN_NAME.search(inner)
            if name is not None:
                text = clean(attributes(name[0][len("<meta") :]).get("content", ""))
                yield Statement(
                    "authors",
                    text,
                    Channel.MICRODATA,
                    markup.place(tag.end + name.start(), tag.end + name.end()),
                    MARKED,
                )


_LONGEST_AUTHOR: Final = 1_000
_HIDDEN_NAME: Final = re.compile(r"""<meta\s[^<>]{0,300}?itemprop=["']?name\b[^<>]{0,500}""", re.IGNORECASE)


def _link(tag: Tag) -> Iterator[Statement]:
    address = tag.get("href").strip()
    if not address:
        return
    relations = tag.get("rel").lower().split()
    if "canonical" in relations:
        yield Statement("canonical", address, Channel.META, "link:canonical", DECLARED)
    if "license" in relations:
        yield Statement("license", address, Channel.META, "link:license", DECLARED)
    prop = tag.get("itemprop").lower()
    if prop in ("url", "mainentityofpage"):
        yield Statement("canonical", address, Channel.MICRODATA, f"link:{prop}", LOOSE)


def _shown_titles(markup: Markup, headlines: list[Headline], titles: tuple[str, ...]) -> Iterator[Statement]:
    """The headline as it is shown: the first `<h1>` that a title repeats, or the only one."""
    known = headline(headlines, titles)
    if known is not None:
        start, end, words = known
        yield Statement("title", words, Channel.TEXT, markup.place(start, end), SHOWN)
