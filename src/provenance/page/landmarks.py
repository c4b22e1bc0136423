"""Where in a page the article is shown: its headline, where the readers' comments begin, and elements by what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from provenance.page.markup import Markup

BEFORE: Final = 4_000
AFTER: Final = 12_000
"""Characters of markup before and after the headline in which its byline and dateline stand."""

_PARAGRAPH: Final = re.compile(r"<p(?=[\s>])[^<>]{0,500}>[^<]{200,}")
"""The beginning of the text: bylines stand before it or right behind it, however much furniture is in between."""

_FARTHEST: Final = 120_000

_COMMENTS: Final = re.compile(
    r"""<(?:div|section|aside|ol|ul|h2|h3|footer|article|table)\s[^<>]{0,300}?(?:id|class)\s*=\s*["']?(?:[^"'<>]{0,100}\s)?"""
    r"""(?:comments?|comment-?list|commentlist|comments?-?(?:area|section|wrapper|container)|disqus_thread|respond|kommentare?|commentaires)["'\s>]"""
)
_MOST_WORDS: Final = 20
_LONGEST_TAG: Final = 1_000


_SHORTEST_TITLE: Final = 10
"""Characters below which a title may be the name of a site or section."""


class Headline(NamedTuple):
    """An `<h1>`: where it stands in the shown markup, and its words."""

    start: int
    end: int
    words: str


def headline(headlines: Sequence[Headline], titles: Iterable[str]) -> Headline | None:
    """The article's own `<h1>`: the first that a title repeats, else the first that is long enough for one."""
    shown = [h for h in headlines if len(h.words) > 1]
    known = [title.casefold() for title in titles if len(title) >= _SHORTEST_TITLE]
    for headline_ in shown:
        words = headline_.words.casefold()
        if len(words) >= _SHORTEST_TITLE and any(words in title or title in words for title in known):
            return headline_
    return next(
        (h for h in shown if len(h.words) >= 2 * _SHORTEST_TITLE),
        max(shown, key=lambda h: len(h.words), default=None),
    )


class Landmarks(NamedTuple):
    """Offsets into the shown markup: of the headline (-1 where none is known) and of the first comment."""

    headline: int
    below: int  # where the headline ends
    text: int  # where its text begins
    last: int  # how far down the byline can stand
    comments: int

    def near(self, offset: int) -> bool:
        """Whether *offset* is close enough to the headline to be said of the article."""
        if self.headline < 0:
            return offset < self.comments
        return self.headline - BEFORE <= offset <= self.last


def landmarks(markup: Markup, headline: Headline | None) -> Landmarks:
    """Where the article is."""
    start, end = (-1, 0) if headline is None else (headline.start, headline.end)
    text = _PARAGRAPH.search(markup.lower, end, end + _FARTHEST)
    begins = len(markup.lower) if text is None else text.start()
    comments = _first_comment(markup, end if text is None else text.end())
    last = max(end + AFTER, 0 if text is None else text.end() + BEFORE)
    return Landmarks(start, end, min(begins, last, comments), min(last, comments), comments)


def _first_comment(markup: Markup, start: int) -> int:
    """Where readers' comments begin after *start*; the end of the page if nowhere."""
    comments = len(markup.lower)
    for word in ("comment", '"respond"', "disqus_thread", "kommentar"):
        position = markup.lower.find(word, start, comments)
        for _ in range(_MOST_WORDS):
            if position < 0:
                break
            opened = markup.lower.rfind("<", max(start, position - _LONGEST_TAG), position)
            if opened >= 0 and _COMMENTS.match(markup.lower, opened, position + len(word) + 40):
                comments = opened
                break
            position = markup.lower.find(word, position + 1, comments)
    return comments
