"""Work done by several processes: the results in the order of the work, none lost, none twice, whoever dies.

A worker is given one chunk after the other, over a pipe of its own. Where one dies, its chunk is split, and each part is
tried by itself; a part that ends several workers is given up, and `Work.lost` says what stands in its place.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Final, Generic, Protocol, TypeVar, cast

from provenance.defects import defect
from provenance.errors import ConfigurationError, DefectError, ProvenanceError

C = TypeVar("C")
R = TypeVar("R")

_AHEAD: Final = 4
"""Chunks under way for each worker: enough that a slow one makes nobody wait, few enough to stay small in memory."""
_TRIES: Final = 4
"""How many workers a part may end; some may have been somebody else's doing, and the first task of a worker takes longest."""
_STILLBORN: Final = 3
"""How many workers in a row may die before they are up."""
_UNSENDABLE: Final = (pickle.PicklingError, AttributeError, TypeError, RecursionError)
"""What `pickle` raises where something cannot travel."""
_DYING: Final = 5.0
"""Seconds that a worker whose pipe is closed has to be gone, and to say why."""


class Work(Protocol[C, R]):
    """What is done with a chunk; it travels to the workers pickled."""

    def __call__(self, chunk: C, /) -> R:
        """The result of *chunk*; whatever it raises ends the whole run."""
        ...

    def split(self, chunk: C, /) -> Sequence[C]:
        """The least parts that *chunk* has, in order."""
        ...

    def lost(self, chunk: C, exit_code: int | None, /) -> R:
        """The result of a part that ended every worker that tried it."""
        ...

    def joined(self, results: Sequence[R], /) -> R:
        """The result of a chunk, from those of its parts."""
        ...


class Crew(Generic[C, R]):
    """Workers who do *work*; as many as there is work for, and *count* at most.

    Args:
        work: what they do.
        count: how many they are at most.
        context: how processes are started; the platform's way if left out.

    Raises:
        ConfigurationError: this process may start no other, or the work cannot be sent to one.
    """

    def __init__(self, work: Work[C, R], count: int, context: BaseContext | None = None) -> None:
        if multiprocessing.current_process().daemon:
            raise ConfigurationError("workers: this process is a worker itself, and can have none of its own")
        self._work = work
        try:
            self._packed = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
        except _UNSENDABLE as problem:
            raise ConfigurationError(f"workers: their work cannot be sent to them: {problem}") from None
        self._count = count
        self._context = context or multiprocessing.get_context()
        self._workers: list[_Worker[C, R]] = []
        self._under_way: deque[_Order[C, R]] = deque()
        self._waiting: deque[_Task[C, R]] = deque()
        self._stillborn = 0

    def over(self, chunks: Iterable[C]) -> Iterator[R]:
        """The result of each chunk, in order, as soon as it is there: what has come in is not kept for what has not.

        Where *chunks* ends with an error, it is raised after the results of all before it.

        Raises:
            ConfigurationError: no worker can be started.
            ProvenanceError: the work says that the run cannot go on.
        """
        incoming = _Incoming(chunks)
        try:
            while True:
                has_more = self._take_on(incoming)
                if not self._under_way:
                    incoming.end()
                    return
                self._hand_out()
                self._collect(0 if has_more else None)
                while self._under_way and self._under_way[0].is_done:
                    yield self._result(self._under_way.popleft())
        finally:
            for worker in self._workers:
                worker.dismiss()
            self._workers.clear()

    def _take_on(self, incoming: _Incoming[C]) -> bool:
        """Take on a chunk, if there is one and room for its result; whether there may be room for more."""
        room = self._count * _AHEAD - len(self._under_way)
        for chunk in islice(incoming, min(room, 1)):
            order: _Order[C, R] = _Order(chunk)
            self._under_way.append(order)
            self._waiting.append(_Task(order, 0))
        return room > 1 and not incoming.has_ended

    def _hand_out(self) -> None:
        """Give a task to everybody who has none, and call in more workers where tasks are left over."""
        for worker in self._workers:
            if worker.is_up and worker.task is None and self._waiting:
                self._give(worker, self._waiting.popleft())
        starting = sum(not worker.is_up for worker in self._workers)
        needed = min(len(self._waiting) - starting, self._count - len(self._workers))
        self._workers += [_Worker(self._context, self._packed) for _ in range(needed)]

    def _give(self, worker: _Worker[C, R], task: _Task[C, R]) -> None:
        """Give *task* to *worker*; what cannot be sent is done here."""
        part = task.order.parts[task.place]
        try:
            worker.give(task, part)
        except _UNSENDABLE:
            worker.task = None
            task.order.results[task.place] = self._work(part)

    def _collect(self, seconds: float | None) -> None:
        """Take in what the workers have to say; wait until one of them says something, but no longer than *seconds*."""
        pipes = {worker.pipe: worker for worker in self._workers if worker.task or not worker.is_up}
        for pipe in wait(list(pipes), seconds) if pipes else ():
            worker = pipes[cast("Connection", pipe)]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            task, worker.task = worker.task, None
            if task is None:  # it says that it is up
                worker.is_up, self._stillborn = True, 0
            elif isinstance(answer, (ProvenanceError, OSError)):
                raise answer
            else:
                task.order.results[task.place] = answer

    def _bury(self, worker: _Worker[C, R]) -> None:
        """Have what a dead worker was given done by others, or give it up."""
        exit_code = worker.dismiss(grace=_DYING)
        self._workers.remove(worker)
        if worker.task is not None:
            self._try_again(worker.task, exit_code)
            return
        self._stillborn += 1
        if self._stillborn == _STILLBORN:
            raise ConfigurationError(
                f"workers: none can be started: the process ended with {exit_code} before it was up"
            )

    def _try_again(self, task: _Task[C, R], exit_code: int | None) -> None:
        order = task.order
        task.tried += 1
        if order.is_whole:
            order.is_whole, order.parts = False, self._work.split(order.parts[0])
            tried = task.tried if len(order.parts) == 1 else 0
            self._waiting.extendleft(
                reversed([_Task(order, place, tried) for place in range(len(order.parts))])
            )
        elif task.tried < _TRIES:
            self._waiting.appendleft(task)
        else:
            order.results[task.place] = self._work.lost(order.parts[task.place], exit_code)

    def _result(self, order: _Order[C, R]) -> R:
        results = [order.results[place] for place in range(len(order.parts))]
        return results[0] if order.is_whole else self._work.joined(results)


