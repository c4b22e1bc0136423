"""What should be known of a run besides its results: what it was given and did not use, counted document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import define, field

from provenance.cli.ignored import Ignored, is_strange
from provenance.errors import near, shown
from provenance.evidence import Why
from provenance.render.words import counted

if TYPE_CHECKING:
    from provenance.document import Document

_NEEDS: Final = "needs an extra: "
"""What `MissingExtraError` says, too."""
_MANY: Final = 10
_PART: Final = 10
"""A field that cannot be read in fewer documents than this, or in a tenth of them, is left to their own lines."""
_NAMED: Final = 3
"""Documents that were not read, and are named."""
_WIDEST_NAME: Final = 80
"""A digest is shown in full."""
_WIDEST_PLACE: Final = 4_096
"""So is a path."""


@define
class Noticed:
    """What was noticed of the documents of a run, or of a piece of it."""

    read: int = 0
    ignored: Ignored = field(factory=Ignored)
    strange: int = 0
    """Records that brought nothing but keys that are not understood."""
    wordless: Counter[str] = field(factory=Counter)
    """Pages whose words nobody here can read, by what it would take."""
    unreadable: dict[str, tuple[int, str]] = field(factory=dict)
    """Fields that were there and could not be read at all: in how many documents, and what was wrong with the first."""
    met: set[str] = field(factory=set)
    """Columns that were named, and in which a record brought a value."""
    heard: set[str] = field(factory=set)
    """Ids and digests of documents of which people say something."""

    def add(self, document: Document, columns: Collection[str], annotated: Collection[str]) -> None:
        """Notice what is to be noticed of *document*, for a run with these *columns*, and told about *annotated*."""
        self.read += 1
        if document.ignored:
            self.ignored.add(document.ignored)
            self.strange += is_strange(document)
        if _NEEDS in document.text.problem:
            self.wordless[document.text.problem] += 1
        for name, (observations, _, why, problem) in document.fields.items():
            if why is Why.MALFORMED and not observations and _NEEDS not in problem:
                self._cannot_be_read(name, 1, f"{shown(document.id, _WIDEST_PLACE)}: {problem}")
        if len(self.met) < len(columns):
            self.met.update(column for column in columns if document.brings(column))
        if len(self.heard) < len(annotated):
            self.heard.update(name for name in (document.id, document.digest) if name in annotated)

    def _cannot_be_read(self, name: str, documents: int, first: str) -> None:
        known, before = self.unreadable.get(name, (0, first))
        self.unreadable[name] = (known + documents, before)

    def add_all(self, other: Noticed) -> None:
        """Add what was noticed of other documents."""
        self.read += other.read
        self.ignored.add_all(other.ignored.records)
        self.strange += other.strange
        self.wordless += other.wordless
        for name, (documents, first) in other.unreadable.items():
            self._cannot_be_read(name, documents, first)
        self.met |= other.met
        self.heard |= other.heard

    def lines(self) -> Iterator[str]:
        """A line for each thing that may have been meant otherwise in the records."""
        misspelt = list(self.ignored.said())
        yield from misspelt
        if not misspelt and self.strange and self.strange == self.read:
            yield "no record has a key that is understood: name the columns with --map"
        for name, (documents, first) in sorted(self.unreadable.items()):
            if documents >= _MANY and documents * _PART > self.read:
                yield f"{name} could not be read in {documents:,} of {counted(self.read, 'document')}, first in {first}"
        for problem, pages in sorted(self.wordless.items()):
            yield f"the words of {counted(pages, 'page')} are unknown: {problem}"

    def unmet(self, columns: Collection[str]) -> Iterator[str]:
        """A line for each of the *columns* in which no record brought a value."""
        for column in columns if self.read else ():
            if column not in self.met:
                yield f"--map: no record has a value in {column!r}{near(column, self.ignored.keys)}"

    def unheard(self, annotated: Collection[str]) -> Iterator[str]:
        """A line that says of how many documents people say something that were not read; none where all were."""
        names: Sequence[str] = [name for name in annotated if name not in self.heard]
        if names:
            first = ", ".join(shown(name, _WIDEST_NAME) for name in names[:_NAMED])
            rest = f" and {len(names) - _NAMED:,} more" if names[_NAMED:] else ""
            speaks = counted(len(names), "document that was", "documents that were")
            yield f"--annotations: notes on {speaks} not read: {first}{rest}"
