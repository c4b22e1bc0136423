"""A document's evidence as JSON: what `inspect` prints and what an audit record keeps.

The text itself is not kept, only what was read in it; integers and strings only.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from provenance.codec import canonical
from provenance.document import Document
from provenance.evidence import ABSENT, NOT_SUPPLIED, Channel, Field, Observation, State
from provenance.fields import (
    ALL_FIELDS,
    FIELDS,
    IN_STRINGS,
    Author,
    Citation,
    CitedDocument,
    Declaration,
    Derivation,
    Link,
    Measure,
    Rating,
)
from provenance.inspection.sealing import sealed, sealed_field
from provenance.text.facts import Attribution, Claim, TextCitation, TextFacts
from provenance.values.dates import Date
from provenance.values.hosts import Url

SCHEMA: Final = "provenance.document/1"
DATED: Final = ("published", "modified", "retrieved")
_PRESENT: Final = str(State.PRESENT)
_NAMES: Final = {channel: str(channel) for channel in Channel}
"""The plain strings, made once."""
Json = dict[str, Any]

_RECURRING: Final = frozenset({"authors", "publisher", *DATED, *IN_STRINGS}) - {"title"}
"""Fields that hold the same in document after document."""
_SETTLED: Final = ABSENT[1:]
"""What nearly all fields hold besides their observations."""
_MOST_REMEMBERED: Final = 1 << 12
_SHORT: Final = 500
"""Fields that are remembered as they are written, and characters of the longest of them."""


def inspection(document: Document, *, with_text: bool = False) -> Json:
    """The document as read, with every field and its state: one line of ``inspect --format jsonl``."""
    shown = evidence(document)
    known = shown["fields"]
    shown["fields"] = {name: known[name] if name in known else _field(NOT_SUPPLIED, str) for name in FIELDS}
    facts = document.facts
    if facts is not None and facts.total_chars:
        length = max(facts.length, 1)
        copied = sum(r.end - r.start for r in facts.repetition)
        shown["repetition"] = {**shown["repetition"], "share": round(copied / length, 4)}
    if with_text:
        shown["text"] = document.text.first
    return shown


class Written:
    """The evidence of one document, written once: as canonical bytes, and as JSON that is its taker's own."""

    __slots__ = ("_fresh", "sealed")

    def __init__(self, document: Document, known: Json | None = None) -> None:
        if known is None:
            fields, texts = _fields(document.fields)
            found = _evidence(document, fields, document.facts, document.text.first or "")
            self._fresh, self.sealed = [found], sealed(found, texts)
        else:
            self._fresh, self.sealed = [], canonical(known)

    def take(self) -> Json:
        """The evidence; whoever changes it changes nobody else's."""
        try:
            return self._fresh.pop()  # most documents are written for one taker
        except IndexError:
            found: Json = json.loads(self.sealed)
            return found


def written(document: Document) -> Written:
    """The evidence of *document*, written at the first look."""
    return document.derived(Written)


def evidence(document: Document) -> Json:
    """All that was read of a document, in integers and strings; fields that nobody supplied are left out."""
    return written(document).take()


def _evidence(document: Document, fields: Json, facts: TextFacts | None, text: str) -> Json:
    found: Json = {
        "schema": SCHEMA,
        "id": document.id,
        "digest": document.digest,
        "text_length": None if facts is None else facts.length,
        "language": None if facts is None else facts.language,
        "lexicon": None if facts is None else facts.lexicon,
        "links_visible": document.links.complete or bool(document.links.observations),
        "fields": fields,
        "ignored": list(document.ignored),
    }
    if facts is not None:
        found.update(_facts(facts, text))
    return found


# --- fields ---------------------------------------------------------------------------------------------------------


