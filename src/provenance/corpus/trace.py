"""Which of some documents derive from which: the one function behind ``provenance trace``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from provenance.corpus.derivations import Line
from provenance.corpus.index import Index
from provenance.document import Document

PARTS: Final = ("derivations", "clusters", "corroboration", "quotations")
"""What ``provenance trace --show`` can show."""


def trace(documents: Iterable[Document], *, min_containment: float | None = None) -> Iterator[Line]:
    """One line for each pair of *documents* that meets a definition of docs/reference/output-formats.md, in the order of ids.

    The lines do not hang on the order of *documents*. With *min_containment*, weaker overlaps are listed too.

    Raises:
        InputError: two different documents have the same id.

    >>> notice = "the ferry to Kessandra will not sail before the harbour is dredged again, the council said"
    >>> [line["kind"] for line in trace([Document.from_text(notice, id="a"), Document.from_text(notice.upper(), id="b")])]
    ['exact']
    """
    index = Index.in_memory()
    for document in documents:
        index.add_new(document)
    return iter(index.lines(min_containment))
