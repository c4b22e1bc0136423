"""Every exception that a user of the library can meet.

    ProvenanceError
    ├─ InputError (ValueError)            a document or record that cannot be read
    │  ├─ BrokenOffError                  a file that cannot be read on
    │  └─ DefectError                     a document over which this library stumbles
    ├─ ConfigurationError (ValueError)    the caller's set-up
    │  ├─ InvalidPolicyError              a policy that does not add up
    │  ├─ InvalidArgumentError            an argument, by its name
    │  ├─ UnknownSignalError (LookupError) a signal id nobody registered
    │  └─ MissingExtraError (ImportError) an optional dependency that is not installed
    └─ AuditError                         the record of a past run does not reproduce

Missing metadata is not an error; it is evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Final

_ALIKE: Final = 0.75
"""How much a name has in common with one that may be meant (`difflib`'s ratio): ``idx`` and ``index`` have as much."""
_AS_ALIKE: Final = 0.05
"""How much less than the most alike another may have in common, to be named beside it."""
_BEGINNING: Final = 2 / 3
"""What half a name has in common with the whole, which begins with it."""
_MOST_MEANT: Final = 3
"""Names that are as near, at the most: more of them are no hint at any."""


class ProvenanceError(Exception):
    """The root of all errors that this package raises on purpose."""


class InputError(ProvenanceError, ValueError):
    """What was given cannot be read as a document.

    Attributes:
        problem: what is wrong and what was expected.
        pointer: JSON pointer of the offending part, empty for the whole.
        place: where the record stands, such as ``file.jsonl:12``, empty if unknown.
        record_id: the id of the record, if it could be read.
    """

    def __init__(self, problem: str, pointer: str = "", place: str = "", record_id: str = "") -> None:
        super().__init__(problem, pointer, place, record_id)
        self.problem = problem
        self.pointer = pointer
        self.place = place
        self.record_id = record_id

    def __str__(self) -> str:
        """``file:line: /pointer: problem``, as far as the parts are known."""
        return ": ".join(part for part in (self.place, self.pointer, self.problem) if part)

    def at(self, place: str) -> InputError:
        """The same error with the place where the record stands."""
        return type(self)(self.problem, self.pointer, place, self.record_id)


class BrokenOffError(InputError):
    """A file cannot be read on: nobody knows what else was in it."""


class DefectError(InputError):
    """This library stumbles over a document: that is a defect of the library; `__cause__` is what was raised, if it is at hand."""


class ConfigurationError(ProvenanceError, ValueError):
    """The caller asked for something that cannot be: a wrong option, an unknown name, an unreadable policy."""


class InvalidPolicyError(ConfigurationError):
    """A policy file that cannot be used; the message lists every problem found."""


class InvalidArgumentError(ConfigurationError):
    """An argument that cannot be used; the command line knows it by the name of its option.

    Attributes:
        argument: the name of the argument.
        problem: what was expected, and what was found.
    """

    def __init__(self, argument: str, problem: str) -> None:
        super().__init__(argument, problem)
        self.argument = argument
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.argument}: {self.problem}"


class UnknownSignalError(ConfigurationError, LookupError):
    """A signal id that the registry does not hold."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(name, self.known)

    def __str__(self) -> str:
        return f"there is no signal {self.name!r}{near(self.name, self.known)}"


class MissingExtraError(ConfigurationError, ImportError):
    """An optional dependency is needed and not installed."""

    def __init__(self, need: str, extra: str) -> None:
        self.need = need
        self.extra = extra
        super().__init__(need, extra)

    def __str__(self) -> str:
        return f"{self.need} needs an extra: pip install 'provenance-credibility[{self.extra}]'"


class AuditError(ProvenanceError):
    """An audit record that does not reproduce.

    Attributes:
        problem: what differs.
        pointer: JSON pointer of the first difference, empty for the whole record.
    """

    def __init__(self, problem: str, pointer: str = "") -> None:
        super().__init__(problem, pointer)
        self.problem = problem
        self.pointer = pointer

    def __str__(self) -> str:
        return f"{self.pointer}: {self.problem}" if self.pointer else self.problem


def near(name: str, known: Iterable[str]) -> str:
    """A hint at the names that *name* looks like: ``; did you mean 'a' or 'b'?``, empty if none is near."""
    alike = get_close_matches(name, sorted(known), n=2 * _MOST_MEANT, cutoff=_BEGINNING)
    meant = [match for match in alike if match.startswith(name)]
    if not meant:
        ratios = {match: SequenceMatcher(None, match, name).ratio() for match in alike}
        least = max(_ALIKE, max(ratios.values(), default=0.0) - _AS_ALIKE)
        meant = [match for match in alike if ratios[match] >= least]
    if not meant or len(meant) > _MOST_MEANT:
        return ""
    return f"; did you mean {' or '.join(map(repr, meant))}?"


def expect(argument: str, value: object, kinds: type | tuple[type, ...], expected: str) -> None:
    """Refuse a *value* of the wrong type; most callers are told so by their type checker, and the others here.

    Raises:
        InvalidArgumentError: with the name of the *argument*.
    """
    if not isinstance(value, kinds):
        raise InvalidArgumentError(argument, f"expected {expected}, found {shown(value)}")


def shown(value: object, limit: int = 60) -> str:
    """*value* as an error message quotes it: `repr`, shortened."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # integers of thousands of digits, structures of thousands of levels
        text = f"a {type(value).__name__}"
    return text if len(text) <= limit else text[: limit - 1] + "…"
