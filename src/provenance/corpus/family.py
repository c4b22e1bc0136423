"""The family of one document, for people: a tree of who copied whom, and the passages side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from provenance.corpus.derivations import Direction, Line
from provenance.corpus.entry import Entry
from provenance.corpus.telling import how, line_as_text

_PASSAGES: Final = 3
"""Shared passages shown of each pair, the longest ones."""

_COLUMN: Final = 58
"""Characters of each of the two columns in which passages stand beside one another."""

_LINES: Final = 4
"""Lines shown of a passage."""


class Kin(NamedTuple):
    """One document of a tree, in the order in which it is read: how deep it hangs, and by which line (None at the root)."""

    name: str
    depth: int
    line: Line | None


def family_as_text(name: str, lines: Iterable[Line], entries: Mapping[str, Entry]) -> str:
    """The tree of the family of *name*, what else it shares, then each of its passages beside the other's.

    *lines* are those among the document and all that share text with it.
    """
    own = [line for line in lines if name in (line["document"], line["source"])]
    if not own:
        return f"{_headed(name, entries)}\nshares no text with any other document\n"
    kin = family(lines, name)
    told = [_told(each, entries, name) for each in kin]
    in_tree = {_pair(each.line) for each in kin if each.line is not None}
    told += [f"beside that: {line_as_text(line)}\n" for line in own if _pair(line) not in in_tree]
    for line in own:
        told += _passages(line, entries)
    return "".join(told)


def family(lines: Iterable[Line], name: str) -> list[Kin]:
    """The tree of *lines* that holds *name*, from the top: each copy under the source that it is most like."""
    above: dict[str, Line] = {}
    for line in lines:
        if line["direction"] != Direction.UNDETERMINED:
            known = above.get(line["document"])
            if known is None or _likeness(line) > _likeness(known):
                above[line["document"]] = line
    below: dict[str, list[str]] = {}
    for copy, line in sorted(above.items(), reverse=True):
        below.setdefault(line["source"], []).append(copy)
    root = _root(above, name)
    found, seen, waiting = [Kin(root, 0, None)], {root}, [(copy, 1) for copy in below.get(root, ())]
    while waiting:
        copy, depth = waiting.pop()
        if copy not in seen:  # credits can go in a circle
            seen.add(copy)
            found.append(Kin(copy, depth, above[copy]))
            waiting += ((further, depth + 1) for further in below.get(copy, ()))
    return found


def _root(above: Mapping[str, Line], name: str) -> str:
    """The document at the top of the tree that holds *name*; where credits go in a circle, the last before it closes."""
    seen = {name}
    while name in above and above[name]["source"] not in seen:
        name = above[name]["source"]
        seen.add(name)
    return name


def _pair(line: Line) -> tuple[str, str]:
    return line["document"], line["source"]


def _likeness(line: Line) -> tuple[float, float, str]:
    return line["jaccard"], line["containment"], line["source"]


def _told(kin: Kin, entries: Mapping[str, Entry], name: str) -> str:
    copied = "" if kin.line is None else f" – {how(kin.line)}"
    return f"{'>' if kin.name == name else ' '} {'    ' * kin.depth}{_headed(kin.name, entries)}{copied}\n"


def _headed(name: str, entries: Mapping[str, Entry]) -> str:
    entry = entries.get(name)
    known = () if entry is None else (*entry.publishers, *(date.value for date in entry.published))
    return f"{name}{': ' if known else ''}{', '.join(known)}"


def _passages(line: Line, entries: Mapping[str, Entry]) -> Iterator[str]:
    """The longest shared passages, the copy's on the left and the source's on the right."""
    if not (line["document"] in entries and line["source"] in entries):
        return
    document, source = entries[line["document"]], entries[line["source"]]
    yield f"\n{_beside(document.id, source.id)}"
    longest = sorted(line["shared"], key=lambda span: (span["start"] - span["end"], span["start"]))
    for span in sorted(longest[:_PASSAGES], key=lambda span: span["start"]):
        left = _folded(document.text[span["start"] : span["end"]])
        right = _folded(source.text[span["source_start"] : span["source_end"]])
        for n in range(max(len(left), len(right))):
            yield _beside("".join(left[n : n + 1]), "".join(right[n : n + 1]))


def _beside(left: str, right: str) -> str:
    return f"  {left:{_COLUMN}} | {right}".rstrip() + "\n"


def _folded(text: str) -> list[str]:
    """*text* in lines of a column, the first ones."""
    return textwrap.wrap(" ".join(text.split()), _COLUMN, max_lines=_LINES, placeholder="…")
