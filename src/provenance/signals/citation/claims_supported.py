"""How many of the checkable claims carry a source?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import shown_only
from provenance.answering.plain_answers import plain_share
from provenance.answering.standards import wikipedia
from provenance.answering.tallies import claim_count, is_own, place_of_claim
from provenance.citing import citation_of_support
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, share_of
from provenance.text.facts import Claim

SPEC: Final = SignalSpec(
    id="citation.claims_supported",
    version=1,
    title="Checkable claims with a source",
    problem="Checkable claims without a source that counts",
    question="What share of the sentences that state something checkable shows, in the sentence itself, where it comes from?",
    rationale="A figure, a date or an accusation that names its source can be followed up; one that does not has to be taken on trust.",
    method="Checkable claims are sentences with a figure, a date, a quantity, a comparison, an accusation or an event; each counts once by its words, and the author's own acts and opinions are left out, as are the title of a text and the entries of its list of references. Good are claims with a source of kind person, organisation or document in the sentence, or with a link, identifier, footnote or named document that does not lead to the document's own site or an affiliate. Bad are claims with a vague source or none, once every link is known together with its place; until then a link that nobody saw might support them. Of n claims, k good and b bad earn k/(n+2) and lose b/(n+2): two more that nobody has seen stay open (Walley 1996, s = 2).",
    weaknesses=(
        "Nobody follows the source: whether it says what it is cited for is not asked.",
        "Trivial sentences with a source can be added: with ten unsupported claims, 0, 5, 10 or 28 of them earn 0, 2.9, 4.5 or 7 of ten points.",
        "A claim that is set like an entry of a list of references, with a number, an author and a year, is taken for one and asked for nothing.",
        "What is checkable is decided by rules, which take common knowledge for a claim and miss claims in plain words.",
    ),
    standard=wikipedia("Wikipedia:Verifiability", "inline citations; inline tag {{citation needed}}"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "claims", "claims_cited", "url", "cited_documents"}),
    remediation="Name or link the source in each sentence that states a figure, a date or an accusation.",
    good_example="The harbour handled 41,000 containers in 2023, according to the Lowmere Port Trust.",
    problem_example="The harbour handled 41,000 containers in 2023, more than ever before.",
    counts=True,
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    claims, why = claim_count(document)
    if why is not None:
        plain = plain_share(document.claims_cited, document)
        if plain is not None:
            return plain
    good, unsupported = [], []
    for claim in claims:
        supported = _supported(claim, document, context.affiliates)
        if supported:
            good.append(claim)
        elif supported is False:
            unsupported.append(claim)
    if why is not None:
        return shown_only(why, len(good), len(claims))
    bad = unsupported if _every_link_is_placed(document) else []
    still_open = _why_open(len(unsupported) - len(bad), len(claims) - len(good) - len(unsupported))
    finding = share_of(len(good), len(bad), len(claims), _places(bad, good), still_open)
    return finding if good or still_open is None else finding._replace(share=None)


def _why_open(unsupported: int, undecided: int) -> Why | None:
    """Why some claims are neither good nor bad; None if all are one or the other."""
    if unsupported:
        return Why.LINKS_UNKNOWN
    return Why.URL_UNKNOWN if undecided else None


def _places(bad: list[Claim], good: list[Claim]) -> tuple[str, ...]:
    """Where claims stand, the unsupported first, each group in the order of the text."""
    return tuple(
        dict.fromkeys(place_of_claim(claim) for group in (bad, good) for claim in sorted(group, key=_start))
    )


def _start(claim: Claim) -> int:
    return claim.start


def _every_link_is_placed(document: Document) -> bool:
    """Whether no link that nobody saw, or whose place is unknown, could still support a claim."""
    links = document.links
    return links.complete and all(link.start >= 0 for link in links.values)


def _supported(claim: Claim, document: Document, affiliates: frozenset[str]) -> bool | None:
    """Whether a claim carries a source that is not the document's own; None while that cannot be told."""
    if claim.support != "reference":
        return claim.support == "inline"
    own: bool | None = None if not claim.by else True
    for support in claim.by:
        citation = citation_of_support(support)
        if citation is not None:
            answer = is_own(citation, document, affiliates)
        else:
            answer = None if support.what == "link" else False
        if answer is False:
            return True
        own = None if answer is None else own
    return None if own is None else False


SIGNAL: Final = Signal(SPEC, assess)
