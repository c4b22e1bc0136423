"""Proofs that a ledger gives to those who do not have it: that an entry is in it, and that it only grew.

Both are checked against a head alone, with the few hashes that they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from provenance.codec import canonical
from provenance.errors import AuditError, ConfigurationError
from provenance.inspection.pieces import DIGEST, Piece
from provenance.ledger.entry import Entry
from provenance.ledger.head import Head
from provenance.ledger.journal import Ledger
from provenance.ledger.merkle import consistency_path, inclusion_path, is_consistent, is_included, root_of

SCHEMA: Final = "provenance.proof/1"
Json = dict[str, Any]


def inclusions(ledger: Ledger, is_meant: Callable[[Entry], bool]) -> Iterator[Json]:
    """A proof for each entry that *is_meant* that it is in the ledger as it stands.

    Raises:
        AuditError: the ledger does not hold together.
    """
    entries = list(ledger.entries())
    leaves = [entry.leaf for entry in entries]
    head = Head(root_of(leaves).hex(), len(leaves))
    for entry in filter(is_meant, entries):
        path = inclusion_path(leaves, entry.n - 1)
        yield {"schema": SCHEMA, "head": str(head), "entry": entry.content(), "path": _spelled(path)}


def consistency(ledger: Ledger, since: Head) -> Json:
    """The proof that the ledger as it stands begins with the entries that *since* was taken of.

    Raises:
        AuditError: it does not, or does not hold together.
        ConfigurationError: *since* is of no entry.
    """
    if not since.size:
        raise ConfigurationError("every ledger begins with no entry: give a head of one that held some")
    head = ledger.check([since])
    path = consistency_path([entry.leaf for entry in ledger.entries()][: head.size], since.size)
    return {"schema": SCHEMA, "head": str(head), "since": str(since), "path": _spelled(path)}


def check_proof(proof: Mapping[str, Any]) -> tuple[Head, Entry | Head]:
    """The head that *proof* is for, and what it proves to be in its past: an entry, or an older head.

    Raises:
        AuditError: it proves nothing.
    """
    piece = Piece(dict(proof))
    if proof.get("schema") != SCHEMA:
        raise AuditError(f"expected a proof of schema {SCHEMA!r}", "/schema")
    kind = "entry" if "entry" in proof else "since"
    piece.having(("schema", "head", kind, "path"))
    path = [bytes.fromhex(node.like(DIGEST).removeprefix("sha256:")) for node in piece["path"].each()]
    head = _head(piece["head"])
    root = bytes.fromhex(head.root)
    if kind == "since":
        since = _head(piece["since"])
        if not is_consistent(since.size, bytes.fromhex(since.root), head.size, root, path):
            piece["path"].refuse("does not lead from the older head to the newer")
        return head, since
    try:
        entry = Entry.read(canonical(piece["entry"].value))
    except (AuditError, TypeError, ValueError) as problem:
        piece["entry"].refuse(str(problem))
    if not is_included(entry.leaf, entry.n - 1, head.size, path, root):
        piece["path"].refuse("does not lead from the entry to the head")
    return head, entry


def _spelled(path: list[bytes]) -> list[str]:
    return [f"sha256:{node.hex()}" for node in path]


def _head(piece: Piece) -> Head:
    try:
        return Head.parse(piece.string())
    except ConfigurationError as problem:
        piece.refuse(str(problem))
