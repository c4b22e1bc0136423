"""``--workers``: how many processes share the work, and the work shared among them."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Generator, Iterable
from typing import Final, TypeVar

from provenance.errors import ConfigurationError
from provenance.workers import Crew, Work

C = TypeVar("C")
R = TypeVar("R")

_MOST: Final = 1024
"""Workers that a machine may have; more are a slip of the finger."""


def add_workers(group: argparse._ArgumentGroup) -> None:
    """The option, in *group*."""
    group.add_argument(
        "--workers",
        metavar="N",
        type=int,
        default=1,
        help="number of processes, 0 for one per core; the results are the same for every N (default: 1)",
    )


def workers_of(args: argparse.Namespace) -> int:
    """How many workers the option asks for.

    Raises:
        ConfigurationError: no such number can be had.
    """
    count: int = args.workers
    if not 0 <= count <= _MOST:
        raise ConfigurationError(f"--workers: expected 0 to {_MOST}, found {count}")
    return count or _cores()


def results(
    work: Work[C, R], chunks: Iterable[C], workers: int, *, may_copy: bool = True
) -> Generator[R, None, None]:
    """The result of each chunk, in order; one worker is this process itself.

    *may_copy* says that a worker may be a copy of this process, which costs least, and is safe where it has one thread.
    """
    if workers == 1:
        yield from map(work, chunks)
        return
    method = None if sys.platform != "linux" else "fork" if may_copy else "forkserver"
    yield from Crew(work, workers, multiprocessing.get_context(method)).over(chunks)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
