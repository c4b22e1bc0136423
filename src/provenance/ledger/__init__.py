"""An append-only ledger of audit records, with proofs that others can check."""

from provenance.ledger.entry import Entry, Seal
from provenance.ledger.head import Head
from provenance.ledger.journal import Appended, Ledger
from provenance.ledger.proofs import check_proof, consistency, inclusions

__all__ = ["Appended", "Entry", "Head", "Ledger", "Seal", "check_proof", "consistency", "inclusions"]
