"""What this library writes itself, met where documents are expected: it is told apart, not scored as an empty document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_OWN: Final = {
    "audit": "an audit record, which `provenance explain` and `provenance verify` read",
    "change": "a document that moved between two runs, as `provenance diff` prints it, which is no input",
    "derivation": "a derivation as `provenance trace` prints it, which goes under 'derivations' of a record",
    "diff": "two runs compared, as `provenance diff` prints it, which is no input",
    "document": "a document as `provenance inspect` prints it, which is no input: give the file that it was read from",
    "ledger": "a ledger, which `provenance ledger` reads",
    "policy": "a policy, which goes with --policy",
    "proof": "a proof, which `provenance ledger check` reads",
    "reject": "a report of a record that could not be read, as --rejects writes it: give the file that it was read from",
    "domain": "a domain of a corpus, as `provenance summary` prints it, which is no input",
    "score": "a score, which is no input: give the document that was scored",
    "summary": "a corpus summed up, as `provenance summary` prints it, which is no input",
    "whatif": "what would change a score, as `provenance whatif` prints it, which is no input",
}
_PREFIX: Final = "provenance."


def own_output(record: object) -> str:
    """What *record* is and where it belongs, if this library wrote it; empty for a record of a document."""
    schema = record.get("schema") if isinstance(record, Mapping) else None
    if not isinstance(schema, str) or not schema.startswith(_PREFIX):
        return ""
    what = _OWN.get(schema.removeprefix(_PREFIX).partition("/")[0])
    return f"this is {what}" if what else ""
