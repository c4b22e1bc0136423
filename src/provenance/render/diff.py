"""What moved between two runs, for people and for pipelines."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from provenance.comparison import Difference, Totals
from provenance.comparison.causes import ANNOTATIONS
from provenance.comparison.differences import SEVERAL, UNRECORDED, Moved
from provenance.policycheck import FULL, MILLIPOINTS
from provenance.render.words import counted, one_line, points
from provenance.result import Result

CHANGE: Final = "provenance.change/1"
DIFF: Final = "provenance.diff/1"
SAYS: Final[Mapping[str, str]] = {
    "library": "another version of the library",
    "input": "the document itself",
    "extraction": "the same bytes, read differently",
    "tables": "the lexicon, a table or the suffix list",
    "index": "the corpus index",
    "settings": "the day, the protected domains or the affiliates",
    "policy": "the points",
    "registry": "other versions of signals",
    ANNOTATIONS: "corrections, context and disputes, which change no score",
    SEVERAL: "several of these, which cannot be separated",
    UNRECORDED: "something that score lines do not record",
}
"""Each cause in words."""
_WIDTH: Final = 80
_NAME: Final = 48


def _signed(millipoints: int) -> str:
    return f"{'−' if millipoints < 0 else '+'}{points(abs(millipoints))}" if millipoints else "0.0"


def _range(result: Result) -> str:
    return f"{points(result.score)} – {points(result.ceiling)} ({result.band})"


# --- one document ---------------------------------------------------------------------------------------------------


def difference_text(difference: Difference) -> str:
    """One document, point by point."""
    lines = [
        one_line(difference.id or "(no id)", _WIDTH),
        f"  {_range(difference.before)} became {_range(difference.after)}: {_signed(difference.points)}",
        f"  what differs: {', '.join(difference.causes) or 'nothing'}",
    ]
    for cause, amount in difference.by.items():
        lines += _wrapped(f"{_signed(amount):>7s}  {cause}: {SAYS[cause]}", 2, 11)
    if difference.signals:
        lines += ["", "  earned before after   signal"]
    lines += [_signal(moved) for moved in difference.signals]
    return "\n".join(lines) + "\n"


def _signal(moved: Moved) -> str:
    if moved.shares is not None:
        return f"  {'':6s} {_share(moved.shares[0]):>6s} {_share(moved.shares[1]):>6s}  {moved.signal}"
    before, after = moved.before, moved.after
    change = (after.earned if after else 0) - (before.earned if before else 0)
    by = (
        f" ({', '.join(f'{cause} {_signed(amount)}' for cause, amount in moved.by.items())})"
        if moved.by
        else ""
    )
    cells = [points(each.earned) if each else "–" for each in (before, after)]
    lost = (after.lost if after else 0) - (before.lost if before else 0)
    more = f", lost {_signed(lost)}" if lost else ""
    return f"  {_signed(change):>6s} {cells[0]:>6s} {cells[1]:>6s}  {moved.signal}{by}{more}"


def _share(share: float | None) -> str:
    return "open" if share is None else f"{share:.2f}"


def difference_line(difference: Difference) -> dict[str, Any]:
    """One document as an object, in points."""
    return {
        "schema": CHANGE,
        "id": difference.id,
        "before": _result(difference.before),
        "after": _result(difference.after),
        "points": difference.points / MILLIPOINTS,
        "causes": list(difference.causes),
        "by": {cause: amount / MILLIPOINTS for cause, amount in difference.by.items()},
        "signals": [_moved(moved) for moved in difference.signals],
    }


def alone_line(name: str, result: Result, *, added: bool) -> dict[str, Any]:
    """A document that is in one run only, as an object."""
    before, after = (None, _result(result)) if added else (_result(result), None)
    return {"schema": CHANGE, "id": name, "before": before, "after": after}


def _result(result: Result) -> dict[str, Any]:
    return {
        "score": result.score / MILLIPOINTS,
        "ceiling": result.ceiling / MILLIPOINTS,
        "applicable": result.applicable / MILLIPOINTS,
        "coverage": result.coverage / FULL,
        "band": result.band,
    }


def _moved(moved: Moved) -> dict[str, Any]:
    if moved.shares is not None:
        return {"signal": moved.signal, "features": list(moved.shares)}
    return {
        "signal": moved.signal,
        **{
            name: None
            if each is None
            else {key: value / MILLIPOINTS for key, value in each._asdict().items()}
            for name, each in (("before", moved.before), ("after", moved.after))
        },
        "by": {cause: amount / MILLIPOINTS for cause, amount in moved.by.items()},
    }


# --- two runs -------------------------------------------------------------------------------------------------------


def totals_text(totals: Totals) -> str:
    """Two runs in a few lines: how many moved, by how much, what moved them, and who crossed a band."""
    same = totals.both - totals.changed
    lines = [
        f"{counted(totals.both, 'document')} in both, {totals.removed:,} only in the first, {totals.added:,} only in the second",
        f"{same:,} unchanged; {counted(totals.up, 'score')} rose, {totals.down:,} fell",
    ]
    if totals.up or totals.down:
        names = {0: "lowest", 50: "median", 100: "highest"}
        told = (f"{names.get(at, f'{at} %')} {_signed(change)}" for at, change in totals.quantiles.items())
        lines += _wrapped(f"change in points: {', '.join(told)}; mean {_signed(_mean(totals))}", 0, 2)
    for name, cause in totals.causes.items():
        lines += _wrapped(
            f"{name}: differs in {cause.documents:,}, changed {counted(cause.scores, 'score')} by {_signed(cause.points)} in total"
            f" ({SAYS[name]})",
            2,
            4,
        )
    if totals.crossings:
        told = (f"{one} to {other}: {count:,}" for (one, other), count in sorted(totals.crossings.items()))
        lines += _wrapped(f"crossed a band: {', '.join(told)}", 0, 2)
    return "\n".join(lines) + "\n"


def _mean(totals: Totals) -> int:
    return round(totals.points / totals.both)


def crossing_text(difference: Difference) -> str:
    """A document that crossed a band, on one line."""
    return (
        f"  {difference.before.band} to {difference.after.band}  {_signed(difference.points):>6s}  "
        f"{one_line(difference.id, _NAME)}\n"
    )


def totals_line(totals: Totals) -> dict[str, Any]:
    """Two runs as an object, in points."""
    return {
        "schema": DIFF,
        "documents": totals.both,
        "removed": totals.removed,
        "added": totals.added,
        "changed": totals.changed,
        "rose": totals.up,
        "fell": totals.down,
        "mean": _mean(totals) / MILLIPOINTS if totals.both else 0.0,
        "quantiles": {str(at): change / MILLIPOINTS for at, change in totals.quantiles.items()},
        "causes": {
            name: {"documents": cause.documents, "scores": cause.scores, "points": cause.points / MILLIPOINTS}
            for name, cause in totals.causes.items()
        },
        "crossings": [
            {"before": one, "after": other, "documents": count}
            for (one, other), count in sorted(totals.crossings.items())
        ],
    }


def _wrapped(text: str, first: int, rest: int) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=" " * first, subsequent_indent=" " * rest, break_on_hyphens=False
    )
