"""One document in two runs: where it stood, where it stands, and which points each cause moved.

With audit records the separation is exact. Where one thing differs, it moved everything; where several do, they are
changed one after the other, in the order of `CAUSES`, and the score is worked out again after each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance.comparison.causes import ANNOTATIONS, differing
from provenance.comparison.pairs import id_of
from provenance.comparison.separation import Points, separated
from provenance.errors import AuditError
from provenance.registry import Registry
from provenance.result import MOST, Result, result_of

Json = Mapping[str, Any]

SEVERAL: Final = "several"
"""What moved a score, where its causes cannot be told apart."""
UNRECORDED: Final = "unrecorded"
"""What moved a score, where nothing that score lines record differs."""


class Moved(NamedTuple):
    """One signal in two runs: what it earned and lost before and after, what moved what it earned, and its shares.

    Score lines do not tell the points of a signal: `before` and `after` are None then.
    """

    signal: str
    before: Points | None
    after: Points | None
    by: Mapping[str, int]
    shares: tuple[float | None, float | None] | None = None


class Difference(NamedTuple):
    """One document in two runs: `causes` are what differs, `by` the millipoints that each moved the score by."""

    id: str
    before: Result
    after: Result
    causes: tuple[str, ...]
    by: Mapping[str, int]
    signals: tuple[Moved, ...]

    @property
    def points(self) -> int:
        """By how many millipoints the score moved."""
        return self.after.score - self.before.score

    @property
    def moved(self) -> bool:
        """Whether anything of the result differs."""
        return self.before != self.after or bool(self.signals)

    @property
    def crossed(self) -> bool:
        """Whether the band differs."""
        return self.before.band != self.after.band


def compared(before: Json, after: Json, registry: Registry) -> Difference:
    """The difference between two lines of one document: two audit records, or two score lines.

    Raises:
        ValueError: no line says this of a document; one that is not whole raises whatever comes of that.
    """
    if "run" in before:
        return _of_records(before, after, registry)
    return _of_lines(before, after)


# --- audit records --------------------------------------------------------------------------------------------------


def _of_records(before: Json, after: Json, registry: Registry) -> Difference:
    causes = differing(before, after)
    earlier, later = _rows(before), _rows(after)
    by_cause: Mapping[str, Mapping[str, int]] = {}
    if earlier != later:
        by_cause = _by_cause(before, after, causes, registry)
    signals = tuple(
        Moved(
            name,
            earlier.get(name),
            later.get(name),
            {c: moved[name] for c, moved in by_cause.items() if moved.get(name)},
        )
        for name in dict.fromkeys([*earlier, *later])
        if earlier.get(name) != later.get(name)
    )
    return Difference(
        id_of(before),
        result_of(before),
        result_of(after),
        causes if before.get(ANNOTATIONS) == after.get(ANNOTATIONS) else (*causes, ANNOTATIONS),
        {cause: sum(moved.values()) for cause, moved in by_cause.items()},
        signals,
    )


def _by_cause(
    before: Json, after: Json, causes: tuple[str, ...], registry: Registry
) -> Mapping[str, Mapping[str, int]]:
    """For each cause the millipoints by which it moved what each signal earned."""
    if len(causes) > 1:
        try:
            return separated(before, after, causes, registry)
        except AuditError:  # made by signals that are not here: nobody can work it out again
            causes = (SEVERAL,)
    return {next(iter(causes), SEVERAL): moves(_rows(before), _rows(after))}


def moves(before: Mapping[str, Points], after: Mapping[str, Points]) -> dict[str, int]:
    """By how many millipoints what each signal earned differs."""
    nothing = Points(0, 0, 0)
    return {
        name: amount
        for name in dict.fromkeys([*before, *after])
        if (amount := after.get(name, nothing).earned - before.get(name, nothing).earned)
    }


def _rows(record: Json) -> dict[str, Points]:
    return {row["id"]: _points(row) for row in record["signals"] if "points" in row}


def _points(row: Json) -> Points:
    found = Points(row["earned"], row["lost"], row["points"])
    if not 0 <= min(found.earned, found.lost) <= found.earned + found.lost <= found.points <= MOST:
        raise ValueError(found)
    return found


# --- score lines ----------------------------------------------------------------------------------------------------


def _of_lines(before: Json, after: Json) -> Difference:
    """What two score lines tell: whether the input or the policy is another, and which shares are."""
    seen = [
        cause
        for cause, keys in (("input", ("digest",)), ("policy", ("policy", "profile", "applicable")))
        if any(before.get(key) != after.get(key) for key in keys)
    ]
    shares, others = _features(before), _features(after)
    signals = tuple(
        Moved(name, None, None, {}, (shares.get(name), others.get(name)))
        for name in dict.fromkeys([*shares, *others])
        if shares.get(name) != others.get(name) or (name in shares) != (name in others)
    )
    earlier, later = result_of(before), result_of(after)
    causes = tuple(seen)
    if not seen and (earlier != later or signals):
        causes = (UNRECORDED,)
    moved = later.score - earlier.score
    by = {causes[0] if len(causes) == 1 else SEVERAL: moved} if moved else {}
    return Difference(id_of(before), earlier, later, causes, by, signals)


def _features(line: Json) -> dict[str, float | None]:
    return {name: None if share is None else float(share) for name, share in line["features"].items()}
