"""Do those whom the publisher's trust.txt names bear out what it says?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN, open_for
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, share_of

_IN_WORDS: Final = {
    "confirmed": "confirmed",
    "one_sided": "not borne out by the other side",
    "unheard": "the other side's file was not given",
    "claimed": "claimed by the other side alone",
}

SPEC: Final = SignalSpec(
    id="publisher.trust_txt",
    version=1,
    title="Links of trust.txt are confirmed",
    problem="One-sided links of trust.txt",
    question="Of the affiliations that the publisher's trust.txt states, how many do the other sides state too?",
    rationale="Anybody can write that they belong to an association of newspapers. If the association's own file lists them as a member, both sides have said so.",
    method="Reads the trust.txt files among the user's registries. A link (member and belongto, control and controlledby, vendor and customer) is confirmed if the other side's file states its counterpart, one-sided if that file is given and does not. Links whose other side was not given are open; what others alone claim of the publisher is noted and counts for nothing. Reported, not scored.",
    weaknesses=(
        "Two sites of one owner can confirm each other.",
        "The files are as old as the copies that the user has.",
    ),
    standard=Standard(
        name="JournalList, trust.txt specification",
        clause="member, belongto, control, controlledby, vendor, customer",
        url="https://journallist.net/reference-document-for-trust-txt-specifications",
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"declarations"}),
    remediation="Ask the other side to list the link in its own trust.txt.",
    good_example="tarnmoor.example: belongto=https://press-league.example/ – press-league.example: member=https://tarnmoor.example/",
    problem_example="tarnmoor.example: belongto=https://press-league.example/ – press-league.example does not list it",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.declarations
    if not field.complete:
        return open_for(field)
    links = sorted({o.value: o.at for o in field.observations if o.value.standing}.items())
    stated = [link for link, _ in links if link.standing != "claimed"]
    if not stated:
        return OPEN[Why.NOTHING_TO_JUDGE]
    good, bad = (sum(link.standing == how for link in stated) for how in ("confirmed", "one_sided"))
    why = Why.NOT_SUPPLIED if good + bad < len(stated) else None
    note = "; ".join(f"{link.name} {link.value}: {_IN_WORDS[link.standing]}" for link, _ in links)
    found = share_of(good, bad, len(stated), tuple(sorted({at for _, at in links})), why)
    return found._replace(note=note)


SIGNAL: Final = Signal(SPEC, assess)
