"""Data frames of pandas (extra `pandas`): ``frame.provenance.score()``, once this module is imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from provenance.assessment import Scorer
from provenance.columnar import check_names, score_rows


@pd.api.extensions.register_dataframe_accessor("provenance")
class ProvenanceAccessor:
    """What a frame of documents, one a row, offers under ``provenance``."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def score(
        self,
        scorer: Scorer | None = None,
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
    ) -> pd.DataFrame:
        """The scores, with the frame's own index; see `provenance.columnar.score_batch`.

        None, NaN, NaT and NA are unknown. A document without an id is called by the number of its row.

        Raises:
            ConfigurationError: *observed* or *columns* names what is no field; two columns have one name.
        """
        check_names(self._frame.columns)
        rows = self._frame.to_dict("records")
        batch = score_rows(rows, scorer or Scorer(), observed=observed, columns=columns)
        return batch.to_pandas().set_axis(self._frame.index)
