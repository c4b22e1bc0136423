"""What people say of a document, as the annotations of its audit record hold it, each in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from provenance.render.words import one_line

_LONGEST: Final = 2000


def said_of(record: Mapping[str, Any]) -> list[str]:
    """Who says what, when, and of what."""
    lines = []
    for each in record.get("annotations", ()):
        about = f" of {each['signal']}" if "signal" in each else ""
        lines.append(
            one_line(f"{each['kind']}{about} by {each['by']}, {each['on']}: {each['note']}", _LONGEST)
        )
    return lines
