"""What a text says of itself: notes of correction, labels, statements; and what their absence settles."""

from __future__ import annotations

from typing import Final, NamedTuple

from provenance.answering.answers import NO, OPEN
from provenance.answering.passages import spans_of
from provenance.answering.tallies import words_unreadable
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Finding, yes


class Noticed(NamedTuple):
    """Where the notices of one kind stand, and why more could; None where the words were read, or there are none."""

    spans: tuple[str, ...]
    why: Why | None

    def otherwise(self, finding: Finding) -> Finding:
        """*finding*, unless a notice could still be in what nobody read."""
        return finding if self.why is None else OPEN[self.why]


_UNREAD: Final = {why: Noticed((), why) for why in (None, *Why)}


def noticed(document: Document, kind: str) -> Noticed:
    """The notices of *kind* in the text of *document*; one that repeats another is not needed."""
    facts = document.facts
    if facts is None:
        text = document.text
        return _UNREAD[None if text.complete else text.why or Why.NOT_SUPPLIED]
    unread = words_unreadable(document)
    if not facts.notices:  # as in most texts
        return _UNREAD[unread]
    return Noticed(spans_of(n for n in facts.notices if n.kind == kind and not n.repeated), unread)


def in_words(document: Document, kind: str) -> Finding:
    """Yes where a notice of *kind* stands in the text; no where its words could be read and there is none."""
    unread = words_unreadable(document)
    if unread is not None:
        return OPEN[unread]
    spans = noticed(document, kind).spans
    return yes(spans) if spans else NO
