"""Does the text carry a signed manifest?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, open_for
from provenance.answering.passages import spans_of
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, yes

SPEC: Final = SignalSpec(
    id="integrity.c2pa_text",
    version=1,
    title="A C2PA manifest is in the text",
    problem="No C2PA manifest is found in the text",
    question="Does the text carry a C2PA manifest, written in characters that nobody sees?",
    rationale="Content Credentials can travel inside a text and say who made it and what was changed. That one is there tells a verifier where to look.",
    method="Yes if the text holds a run of variation selectors behind a byte order mark whose bytes begin with the manifest's magic number (C2PATXT). The manifest is found, not verified: whether its signature holds, and whose it is, is not asked. No if the text is known and holds none. Reported, not scored.",
    weaknesses=(
        "Anybody can put a manifest into a text; only one that is verified attests anything.",
        "Most programs that copy or clean text drop it.",
    ),
    standard=Standard(
        name="C2PA Technical Specification 2.3",
        clause="A.7, Embedding manifests into unstructured text",
        url="https://spec.c2pa.org/specifications/specifications/2.3/specs/C2PA_Specification.html",
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"text", "links"}),
    remediation="Sign the text with a C2PA tool, and publish it without cleaning.",
    good_example="The harbour reopened on Monday.\\ufeff\\ufe03… (a manifest behind the last letter)",
    problem_example="A text whose manifest was cleaned away with its zero-width characters.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    text, facts = document.text, document.facts
    if facts is not None and facts.manifests:
        return yes(spans_of(facts.manifests))
    return NO if text.complete else open_for(text)


SIGNAL: Final = Signal(SPEC, assess)
