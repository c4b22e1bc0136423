"""Where in a text something stands, as the ``start-end`` spans of a finding's basis."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.text.facts import Notice, Repetition, Residue, Span, TextCitation


def spans_of(parts: Iterable[Span | Notice | Repetition | Residue | TextCitation]) -> tuple[str, ...]:
    """The places of *parts* in the order of the text, each once."""
    return tuple(f"{start}-{end}" for start, end in sorted({(part.start, part.end) for part in parts}))
