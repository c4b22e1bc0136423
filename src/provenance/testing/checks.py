"""What every signal must be, ours or another's: complete in its definition, pure, total, and true to what it says it reads."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from hypothesis import HealthCheck, given, settings

from provenance.document import Document
from provenance.evidence import Field
from provenance.fields import ALL_FIELDS
from provenance.registry import Registry
from provenance.signal import Context, Finding, Signal
from provenance.testing.strategies import contexts, informed_documents


def check_signal(signal: Signal) -> None:
    """Check one signal: its definition, then its answers over generated documents.

    Raises:
        AssertionError: saying what the signal lacks.
    """
    check_definition(signal)
    check_answers(signal)


def check_definition(signal: Signal) -> None:
    """The definition is whole: everything said, the id well formed, the fields it reads exist."""
    spec = signal.spec
    assert re.fullmatch(r"[a-z]+\.[a-z][a-z0-9_]*", spec.id), f"{spec.id!r}: expected family.name"
    assert spec.version >= 1, f"{spec.id}: versions count from 1"
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
        assert getattr(spec, name).strip(), f"{spec.id}: {name} is empty"
    assert spec.question.endswith("?"), f"{spec.id}: the question is none"
    assert spec.weaknesses, f"{spec.id}: how can it be fooled?"
    assert all(w.strip() for w in spec.weaknesses), f"{spec.id}: an empty weakness"
    assert urlsplit(spec.standard.url).scheme in ("https", "http", ""), (
        f"{spec.id}: {spec.standard.url!r} is no address"
    )
    assert spec.reads, f"{spec.id}: it reads nothing"
    assert spec.reads <= set(ALL_FIELDS), (
        f"{spec.id}: reads {sorted(spec.reads - set(ALL_FIELDS))}, which no document has"
    )
    assert pickle.loads(pickle.dumps(signal)) == signal, f"{spec.id}: does not pickle"  # noqa: S301 - pickled on this very line, by nobody else


def check_answers(signal: Signal) -> None:
    """Over generated documents: a sound finding, the same twice, from the fields it names alone."""

    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(document=informed_documents(), context=contexts())
    def answers(document: Document, context: Context) -> None:
        finding = signal.assess(document, context)
        _check_finding(signal, finding)
        spy = Spy(document)
        _check_implied(signal, finding, document, context)
        assert signal.assess(spy, context) == finding, f"{signal.spec.id}: two answers to one question"
        assert spy.read <= signal.spec.reads, (
            f"{signal.spec.id}: also reads {sorted(spy.read - signal.spec.reads)}"
        )

    answers()


def _check_finding(signal: Signal, finding: Finding) -> None:
    name = signal.spec.id
    assert isinstance(finding, Finding), f"{name}: answers with a {type(finding).__name__}"
    assert finding.good >= 0, f"{name}: {finding}"
    assert finding.bad >= 0, f"{name}: {finding}"
    assert finding.of > 0, f"{name}: {finding}"
    assert finding.good + finding.bad <= finding.of, f"{name}: {finding}"
    if finding.share is not None:
        assert 0 <= finding.share[0] <= finding.share[1], f"{name}: {finding}"
        assert finding.share[1] > 0, f"{name}: {finding}"
    if finding.good + finding.bad == 0 and finding.share is None:
        assert finding.why is not None, f"{name}: unknown, and does not say why"


def _check_implied(signal: Signal, finding: Finding, document: Document, context: Context) -> None:
    """What answers this signal yes answers those that it names, too; only shares and counts have a varying number."""
    name = signal.spec.id
    assert signal.spec.counts or finding.of in (1, 3), f"{name}: counts, and does not say so: {finding}"
    if finding.good != finding.of:
        return
    for other in signal.spec.implies:
        implied = Registry.core()[other].assess(document, context)
        assert implied.good == implied.of, f"{name} is answered yes, and {other} is not: {implied}"


class _Watched(dict[str, Field[Any]]):
    """Fields that note which of them are asked for."""

    def __init__(self, fields: Iterable[tuple[str, Field[Any]]]) -> None:
        super().__init__(fields)
        self.read: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return super().get(key, default)


class Spy(Document):
    """A document that notes which of its fields are read."""

    __slots__ = ("watched",)

    def __init__(self, document: Document) -> None:
        self.watched = _Watched(document.fields.items())
        super().__init__(document.id, self.watched, digest=document.digest)

    @property
    def read(self) -> set[str]:
        """The fields that were read."""
        return self.watched.read
