"""An in-toto Statement: the document by its digest, and the whole audit record as what is stated of it.

https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

STATEMENT: Final = "https://in-toto.io/Statement/v1"
PREDICATE: Final = "urn:provenance:audit:1"
"""The type of the predicate: an audit record of the schema ``provenance.audit/1``."""


def statement(record: Mapping[str, Any]) -> dict[str, Any]:
    """The Statement (v1) that *record* makes of its document."""
    document = record["document"]
    algorithm, _, value = document["digest"].partition(":")
    return {
        "_type": STATEMENT,
        "subject": [{"name": document["id"], "digest": {algorithm: value}}],
        "predicateType": PREDICATE,
        "predicate": record,
    }
