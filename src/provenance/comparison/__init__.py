"""Two runs compared: which documents moved, by how much, and what moved them."""

from provenance.comparison.differences import Difference, compared
from provenance.comparison.pairs import Pair, id_of, pairs
from provenance.comparison.totals import Totals

__all__ = ["Difference", "Pair", "Totals", "compared", "id_of", "pairs"]
