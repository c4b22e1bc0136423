"""Facts about a text that a record brings itself, in the shape in which `inspect` prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from provenance.evidence import ABSENT, Field, brought, unreadable
from provenance.fields import Measure
from provenance.text.facts import Attribution, Claim, Cue, Resolution, Source, SourceKind, Span, Support

SUPPORTS: Final = ("inline", "reference", "weak", "none", "not_applicable")
"""How a claim can be supported (docs/reference/output-formats.md)."""


def _span(item: object) -> Span | None:
    if isinstance(item, Mapping):
        start, end = item.get("start"), item.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end:
            return Span(start, end)
    return None


def _string(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _source_kind(value: object) -> SourceKind | None:
    try:
        return SourceKind(str(value))
    except ValueError:
        return None


def _resolution(item: object) -> Resolution | None:
    if not isinstance(item, Mapping) or not _string(item, "text"):
        return None
    return Resolution(
        _string(item, "text"), _string(item, "rule"), _source_kind(item.get("kind")) or SourceKind.PERSON
    )


def _source(item: object) -> Source | None:
    """A source; its kind is all that counts, so one without a kind cannot be read."""
    if not isinstance(item, Mapping):
        return None
    kind = _source_kind(item.get("kind"))
    if kind is None:
        return None
    span = _span(item) or Span(0, 0)
    text = _string(item, "text")
    resolved = _resolution(item.get("resolved"))
    identity = _string(item, "identity") or (resolved.text if resolved else text).casefold()
    return Source(span.start, span.end, text, kind, identity, resolved)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def attribution_from(item: object) -> Attribution | None:
    """An attribution as a record gives it; `source` may be null, and offsets may be missing. None if unreadable."""
    if not isinstance(item, Mapping) or "source" not in item:
        return None
    source = _source(item["source"])
    if source is None and item["source"] is not None:
        return None
    cue = item.get("cue")
    spot = _span(cue) or Span(0, 0)
    depth = item.get("depth")
    return Attribution(
        _string(item, "form") or "indirect",
        "stance" if item.get("class") == "stance" else "assert",
        depth if type(depth) is int and 0 <= depth < 1000 else 0,
        _string(item, "rule"),
        source,
        Cue(spot.start, spot.end, _string(cue, "text")) if isinstance(cue, Mapping) else None,
        _span(item.get("content")),
        _strings(item.get("flags")),
        item.get("repeated") is True,
    )


def _support(item: object) -> Support | None:
    if not isinstance(item, Mapping):
        return None
    span = _span(item) or Span(0, 0)
    return Support(span.start, span.end, _string(item, "what"), _string(item, "target") or None)


def claim_from(item: object) -> Claim | None:
    """A checkable sentence as a record gives it; only `support` is needed. None if unreadable."""
    if not isinstance(item, Mapping) or item.get("support") not in SUPPORTS:
        return None
    span = _span(item) or Span(0, 0)
    given = item.get("by")
    by = tuple(s for part in (given if isinstance(given, list) else ()) if (s := _support(part)) is not None)
    return Claim(
        span.start,
        span.end,
        _strings(item.get("why")),
        str(item["support"]),
        by,
        item.get("repeated") is True,
    )


def repetition_from(value: object, at: str) -> Field[Any]:
    """How much of the text repeats itself, as a share or as `inspect` prints it, in ten-thousandths."""
    if isinstance(value, str) and not value:
        return ABSENT
    share = value.get("share") if isinstance(value, Mapping) else value
    if isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 <= share <= 1:
        return unreadable("expected a share from 0 to 1, or an object with one")
    return brought(Measure(round(share * 10_000), 10_000), at)
