"""Other libraries, as far as they are installed: one that is not is a row that says so."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from benchmarks.measuring import Contender, interleaved
from benchmarks.plan import Plan, Row, Rows

Work = Callable[[Any], object]
Peers = Mapping[str, tuple[int, Callable[[], Work]]]
"""By name: how many items a round, and what imports the library and gives what it does to an item."""


def beside(plan: Plan, ours: Mapping[str, Work], peers: Peers, fresh: Iterator[Any], items: int = 40) -> Rows:
    """All in one run; what each costs is compared with the first of *ours*."""
    works, missing = _found(peers)
    contenders = {name: Contender(work, items) for name, work in ours.items()}
    contenders |= {name: Contender(work, peers[name][0]) for name, work in works.items()}
    with _silent():
        samples = interleaved(contenders, fresh, plan.rounds, plan.base)
    first = samples[next(iter(ours))]
    rows: Rows = {name: each.figures() | {"over_ours": each.over(first)} for name, each in samples.items()}
    return {name: rows.get(name) or missing[name] for name in (*ours, *peers)}


def _found(peers: Peers) -> tuple[dict[str, Work], dict[str, Row]]:
    works: dict[str, Work] = {}
    missing: dict[str, Row] = {}
    for name, (_, load) in peers.items():
        try:
            with _silent():
                works[name] = load()
        except ModuleNotFoundError as problem:
            missing[name] = {"note": f"not installed: {problem.name}"}
        except (ImportError, OSError) as problem:  # built for another version; a model that is not there
            missing[name] = {"note": f"not usable: {str(problem).splitlines()[0][:80]}"}
    return works, missing


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """What other libraries say is not ours to print."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        yield
    logging.disable(before)