def _fields(known: Mapping[str, Field[Any]]) -> tuple[Json, list[str]]:
    """All fields that are *known* as JSON, and the canonical text of each in the order of their names."""
    shown: Json = {}
    texts: dict[str, str] = {}
    as_shown, by_name = _orders(tuple(known))
    for name in as_shown:
        field = known[name]
        recurring = _recurring.get((name, field)) if name in _RECURRING else None
        if recurring is not None:
            observation, texts[name] = recurring
            shown[name] = {"state": _PRESENT, "observations": [observation.copy()]}
        else:
            shown[name] = _field(field, _ENCODERS[name])
            texts[name] = sealed_field(name, field, shown[name])
            if name in _RECURRING and len(field.observations) == 1 and field[1:] == _SETTLED:
                _remember(name, field, shown[name]["observations"][0], texts[name])
    return shown, list(map(texts.__getitem__, by_name))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _orders(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of these *names* in the order in which they are shown, and in that of their names."""
    return tuple(filter(names.__contains__, ALL_FIELDS)), tuple(sorted(names))


_recurring: Final[dict[tuple[str, Field[Any]], tuple[Json, str]]] = {}
"""Settled fields of one observation, by their names: that as JSON, and the canonical text of the field."""


def _remember(name: str, field: Field[Any], observation: Json, text: str) -> None:
    """Keep how *field* is written, if it is short, and copied by copying its observation."""
    is_flat = not any(isinstance(value, list) for value in observation.values())
    if is_flat and len(text) <= _SHORT:
        if len(_recurring) >= _MOST_REMEMBERED:
            _recurring.clear()
        _recurring[name, field] = observation.copy(), text


def _field(field: Field[Any], encode: Callable[[Any], Json | str]) -> Json:
    observations, complete, why, problem = field
    if observations:
        seen = [_observation(observation, encode) for observation in observations]
        shown: Json = {"state": _PRESENT, "observations": seen}
    else:
        shown = {"state": str(field.state)}
    if why is not None:
        shown["why"] = str(why)
    if observations and not complete:
        shown["complete"] = False
    if problem:
        shown["problem"] = problem
    return shown


def _observation(observation: Observation[Any], encode: Callable[[Any], Json | str]) -> Json:
    seen, channel, at = observation
    value = encode(seen)
    if not isinstance(value, dict):
        return {"value": value, "channel": _NAMES[channel], "at": at}
    value["channel"] = _NAMES[channel]
    value["at"] = at
    return value


def _url(url: Url) -> Json:
    host = url.host
    return {
        "value": url.text,
        "scheme": url.scheme,
        "path": url.path,
        "flags": list(url.flags),
        "host": {
            "name": host.name,
            "kind": host.kind,
            "site": host.site,
            "registrable": host.registrable,
            "label": host.label,
            "flags": list(host.flags),
            "suffix": host.suffix,
        },
    }


def date_shown(date: Date) -> Json:
    """A date as evidence has it."""
    shown: Json = {
        "value": date.value,
        "precision": date.precision,
        "earliest": date.earliest,
        "latest": date.latest,
    }
    if date.flags:
        shown["flags"] = list(date.flags)
    return shown


def _author(author: Author) -> Json:
    shown: Json = {"value": author.name, "kind": author.kind}
    if author.identities is not None:
        shown["identities"] = [list(i) for i in author.identities]
    if author.about is not None:
        shown["about"] = author.about
    return shown


def _link(link: Link) -> Json:
    shown: Json = {"value": link.target, "site": link.site}
    if link.start >= 0:
        shown.update(start=link.start, end=link.end)
    return shown


def _citation(citation: Citation) -> Json:
    return {
        "value": citation.target,
        "kind": citation.kind,
        "site": citation.site,
        "valid": citation.valid,
        "parts": citation.parts,
        "own": citation.own,
    }


def _measure(measure: Measure) -> Json:
    return {"value": f"{measure.good} of {measure.of}", "good": measure.good, "of": measure.of}


def _derivation(derivation: Derivation) -> Json:
    return {"value": derivation.kind, **derivation._asdict()}


def _cited_document(cited: CitedDocument) -> Json:
    listed = {"alike": list(cited.alike), "circle": list(cited.circle), "road": list(cited.road)}
    return {"value": cited.target, "document": cited.document, **listed}


def _rating(rating: Rating) -> Json:
    return {"value": rating.rating, **{k: v for k, v in rating._asdict().items() if k != "rating"}}


def _plain(answer: object) -> Json:
    return {"value": answer}


def _text(_: str) -> Json:
    """A text is not repeated in its evidence; what was read in it is."""
    return {}


def _attribution_field(statement: Attribution) -> Json:
    return {"value": statement.cue.text if statement.cue else "", **_attribution(statement, None)}


def _claim_field(claim: Claim) -> Json:
    return {"value": claim.support, **_claim(claim, None, "")}


_ENCODERS: Final[dict[str, Callable[[Any], Json | str]]] = {
    **dict.fromkeys(("url", "canonical"), _url),
    **dict.fromkeys(DATED, date_shown),
    **dict.fromkeys(IN_STRINGS, str),
    "authors": _author,
    "publisher": lambda publisher: publisher.name,
    "policies": lambda policy: {"value": policy.value, "name": policy.name},
    "text": _text,
    "links": _link,
    "citations": _citation,
    "attributions": _attribution_field,
    "claims": _claim_field,
    "derivations": _derivation,
    "cited_documents": _cited_document,
    "ratings": _rating,
    "declarations": Declaration._asdict,
    **dict.fromkeys(("repetition", "attributed", "claims_cited"), _measure),
    **dict.fromkeys(("has_author", "duplicated"), _plain),
}

# --- what the words show --------------------------------------------------------------------------------------------


class _Lines:
    """Where lines begin, so that people find a passage again; counted from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        at = text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, start: int) -> Json:
        line = bisect_right(self.starts, start)
        return {"line": line, "column": start - self.starts[line - 1] + 1}


