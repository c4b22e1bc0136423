"""What this library writes itself, met where documents are expected: it is told apart, not scored as an empty document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from provenance.errors import InputError

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
_SCORED: Final = frozenset({"digest", "policy", "score", "ceiling", "applicable", "coverage", "band"})
"""Columns that scores have in a table, where nothing has a schema."""
_TELLING: Final = frozenset({"schema", "payloadType", "predicateType", "ceiling"})
"""Keys of which each output has one."""


def own_output(record: object) -> InputError | None:
    """What is wrong with a *record* that this library wrote: what it is, and where it belongs; None for a document."""
    if isinstance(record, dict) and record.keys().isdisjoint(_TELLING):
        return None
    schema = _own_schema(record)
    if schema is not None:
        what = _OWN.get(schema.partition("/")[0])
        return InputError(f"this is {what}", "/schema") if what else None
    return _without_schema(record) if isinstance(record, Mapping) else None


def _without_schema(record: Mapping[str, object]) -> InputError | None:
    if "payloadType" in record and "signatures" in record:
        return InputError("this is a signed statement, which `provenance verify --key` reads", "/payloadType")
    if "predicateType" in record and "_type" in record:
        return InputError("this is a statement about a document, which is none itself", "/predicateType")
    if "ceiling" in record and record.keys() >= _SCORED:
        return InputError(f"this is {_OWN['score']}")
    return None


def _own_schema(value: object) -> str | None:
    """The schema of what this library wrote, without what all have in common."""
    schema = value.get("schema") if isinstance(value, Mapping) else None
    if isinstance(schema, str) and schema.startswith(_PREFIX):
        return schema.removeprefix(_PREFIX)
    return None
