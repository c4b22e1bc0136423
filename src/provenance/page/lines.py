"""Lines of text that name somebody: what stands on one line, what follows "by" in it, and which persons that names in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.page.markup import Run, Tag
from provenance.page.vocabulary import AFTER_NAMES, BY, MIDWAY_BY, PLACED, PROFILE, TITLED
from provenance.values.bylines import OTHERS
from provenance.values.names import read_authors

LONGEST_LINE: Final = 160
"""Characters of the longest line that is a byline."""


class Words(NamedTuple):
    """Words that may be names, where they stand, the profile they lead to, and whether it is plain that they name the author."""

    text: str
    start: int
    end: int
    profile: str
    plain: bool


def joined(found: list[Run]) -> Iterator[Words]:
    """Texts on one line together, with the first profile that they lead to."""
    group: list[Run] = []
    for run in found:
        if run.opens and group:
            yield _line(group)
            group = []
        group.append(run)
    if group:
        yield _line(group)


def _line(group: list[Run]) -> Words:
    """A line; where each of its parts is a full name, with something between them."""
    link = next((run.link for run in group if run.link and PROFILE.search(run.link)), "")
    texts = [
        run.text
        for run, before in zip(group, [None, *group], strict=False)
        if before is None or run.text != before.text
    ]
    if len(texts) > 1 and texts[-1] == " ".join(texts[:-1]):
        texts = texts[-1:]  # a name in parts, and once more as a whole
    words = texts[0]
    for before, text in pairwise(texts):
        apart = (_is_complete(text) or _is_of_another(text)) and _is_complete(
            after_by(before) or before, "title_only"
        )
        words += (" | " if apart else " ") + text
    return Words(words, group[0].start, group[-1].end, link, plain=bool(link))


def _is_of_another(text: str) -> bool:
    """Whether *text* says who has had another part in the article."""
    return (":" in text or " by " in text.lower()) and re.match(OTHERS, text) is not None


def of_run(run: Run) -> Words:
    """One run of text by itself, plainly a name."""
    return Words(run.text, run.start, run.end, run.link, plain=True)


def of_link(found: list[Run], tag: Tag) -> Iterator[Words]:
    """The words of a link, without "by" and "see all posts by"."""
    address = tag.get("href")
    text = TITLED.sub("", " ".join(run.text for run in found))
    by = BY.match(text)
    text = text[by.end() :] if by is not None else text
    if 0 < len(text) <= LONGEST_LINE:
        plain = PROFILE.search(address) is not None or "author" in tag.get("rel").lower()
        yield Words(text, found[0].start, found[-1].end, address, plain=plain or by is not None)


def of_by(lines: list[Words]) -> Words | None:
    """What follows the first "by" that begins a line."""
    for position, line in enumerate(lines[:8]):
        rest = after_by(line.text)
        if rest and len(rest) <= LONGEST_LINE:
            return line._replace(text=rest, plain=True)
        if rest is not None and not rest and position + 1 < len(lines):
            return lines[position + 1]._replace(plain=True)
    return None


def of_lines(lines: list[Words]) -> Iterator[Words]:
    """The first line that is a name or names."""
    for line in lines[:3]:
        if len(line.text) <= 80 and BY.fullmatch(line.text) is None and is_person(line.text):
            yield line
            return


def after_by(text: str) -> str | None:
    """What follows "by" in a line, as far as it may be names; None where the line has none at its start or behind a date."""
    by = BY.match(text) or MIDWAY_BY.search(text, 0, LONGEST_LINE)
    if by is None:
        return None
    return AFTER_NAMES.split(PLACED.sub("", text[by.end() :]), maxsplit=1)[0].strip(_MARKS)


_MARKS: Final = " /|·•,–—-"


def is_name(run: Run) -> bool:
    """Whether the element right around a text says that it is a name."""
    around = run.tokens.lower()
    return "name" in around and (
        "itemprop" in around or "author" in around or "byline" in around or "fn" in around
    )


def leads_to_profile(run: Run) -> bool:
    """Whether a text links to what looks like the page of an author."""
    return len(run.text) <= LONGEST_LINE and (
        "author" in run.rel.split() or PROFILE.search(run.link) is not None
    )


_NO_NAME: Final = frozenset({"single_name", "lower_case", "symbols", "sentence"})

_COMPLETE: Final = frozenset({"person", "organisation", "desk"})


def is_person(text: str) -> bool:
    """Whether *text* names a person, whatever else it says."""
    return any(author.kind == "person" for author in read_authors([text]))


def full_names(text: str) -> list[str]:
    """The persons that *text* names in full."""
    return [
        author.name
        for author in read_authors([text])
        if author.kind == "person" and _NO_NAME.isdisjoint(author.flags)
    ]


def is_full_name(text: str) -> bool:
    """Whether all that *text* names are persons with more than one name."""
    found = read_authors([text])
    return bool(found) and all(
        author.kind == "person" and _NO_NAME.isdisjoint(author.flags) for author in found
    )


def _is_complete(text: str, *without: str) -> bool:
    """Whether *text* names somebody in full, none of the flags in *without* said, and nothing in it waits for what follows."""
    found = read_authors([text]) if " " in text else ()
    never = _NO_NAME.union(without)
    return (
        bool(found)
        and all(author.kind in _COMPLETE and never.isdisjoint(author.flags) for author in found)
        and BY.match(text) is None
    )
