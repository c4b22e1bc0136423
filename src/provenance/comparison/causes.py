"""What differs between two audit records of one document, besides what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from provenance.fields import FOUND_IN_REGISTRIES, SETTLED_BY_AN_INDEX

Json = Mapping[str, Any]

CAUSES: Final = (
    "library",
    "input",
    "extraction",
    "tables",
    "index",
    "settings",
    "policy",
    "registry",
)
"""What can move a score, in the order in which changes are made: the evidence, what is held fixed, then the points."""

ANNOTATIONS: Final = "annotations"
"""What can differ between two records and moves no score."""

_HELD_FIXED: Final = frozenset({*SETTLED_BY_AN_INDEX, *FOUND_IN_REGISTRIES})
_EVIDENCE: Final = frozenset({"input", "extraction", "tables"})
_MADE_WITH: Final = ("suffix_list", "tables")
_SETTINGS: Final = ("as_of", "protected", "affiliates", "registries")


def differing(before: Json, after: Json) -> tuple[str, ...]:
    """The causes that can have moved a score from one record to the other, in the order of `CAUSES`.

    The same bytes read as other evidence are *tables* where a table, the suffix list or the lexicon is another,
    *library* where only the library is, and *extraction* where nothing else is. Other bytes are *input*, with whatever
    read them.
    """
    found = set()
    run, other = before["run"], after["run"]
    if _evidence(before) != _evidence(after):
        found.add(_evidence_cause(before, after))
    if _of_index(before) != _of_index(after):
        found.add("index" if run["index"] != other["index"] else _evidence_cause(before, after))
    if any(run[key] != other[key] for key in _SETTINGS) or _suspected(before, after):
        found.add("settings")
    if run["policy"]["digest"] != other["policy"]["digest"]:
        found.add("policy")
    if _versions(before) != _versions(after):
        found.add("registry")
    if run["library"] != other["library"]:
        found.add("library")
    return tuple(cause for cause in CAUSES if cause in found)


def _evidence_cause(before: Json, after: Json) -> str:
    document, other = before["document"], after["document"]
    if document["digest"] != other["digest"]:
        return "input"
    made_with = any(before["run"][key] != after["run"][key] for key in _MADE_WITH)
    if made_with or document["lexicon"] != other["lexicon"]:
        return "tables"
    return "library" if before["run"]["library"] != after["run"]["library"] else "extraction"


def _evidence(record: Json) -> Json:
    document = record["document"]
    fields = {name: field for name, field in document["fields"].items() if name not in _HELD_FIXED}
    return {**document, "fields": fields}


def _of_index(record: Json) -> tuple[object, ...]:
    return tuple(record["document"]["fields"].get(name) for name in SETTLED_BY_AN_INDEX)


def _suspected(before: Json, after: Json) -> bool:
    """Whether a host of both is suspected in one only."""
    one, other = before["suspicions"], after["suspicions"]
    return any(other[host] != reasons for host, reasons in one.items() if host in other)


def _versions(record: Json) -> list[tuple[str, int]]:
    return [(row["id"], row["version"]) for row in record["signals"]]
