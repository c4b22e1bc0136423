"""The documents of a frame and what they share: each step is a frame of its own, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.candidates import WEAKEST_BY_KEYS
from provenance.corpus.citations import Affiliates
from provenance.corpus.clusters import LINKING
from provenance.errors import ConfigurationError
from provenance.spark import candidates, citing, corroborating, quoting
from provenance.spark.entries import entries, read_well, rejected
from provenance.spark.rows import settled
from provenance.spark.verifying import compared, with_origins


class Corpus:
    """What the documents of one frame share; `provenance.spark.corpus` makes one, and says what the arguments mean."""

    def __init__(
        self,
        documents: DataFrame,
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
        most_holders: int | None = None,
        affiliates: Affiliates = (),
    ) -> None:
        if most_holders is not None and most_holders < 2:
            raise ConfigurationError(f"most_holders: expected 2 or more, found {most_holders}")
        self._most_holders = most_holders
        self._entries = entries(documents, observed, columns, affiliates).persist()

    def derivations(self, min_containment: float | None = None) -> DataFrame:
        """One row for each pair that meets a definition of docs/reference/output-formats.md, in no order; weaker overlaps with *min_containment*.

        Raises:
            ConfigurationError: *min_containment* is above 1, or less than keys find: every shingle would have to meet.
        """
        if min_containment is not None and not WEAKEST_BY_KEYS <= min_containment <= 1:
            raise ConfigurationError(
                f"min_containment: expected {WEAKEST_BY_KEYS} to 1 on Spark, found {min_containment}"
            )
        if min_containment is None:
            return with_origins(self._compared)
        return with_origins(compared(self._documents, self._pairs, self._commons, min_containment))

    def clusters(self) -> DataFrame:
        """One row for each group of versions of one text, with the houses it stands at and the origins it rests on."""
        return corroborating.clusters(self._links, self._cites, citing.houses(self._documents))

    def corroboration(self) -> DataFrame:
        """One row for each document that cites others: whom, how many voices those are, and where they lead."""
        return corroborating.corroboration(self._links, self._cites, citing.houses(self._documents))

    def quotations(self) -> DataFrame:
        """One row for each quotation that stands in several documents: who has it first, from whom, in which words."""
        return quoting.quotations(self._documents, self._most_holders)

    def rejects(self) -> DataFrame:
        """The rows that are no documents, and those with the id of an earlier one: `id`, `problem`, `pointer`."""
        return rejected(self._entries)

    def close(self) -> None:
        """Give back what was read of the documents; frames made before must read them again."""
        self._entries.unpersist()

    @cached_property
    def _documents(self) -> DataFrame:
        return read_well(self._entries)

    @cached_property
    def _groups(self) -> DataFrame:
        return settled(candidates.groups(self._documents))

    @cached_property
    def _common(self) -> DataFrame:
        return settled(candidates.boilerplate(self._groups, self._documents))

    @cached_property
    def _commons(self) -> DataFrame:
        return settled(candidates.common_keys(self._groups, self._common))

    @cached_property
    def _pairs(self) -> DataFrame:
        by_keys = candidates.pairs(self._groups, self._common, self._most_holders)
        notices = candidates.pairs_with_notices(self._documents, self._commons)
        return settled(by_keys.unionByName(notices).distinct())

    @cached_property
    def _compared(self) -> DataFrame:
        return compared(self._documents, self._pairs, self._commons, None)

    @property
    def _links(self) -> DataFrame:
        """The derivations that make two documents versions of one text."""
        return self._compared.where(fn.col("kind").isin(*sorted(LINKING))).drop("shared", "credit")

    @cached_property
    def _cites(self) -> DataFrame:
        return settled(citing.cites(self._documents))
