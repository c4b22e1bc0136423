"""Where in a page the article is shown: its headline, where the readers' comments begin, and elements by what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.page.markup import Markup, Tag, tag_at

BEFORE: Final = 4_000
AFTER: Final = 12_000
"""Characters of markup before and after the headline in which its byline and dateline stand; the furniture of one
news page between headline and byline was measured at up to 9,000."""

_COMMENTS: Final = re.compile(
    r"""<[a-z0-9]+\s[^<>]{0,300}?(?:id|class)\s*=\s*["']?(?:[^"'<>]{0,100}\s)?"""
    r"""(?:comments?|comment-?list|commentlist|comments?-?(?:area|section|wrapper|container)|disqus_thread|respond|kommentare?|reacties|commentaires|comentarios)["'\s>]"""
)
_CALLED: Final = ("class", "id", "itemprop", "property", "rel", "data-testid", "data-qa", "data-test", "data-component", "data-type", "data-role")
_WORD: Final = re.compile(r"[a-z]+")
_MOST_HITS: Final = 3_000
_LONGEST_TAG: Final = 1_000


class Landmarks(NamedTuple):
    """Offsets into the shown markup: of the headline (-1 where none is known) and of the first comment."""

    headline: int
    below: int  # where the headline ends
    comments: int

    def near(self, offset: int) -> bool:
        """Whether *offset* is close enough to the headline to be said of the article."""
        if self.headline < 0:
            return offset < self.comments
        return self.headline - BEFORE <= offset <= min(self.below + AFTER, self.comments)


def landmarks(markup: Markup, headline: tuple[int, int, str] | None) -> Landmarks:
    """Where the article is."""
    start, end = (-1, 0) if headline is None else headline[:2]
    comments = len(markup.lower)
    for word in ("comment", "respond", "disqus_thread", "kommentar", "reacties", "comentarios"):
        position = markup.lower.find(word, end)
        for _ in range(50):
            if position < 0 or position >= comments:
                break
            opened = markup.lower.rfind("<", max(0, position - _LONGEST_TAG), position)
            if opened >= 0 and _COMMENTS.match(markup.lower, opened, position + len(word) + 40):
                comments = opened
                break
            position = markup.lower.find(word, position + 1)
    return Landmarks(start, end, comments)


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
    for key in _CALLED:
        value = given.get(key)
        if value:
            parts.append(value)
            if key in ("itemprop", "property", "rel"):
                names.update(n.rpartition(":")[2] if key == "property" else n for n in value.lower().split())
    return frozenset(names), words_of(" ".join(parts))


def words_of(text: str) -> frozenset[str]:
    """The words in names such as ``article__authorName by-line``: as written, and taken apart at capitals."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower() if not text.islower() else text
    return frozenset(_WORD.findall(apart))
