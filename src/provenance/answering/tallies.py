"""What is counted, and when the count is settled: distinct statements, claims and citations.

Who may speak about the words of a document (docs/explanation/laws.md gives the proof):

* The text, wherever there is one that can be read.
* The lists and plain answers that a record brings, where there is no text (it is absent), or none that can be read
  (no lexicon for its language). While the text is unknown it could still say otherwise, so they are shown, and open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from attrs import define

from provenance.cited import cited
from provenance.document import Document
from provenance.evidence import Field, Why
from provenance.fields import IN_WORDS, Citation
from provenance.text.facts import Attribution, Claim, SourceKind


@define  # not a tuple, since every signal of attribution reads it, and not frozen, which costs four times as much
class Statement:
    """A statement that counts: who makes it, and where it stands.

    `kind` is the kind that counts; None where no one is given. A pronoun that does not resolve stays a pronoun.
    `place` is as `place_of` gives it.
    """

    said: Attribution
    kind: SourceKind | None
    place: str


class Testimony(NamedTuple):
    """The statements of a document, in the order of the text.

    `why` says why they are not settled; they are then for show only.
    """

    statements: tuple[Statement, ...]
    why: Why | None


class ClaimCount(NamedTuple):
    """The checkable claims of a document; `why` as for testimony."""

    claims: tuple[Claim, ...]
    why: Why | None


@define  # as for statements: the signals of citation read it
class CitationCount:
    """The distinct things that a document cites; `why` says what could still add to them.

    `own` says of each whether it leads to the document's own site; None while its address is unknown. `others` are
    those of which it is known that they do not.
    """

    citations: tuple[Citation, ...]
    own: tuple[bool | None, ...]
    others: tuple[Citation, ...]
    why: Why | None


_NONE: Final[frozenset[str]] = frozenset()
_LEADING: Final = ("link", "archive")
"""Kinds of citation that lead to a site."""
_NOTHING_CITED: Final = {why: CitationCount((), (), (), why) for why in (None, *Why)}


def testimony(document: Document) -> Testimony:
    """The distinct outermost statements that count, who made them, and whether they are settled."""
    return document.derived(_testimony)


def claim_count(document: Document) -> ClaimCount:
    """The distinct checkable claims that count, and whether they are settled."""
    return document.derived(_claim_count)


def citation_count(document: Document, affiliates: frozenset[str] = _NONE) -> CitationCount:
    """The distinct citations of text, links and lists, and whether more could be; what *affiliates* publish is its own."""
    count = document.derived(_citation_count)
    return _judged(count.citations, document, affiliates, count.why) if affiliates else count


def no_words(document: Document) -> Why:
    """Why a document without facts has no words to read: there are none, or nobody brought them."""
    text = document.text
    return Why.NOTHING_TO_JUDGE if text.complete else text.why or Why.NOT_SUPPLIED


def words_unreadable(document: Document) -> Why | None:
    """Why the words cannot be read for what they say; None if they can."""
    facts = document.facts
    if facts is None:
        return no_words(document)
    if facts.lexicon is not None:
        return None
    return Why.NO_LANGUAGE if facts.language is None else Why.NO_LEXICON


def lists_speak(document: Document) -> bool:
    """Whether the lists that a record brings settle anything: the text is absent, or cannot be read."""
    text = document.text
    return text.complete or bool(text.observations)


def place_of_claim(claim: Claim) -> str:
    """Where a claim stands, or the list that brought it where that is unknown."""
    return f"{claim.start}-{claim.end}" if claim.end else "/claims"


def is_own(citation: Citation, document: Document, affiliates: frozenset[str] = _NONE) -> bool | None:
    """Whether a citation leads back to the document: to its own site, an affiliate, or in a circle to itself.

    None while the address is unknown. A document can have several: one that fits decides, and none fits only when all
    are known.
    """
    return _judged((citation,), document, affiliates, None).own[0]


def _judged(
    citations: tuple[Citation, ...], document: Document, affiliates: frozenset[str], why: Why | None
) -> CitationCount:
    """*citations*, each with what `is_own` says of it."""
    home, targets, is_settled = document.own_sites, circular(document), document.url.complete
    if affiliates and home is not None:
        home |= affiliates
    own: list[bool | None] = []
    others = []
    for citation in citations:
        is_its_own: bool | None = citation.own
        if not is_its_own and citation.kind in _LEADING:
            if home is not None and (citation.site in home or citation.target in targets):
                is_its_own = True
            elif not is_settled:
                is_its_own = None
        own.append(is_its_own)
        if is_its_own is False:
            others.append(citation)
    return CitationCount(citations, tuple(own), tuple(others), why)


def circular(document: Document) -> frozenset[str]:
    """The targets that it cites of which the index says that they rest on the document itself, and on nothing else."""
    found = document.cited_documents.observations
    return frozenset(each.value.target for each in found if each.value.circle) if found else _NONE


def _testimony(document: Document) -> Testimony:
    why = words_unreadable(document)
    if why is None:
        assert document.facts is not None
        return Testimony(_statements(filter(_counts, document.facts.attributions)), None)
    given = document.attributions
    return Testimony(
        _statements(dict.fromkeys(filter(_counts, given.values))), _why_open(document, given, why)
    )


def _statements(attributions: Iterable[Attribution]) -> tuple[Statement, ...]:
    return tuple(
        Statement(said, None if said.source is None else said.source.effective_kind, place_of(said))
        for said in sorted(attributions, key=_position)
    )


def _position(said: Attribution) -> tuple[int, int]:
    part = said.cue or said.content or said.source
    return (0, 0) if part is None else part[:2]


def place_of(said: Attribution) -> str:
    """Where a statement stands: its cue, else its content or source; the list that brought it where that is unknown."""
    for part in (said.cue, said.content, said.source):
        if part is not None:
            start, end, *_ = part
            if end:
                return f"{start}-{end}"
    return "/attributions"


def _counts(statement: Attribution) -> bool:
    """An outermost assertion that does not stand elsewhere in the text, made by another than the writer."""
    if statement.repeated or statement.depth or statement.mode != "assert":
        return False
    return statement.source is None or statement.source.kind != "author"


def _claim_count(document: Document) -> ClaimCount:
    why = words_unreadable(document)
    if why is None:
        assert document.facts is not None
        return ClaimCount(tuple(filter(_is_checkable, document.facts.claims)), None)
    given = document.claims
    counted = dict.fromkeys(filter(_is_checkable, given.values))
    return ClaimCount(tuple(counted), _why_open(document, given, why))


def _is_checkable(claim: Claim) -> bool:
    """A claim that does not stand elsewhere in the text, and is not the writer's own act or opinion."""
    return not claim.repeated and claim.support != "not_applicable"


