"""Where in a page the article is shown: its headline, where the readers' comments begin, and elements by what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.page.declared import Headline
from provenance.page.markup import Markup, Tag, tag_at

BEFORE: Final = 4_000
AFTER: Final = 12_000
"""Characters of markup before and after the headline in which its byline and dateline stand."""

_PARAGRAPH: Final = re.compile(r"<p(?=[\s>])[^<>]{0,500}>[^<]{200,}")
"""The beginning of the text: bylines stand before it or right behind it, however much furniture is in between."""

_FARTHEST: Final = 120_000

_COMMENTS: Final = re.compile(
    r"""<(?:div|section|aside|ol|ul|h2|h3|footer|article|table)\s[^<>]{0,300}?(?:id|class)\s*=\s*["']?(?:[^"'<>]{0,100}\s)?"""
    r"""(?:comments?|comment-?list|commentlist|comments?-?(?:area|section|wrapper|container)|disqus_thread|respond|kommentare?|reacties|commentaires|comentarios)["'\s>]"""
)
_CALLED: Final = frozenset({"class", "id", "itemprop", "property", "rel"})
_LONGEST_NAME: Final = 40
_WORD: Final = re.compile(r"[a-z]+")
_MOST_WORDS: Final = 50
_MOST_HITS: Final = 3_000
_LONGEST_TAG: Final = 1_000


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
    for word in ("comment", "respond", "disqus_thread", "kommentar", "reacties", "comentarios"):
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


class Marked(NamedTuple):
    """An element by its start tag, with what it is called."""

    tag: Tag
    names: frozenset[str]  # the values of itemprop, property and rel
    words: frozenset[str]  # the words in those and in class, id and the like


def marked(markup: Markup, words: tuple[str, ...]) -> Iterator[Marked]:
    """The elements with one of *words* in a start tag, in order."""
    lower = markup.lower
    starts: set[int] = set()
    hits = 0
    for word in words:
        position = lower.find(word)
        while position >= 0 and hits < _MOST_HITS:
            hits += 1
            opened = lower.rfind("<", max(0, position - _LONGEST_TAG), position)
            if opened >= 0 and lower.find(">", opened, position) < 0:
                starts.add(opened)
                position = lower.find(">", position)
                if position < 0:
                    break
            position = lower.find(word, position + len(word))
    for start in sorted(starts):
        tag = tag_at(markup, start)
        if tag is not None:
            yield Marked(tag, *called(tag))


def called(tag: Tag) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a tag gives its element, and the words they are made of."""
    given = tag.attributes
    names: set[str] = set()
    parts: list[str] = []
    for key, value in given.items():
        if key in _CALLED or (key.startswith("data-") and len(value) <= _LONGEST_NAME):
            parts.append(value)
            if key in ("itemprop", "property", "rel"):
                names.update(n.rpartition(":")[2] if key == "property" else n for n in value.lower().split())
    return frozenset(names), words_of(" ".join(parts))


def words_of(text: str) -> frozenset[str]:
    """The words in names such as ``article__authorName by-line``: as written, and taken apart at capitals."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower() if not text.islower() else text
    return frozenset(_WORD.findall(apart))
