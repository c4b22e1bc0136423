"""SARIF 2.1.0, which editors and code hosts show beside the text: one result for each passage that cost points.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/ - A region counts in Unicode code points, as the library does. It is
given where the text is the file; the passages of a page or of a record are quoted in the message.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from provenance.codec import json_line
from provenance.exports.observed import in_points, observations
from provenance.reasons import Reason, reasons_in
from provenance.registry import Registry
from provenance.render.passages import Passages, deciding, judges_claims, span_of
from provenance.signal import SignalSpec
from provenance.version import __version__

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_TEXT_OF_THE_FILE: Final = ""
"""Where the text was observed, if it is the whole file."""
Json = dict[str, Any]


def sarif_log(pieces: Iterable[str]) -> Iterator[str]:
    """One SARIF log of one run over all that `results` gives."""
    registry = Registry.core()
    driver = {
        "name": "provenance",
        "version": __version__,
        "rules": [_rule(signal.spec) for signal in registry],
    }
    yield (
        f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": {json_line(driver)}}}, '
        '"columnKind": "unicodeCodePoints", "results": ['
    )
    between = ""
    for piece in pieces:
        if piece:
            yield between + piece
            between = ","
    yield "\n]}]}\n"


def results(record: Mapping[str, Any]) -> str:
    """The results of one record, with commas between them; empty if there are none."""
    registry = Registry.core()
    rules = {name: number for number, name in enumerate(registry.ids)}
    return ",".join("\n" + json_line(result) for result in _results(record, registry, rules))


def _rule(spec: SignalSpec) -> Json:
    return {
        "id": spec.id,
        "shortDescription": {"text": f"{spec.problem}."},
        "fullDescription": {"text": spec.rationale},
        "help": {"text": spec.remediation},
        "helpUri": spec.standard.url,
        "defaultConfiguration": {"level": "warning"},
    }


def _results(record: Mapping[str, Any], registry: Registry, rules: Mapping[str, int]) -> Iterator[Json]:
    rows = {row["id"]: row for row in record["signals"]}
    passages = Passages(record["document"], None)
    for reason in reasons_in(record, registry):
        if reason.kind == "open":
            continue
        spec = registry[reason.signal].spec if reason.signal in registry else None
        for at in deciding(rows[reason.signal], against=True) or ("",):
            passage = passages.at(at, is_of_claims=judges_claims(spec)) if at else ""
            yield _result(reason, at, rules, passage, record)


def _result(
    reason: Reason, at: str, rules: Mapping[str, int], passage: str, record: Mapping[str, Any]
) -> Json:
    document = record["document"]
    artifact = {"uri": quote(document["id"], safe="/:?&=%~", errors="backslashreplace")}
    region = _region(at, document) if _is_file(record) else None
    result: Json = {
        "ruleId": reason.signal,
        "level": "warning",
        "message": {"text": f"{reason.says} {passage}".strip()},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, **({"region": region} if region else {})}}
        ],
        "partialFingerprints": {"provenance/v1": f"{document['digest']}:{reason.signal}:{at}"},
        "properties": {"code": reason.code, "lost": in_points(reason.points), "at": at},
    }
    if reason.signal in rules:
        result["ruleIndex"] = rules[reason.signal]
    return result


def _is_file(record: Mapping[str, Any]) -> bool:
    """Whether the text of the document is the file that it is called after."""
    return [o["at"] for o in observations(record, "text")] == [_TEXT_OF_THE_FILE]


def _region(at: str, document: Mapping[str, Any]) -> Json | None:
    """The span *at*, with its lines where they are known; None if it is none."""
    span = span_of(at)
    if span is None:
        return None
    start, end = span
    region = {"charOffset": start, "charLength": end - start}
    line = _line_at(start, document)
    if line is not None:
        number, begins = line
        region |= {
            "startLine": number,
            "startColumn": start - begins + 1,
            "endColumn": end - begins + 1,
        }
    return region


def _line_at(start: int, document: Mapping[str, Any]) -> tuple[int, int] | None:
    """The number of the line in which the sentence at *start* stands, and where it begins; sentences stay in their line."""
    for item in (*document.get("claims", ()), *document.get("attributions", ())):
        spans = (
            [item] if "start" in item else [item[part] for part in ("source", "cue", "content") if item[part]]
        )
        if any(span["start"] == start for span in spans):
            return item["line"], min(span["start"] for span in spans) - item["column"] + 1
    return None
