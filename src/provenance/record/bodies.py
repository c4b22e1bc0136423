"""Bodies as markup without a page around them: ``body_xhtml`` of ninjs 1.x, ``bodies`` of ninjs 2.x, JSON Feed."""

from __future__ import annotations

from typing import Any

from provenance.evidence import ABSENT, Field
from provenance.record.values import expected


def read_body(value: object, base: str) -> dict[str, Field[Any]]:
    """The text and the links of a body; the links stay unknown where it is plain text.

    Of several bodies (the same words in several forms) the one with markup is read, since it shows the links too.
    """
    if isinstance(value, list):
        bodies = [b for b in value if isinstance(b, dict) and isinstance(b.get("value"), str)]
        marked = [b["value"] for b in bodies if "html" in str(b.get("contentType", b.get("contenttype", "")))]
        value = (marked or [b["value"] for b in bodies] or [None])[0]
    if not isinstance(value, str):
        return {"text": expected("markup, or a list of bodies", value)}
    if not value or value.isspace():
        return {"text": ABSENT}
    from provenance.page.fragment import read_fragment

    text, links = read_fragment(value, base)
    return {"text": text, "links": links} if "<" in value else {"text": text}
