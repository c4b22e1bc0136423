"""Scores, derivations and all that `provenance trace` shows on Spark (extra `spark`): the same lines as on one machine.

Nothing but Spark's own joins moves documents about, and the executors call the functions that the command line calls:
the corpus is never collected anywhere. The executors need this library with the extra `spark`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from provenance.assessment import Scorer
from provenance.corpus.trace import PARTS
from provenance.errors import ConfigurationError, MissingExtraError, near, shown
from provenance.values.domains import listed_sites

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from provenance.spark.tracing import Corpus


def score(
    documents: DataFrame,
    scorer: Scorer | None = None,
    *,
    observed: Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
) -> DataFrame:
    """The scores of *documents*, one row for each; the columns are those of `provenance.columnar.schema`.

    Args:
        documents: one document a row; nulls are unknown.
        scorer: how to score.
        observed: fields that were looked for in every row: null then means absent.
        columns: where fields stand whose columns are called otherwise: ``{"published": "date_field"}``.

    Raises:
        ConfigurationError: *observed* or *columns* names what is no field.
        MissingExtraError: pyspark, pyarrow or pandas is not installed.
    """
    _require("scoring on Spark")
    from provenance.spark.scoring import scored

    return scored(documents, scorer or Scorer(), observed=observed, columns=columns)


def corpus(
    documents: DataFrame,
    *,
    observed: Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
    most_holders: int | None = None,
    affiliates: Iterable[Iterable[str]] = (),
) -> Corpus:
    """What *documents* share with one another, to be asked for each part of ``provenance trace --show``, and for rejects.

    Args:
        documents: one document a row, each with an ``id`` of its own; nulls are unknown.
        observed: fields that were looked for in every row: null then means absent.
        columns: where fields stand whose columns are called otherwise.
        most_holders: documents that have one key, above which they are compared with the first of them alone and not
            each with each. Left out, the rows are those of ``provenance trace``, which grow with the square of that.
        affiliates: groups of domains that belong together.

    Raises:
        ConfigurationError: *observed* or *columns* names what is no field, *most_holders* is less than two, a group of
            *affiliates* is no list of domains.
        MissingExtraError: pyspark, pyarrow or pandas is not installed.
    """
    _require("a corpus on Spark")
    from provenance.spark.tracing import Corpus

    return Corpus(
        documents,
        observed=observed,
        columns=columns,
        most_holders=most_holders,
        affiliates=[listed_sites("affiliates", group) for group in affiliates],
    )


def trace(
    documents: DataFrame,
    *,
    show: str = "derivations",
    min_containment: float | None = None,
    observed: Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
    most_holders: int | None = None,
    affiliates: Iterable[Iterable[str]] = (),
) -> DataFrame:
    """Which of *documents* derive from which, or another part of what ``provenance trace --show`` prints, in no order.

    What is kept on the way stays with the session; take a `corpus` instead to give it back, and for several parts.
    *show* is ``derivations``, ``clusters``, ``corroboration`` or ``quotations``; with *min_containment* weaker
    derivations are listed too. The other arguments are those of `corpus`.

    Raises:
        ConfigurationError: as for `corpus`; there is no such part; *min_containment* is below 0.3 or above 1.
        MissingExtraError: pyspark, pyarrow or pandas is not installed.
    """
    if show not in PARTS:
        raise ConfigurationError(
            f"show: expected one of {', '.join(PARTS)}, found {shown(show)}{near(show, PARTS)}"
        )
    found = corpus(
        documents, observed=observed, columns=columns, most_holders=most_holders, affiliates=affiliates
    )
    rows: DataFrame = found.derivations(min_containment) if show == PARTS[0] else getattr(found, show)()
    return rows


def lines(rows: DataFrame) -> DataFrame:
    """Scores, or what was traced, as the JSON lines that the command line prints, in the one column ``value``.

    ``lines(trace(documents)).write.text(…)`` writes them. Rows of documents that could not be read have none.
    """
    _require("lines from Spark")
    from provenance.spark.writing import written

    return written(rows)


def _require(need: str) -> None:
    """Raise `MissingExtraError` unless all is there that *need* takes."""
    if not all(map(find_spec, ("pandas", "pyarrow", "pyspark"))):
        raise MissingExtraError(need, "spark")
