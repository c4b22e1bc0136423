"""`api`: the Python interface, given records that are parsed already."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice
from typing import Any

import provenance
from benchmarks.invented.records import records, without_text
from benchmarks.measuring import Contender, interleaved
from benchmarks.plan import Plan, Rows


def rows(plan: Plan) -> Rows:
    """What one record costs: without its text, with it, and with one whose words were all met before."""
    met = cycle(list(islice(records(1), 60)))
    light = {
        "metadata: score": scored(lambda a: a.score),
        "metadata: score and features": scored(lambda a: (a.score, a.ceiling, a.features)),
        "metadata: whole audit record": scored(lambda a: a.to_record()),
        "metadata: whole audit record, as bytes": scored(lambda a: a.to_bytes()),
    }
    again = scored(lambda a: a.score)
    heavy = {
        "text: score": scored(lambda a: a.score),
        "text: whole audit record": scored(lambda a: a.to_record()),
        "text: score, words met before": lambda _: again(next(met)),
    }
    samples = {
        **interleaved(_contenders(light, min(600, plan.records)), without_text(1), plan.rounds, plan.base),
        **interleaved(_contenders(heavy, 40), records(2), plan.rounds, plan.base),
    }
    return {name: each.figures() for name, each in samples.items()}


def scored(take: Callable[[provenance.Assessment], object]) -> Callable[[dict[str, Any]], object]:
    """Scores a record and takes what is wanted of the assessment."""
    scorer, read = provenance.Scorer(), provenance.Document.from_record
    return lambda record: take(scorer.score(read(record)))


def _contenders(works: dict[str, Callable[[Any], object]], items: int) -> dict[str, Contender]:
    return {name: Contender(work, items) for name, work in works.items()}
