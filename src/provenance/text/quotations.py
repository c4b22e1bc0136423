"""Where a text quotes: the passages between quotation marks, whatever the marks, decided by each line alone.

A mark that nothing closes ends with its line where it begins the line (a quotation that runs over paragraphs is opened
anew in each), and with its sentence elsewhere, so that it never swallows the rest of a text. Apostrophes are no marks.
A line of a block quotation ("> It rained.") is quoted as a whole, as in Markdown and in letters that answer others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Final

from attrs import define

from provenance.text.sentences import Sentence, lines
from provenance.text.tables import table

_LEAST_SPEECH_WORDS: Final = 5
_LEAST_CLAUSE_WORDS: Final = 3
"""A quotation of so few words is speech only if a stop or comma closes it inside the marks; else its words are a label."""

_CLOSERS: Final[dict[str, tuple[str, ...]]] = {
    '"': ('"', "”", "“"),
    "“": ("”", '"', "“"),  # the last by mistake, where no word follows
    "”": ("”",),  # Swedish and Finnish open with the mark that closes elsewhere
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "'": ("'", "’"),
    "``": ("''",),
    "''": ("''",),
    "「": ("」",),
    "『": ("』",),
}
"""What may close a quotation that each mark opens."""

_APOSTROPHES: Final = ("'", "’")
_NESTING: Final = frozenset("“„«「『")
_SPACED: Final = frozenset("«‹")
_SPACES: Final = frozenset(" \u00a0\u2009\u202f")
"""What French sets between these marks and the words in them: « Il pleut »."""
_SINGLE: Final = frozenset("'‘‚")
_SINGLE_CLOSERS: Final = frozenset("'‘’")
_LONGEST_CLIPPED: Final = 3
"""Characters up to the second apostrophe of a word that is clipped at both ends: rock 'n' roll."""
_MARKS: Final = (
    '"',
    "“",
    "”",
    "„",
    "«",
    "»",
    "‹",
    "›",
    "‘",
    "’",
    "‚",
    "'",
    "``",
    "''",
    "「",
    "」",
    "『",
    "』",
)
_STOPS: Final = ".,?!…;:"
_BLOCK: Final = ">"
_ENDS: Final = ".?!…"
_BEHIND_ENDS: Final = "\"'”’»)]*_"
"""What may stand behind the stop that ends a line: marks that close, and those of emphasis."""
_LONGEST_ELISION: Final = 6


@define  # not a tuple, since it is read some thirty times for each time that it is made
class Quotation:
    """A passage in quotation marks: `start` and `end` hold the marks, `inner_start` and `inner_end` do not."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    opens_line: bool
    closed: bool


def find(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[tuple[int, int]] | None = None
) -> tuple[Quotation, ...]:
    """The outermost quotations of *text* in order.

    Args:
        text: the text.
        sentences: its sentences, which say where a quotation ends that nothing closes.
        paragraphs: its `lines`, where they are known.
    """
    marks, blocks = _marks(text), []
    if _BLOCK in text:
        blocks = list(_blocks(text, lines(text) if paragraphs is None else paragraphs))
        marks = _outside(marks, blocks)
    if not marks:
        return tuple(blocks)
    found = _paired(text, marks, lines(text) if paragraphs is None else paragraphs, sentences)
    return tuple(sorted((*found, *blocks), key=attrgetter("start")) if blocks else found)


