"""Facts that were found in the composed form of a text, moved to the offsets of the text as it was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from provenance.text.composition import Composed
from provenance.text.facts import (
    Attribution,
    Claim,
    Cue,
    Notice,
    PlacedLink,
    Repetition,
    Residue,
    Source,
    Span,
    Support,
    TextCitation,
    TextFacts,
)

P = TypeVar("P", Span, Cue, Source, Support, Claim, TextCitation, Repetition, Residue, Notice)
Q = TypeVar("Q", Source, Cue)


def in_given_text(facts: TextFacts, given: str, form: Composed) -> TextFacts:
    """*facts* about the composed text as facts about the *given* one."""
    return facts._replace(
        attributions=tuple(_attribution(each, given, form) for each in facts.attributions),
        claims=tuple(_claim(each, form) for each in facts.claims),
        citations=_moved(facts.citations, form),
        quotations=_moved(facts.quotations, form),
        repetition=tuple(
            each._replace(
                repeats_start=form.given(each.repeats_start), repeats_end=form.given(each.repeats_end)
            )
            for each in _moved(facts.repetition, form)
        ),
        residue=_moved(facts.residue, form),
        notices=_moved(facts.notices, form),
        first_person=_moved(facts.first_person, form),
    )


def in_composed_text(links: Iterable[PlacedLink], form: Composed) -> tuple[PlacedLink, ...]:
    """*links* of the given text at their offsets in the composed one."""
    return tuple(link._replace(start=form.offset(link.start), end=form.offset(link.end)) for link in links)


def _moved(facts: Iterable[P], form: Composed) -> tuple[P, ...]:
    return tuple(_at_given(fact, form) for fact in facts)


def _at_given(fact: P, form: Composed) -> P:
    return fact._replace(start=form.given(fact.start), end=form.given(fact.end))


def _claim(claim: Claim, form: Composed) -> Claim:
    return _at_given(claim, form)._replace(by=_moved(claim.by, form))


def _attribution(found: Attribution, given: str, form: Composed) -> Attribution:
    return found._replace(
        source=found.source and _quoting(found.source, given, form),
        cue=found.cue and _quoting(found.cue, given, form),
        content=found.content and _at_given(found.content, form),
    )


def _quoting(part: Q, given: str, form: Composed) -> Q:
    """*part* with the words that stand at its place in the *given* text."""
    moved = _at_given(part, form)
    return moved._replace(text=given[moved.start : moved.end])