def _facts(facts: TextFacts, text: str) -> Json:
    lines = _Lines(text)
    return {
        "attributions": [_attribution(a, lines) for a in facts.attributions],
        "claims": [_claim(c, lines, text) for c in facts.claims],
        "citations": [_text_citation(c) for c in facts.citations],
        "repetition": {
            "spans": [r._asdict() for r in facts.repetition],
            "repeated_chars": facts.repeated_chars,
            "total_chars": facts.total_chars,
        },
        "residue": [{**r._asdict(), "text": text[r.start : r.end]} for r in facts.residue],
        "voice": {"first_person": [s._asdict() for s in facts.first_person]},
        "quotations": [s._asdict() for s in facts.quotations],
        "quoted_chars": facts.quoted_chars,
        "notices": [{**n._asdict(), "text": text[n.start : n.end]} for n in facts.notices],
        "invisible": [s._asdict() for s in facts.invisible],
        "manifests": [s._asdict() for s in facts.manifests],
    }


def _attribution(statement: Attribution, lines: _Lines | None) -> Json:
    source, cue, content = statement.source, statement.cue, statement.content
    shown: Json = {
        "form": statement.form,
        "class": statement.mode,
        "depth": statement.depth,
        "rule": statement.rule,
        "source": None,
    }
    if source is not None:
        shown["source"] = {
            "start": source.start,
            "end": source.end,
            "text": source.text,
            "kind": str(source.kind),
            "identity": source.identity,
        }
        if source.resolved is not None:
            shown["source"]["resolved"] = {**source.resolved._asdict(), "kind": str(source.resolved.kind)}
    shown["cue"] = None if cue is None else cue._asdict()
    shown["content"] = None if content is None else content._asdict()
    shown["flags"] = list(statement.flags)
    if statement.repeated:
        shown["repeated"] = True
    if lines is not None:
        shown.update(lines.place(statement.begins))
    return shown


def _claim(claim: Claim, lines: _Lines | None, text: str) -> Json:
    shown: Json = {
        "start": claim.start,
        "end": claim.end,
        "why": list(claim.why),
        "support": claim.support,
        "by": [{k: v for k, v in s._asdict().items() if v is not None} for s in claim.by],
    }
    if claim.repeated:
        shown["repeated"] = True
    if lines is not None:
        shown.update(lines.place(claim.start), text=text[claim.start : claim.end])
    return shown


def _text_citation(citation: TextCitation) -> Json:
    return {k: v for k, v in citation._asdict().items() if v is not None}


# --- what the text alone could tell ---------------------------------------------------------------------------------

TOLD_BY_THE_TEXT: Final[dict[str, tuple[str, ...]]] = {
    "attributions": ("line", "column"),
    "claims": ("line", "column", "text"),
    "residue": ("text",),
    "notices": ("text",),
}
"""Keys of what the words show that are there for people, and follow from the text, which is not kept."""


def without_the_text(shown: Json) -> Json:
    """*shown* without what only the text could tell."""
    return {key: _told_less(value, TOLD_BY_THE_TEXT.get(key, ())) for key, value in shown.items()}


def _told_less(value: Any, told: tuple[str, ...]) -> Any:
    return [{k: v for k, v in item.items() if k not in told} for item in value] if told else value


def rewritten(document: Document, facts: TextFacts | None) -> Json:
    """The evidence of a document of which the text is not at hand, without what only the text could tell."""
    return without_the_text(_evidence(document, _fields(document.fields)[0], facts, ""))