def is_block(text: str, quotation: Quotation) -> bool:
    """Whether it is a line of a block quotation."""
    return text.startswith(_BLOCK, quotation.start)


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether it is long enough, or closed like a sentence, to be what somebody said rather than a label."""
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    spaces = inner.count(" ") + inner.count("\u00a0")
    if spaces + 1 >= _LEAST_SPEECH_WORDS:
        return True
    return spaces + 1 >= _LEAST_CLAUSE_WORDS and inner.endswith(tuple(_STOPS))


def _marks(text: str) -> list[tuple[int, str]]:
    """The marks of *text* that can open or close, in order."""
    found: list[tuple[int, str]] = []
    for mark in _MARKS:
        if mark[0] in text and mark in text:  # one character is found forty times as fast as two
            found.extend(_places(text, mark))
    found.sort()
    return found


def _places(text: str, mark: str) -> Iterator[tuple[int, str]]:
    is_apostrophe = mark in _APOSTROPHES
    at = text.find(mark)
    while at >= 0:
        if not is_apostrophe or not _is_apostrophe(text, at):
            yield at, mark
        at = text.find(mark, at + len(mark))


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark stands inside a word, before digits ("’90s"), or is half of a doubled one."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if after.isalnum() and before.isalnum():
        return True
    if before in ("'", "`") or after == "'":
        return True
    return not before.isalnum() and (after.isdigit() or (text[at] == "’" and after.isalpha()))


@define  # not a tuple, like `Quotation`
class _Line:
    """A line of the text: where it begins and ends, and where without the white space around it."""

    number: int
    end: int
    begins: int
    ends: int


def _paired(
    text: str,
    marks: list[tuple[int, str]],
    paragraphs: Iterable[tuple[int, int]],
    sentences: Sequence[Sentence],
) -> Iterator[Quotation]:
    ends = [sentence.end for sentence in sentences]
    next_mark = 0
    for number, (start, end) in enumerate(paragraphs):
        first = next_mark
        while next_mark < len(marks) and marks[next_mark][0] < end:
            next_mark += 1
        if first < next_mark:
            yield from _in_line(text, marks[first:next_mark], _line(text, number, start, end), ends)
        if next_mark == len(marks):
            return


def _line(text: str, number: int, start: int, end: int) -> _Line:
    written = text[start:end]
    return _Line(number, end, end - len(written.lstrip()), start + len(written.rstrip()))


def _blocks(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[Quotation]:
    """The lines of block quotations that end as sentences do, and do not begin with a mark of quotation themselves."""
    for number, (start, end) in enumerate(paragraphs):
        line = _line(text, number, start, end)
        if not text.startswith(_BLOCK, line.begins):
            continue
        said = text[line.begins : line.ends].lstrip("> \t\u00a0")
        if said.rstrip(_BEHIND_ENDS).endswith(tuple(_ENDS)) and not said.startswith(tuple(_CLOSERS)):
            inner = line.ends - len(said)
            yield Quotation(line.begins, line.ends, inner, line.ends, number, opens_line=True, closed=False)


def _outside(marks: list[tuple[int, str]], blocks: Sequence[Quotation]) -> list[tuple[int, str]]:
    """Those of *marks* that stand in none of *blocks*."""
    begins = [block.start for block in blocks]
    before = [bisect_right(begins, at) - 1 for at, _ in marks]
    return [mark for mark, at in zip(marks, before, strict=True) if at < 0 or mark[0] >= blocks[at].end]


def _in_line(text: str, marks: list[tuple[int, str]], line: _Line, ends: list[int]) -> Iterator[Quotation]:
    opened: tuple[int, str] | None = None
    depth, style = 0, ""
    for at, mark in marks:
        if opened is None:
            if mark in _CLOSERS and _can_open(text, at, mark):
                opened, depth = (at, mark), 1
        elif mark == opened[1] and mark in _NESTING and _can_open(text, at, mark):
            depth += 1
        elif mark in _CLOSERS[opened[1]] and _can_close(text, at, mark):
            depth -= 1
            if depth == 0:
                is_clipped = at - opened[0] <= _LONGEST_CLIPPED and mark in _SINGLE_CLOSERS
                if not is_clipped and not _is_link(text, opened, at, line):
                    yield _quotation(opened, (at, mark), line)
                    style = opened[1]
                opened = None
    if opened is None or _is_spaced(text, opened):
        return
    if opened[1] not in _SINGLE or _runs_on(text, opened, line, is_style=style in _SINGLE):
        yield _unclosed(opened, line, ends)


def _runs_on(text: str, opened: tuple[int, str], line: _Line, *, is_style: bool) -> bool:
    """Whether a single mark that nothing closes opens a quotation of several paragraphs, and is no apostrophe.

    It must begin its line, or stand behind a quotation in such marks; and the line must end as sentences do.
    """
    at, mark = opened
    if not text.endswith(tuple(_ENDS), line.begins, line.ends) or not (is_style or at == line.begins):
        return False
    word = text[at + len(mark) : at + len(mark) + _LONGEST_ELISION].split(None, 1)[0]
    return word.casefold() not in _elisions()


@cache
def _elisions() -> frozenset[str]:
    """Words that begin with an apostrophe."""
    return frozenset(table("languages")["quotations"]["elisions"])


def _is_spaced(text: str, opened: tuple[int, str]) -> bool:
    at, mark = opened
    return mark in _SPACED and text[at + 1 : at + 2].isspace()


def _is_link(text: str, opened: tuple[int, str], closed: int, line: _Line) -> bool:
    """Whether the marks are arrows, and what stands between them leads elsewhere: "« Older posts | Newer posts »"."""
    is_alone = opened[0] == line.begins and closed + 1 == line.ends
    return (
        is_alone
        and _is_spaced(text, opened)
        and not text[opened[0] : closed].rstrip().endswith(tuple(_STOPS))
    )


def _quotation(opened: tuple[int, str], closed: tuple[int, str], line: _Line) -> Quotation:
    start, end = opened[0], closed[0] + len(closed[1])
    return Quotation(
        start, end, start + len(opened[1]), closed[0], line.number, start == line.begins, closed=True
    )


def _unclosed(opened: tuple[int, str], line: _Line, ends: list[int]) -> Quotation:
    start, end = opened[0], line.end
    if start != line.begins:
        sentence = bisect_right(ends, start)
        end = min(end, ends[sentence]) if sentence < len(ends) else end
    return Quotation(start, end, start + len(opened[1]), end, line.number, start == line.begins, closed=False)


def _can_open(text: str, at: int, mark: str) -> bool:
    """Whether a word follows the mark, in French behind a space, and none ends right before it."""
    after = text[at + len(mark) : at + len(mark) + 1]
    before = text[at - 1] if at else " "
    if not after or after.isspace():
        return mark in _SPACED and after in _SPACES and before.isspace()
    if mark in _SINGLE:
        return not before.isalnum() and before not in _STOPS and after.isalnum()
    return not before.isalnum()


def _can_close(text: str, at: int, mark: str) -> bool:
    before = text[at - 1]
    after = text[at + len(mark) : at + len(mark) + 1]
    return not (after.isalnum() and (before.isspace() or mark in _APOSTROPHES)) and not (
        before.isspace() and mark in _APOSTROPHES
    )
