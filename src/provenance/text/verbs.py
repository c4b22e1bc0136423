"""The verbs of a lexicon as a table of forms: what each form is, and what its verb must have beside it to be a cue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import evolve, field, frozen

from provenance.text import tags as t
from provenance.text.lexicon import Lexicon


@frozen
class Verb:
    """A verb that can say that something is said, and what must follow it for that."""

    lemma: str
    mode: str  # assert or stance
    evidence: bool  # also of documents and figures: "shows"
    takes: int
    particles: frozenset[str]
    far: bool = False  # its particles may stand behind an object
    closing: bool = False  # nothing follows its particles
    counting: frozenset[str] = frozenset()  # behind an object and before a number
    bidding: bool = False  # takes an object and an infinitive: "tasks the clerk to write"
    aimed: bool = False  # its object is whom or what it is aimed at, not what is said: "attacks the mayor"
    naming: bool = False  # its participle also gives things their names: "a protein called LAG-7"
    unless: frozenset[str] = frozenset()  # objects with which it says nothing: "answers the door"
    aside: frozenset[str] = frozenset()  # ends it between commas, where it says something: "she went on,"
    listeners: frozenset[str] = frozenset()  # who is only told it as its subject: "the court heard"
    clausal: bool = False  # its passive says something only with a clause: "the deal was concluded"
    looks_far: bool = field(init=False)  # whether what it needs can stand behind an object

    @looks_far.default
    def _looks_far(self) -> bool:
        return self.far or self.bidding or bool(self.counting)


_FORMS: Final = (t.THIRD, t.PAST, t.PARTICIPLE, t.ING)
"""What the forms of a row are, in its order."""


def verb_table(lexicon: Lexicon) -> dict[str, tuple[Verb, int]]:
    """Each form of each verb of *lexicon* with its verb and what form it is, as bits."""
    verbs: dict[str, Verb] = {}
    for row in lexicon.tables["verb"]:
        for new in _of_row(row):
            verbs[new.lemma] = _merged(verbs[new.lemma], new) if new.lemma in verbs else new
    forms: dict[str, tuple[Verb, int]] = {}
    for verb in verbs.values():
        for form, bit in _forms(verb.lemma, lexicon.tables):
            other = forms.get(form)
            if other is None or other[0] is verb:
                forms[form] = (verb, bit | (other[1] if other else 0))
    return forms


def _of_row(row: Mapping[str, Any]) -> Iterator[Verb]:
    takes = sum({t.TAKES[name] for name in (*row.get("takes", ()), *row.get("also", ()))})
    particles = frozenset(row.get("with", ()))
    for lemma in dict.fromkeys(row["lemmas"].split()):
        yield Verb(
            lemma,
            row["class"],
            row.get("evidence", False),
            takes,
            particles,
            row.get("far", False),
            row.get("closing", False),
            frozenset(row.get("counting", ())),
            row.get("bidding", False),
            row.get("aimed", False),
            row.get("naming", False),
            frozenset(row.get("unless", "").split()),
            frozenset(row.get("aside", ())),
            frozenset(row.get("listeners", "").split()),
            row.get("clausal", False),
        )


def _merged(old: Verb, new: Verb) -> Verb:
    return evolve(
        old,
        evidence=old.evidence or new.evidence,
        takes=old.takes | new.takes,
        particles=old.particles | new.particles,
        far=old.far or new.far,
        closing=old.closing or new.closing,
        counting=old.counting | new.counting,
        bidding=old.bidding or new.bidding,
        aimed=old.aimed or new.aimed,
        naming=old.naming or new.naming,
        unless=old.unless | new.unless,
        aside=old.aside | new.aside,
        listeners=old.listeners | new.listeners,
        clausal=old.clausal or new.clausal,
    )


def _forms(lemma: str, tables: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The forms of the verb *lemma*, each with what it is."""
    yield lemma, t.BASE
    irregular = tables["irregular"].get(lemma)
    if irregular is not None:
        for cell, bit in zip(irregular.split(), _FORMS, strict=True):
            yield from ((form, bit) for form in cell.split("/"))
        return
    row = next(row for row in tables["inflection"] if lemma.endswith(tuple(row["ending"])))
    for change, bit in zip(row["forms"], _FORMS, strict=True):
        yield _changed(lemma, change), bit


def _changed(lemma: str, change: str) -> str:
    """*lemma* with an ending: ``+ed`` adds it, ``-1ing`` first takes one letter away."""
    if change.startswith("+"):
        return lemma + change[1:]
    return lemma[: -int(change[1])] + change[2:]
