"""Does a link carry the mark of the chat assistant that it was copied from?"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from provenance.answering.answers import NO, UNREAD, open_for
from provenance.answering.passages import spans_of
from provenance.answering.tallies import lists_speak
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, yes

SPEC: Final = SignalSpec(
    id="citation.ai_referred",
    version=1,
    title="Links carry the mark of a chat assistant",
    problem="No mark of a chat assistant is found",
    question="Does any address that the document links or prints carry the referrer of a chat assistant, such as utm_source=chatgpt.com?",
    rationale="Such a mark shows that the link was taken from an assistant's answer. Whether anybody read what it leads to is then worth asking.",
    method="Yes if an address among the links or in the text has a utm_source of a known assistant (ChatGPT or OpenAI, Perplexity, Copilot, Gemini, Claude, Grok). No if all links are known and the text was read, or is known not to exist. Reported, not scored.",
    weaknesses=(
        "The mark is removed in a second; its absence shows nothing.",
        "A careful writer may find a good source with an assistant and read it.",
    ),
    standard=Standard(
        name="Wikimedia, Cite Unseen", clause="aiReferred", url="https://meta.wikimedia.org/wiki/Cite_Unseen"
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"links", "text"}),
    remediation="Read what the link leads to, and link it without the referrer.",
    good_example="https://quays.org/17",
    problem_example="https://quays.org/17?utm_source=chatgpt.com",
)


@cache
def _referrer() -> re.Pattern[str]:
    assistants = r"chatgpt(?:\.com)?|openai(?:\.com)?|perplexity(?:\.ai)?|copilot(?:\.com)?|gemini|claude(?:\.ai)?|grok(?:\.com)?"
    return re.compile(rf"[?&]utm_source=(?:{assistants})(?=$|[&#])", re.IGNORECASE)


def _is_referred(target: str | None) -> bool:
    return target is not None and "utm_source" in target and _referrer().search(target) is not None


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    links, facts = document.links, document.facts
    linked = [link.at for link in links.observations if _is_referred(link.value.target)]
    printed = spans_of(c for c in facts.citations if _is_referred(c.target)) if facts is not None else ()
    if linked or printed:
        return yes((*sorted(linked), *printed))
    if not links.complete:
        return open_for(links)
    return NO if lists_speak(document) else UNREAD


SIGNAL: Final = Signal(SPEC, assess)
