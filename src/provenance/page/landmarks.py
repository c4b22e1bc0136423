"""Where in a page the article is shown: its headline, its text, and where the readers' comments begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from provenance.page.elements import starts
from provenance.page.markup import Markup, content_end, tags_at
from provenance.page.vocabulary import HEADING, LINKED_HEADING, REVIEW, TEASERS

BEFORE: Final = 4_000
AFTER: Final = 12_000
"""Characters of markup before and after the headline in which its byline and dateline stand."""

_PARAGRAPH: Final = re.compile(r"<p(?=[\s>])[^<>]{0,500}>[^<]{200,}")
"""The beginning of the text: bylines stand before it or right behind it, however much furniture is in between."""

_FARTHEST: Final = 120_000

_COMMENTS: Final = re.compile(
    r"""<(?:div|section|aside|ol|ul|h2|h3|footer|article|table)\s[^<>]{0,300}?(?:id|class)\s*=\s*["']?(?:[^"'<>]{0,100}\s)?"""
    r"""(?:comments?|comment-?list|commentlist|comments?-?(?:area|section|wrapper|container)|disqus_thread|respond|kommentare?|commentaires)["'\s>]"""
    r"""|<[a-z]{1,20}\s[^<>]{0,300}?itemtype\s{0,3}=\s{0,3}["']?https?://schema\.org/(?:comment|usercomments|answer)["'\s>]"""
)
_MOST_WORDS: Final = 20
_CLOSE: Final = 700
"""Characters of markup that a teaser has before its byline and date."""
_LEAD: Final = 1_500
"""Characters of markup behind the beginning of the text in which a heading is still the article's own."""

_LONGEST_TAG: Final = 1_000


_SHORTEST_TITLE: Final = 10
"""Characters below which a title may be the name of a site or section."""


_STROKE: Final = re.compile(r"\s[|·•»«:–—-]+\s")


class Headline(NamedTuple):
    """An `<h1>`: where it stands in the shown markup, and its words."""

    start: int
    end: int
    words: str


def headline(headlines: Sequence[Headline], titles: Iterable[str]) -> Headline | None:
    """The article's own `<h1>`: the first that a title repeats, else the first that is long enough for one."""
    shown = [h for h in headlines if len(h.words) > 1]
    known = tuple(titles)
    for headline_ in shown:
        if is_repeated(headline_, known):
            return headline_
    return next(
        (h for h in shown if len(h.words) >= 2 * _SHORTEST_TITLE),
        max(shown, key=lambda h: len(h.words), default=None),
    )


def is_repeated(headline_: Headline, titles: Iterable[str]) -> bool:
    """Whether one of *titles* and the headline hold one another."""
    words = headline_.words.casefold()
    return len(words) >= _SHORTEST_TITLE and any(
        words in (folded := title.casefold()) or folded in words
        for title in titles
        if len(title) >= _SHORTEST_TITLE
    )


def first_part(title: str) -> str:
    """What stands in a title before the first stroke: behind it may be the site's name."""
    return _STROKE.split(title, maxsplit=1)[0].strip()


def middle_parts(title: str) -> list[str]:
    """What stands between the first and the last stroke of a title: "View topic - Rain on the hill - Tarnmoor Forum"."""
    return [part for part in map(str.strip, _STROKE.split(title)[1:-1]) if len(part) >= _SHORTEST_TITLE]


def site_names(titles: Sequence[str]) -> list[str]:
    """The parts of a title like "Rain on the hill - Tarnmoor Herald" that are not the one which another title repeats."""
    whole = {title.casefold() for title in titles}
    names: list[str] = []
    for title in titles:
        parts = _STROKE.split(title)
        if len(parts) > 1 and any(part.casefold() in whole for part in parts):
            names += [part for part in parts if part.casefold() not in whole]
    return names


class Landmarks:
    """Offsets into the shown markup: of the headline (-1 where none is known), of the text, and of the first comment."""

    def __init__(self, markup: Markup, headline: Headline | None) -> None:
        lower = markup.lower
        self._markup, self._lower = markup, lower
        self.headline, self.below = (-1, 0) if headline is None else (headline.start, headline.end)
        text = _PARAGRAPH.search(lower, self.below, self.below + _FARTHEST)
        self._read = self.below if text is None else text.end()
        last = min(len(lower), max(self.below + AFTER, 0 if text is None else text.end() + BEFORE))
        self.last = _first_comment(lower, self._read, last)
        """How far down the byline can stand."""
        self.text = min(self.last, len(lower) if text is None else text.start())
        """Where the article's text begins."""
        self.lead = self.text if text is not None else min(self.last, self.below + _LEAD)
        """Where what belongs to the headline ends, as far as that can be told."""

    def in_teaser(self, start: int) -> bool:
        """Whether *start*, inside the article's text or below it, is in the teaser of another article, or in a review."""
        if start <= self.lead:
            return False
        before = self._lower[max(0, start - _CLOSE) : start]
        if before.rfind("<aside") > before.rfind("</aside"):
            return True
        if any(map(before.__contains__, TEASERS)) or ("review" in before and REVIEW.search(before)):
            return True
        if HEADING.search(before) is None:
            return False
        return start > self.text + _LEAD or LINKED_HEADING.search(before) is not None

    def is_of_reviewed(self, start: int) -> bool:
        """Whether *start* is in what the page marks up as the work that it reviews."""
        return any(opened < start < closed for opened, closed in self._reviewed)

    @cached_property
    def _reviewed(self) -> list[tuple[int, int]]:
        opened = starts(self._markup, ("itemreviewed",), max(0, self.headline - BEFORE), self.last)
        tags = tags_at(self._markup, opened)
        return [(tag.start, content_end(self._markup, tag, BEFORE)) for tag in tags]

    @cached_property
    def comments(self) -> int:
        """Where readers' comments begin; the end of the page if nowhere. Most pages never need to know."""
        return _first_comment(self._lower, self._read, len(self._lower))

    def near(self, offset: int) -> bool:
        """Whether *offset* is close enough to the headline to be said of the article."""
        if self.headline < 0:
            return offset < self.comments
        return self.headline - BEFORE <= offset <= self.last


def in_figure(markup: Markup, start: int) -> bool:
    """Whether *start* is in a figure or a quotation, where author and day are those of the picture or of the words."""
    before = max(0, start - _LONGEST_FIGURE)
    lower = markup.lower
    for opening, closing in (("<fig", "</fig"), ("<blockquote", "</blockquote")):
        opened = lower.rfind(opening, before, start)
        if opened >= 0 and lower.find(closing, opened, start) < 0:
            return True
    return False


_LONGEST_FIGURE: Final = 3_000
"""Characters of markup between the beginning of a figure and what is said of it."""


def _first_comment(lower: str, start: int, end: int) -> int:
    """Where readers' comments begin between *start* and *end*; *end* if nowhere."""
    for word in ("omment", '"respond"', "disqus_thread", "schema.org/answer"):  # comments and Kommentare
        position = lower.find(word, start, end)
        for _ in range(_MOST_WORDS):
            if position < 0:
                break
            opened = lower.rfind("<", max(start, position - _LONGEST_TAG), position)
            if opened >= 0 and _COMMENTS.match(lower, opened, position + len(word) + 40):
                end = opened
                break
            position = lower.find(word, position + 1, end)
    return end
