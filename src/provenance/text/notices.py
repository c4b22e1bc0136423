"""Where a text speaks of itself or of those it asked: corrections, updates, replies, and why a name is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import frozen

from provenance.text.facts import Notice
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Sentence, key
from provenance.text.signs import NOTICE
from provenance.text.words import Written


@frozen
class Phrase:
    """What makes a notice: `hint`, right after one of `before` and right before one of `after`, if there are any."""

    kind: str
    hint: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether it stands between *start* and *end*."""
        at = text.find(self.hint, start, end)
        while at >= 0:
            after = at + len(self.hint)
            if (not self.before or _ends_with(text, at, self.before)) and (
                not self.after or text.startswith(self.after, after)
            ):
                return True
            at = text.find(self.hint, after, end)
        return False


def find(written: Written, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Notice, ...]:
    """The sentences of a text that are notices, once for each kind, in order."""
    return tuple(
        Notice(start, end, kind)
        for (start, end, _, _), signs in zip(sentences, written.signs, strict=True)
        if signs & NOTICE
        for kind in sorted(_kinds(written.text, start, end, lexicon))
    )


def once(text: str, notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """*notices*, with those as repeated that say what an earlier one has said, whether in a quotation or not."""
    said: set[tuple[str, str]] = set()
    found: list[Notice] = []
    for notice in notices:
        words = notice.kind, key(text[notice.start : notice.end])
        found.append(notice._replace(repeated=words in said))
        said.add(words)
    return tuple(found)


def _kinds(text: str, start: int, end: int, lexicon: Lexicon) -> set[str]:
    """What the sentence from *start* to *end* is a notice of."""
    opened = {kind for kind, phrases in _openings(lexicon) if text.startswith(phrases, start)}
    sentence = text[start:end]
    holding = [phrase for phrase in _phrases(lexicon) if phrase.hint in sentence]
    return opened.union(phrase.kind for phrase in holding if phrase.stands(text, start, end))


def _ends_with(text: str, end: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of *phrases* ends at *end*; the curly apostrophe is read as the straight one."""
    before = text[max(0, end - max(map(len, phrases))) : end]
    return before.replace("’", "'").endswith(phrases)


@cache
def _openings(lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["kind"], tuple(row["phrases"])) for row in lexicon.tables["notices"]["opening"])


@cache
def _phrases(lexicon: Lexicon) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(row["kind"], row["hint"], tuple(row.get("before", ())), tuple(row.get("after", ())))
        for row in lexicon.tables["notices"]["holding"]
    )
