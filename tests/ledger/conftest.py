"""Audit records to append, and ledgers that hold some."""

import pytest

from provenance import Document, Scorer
from provenance.ledger import Ledger, Seal


@pytest.fixture(scope="session")
def audits():
    """Three audit records."""
    scorer = Scorer()
    return [scorer.score(Document.from_record({"id": name})).to_record() for name in ("a", "b", "ü")]


def seal(n):
    """The seal of some record."""
    return Seal(f"document {n}", f"sha256:{n:064x}", f"sha256:{n + 1:064x}")


@pytest.fixture
def ledger(tmp_path):
    """A ledger of five entries."""
    found = Ledger(tmp_path / "ledger.jsonl")
    found.append_seals([seal(n) for n in range(5)])
    return found
