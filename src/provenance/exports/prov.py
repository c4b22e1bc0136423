"""W3C PROV, as PROV-JSON: who wrote and published the document, what it was derived from, and how it was assessed.

https://www.w3.org/submissions/prov-json/ - Documents and publishers are named as in `provenance.corpus.exporting`, so
that the two graphs can be laid together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from provenance.corpus.derivations import Direction
from provenance.corpus.exporting import PREFIXES, numbered, prov_type, qualified
from provenance.exports.observed import in_points, observations, people, values

_PREFIXES: Final = {
    **PREFIXES,
    "author": "urn:provenance:author:",
    "assessment": "urn:provenance:assessment:",
    "audit": "urn:provenance:audit:",
    "policy": "urn:provenance:policy:",
    "library": "urn:provenance:library:",
}
Json = dict[str, Any]


def prov_json(record: Mapping[str, Any]) -> Json:
    """*record* as one PROV-JSON document."""
    run = record["run"]
    document = qualified("document", record["document"]["id"])
    assessment, audit = (qualified(prefix, record["digest"]) for prefix in ("assessment", "audit"))
    policy = qualified("policy", run["policy"]["digest"])
    library, agents = qualified("library", run["library"]), _agents(record)
    parts = {
        "entity": {
            **{other: {"prov:label": name} for other, name in _sources(record)},
            document: _described(record),
            audit: _result(record["result"]),
            policy: {"prov:label": run["policy"]["id"], "prov:type": prov_type("Plan")},
        },
        "activity": {assessment: {"prov:label": "assessment"}},
        "agent": {library: _agent(f"provenance {run['library']}", "SoftwareAgent"), **agents},
        "used": numbered("use", [{"prov:activity": assessment, "prov:entity": document}]),
        "wasGeneratedBy": numbered("generation", [{"prov:entity": audit, "prov:activity": assessment}]),
        "wasAssociatedWith": numbered(
            "association", [{"prov:activity": assessment, "prov:agent": library, "prov:plan": policy}]
        ),
        "wasAttributedTo": numbered(
            "attribution", ({"prov:entity": document, "prov:agent": agent} for agent in agents)
        ),
        "wasDerivedFrom": numbered("derivation", _derived(record)),
    }
    return {"prefix": _PREFIXES, **{name: part for name, part in parts.items() if part}}


def _agents(record: Mapping[str, Any]) -> Json:
    authors = {qualified("author", name): _agent(name, kind) for name, kind in people(record).items()}
    publishers = {
        qualified("publisher", name): _agent(name, "Organization") for name in values(record, "publisher")
    }
    return {**authors, **publishers}


def _agent(name: str, kind: str) -> Json:
    return {"prov:label": name, "prov:type": prov_type(kind)}


def _described(record: Mapping[str, Any]) -> Json:
    """What is known of the document itself."""
    document = record["document"]
    shown = {
        "prov:label": next(iter(values(record, "title")), document["id"]),
        "provenance:digest": document["digest"],
    }
    for name, field in (("published", "published"), ("address", "url")):
        if found := values(record, field):
            shown[f"provenance:{name}"] = found
    return shown


def _result(result: Mapping[str, Any]) -> Json:
    shown: Json = {
        f"provenance:{name}": in_points(result[name]) for name in ("score", "ceiling", "applicable")
    }
    return {**shown, "provenance:band": result["band"]}


def _directed(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The derivations of which it is known which way they went."""
    return (o for o in observations(record, "derivations") if o["direction"] != Direction.UNDETERMINED)


def _sources(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for derivation in _directed(record):
        for name in (derivation["document"], derivation["source"]):
            yield qualified("document", name), name


def _derived(record: Mapping[str, Any]) -> Iterator[Json]:
    for derivation in _directed(record):
        shown: Json = {
            "prov:generatedEntity": qualified("document", derivation["document"]),
            "prov:usedEntity": qualified("document", derivation["source"]),
        }
        if derivation["kind"] == "quotation":
            shown["prov:type"] = prov_type("Quotation")
        yield {
            **shown,
            **{f"provenance:{name}": derivation[name] for name in ("kind", "direction", "credit")},
        }
