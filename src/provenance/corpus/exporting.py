"""Derivations in the words of W3C PROV, as PROV-JSON: what other programs on provenance read.

A copy `wasDerivedFrom` its source; a quotation is a derivation of the type ``prov:Quotation``, and one from the single
earliest version of a text is of the type ``prov:PrimarySource``, as PROV-DM 5.2 defines ``wasQuotedFrom`` and
``hadPrimarySource``. Two versions of which nobody can tell the earlier are `alternateOf` one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from provenance.corpus.clusters import LINKING, clusters
from provenance.corpus.derivations import Direction, Line
from provenance.corpus.entry import Entry

PREFIXES: Final = {
    "document": "urn:provenance:document:",
    "publisher": "urn:provenance:publisher:",
    "provenance": "urn:provenance:derivation:",
}

_MEASURES: Final = ("kind", "jaccard", "containment", "direction", "credit")

Json = dict[str, Any]


def as_prov(lines: Iterable[Line], entries: Mapping[str, Entry]) -> Json:
    """*lines* as one PROV-JSON document, with the publishers of the documents as far as *entries* tell them."""
    names = sorted({line[side] for line in lines for side in ("document", "source")})
    publishers = sorted({name for each in names if each in entries for name in entries[each].publishers})
    parts = {
        "entity": {qualified("document", name): _entity(name, entries.get(name)) for name in names},
        "agent": {qualified("publisher", name): {"prov:label": name} for name in publishers},
        "wasAttributedTo": numbered("attribution", _attributed(names, entries)),
        "wasDerivedFrom": numbered("derivation", _derived(lines)),
        "alternateOf": numbered("alternate", _alternates(lines)),
    }
    return {"prefix": PREFIXES, **{name: part for name, part in parts.items() if part}}


def qualified(prefix: str, name: str) -> str:
    """A qualified name: whatever stands in *name* is escaped as in an address."""
    return f"{prefix}:{quote(name, safe='', errors='backslashreplace')}"


def _entity(name: str, entry: Entry | None) -> Json:
    shown: Json = {"prov:label": name}
    if entry is not None and entry.published:
        shown["provenance:published"] = [date.value for date in entry.published]
    if entry is not None and entry.addresses:
        shown["provenance:address"] = list(entry.addresses)
    return shown


def _attributed(names: Iterable[str], entries: Mapping[str, Entry]) -> Iterator[Json]:
    for name in names:
        for publisher in entries[name].publishers if name in entries else ():
            yield {
                "prov:entity": qualified("document", name),
                "prov:agent": qualified("publisher", publisher),
            }


def _derived(lines: Iterable[Line]) -> Iterator[Json]:
    origin = {name: c.earliest[0] for c in clusters(lines) if len(c.earliest) == 1 for name in c.members}
    for line in lines:
        if line["direction"] == Direction.UNDETERMINED:
            continue
        shown: Json = {
            "prov:generatedEntity": qualified("document", line["document"]),
            "prov:usedEntity": qualified("document", line["source"]),
        }
        if line["kind"] == "quotation":
            shown["prov:type"] = prov_type("Quotation")
        elif origin.get(line["document"]) == line["source"]:
            shown["prov:type"] = prov_type("PrimarySource")
        yield {**shown, **_measured(line)}


def _alternates(lines: Iterable[Line]) -> Iterator[Json]:
    """PROV knows no open quotation: of two texts that share only that, nothing is said."""
    for line in lines:
        if line["direction"] == Direction.UNDETERMINED and line["kind"] in LINKING:
            one, other = qualified("document", line["document"]), qualified("document", line["source"])
            yield {"prov:alternate1": one, "prov:alternate2": other}


def _measured(line: Line) -> Json:
    return {f"provenance:{name}": line[name] for name in _MEASURES}


def prov_type(name: str) -> Json:
    """A type that PROV itself defines."""
    return {"$": f"prov:{name}", "type": "prov:QUALIFIED_NAME"}


def numbered(name: str, found: Iterable[Json]) -> Json:
    """Relations, each under a blank name of its own."""
    return {f"_:{name}{n}": each for n, each in enumerate(found, 1)}
