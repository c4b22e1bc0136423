"""The door of the library: score documents, keep the result, recompute it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, KeysView, Mapping
from copy import copy
from functools import cache, cached_property
from itertools import chain
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeAlias

from provenance import audit
from provenance.asking import Asking
from provenance.assessing import Assessing
from provenance.codec import RepeatedKeyError, canonical, parsed_strictly
from provenance.document import Document
from provenance.errors import AuditError, InputError, InvalidArgumentError, expect, shown
from provenance.policy import Policy
from provenance.policycheck import FULL, MILLIPOINTS
from provenance.reasons import Reason, reasons
from provenance.record import looked_for_of
from provenance.registry import Registry
from provenance.scoring import Contribution, Plan, Scorecard, plan
from provenance.signal import Context
from provenance.values.dates import Date, read_date
from provenance.values.domains import listed_sites

Annotations: TypeAlias = Mapping[str, Iterable[audit.Annotation]]
"""What people say of documents, by the id or the digest of each."""

if TYPE_CHECKING:
    from datetime import date

    from provenance.corpus.informing import CorpusEvidence
    from provenance.counterfactual import Denial, WhatIf
    from provenance.registries.shelf import Shelf


class Assessment:
    """What was found in one document, and the points that it makes; read-only, recomputable from `to_record`."""

    __slots__ = ("_card", "_scorer")

    def __init__(self, card: Scorecard, scorer: Scorer) -> None:
        self._card = card
        self._scorer = scorer

    @property
    def document(self) -> Document:
        """The document that was assessed."""
        return self._card.document

    @property
    def card(self) -> Scorecard:
        """The findings and points underneath, in millipoints."""
        return self._card

    @property
    def id(self) -> str:
        """The document's id."""
        return self._card.document.id

    @property
    def score(self) -> float:
        """The points shown, in steps of a thousandth."""
        return self._card.standing.earned / MILLIPOINTS

    @property
    def ceiling(self) -> float:
        """The points shown plus those still open."""
        return self._card.standing.ceiling / MILLIPOINTS

    @property
    def applicable(self) -> float:
        """The points that policy and profile let apply."""
        return self._card.plan.applicable / MILLIPOINTS

    @property
    def coverage(self) -> float:
        """The share of the applicable points that could be judged, 0 to 1, in steps of a ten-thousandth."""
        return audit.coverage(self._card.standing.whole) / FULL

    @property
    def band(self) -> str:
        """The letter, or the letter for "cannot be judged"."""
        return self._card.band.letter

    @property
    def features(self) -> dict[str, float | None]:
        """The share that each signal shows, 0 to 1, None for unknown, in the order of the registry."""
        return self._card.features()

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags that are raised; they change no points by themselves."""
        return self._card.flags()

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each signal adds, in millipoints."""
        return tuple(self._card.contributions)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why points were not earned: what was lost, the most points first, then what is open; each in plain words."""
        return reasons(self._card)

    @property
    def annotations(self) -> tuple[audit.Annotation, ...]:
        """What people say of the document or of single findings; they change no points."""
        return self._scorer.annotations_of(self.document)

    def to_record(self) -> dict[str, Any]:
        """The audit record: a JSON object of integers and strings that ends in a digest of itself."""
        return self._scorer.record_of(self._card)

    def to_bytes(self) -> bytes:
        """The canonical bytes of `to_record`, as ``score --audit`` writes them: sooner than by way of the record."""
        return self._scorer.record_bytes_of(self._card)

    def to_line(self) -> dict[str, Any]:
        """One line of ``score --format jsonl``."""
        from provenance.render.lines import score_line

        return score_line(self._card)

    def what_if(
        self, *, band: str | None = None, score: float | None = None, supplied: bool = False
    ) -> WhatIf:
        """The fewest changes that reach a band or a score; of neither, the next band.

        Args:
            band: the letter of a band.
            score: points.
            supplied: whether facts count that nobody supplied, at their best; else only what a publisher can mend.

        Raises:
            ConfigurationError: there is no such band or score, or both are given.
        """
        from provenance.counterfactual import Goal, what_if

        if band is not None and score is not None:
            raise InvalidArgumentError("what_if", "expected a band or a score, found both")
        if score is not None:
            goal = Goal.of_score(score)
        elif band is not None:
            goal = Goal.of_band(band, self._card.plan.policy, self._card.plan.applicable)
        else:
            goal = Goal.next_band(self._card)
        return what_if(self._card, goal, supplied=supplied)

    def if_false(self) -> tuple[Denial, ...]:
        """Where the score would be if single observations were shown to be false, the most points first."""
        return self._scorer.denials_of(self._card)

    def explain(self) -> str:
        """The derivation of the score, for people: every point, the words it rests on, what would remedy a loss."""
        from provenance.render.explanation import explanation

        return explanation(self.to_record(), text=self.document.text.first, registry=self._scorer.registry)

    def __repr__(self) -> str:
        return f"<Assessment {self.id!r}: {self.score:g}–{self.ceiling:g} of {self.applicable:g}, band {self.band}>"


class Scorer:
    """A policy with everything that is held fixed, ready to score; immutable, picklable, safe to share.

    Args:
        policy: a `Policy`, or the path of one; the default policy if left out.
        index: the path of a frozen corpus index, which says what each document shares with others.
        profile: the name of a section of the policy's profiles that says what applies.
        registry: registry files of the user's own (ratings, trust.txt, ads.txt, protected domains, affiliates): a path,
            or several; or the signals to ask, as `signals`.
        as_of: the day on which the documents are judged (ISO 8601); a record's own ``retrieved`` serves without it.
        protected: domains whose lookalikes are to be flagged.
        affiliates: sites under common control with the publishers, whose citations count as one's own.
        signals: the signals to ask; the core signals if left out.

    Raises:
        ConfigurationError: the policy, the profile, the day or a registry file cannot be used.
    """

    def __init__(
        self,
        *,
        policy: Policy | str | PathLike[str] | None = None,
        index: str | PathLike[str] | None = None,
        profile: str = "",
        registry: Registry | str | PathLike[str] | Iterable[str | PathLike[str]] | None = None,
        as_of: str | date | Date | None = None,
        protected: Iterable[str] = (),
        affiliates: Iterable[str] = (),
        signals: Registry | None = None,
    ) -> None:
        chosen = _policy(policy)
        if profile != "":
            chosen = chosen.with_profile(profile)
        asked, shelf = _registries(registry, signals)
        guarded, related = listed_sites("protected", protected), listed_sites("affiliates", affiliates)
        if shelf is not None:
            guarded |= shelf.sites("protected")
            related |= shelf.sites("affiliates")
        laid_out, context = plan(asked, chosen), Context(_day(as_of), tuple(sorted(guarded)), related)
        self._hold(laid_out, context, shelf, None if index is None else _corpus(index, related))

    def _hold(
        self,
        laid_out: Plan,
        context: Context,
        shelf: Shelf | None = None,
        corpus: CorpusEvidence | None = None,
    ) -> None:
        """Hold fixed what a scorer is made of."""
        self._plan = laid_out
        self._context = context
        self._shelf = shelf
        self._corpus = corpus
        self._annotations: Annotations = {}
        self._asking = Asking(laid_out.registry, context)

    def annotating(self, annotations: Annotations) -> Scorer:
        """This scorer, whose records carry *annotations*, given by the id or the digest of their documents.

        They are carried, shown and sealed, and change no score.

        Raises:
            ConfigurationError: one is of a signal that is not asked, or is none.
        """
        expected = "annotations by the ids or digests of their documents"
        expect("annotations", annotations, Mapping, expected)
        for given in annotations.values():
            expect("annotations", given, Iterable, expected)
        kept = {name: tuple(given) for name, given in annotations.items()}
        for annotation in chain.from_iterable(kept.values()):
            expect("annotations", annotation, audit.Annotation, "an Annotation")
            if annotation.signal:
                _ = self.registry[annotation.signal]
        scorer = copy(self)
        scorer.__dict__["_annotations"] = kept
        return scorer

    @property
    def policy(self) -> Policy:
        """The policy, with its profile."""
        return self._plan.policy

    @property
    def registry(self) -> Registry:
        """The signals that are asked."""
        return self._plan.registry

    @property
    def plan(self) -> Plan:
        """The policy laid out over the registry."""
        return self._plan

    @property
    def run(self) -> dict[str, Any]:
        """What is held fixed, as it stands in every audit record: versions, tables, lists, day, index and policy."""
        run: dict[str, Any] = json.loads(self._held.sealed)
        return run

    @cached_property
    def _held(self) -> audit.Held:
        index = self._corpus.digest if self._corpus else None
        registries = self._shelf.described() if self._shelf else ()
        return audit.held_fixed(self._plan, self._context, index, registries)

    def score(self, document: Document) -> Assessment:
        """The assessment of *document*.

        Raises:
            InputError: it is no `Document`.
        """
        return Assessment(self.card_of(document), self)

    def card_of(self, document: Document) -> Scorecard:
        """What is found in *document*, and the points that it makes; see `score` for errors."""
        if not isinstance(document, Document):
            raise InputError(
                f"expected a Document, found {shown(document)}; Document.from_record makes one of a record"
            )
        if self._corpus is not None:
            document = self._corpus.informed(document)
        if self._shelf is not None:
            document = self._shelf.informed(document)
        return Scorecard(document, self._plan, self._asking.ask(document))

    def score_many(
        self,
        documents: Iterable[Document | Mapping[str, Any] | InputError],
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
        workers: int = 1,
    ) -> Iterator[Assessment | InputError]:
        """The assessments of documents or records, in order; an `InputError` stands in the place of what cannot be read.

        Where this library stumbles over a document, that is a defect of it and not of the document: such an error is a
        `provenance.errors.DefectError`, with what was raised as its cause (not from workers), and the others follow.

        Args:
            documents: documents, records, or both; a record without an id is called by its number, from 0.
            observed: fields that were looked for in every record: missing or null then means absent.
            columns: where fields stand whose keys are not understood: ``{"published": "date_field"}``.
            workers: processes that share the work. What they read in a text stays with them, and is read again where an
                audit record or an explanation is asked for.

        Raises:
            InputError: *documents* is a single one, or none at all.
            ConfigurationError: *observed* or *columns* names what is no field, or there can be no such number of workers.
        """
        if isinstance(documents, (Mapping, str, bytes)) or not isinstance(documents, Iterable):
            raise InputError(f"expected documents or records in a list or a stream, found {shown(documents)}")
        if type(workers) is not int or workers < 1:
            raise InvalidArgumentError("workers", f"expected 1 or more, found {shown(workers)}")
        columns = columns or {}
        assessing = Assessing(self.card_of, self._plan, looked_for_of(observed, columns), columns)
        cards = assessing.all(documents, workers)
        return (each if isinstance(each, InputError) else Assessment(each, self) for each in cards)

    def record_of(self, card: Scorecard) -> dict[str, Any]:
        """The audit record of a scorecard that this scorer made."""
        record = audit.record_of(card, self._context, self._held)
        annotations = self.annotations_of(card.document)
        return audit.annotated(record, annotations) if annotations else record

    def record_bytes_of(self, card: Scorecard) -> bytes:
        """The canonical bytes of the audit record of a scorecard that this scorer made."""
        if self.annotations_of(card.document):
            return canonical(self.record_of(card))
        return audit.record_bytes(card, self._context, self._held)

    @property
    def annotated(self) -> KeysView[str]:
        """The ids and digests of the documents of which people say something, as far as this scorer was told."""
        return self._annotations.keys()

    def annotations_of(self, document: Document) -> tuple[audit.Annotation, ...]:
        """What people say of *document*, as far as this scorer was told."""
        if not self._annotations:
            return ()
        given = (self._annotations.get(name, ()) for name in (document.id, document.digest))
        return tuple(dict.fromkeys(chain.from_iterable(given)))

    def denials_of(self, card: Scorecard) -> tuple[Denial, ...]:
        """What a scorecard that this scorer made rests on; see `Assessment.if_false`."""
        from provenance.counterfactual import denials

        return denials(card, self._context)

    def __repr__(self) -> str:
        day = self._context.as_of
        return f"<Scorer: {self.policy.id}, {self.registry!r}{'' if day is None else f', as of {day.value}'}>"

    @classmethod
    def recomputing(cls, record: Mapping[str, Any], registry: Registry) -> Assessment:
        """The assessment that *record* reproduces; see `verify`."""
        card, context = audit.check(record, registry)
        scorer = cls.__new__(cls)
        scorer._hold(card.plan, context)  # noqa: SLF001 - its own
        scorer.__dict__["_held"] = audit.Held.of(record["run"])
        return Assessment(card, scorer.annotating({card.document.digest: audit.annotations_in(record)}))


def score(document: Document) -> Assessment:
    """The assessment of *document* under the default policy; keep a `Scorer` to score many.

    >>> from provenance import Document, score
    >>> score(Document.from_record({"id": "a", "authors": ["Jane Doe"]})).features["author.named"]
    1.0
    """
    return _default_scorer().score(document)


def verify(record: Mapping[str, Any] | str | bytes, *, registry: Registry | None = None) -> Assessment:
    """The assessment that an audit record reproduces, worked out from the record alone.

    Args:
        record: what `to_record` gave, or its JSON.
        registry: the signals to ask, where others than the core signals were.

    Raises:
        AuditError: it does not reproduce; `pointer` names the first difference.
        ConfigurationError: *registry* is none.
    """
    if isinstance(record, (str, bytes)):
        try:
            record = parsed_strictly(record)
        except RepeatedKeyError as problem:
            raise AuditError(str(problem)) from None
        except (ValueError, RecursionError):
            raise AuditError("not a JSON object") from None
    expect("registry", registry, (Registry, type(None)), "a Registry")
    if not isinstance(record, Mapping):
        raise AuditError(f"expected a JSON object, found {shown(record)}")
    return Scorer.recomputing(record, Registry.core() if registry is None else registry)


@cache
def _default_scorer() -> Scorer:
    return Scorer()


# --- what a scorer is made with -------------------------------------------------------------------------------------


def _policy(given: Policy | str | PathLike[str] | None) -> Policy:
    if given is None:
        return Policy.default()
    if isinstance(given, Policy):
        return given
    if isinstance(given, (str, PathLike)):
        return Policy.load(given)
    raise InvalidArgumentError("policy", f"expected a Policy or the path of one, found {shown(given)}")


def _registries(given: object, signals: Registry | None) -> tuple[Registry, Shelf | None]:
    """The signals to ask, and the user's registry files."""
    if isinstance(given, Registry):
        if signals is not None:
            raise InvalidArgumentError("registry", "the signals to ask are given twice, here and as signals")
        given, signals = None, given
    if signals is not None and not isinstance(signals, Registry):
        raise InvalidArgumentError("signals", f"expected a Registry, found {shown(signals)}")
    asked = Registry.core() if signals is None else signals
    if given is None:
        return asked, None
    listed = [*given] if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    files: list[str | PathLike[str]] = [path for path in listed if isinstance(path, (str, PathLike))]
    if len(files) < len(listed):
        raise InvalidArgumentError("registry", f"expected the paths of registry files, found {shown(given)}")
    if not files:
        return asked, None
    from provenance.registries.shelf import Shelf

    return asked, Shelf.of(files)


def _corpus(path: str | PathLike[str], affiliates: frozenset[str]) -> CorpusEvidence:
    from provenance.corpus.informing import CorpusEvidence

    if not isinstance(path, (str, PathLike)):
        raise InvalidArgumentError("index", f"expected the path of a corpus index, found {shown(path)}")
    return CorpusEvidence(path, affiliates)


def _day(given: str | date | Date | None) -> Date | None:
    if given is None:
        return None
    day = given if isinstance(given, Date) else read_date(given)
    if day is None or day.precision in ("year", "month"):
        raise InvalidArgumentError("as_of", f"expected a day such as 2026-11-21, found {shown(given)}")
    if day.flags:
        raise InvalidArgumentError(
            "as_of",
            f"expected a day that can be read in one way, such as 2026-11-21, found {shown(given)} ({', '.join(day.flags)})",
        )
    return day
