"""One line of a ledger: which record was made of which document, sealed together with the line before.

A line holds digests and not the records themselves: it can be shown to anyone, and what has to be erased can be
erased from where the records are kept without breaking the chain.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance.audit import sealed_digest
from provenance.codec import canonical
from provenance.errors import AuditError
from provenance.inspection.pieces import DIGEST, Piece
from provenance.ledger.merkle import leaf_hash

SCHEMA: Final = "provenance.ledger/1"
BEGINS: Final = b'{"digest":"sha256:'
"""How every line begins: canonical JSON has its keys in order, and the digest is over all that follows its own."""
_REST: Final = len(BEGINS) + len(f'{"":64}",')
"""Where in a line that begins."""
_SHA: Final = DIGEST.pattern
_LINE: Final = re.compile(
    rf'\{{"digest":"({_SHA})","document":"({_SHA})","id":("[^"\\]*(?:\\.[^"\\]*)*"),"n":([1-9][0-9]{{0,17}}),'
    rf'"previous":(?:null|"({_SHA})"),"record":"({_SHA})","schema":"{SCHEMA}"\}}'
)
"""How every line is spelled: canonical JSON."""


class Seal(NamedTuple):
    """What a ledger keeps of an audit record: the id of the document, its digest, and the digest of the record."""

    id: str
    document: str
    record: str

    @classmethod
    def own(cls, record: Mapping[str, Any]) -> Seal:
        """The seal of an audit record that was made here, and needs no check."""
        return cls(record["document"]["id"], record["document"]["digest"], record["digest"])

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Seal:
        """The seal of an audit record.

        Raises:
            AuditError: it is none, or was changed after it was sealed.
        """
        digest = sealed_digest(record)
        document = Piece(record)["document"]
        return cls(document["id"].string(), document["digest"].like(DIGEST), digest)


class Entry(NamedTuple):
    """A line of a ledger.

    `n` is its number, from 1; `previous` the digest of the line before, None for the first; `digest` is over all the
    rest, and at the same time the hash of the leaf that it is in the Merkle tree (RFC 9162 §2.1.1).
    """

    n: int
    previous: str | None
    id: str
    document: str
    record: str
    digest: str

    @classmethod
    def after(cls, last: Entry | None, seal: Seal) -> Entry:
        """The entry that follows *last*."""
        n, previous = (1, None) if last is None else (last.n + 1, last.digest)
        sealed = canonical({"schema": SCHEMA, "n": n, "previous": previous, **seal._asdict()})
        return cls(n, previous, *seal, _digest(sealed))

    @classmethod
    def read(cls, line: bytes) -> Entry:
        """The entry that *line* spells, without its end.

        Raises:
            AuditError: it spells none; or its digest is not that of the rest.
        """
        try:
            found = _LINE.fullmatch(line.decode())
            if found is None:
                raise AuditError("is not a line of a ledger")
            digest, document, name, n, previous, record = found.groups()
            entry = cls(int(n), previous, json.loads(name), document, record, digest)
        except ValueError:
            raise AuditError("is not a line of a ledger") from None
        if digest != _digest(b"{" + line[_REST:]) or entry.line() != line + b"\n":
            raise AuditError("was changed after it was written")
        return entry

    def content(self) -> dict[str, Any]:
        """The entry as a JSON object."""
        return {"schema": SCHEMA, **self._asdict()}

    def line(self) -> bytes:
        """The line that spells it: canonical JSON."""
        return canonical(self.content()) + b"\n"

    @property
    def leaf(self) -> bytes:
        """The hash of the leaf that it is in the Merkle tree."""
        return bytes.fromhex(self.digest.removeprefix("sha256:"))


def _digest(content: bytes) -> str:
    return "sha256:" + leaf_hash(content).hex()