class _Incoming(Generic[C]):
    """Chunks as they come in; an error among them ends them, and is kept until all before it is done."""

    def __init__(self, chunks: Iterable[C]) -> None:
        self._chunks = iter(chunks)
        self._problem: Exception | None = None
        self.has_ended = False

    def __iter__(self) -> Iterator[C]:
        return self

    def __next__(self) -> C:
        if not self.has_ended:
            try:
                return next(self._chunks)
            except StopIteration:
                self.has_ended = True
            except Exception as problem:  # noqa: BLE001 - raised by `end`, whatever it is
                self.has_ended, self._problem = True, problem
        raise StopIteration

    def end(self) -> None:
        """Raise the error that ended the chunks, if one did."""
        if self._problem is not None:
            raise self._problem


class _Order(Generic[C, R]):
    """A chunk under way: its parts, and the result of each as it comes in."""

    def __init__(self, chunk: C) -> None:
        self.parts: Sequence[C] = (chunk,)
        self.results: dict[int, R] = {}
        self.is_whole = True

    @property
    def is_done(self) -> bool:
        return len(self.results) == len(self.parts)


class _Task(Generic[C, R]):
    """One part of an order, and how many workers it has ended."""

    def __init__(self, order: _Order[C, R], place: int, tried: int = 0) -> None:
        self.order = order
        self.place = place
        self.tried = tried


class _Worker(Generic[C, R]):
    """A process, the pipe to it, and what it was given; it says once that it is up."""

    def __init__(self, context: BaseContext, packed: bytes) -> None:
        self.pipe, its = context.Pipe()
        copied = self.pipe if context.get_start_method() == "fork" else None
        starting: Any = context  # its type knows of no processes
        self._process = starting.Process(target=_serve, args=(its, copied), daemon=True)
        self.task: _Task[C, R] | None = None
        self.is_up = False
        with _without_interrupts():
            self._process.start()
        its.close()
        with suppress(OSError):  # of one that died, the silence tells
            self.pipe.send_bytes(packed)

    def give(self, task: _Task[C, R], part: C) -> None:
        """Give it *part*, which is its *task*."""
        self.task = task
        with suppress(OSError):
            self.pipe.send(part)

    def dismiss(self, *, grace: float = 0) -> int | None:
        """End it, whatever it is doing after *grace* seconds; its exit code, negative for a signal."""
        self._process.join(grace)
        self._process.terminate()
        self._process.join()
        exit_code: int | None = self._process.exitcode
        self.pipe.close()
        self._process.close()
        return exit_code


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that Ctrl-C does not reach: its parent ends it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows: the worker looks to it itself, as soon as it is up
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, parents_end: Connection | None) -> None:
    """Be a worker: do what comes down *pipe* until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if parents_end is not None:  # a copy, with which the pipe would outlive the parent
        parents_end.close()
    sys.stdout = None  # what a copy of the parent still has to print is not its own to print
    with suppress(EOFError, OSError):
        work = pipe.recv()
        pipe.send(None)
        while True:
            pipe.send(_outcome(work, pipe.recv()))


def _outcome(work: Work[C, R], chunk: C) -> R | ProvenanceError | OSError:
    try:
        return work(chunk)
    except (ProvenanceError, OSError) as problem:
        return problem
    except Exception as problem:  # noqa: BLE001 - told by the parent, as of a single process, and not by a traceback of each that tries
        return DefectError(defect(problem))