def _why_open(document: Document, given: Field[object], why: Why) -> Why | None:
    """Why a list that was brought does not settle the question; None if it does.

    An empty list beside words that nobody could read says nothing of them: a bare text brings no lists by nature.
    """
    if not given.observations and (document.facts is not None or not given.complete):
        is_absent = document.text.complete and document.facts is None
        return (given.why or Why.NOT_SUPPLIED) if is_absent else why
    if not given.complete:
        return given.why or Why.NOT_SUPPLIED
    return None if lists_speak(document) else Why.TEXT_UNKNOWN


def _citation_count(document: Document) -> CitationCount:
    found = cited(document)
    if not found:
        return _NOTHING_CITED[_why_more(document)]
    best: dict[tuple[bool, str], Citation] = {}
    for citation in found:
        # A reference in words that happens to look like an address is not that address.
        key = (citation.kind in IN_WORDS, citation.target)
        best[key] = max(best[key], citation, key=_worth) if key in best else citation
    citations = tuple(map(best.__getitem__, sorted(best)))
    return _judged(citations, document, _NONE, _why_more(document))


def _worth(citation: Citation) -> tuple[int, bool, str]:
    """Which of two citations of one thing is kept: the more complete, and the one that lasts."""
    return citation.parts, citation.kind == "archive", citation.kind


def _why_more(document: Document) -> Why | None:
    """Why more may be cited than was seen; None if everything was."""
    if not document.links.complete:
        return Why.LINKS_UNKNOWN
    if not lists_speak(document):
        return Why.TEXT_UNKNOWN
    return None if document.citations.complete else Why.LISTS_UNKNOWN
