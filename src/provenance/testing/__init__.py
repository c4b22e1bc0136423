"""For authors of signals: strategies for Hypothesis, and the checks that every signal must pass.

Needs the extra `testing` (Hypothesis).
"""

from importlib.util import find_spec

from provenance.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError("provenance.testing", "testing")

from provenance.testing.checks import check_signal
from provenance.testing.laws import (
    LawBrokenError,
    check_bounds,
    check_forgery,
    check_hiding,
    check_recomputation,
    check_sums,
    hidings,
    resealed,
)
from provenance.testing.strategies import any_json, documents, records, texts

__all__ = [
    "LawBrokenError",
    "any_json",
    "check_bounds",
    "check_forgery",
    "check_hiding",
    "check_recomputation",
    "check_signal",
    "check_sums",
    "documents",
    "hidings",
    "records",
    "resealed",
    "texts",
]
