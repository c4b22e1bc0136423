"""Every exception that a user of the library can meet.

    ProvenanceError
    ├─ InputError (ValueError)            a document or record that cannot be read
    ├─ ConfigurationError (ValueError)    the caller's set-up
    │  ├─ InvalidPolicyError              a policy that does not add up
    │  ├─ UnknownSignalError (LookupError) a signal id nobody registered
    │  └─ MissingExtraError (ImportError) an optional dependency that is not installed
    └─ AuditError                         the record of a past run does not reproduce

Missing metadata is not an error; it is evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


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
        return InputError(self.problem, self.pointer, place, self.record_id)


class ConfigurationError(ProvenanceError, ValueError):
    """The caller asked for something that cannot be: a wrong option, an unknown name, an unreadable policy."""


class InvalidPolicyError(ConfigurationError):
    """A policy file that cannot be used; the message lists every problem found."""


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
    """A hint at the names that look like *name*: ``; did you mean 'a' or 'b'?``, empty if none does."""
    matches = get_close_matches(name, sorted(known), n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(map(repr, matches))}?" if matches else ""


def shown(value: object, limit: int = 60) -> str:
    """*value* as an error message quotes it: `repr`, shortened."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # integers of thousands of digits, structures of thousands of levels
        text = f"a {type(value).__name__}"
    return text if len(text) <= limit else text[: limit - 1] + "…"
