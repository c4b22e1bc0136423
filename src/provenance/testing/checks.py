"""What every signal must be, ours or another's: complete in its definition, pure, total, and true to what it says it reads."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from hypothesis import HealthCheck, given, settings

from provenance.asking import Asking
from provenance.document import Document
from provenance.fields import ALL_FIELDS
from provenance.registry import Registry
from provenance.signal import Context, Finding, Signal
from provenance.testing.laws import LawBrokenError
from provenance.testing.strategies import contexts, informed_documents
from provenance.watching import Watched


def check_signal(signal: Signal) -> None:
    """Check one signal: its definition, then its answers over generated documents.

    Raises:
        LawBrokenError: saying what the signal lacks.
    """
    check_definition(signal)
    check_answers(signal)


def check_definition(signal: Signal) -> None:
    """The definition is whole: everything said, the id well formed, the fields it reads exist."""
    spec = signal.spec
    _must(re.fullmatch(r"[a-z]+\.[a-z][a-z0-9_]*", spec.id), f"{spec.id!r}: expected family.name")
    _must(spec.version >= 1, f"{spec.id}: versions count from 1")
    for name in (
        "title",
        "problem",
        "question",
        "rationale",
        "method",
        "remediation",
        "good_example",
        "problem_example",
    ):
        _must(getattr(spec, name).strip(), f"{spec.id}: {name} is empty")
    _must(spec.question.endswith("?"), f"{spec.id}: the question is none")
    _must(spec.weaknesses, f"{spec.id}: how can it be fooled?")
    _must(all(w.strip() for w in spec.weaknesses), f"{spec.id}: an empty weakness")
    address = spec.standard.url
    _must(urlsplit(address).scheme in ("https", "http", ""), f"{spec.id}: {address!r} is no address")
    _must(spec.reads, f"{spec.id}: it reads nothing")
    unheard_of = sorted(spec.reads - set(ALL_FIELDS))
    _must(not unheard_of, f"{spec.id}: reads {unheard_of}, which no document has")
    try:
        again = pickle.loads(pickle.dumps(signal))  # noqa: S301 - pickled on this very line, by nobody else
    except (pickle.PicklingError, AttributeError, TypeError) as problem:
        raise LawBrokenError(f"{spec.id}: does not pickle: {problem}") from problem
    _must(again == signal, f"{spec.id}: does not pickle")


def check_answers(signal: Signal) -> None:
    """Over generated documents: a sound finding, the same twice and whoever was asked before, from the fields it names alone."""

    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(document=informed_documents(), other=informed_documents(), context=contexts())
    def answers(document: Document, other: Document, context: Context) -> None:
        finding = signal.assess(document, context)
        _check_finding(signal, finding)
        _check_implied(signal, finding, document, context)
        watched = _AskedFor(document.fields)
        again = signal.assess(document.through(watched, watched.seen.add), context)
        _must(again == finding, f"{signal.spec.id}: two answers to one question")
        others = sorted({seen.partition(".")[0] for seen in watched.seen} - signal.spec.reads - {"id"})
        _must(not others, f"{signal.spec.id}: also reads {others}")
        _check_remembered(signal, (document, _namesake(document), other, document), context)

    answers()


class _AskedFor(Watched):
    """Fields of which it is known, too, which were asked for in vain."""

    def get(self, key: str, default: Any = None) -> Any:
        self.seen.add(key)
        return super().get(key, default)


def _check_finding(signal: Signal, finding: Finding) -> None:
    name = signal.spec.id
    _must(isinstance(finding, Finding), f"{name}: answers with a {type(finding).__name__}")
    good, bad, of, share, why, *_ = finding
    is_sound = min(good, bad) >= 0 and 0 < of >= good + bad
    _must(is_sound and (share is None or 0 <= share[0] <= share[1] > 0), f"{name}: out of bounds: {finding}")
    _must(good or bad or share or why, f"{name}: unknown, and does not say why")


def _check_remembered(signal: Signal, documents: Iterable[Document], context: Context) -> None:
    """A scorer, which asks nothing again that is known beforehand, is answered as whoever asks of each document anew."""
    asking = Asking(Registry([signal]), context)
    for document in documents:
        (found,) = asking.ask(document).together()
        plain = signal.assess(document, context)
        _must(
            found == plain, f"{signal.spec.id}: answers as it did of another document: {found}, not {plain}"
        )


def _namesake(document: Document) -> Document:
    """Another document of which the same is known."""
    return Document(f"{document.id}'", document.fields, ignored=(*document.ignored, "x"))


def _check_implied(signal: Signal, finding: Finding, document: Document, context: Context) -> None:
    """What answers this signal yes answers those that it names, too; only shares and counts have a varying number."""
    name = signal.spec.id
    _must(signal.spec.counts or finding.of in (1, 3), f"{name}: counts, and does not say so: {finding}")
    if finding.good != finding.of:
        return
    for other in signal.spec.implies:
        implied = Registry.core()[other].assess(document, context)
        _must(implied.good == implied.of, f"{name} is answered yes, and {other} is not: {implied}")


def _must(holds: object, lacks: str) -> None:
    """Raised and not asserted: a check checks under ``python -O``, too."""
    if not holds:
        raise LawBrokenError(lacks)
