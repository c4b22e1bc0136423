"""Does another voice bear out who the publisher is said to be?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, OPEN, open_for, places_of
from provenance.document import Document
from provenance.evidence import VOICE, Observation, Voice, Why
from provenance.fields import Publisher
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, no, yes
from provenance.values.agreement import names_site
from provenance.values.hosts import Url
from provenance.values.normal_forms import normalized

SPEC: Final = SignalSpec(
    id="publisher.confirmed",
    version=1,
    title="The publisher's name is confirmed",
    problem="No publisher's name is confirmed",
    question="Is the stated publisher borne out by the document's own address, or by a second voice?",
    rationale="Anybody can write a newspaper's name on a page. A name that agrees with the domain that serves the page, or that a second, independent kind of evidence repeats, is harder to borrow.",
    method="Yes if a stated name agrees with the naming part of the host of any address of the document, or if the same name (case and spacing aside) is observed in two of the three voices: declared (structured data, meta tags), observed (visible text, address, caller), attested (a registry). No if neither holds and both publisher and address are completely known. Saying the same twice in one voice is saying it once.",
    weaknesses=(
        "Whoever registers a domain to fit a name is confirmed by it: agreement shows consistency, not honesty.",
        "Publishers whose domain is an unrelated abbreviation or a parent company's are not recognised by the address.",
        "A page that shows its declared name in its visible text as well satisfies this by itself.",
    ),
    standard=Standard(
        name="CWA 17493:2019, Journalism Trust Initiative",
        clause="1, Basic requirements on media's identity",
        url="https://www.jti-app.com/footer/cwa",
    ),
    direction=Direction.RAISES,
    reads=frozenset({"publisher", "url"}),
    remediation="Publish under a domain that carries the publisher's name, and show the declared name on the page itself.",
    good_example="The page at tarnmoor-herald.co.uk declares Tarnmoor Herald as its publisher.",
    problem_example="The page at daily-updates.info declares Tarnmoor Herald as its publisher and shows the name nowhere else.",
    implies=("publisher.named",),
)

_MOST_COMPARED: Final = 100
"""Distinct names, and distinct hosts, that are compared with one another; no honest document has as many."""


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field, url = document.publisher, document.url
    stated = field.observations
    if not stated:
        return NO if field.complete else open_for(field)
    basis = _by_address(stated, url.observations)
    if len(stated) > 1:
        basis |= _by_second_voice(stated)
    if basis:
        return yes(tuple(sorted(basis)))
    if not field.complete:
        return open_for(field)
    return no(places_of(stated)) if url.complete else OPEN[Why.URL_UNKNOWN]


def _by_address(
    stated: tuple[Observation[Publisher], ...], found_at: tuple[Observation[Url], ...]
) -> set[str]:
    """The places of names that an address bears out, and of that address."""
    if len(stated) == len(found_at) == 1:  # nearly always; what follows would say the same
        publisher, address = stated[0], found_at[0]
        label = address.value.host.label
        return {publisher.at, address.at} if label and names_site(publisher.value.name, label) else set()
    names = sorted({o.value.name for o in stated})[:_MOST_COMPARED]
    labels = sorted({o.value.host.label for o in found_at} - {""})[:_MOST_COMPARED]
    agreed = [(name, label) for name in names for label in labels if names_site(name, label)]
    named, labelled = {name for name, _ in agreed}, {label for _, label in agreed}
    return {o.at for o in stated if o.value.name in named} | {
        o.at for o in found_at if o.value.host.label in labelled
    }


def _by_second_voice(stated: tuple[Observation[Publisher], ...]) -> set[str]:
    """The places of names that two voices state."""
    said: dict[str, list[tuple[Voice, str]]] = {}
    for name, channel, at in stated:
        said.setdefault(_folded(name.name), []).append((VOICE[channel], at))
    return {at for heard in said.values() if len({voice for voice, _ in heard}) > 1 for _, at in heard}


def _folded(name: str) -> str:
    return " ".join(normalized("NFKC", name).casefold().split())


SIGNAL: Final = Signal(SPEC, assess)
