"""Proofs that those can check who do not have the ledger."""

import json

import pytest

from provenance import AuditError, ConfigurationError
from provenance.ledger import Head, check_proof, consistency, inclusions


def test_every_entry_proves_that_it_is_in_the_ledger(ledger):
    head, entries = ledger.check(), list(ledger.entries())
    proofs = [json.loads(json.dumps(proof)) for proof in inclusions(ledger, lambda _: True)]
    assert [check_proof(proof) for proof in proofs] == [(head, entry) for entry in entries]
    assert len(list(inclusions(ledger, lambda entry: entry.n == 3))) == 1


def test_a_ledger_proves_that_it_only_grew(ledger, audits):
    since = ledger.check()
    assert check_proof(consistency(ledger, since)) == (since, since)
    ledger.append(audits)
    assert check_proof(json.loads(json.dumps(consistency(ledger, since)))) == (ledger.check(), since)


def test_no_growth_is_proven_from_a_head_of_another_past(ledger):
    with pytest.raises(AuditError, match="lines 1 to 2"):
        consistency(ledger, Head("0" * 64, 2))
    with pytest.raises(ConfigurationError):
        consistency(ledger, Head("0" * 64, 0))


FORGED = (
    (lambda p: p.update(schema="x"), "/schema"),
    (lambda p: p.pop("path"), "/path"),
    (lambda p: p.update(path=p["path"][:-1]), "/path"),
    (lambda p: p.update(path=["x"]), "/path/0"),
    (lambda p: p.update(head="x"), "/head"),
    (lambda p: p.update(head=5), "/head"),
    (lambda p: p.update(head=p["head"][:-1] + "4"), "/path"),
    (lambda p: p.update(more=1), "/more"),
    (lambda p: p.update(entry=5), "/entry"),
    (lambda p: p["entry"].update(n=float("nan")), "/entry"),
    (lambda p: p["entry"].update(id="b"), "/entry"),
    (lambda p: p["entry"].pop("id"), "/entry"),
)


@pytest.mark.parametrize(("forge", "pointer"), FORGED)
def test_a_forged_proof_is_refused_by_the_place(ledger, forge, pointer):
    (proof,) = inclusions(ledger, lambda entry: entry.n == 5)
    forge(proof)
    with pytest.raises(AuditError) as found:
        check_proof(proof)
    assert found.value.pointer == pointer


def test_a_forged_growth_is_refused(ledger, audits):
    since = ledger.check()
    ledger.append(audits)
    proof = consistency(ledger, since)
    with pytest.raises(AuditError, match="older head"):
        check_proof({**proof, "since": str(Head("0" * 64, 5))})
    with pytest.raises(AuditError, match="/since"):
        check_proof({**proof, "since": "x"})
