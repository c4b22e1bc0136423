"""The keys of records that nobody understood: counted, so that a misspelt one shows at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from provenance.render.words import counted

if TYPE_CHECKING:
    from provenance.document import Document

_LIKENESS: Final = 0.85
"""How alike two keys must be, as difflib counts it: "autor" and "author" are, "source" and "source_url" are not."""
_OBSERVED: Final = "observed/"
_MOST_KEYS: Final = 500
_LONGEST: Final = 40
"""Keys that are counted at most, and the longest of them: a record may hold any number."""


def is_strange(document: Document) -> bool:
    """Whether nothing is known of *document*, while its record brought keys that are not understood."""
    return bool(document.ignored) and not document.fields


class Ignored:
    """How many records brought a key that is not understood."""

    def __init__(self) -> None:
        self._records: Counter[str] = Counter()

    @property
    def records(self) -> dict[str, int]:
        """Each key that is counted, and in how many records it was."""
        return dict(self._records)

    def add(self, keys: Iterable[str], records: int = 1) -> None:
        """Count the keys of one record, or those of several that have the same."""
        for key in keys:
            if key in self._records or (len(self._records) < _MOST_KEYS and len(key) <= _LONGEST):
                self._records[key] += records

    def add_all(self, found: Mapping[str, int]) -> None:
        """Add what was counted elsewhere."""
        for key, records in found.items():
            self.add((key,), records)

    @property
    def keys(self) -> list[str]:
        """The keys that were counted."""
        return sorted(self._records)

    def said(self) -> Iterator[str]:
        """A line for each name under ``observed``, and for each key that looks like one that is understood.

        Other keys are the pipeline's own business.
        """
        known = _known() if self._records else {}
        for key, count in sorted(self._records.items()):
            name = key.removeprefix(_OBSERVED)
            matches = get_close_matches(_plain(name), known, n=1, cutoff=_LIKENESS)
            meant = known[matches[0]] if matches else name
            if meant != name or key.startswith(_OBSERVED):
                hint = f"; did you mean {meant!r}?" if meant != name else ""
                yield f"{key!r} is not understood, and was ignored in {counted(count, 'record')}{hint}"


def _known() -> dict[str, str]:
    """Every key that is understood, by its letters alone; nobody means a keyword of JSON-LD without its ``@``."""
    from provenance.fields import POLICY_NAMES
    from provenance.record import OTHER_KEYS, SPELLINGS

    keys = [*(key for keys in SPELLINGS.values() for key in keys), *POLICY_NAMES, *sorted(OTHER_KEYS)]
    return {_plain(key): key for key in reversed(keys) if not key.startswith("@")}


def _plain(key: str) -> str:
    return "".join(c for c in key.casefold() if c.isalnum())
