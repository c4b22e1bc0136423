"""What nobody foresaw: a defect of this library costs the one document that brings it out, and is told in one line.

Whatever goes over many documents does its work on each through `spared`, and reads them through `unbroken`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from provenance.errors import (
    AuditError,
    BrokenOffError,
    ConfigurationError,
    DefectError,
    InputError,
    ProvenanceError,
)
from provenance.version import __version__

G = TypeVar("G")
R = TypeVar("R")


def spared(work: Callable[[G], R], given: G, place: str | Callable[[G], str]) -> R | InputError:
    """What *work* makes of *given*; the error in its place where that cannot be read, or where this library stumbles over it.

    *place* is where it stands, or what tells that of it.

    Raises:
        ConfigurationError, OSError: what *given* is worked on with cannot be used: nothing else would fare better.
    """
    try:
        return work(given)
    except Exception as problem:  # noqa: BLE001 - the one place where a defect that one document brings out ends no run over a million
        return instead(problem, place if isinstance(place, str) else place(given))


def unbroken(values: Iterable[R], place: str) -> Iterator[R | InputError]:
    """*values*, as far as they can be read; an error stands in the place of what this library stumbles over, and of the rest."""
    try:
        yield from values
    except Exception as problem:  # noqa: BLE001 - as in `spared`
        found = instead(problem, place)
        rest = "; what follows in it is not read"
        yield BrokenOffError(found.problem + rest, found.pointer, found.place, found.record_id)


def instead(problem: Exception, place: str) -> InputError:
    """The error that stands in the place of a document, as *problem* keeps it from being read; see `spared`."""
    if isinstance(problem, InputError):
        return problem if problem.place else problem.at(place)
    if isinstance(problem, AuditError):
        return InputError(problem.problem, problem.pointer, place)
    if isinstance(problem, MemoryError):
        return InputError("needs more memory than there is", place=place)
    if isinstance(problem, (ProvenanceError, OSError)):
        raise problem
    fault = fault_of_index(problem)
    if fault:
        raise ConfigurationError(fault) from None
    found = DefectError(defect(problem), place=place)
    found.__cause__ = problem
    return found


def defect(problem: Exception) -> str:
    """What was raised, and where; the same for the same defect on any machine."""
    from pathlib import Path
    from traceback import extract_tb

    says = " ".join(str(problem).split())
    raised = f"{type(problem).__name__}{f': {says}' if says else ''}"
    frames = extract_tb(problem.__traceback__)
    here = Path(__file__)
    own = [f for f in frames if here.parent in Path(f.filename).parents and Path(f.filename) != here]
    at = dict.fromkeys(f"{Path(f.filename).name}, line {f.lineno}, {f.name}" for f in own[-1:] + frames[-1:])
    return (
        "a defect of this program, not of the document; please report this line to the maintainers of "
        f"provenance-credibility {__version__}: {raised} ({'; '.join(at)})"
    )


def fault_of_index(problem: Exception) -> str:
    """What to say of a fault of the database under an index, which is told by its name; empty for anything else."""
    if type(problem).__module__ != "sqlite3":  # to import it costs more than to start
        return ""
    return f"the index cannot be read on: {problem}; build it again"
