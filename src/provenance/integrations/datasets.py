"""Hugging Face `datasets` (extra `datasets`): a function for ``map``, of data sets in memory and of streams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from provenance.assessment import Scorer
from provenance.columnar import score_rows

PREFIX: Final = "provenance."
"""What the columns of the scores begin with, so that they displace none of the data set's own."""


@frozen(kw_only=True)
class Scores:
    """The scores of a batch of examples: ``dataset.map(Scores(), batched=True, with_indices=True)``.

    Args:
        scorer: how to score.
        observed: fields that were looked for in every example: None then means absent.
        columns: where fields stand whose columns are called otherwise.
        prefix: what the new columns begin with.
    """

    scorer: Scorer = field(factory=Scorer)
    observed: Iterable[str] = ()
    columns: Mapping[str, str] | None = None
    prefix: str = PREFIX

    def __call__(
        self, examples: Mapping[str, Sequence[Any]], indices: Sequence[int] = ()
    ) -> dict[str, list[Any]]:
        """The new columns; *indices* name the examples that have no id."""
        rows = [dict(zip(examples, row, strict=True)) for row in zip(*examples.values(), strict=True)]
        first = indices[0] if indices else 0
        batch = score_rows(rows, self.scorer, observed=self.observed, columns=self.columns, first=first)
        return {self.prefix + name: cells for name, cells in batch.to_pydict().items()}
