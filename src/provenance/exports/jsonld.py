"""JSON-LD in the words of schema.org: a review of how well the origin is documented, with one observation for each signal.

A signal is a question put to a document, as the W3C Credible Web group has them
(https://credweb.org/signals/). The context stands in the object: nobody has to fetch anything to read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from provenance.exports.observed import in_points, people, share, values
from provenance.reasons import WHY
from provenance.registry import Registry

_CONTEXT: Final = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "signal": "urn:provenance:signal:",
    "url": {"@type": "@id"},
    "citation": {"@type": "@id"},
    "measuredProperty": {"@type": "@id"},
    "about": {"@type": "@id"},
}
Json = dict[str, Any]


def review(record: Mapping[str, Any]) -> Json:
    """*record* as a ``schema:Review`` of its document."""
    result, run = record["result"], record["run"]
    low, high = in_points(result["score"]), in_points(result["ceiling"])
    return {
        "@context": _CONTEXT,
        "@id": f"urn:provenance:audit:{record['digest']}",
        "@type": "Review",
        "reviewAspect": "how well the origin of the document is documented, which is not whether it is true",
        "itemReviewed": _work(record),
        "author": {"@type": "SoftwareApplication", "name": "provenance", "softwareVersion": run["library"]},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": low,
            "worstRating": 0,
            "bestRating": in_points(result["applicable"]),
            "alternateName": result["band"],
            "ratingExplanation": f"{low:g} points shown and up to {high:g} possible by {run['policy']['id']}: {result['says']}",
        },
        "hasPart": list(_observations(record)),
        "comment": [_comment(annotation) for annotation in record.get("annotations", ())],
    }


def _comment(annotation: Mapping[str, Any]) -> Json:
    """What somebody says of the document, or of a finding."""
    comment: Json = {
        "@type": "Comment",
        "additionalType": f"urn:provenance:annotation:{annotation['kind']}",
        "author": {"@type": "Thing", "name": annotation["by"]},
        "dateCreated": annotation["on"],
        "text": annotation["note"],
    }
    return {**comment, "about": f"signal:{annotation['signal']}"} if "signal" in annotation else comment


def _work(record: Mapping[str, Any]) -> Json:
    """The document, as far as it is known."""
    document = record["document"]
    work: Json = {
        "@id": f"urn:provenance:{document['digest']}",
        "@type": "CreativeWork",
        "identifier": document["id"],
        "author": [{"@type": kind, "name": name} for name, kind in people(record).items()],
        "publisher": [{"@type": "Organization", "name": name} for name in values(record, "publisher")],
    }
    for key, field in (("headline", "title"), ("datePublished", "published"), ("url", "url")):
        work[key] = values(record, field)
    return {key: value for key, value in work.items() if value}


def _observations(record: Mapping[str, Any]) -> Iterator[Json]:
    registry = Registry.core()
    about = {"@id": f"urn:provenance:{record['document']['digest']}"}
    for row in record["signals"]:
        shown = share(row)
        observation: Json = {
            "@type": "Observation",
            "observationAbout": about,
            "measuredProperty": f"signal:{row['id']}",
        }
        if row["id"] in registry:
            spec = registry[row["id"]].spec
            observation |= {"name": spec.question, "citation": spec.standard.url}
        if shown is not None:
            observation["value"] = shown
        if "why" in row:
            observation["description"] = f"unknown, because {WHY[row['why']]}"
        yield observation
