"""The input contract: a JSON object in, evidence field by field out (docs/reference/record.md).

A key that is missing or null is unknown, and so is a string that only holds the place of a value; ``[]`` and ``""``
are absent; a field listed under ``observed`` that is missing or null is absent; what cannot be read is unknown and says
what was expected. A value may also be given as an observation, ``{"value": …, "channel": "json-ld"}``, or a list of
those, as `inspect` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from provenance.errors import InputError
from provenance.evidence import ABSENT, NOT_SUPPLIED, Field
from provenance.fields import NAMED_AUTHORS
from provenance.foreign import is_missing
from provenance.record.columns import COMMON, Reading, at_path, layout_of
from provenance.record.graph import main_node
from provenance.record.of_python import OF_JSON, as_json
from provenance.record.sound import sound_value
from provenance.record.spellings import FRAGMENTS, READERS, SPELLINGS
from provenance.record.values import kind_of

Read: TypeAlias = tuple[dict[str, Field[Any]], tuple[str, ...], Mapping[str, Any]]
"""What a record says, field by field; the keys, and names under ``observed``, that nobody understood; and the record."""


def read_fields(record: Any, reading: Reading = COMMON) -> Read:
    """What a record says, and the record as JSON holds it: itself, unless it holds something else.

    *reading* says which key gives which field.

    Raises:
        InputError: it is not a JSON object, holds what JSON has no place for, or contradicts itself.
    """
    whole, record, base = _main(record)
    layout = layout_of(reading, tuple(record), base)
    fields: dict[str, Field[Any]] = {}
    for name, key, at, read_string, read in layout.given:
        value = record[key]
        if value.__class__ is str:
            field = read_string(value)
        elif value is None or (value.__class__ is float and is_missing(value)):
            continue
        else:
            field = read(sound_value(value), at)
        if field is NOT_SUPPLIED:
            continue
        fields[name] = _merged(name, fields[name], field) if name in fields else field
    if reading.nested:
        _read_nested(fields, record, reading, base)
    ignored = layout.ignored
    if layout.more:
        more = _read_more(fields, {key: record[key] for key in layout.more}, reading)
        ignored = tuple(sorted(ignored + more))
    if layout.answers:
        _refuse_contradictions(fields)
    return fields, ignored, whole


def _main(record: Any) -> tuple[Mapping[str, Any], Mapping[str, Any], str]:
    """A record as JSON holds it; of a graph, the node that stands for the page; and the pointer to that."""
    if record.__class__ is not dict:
        if not isinstance(record, Mapping):
            raise InputError(f"a record is a JSON object, not {kind_of(record)}")
        record = dict(record)
    if not OF_JSON.issuperset(map(type, record.values())):
        record = as_json(record, "")
    if "@graph" not in record:
        return record, record, ""
    node, base = main_node(record)
    if OF_JSON.issuperset(map(type, node.values())):
        return record, node, base
    record = as_json(record, "")
    return record, *main_node(record)


def _read_nested(
    fields: dict[str, Field[Any]], record: Mapping[str, Any], reading: Reading, base: str
) -> None:
    """Read what stands in objects, at the paths that the caller names."""
    for path, (name, read) in reading.nested:
        value = None if path in record else at_path(record, path)
        if value is not None:
            field = read(sound_value(value), f"{base}/{path.replace('.', '/')}")
            if field is not NOT_SUPPLIED:
                fields[name] = field


def _read_more(
    fields: dict[str, Field[Any]], more: Mapping[str, object], reading: Reading
) -> tuple[str, ...]:
    """Read what gives more than one field; the names under ``observed`` that nobody understood."""
    if more.get(reading.page) is not None:
        _read_page(fields, sound_value(more[reading.page]))
    for key in FRAGMENTS:
        if more.get(key) is not None:
            _read_body(fields, sound_value(more[key]))
    observed = more.get("observed")
    return () if observed is None else _mark_observed(fields, observed)


def _read_page(fields: dict[str, Field[Any]], html: object) -> None:
    """Put what the record's page shows after what the record itself says.

    A text that the record brings is the text; links of the page then have no place in it.
    """
    from provenance.page.reader import read_html_fields  # only those who bring pages pay for reading them

    if isinstance(html, str) and (not html or html.isspace()):
        return  # there is no page, which says nothing of what it would have shown
    url = fields.get("url")
    shown = read_html_fields(html, None if url is None else url.first, has_text="text" in fields)
    _put_beside(fields, shown)


def _read_body(fields: dict[str, Field[Any]], value: object) -> None:
    """Put a body that came as markup beside the rest; beside a text of the record's own only its links, which have no place in that."""
    from provenance.record.bodies import read_body

    url = fields.get("url")
    shown = read_body(value, "" if url is None or url.first is None else url.first.text)
    if "text" in fields:
        links = shown.get("links")
        shown = {} if links is None else {"links": _unplaced(links)}
    _put_beside(fields, shown)


def _unplaced(links: Field[Any]) -> Field[Any]:
    """*links* without their places, which are those of another text."""
    return links._replace(
        observations=tuple(o._replace(value=o.value._replace(start=-1, end=-1)) for o in links.observations)
    )


def _put_beside(fields: dict[str, Field[Any]], shown: Mapping[str, Field[Any]]) -> None:
    """Put what is *shown* after what is known of the same fields."""
    for name, field in shown.items():
        own = fields.get(name)
        fields[name] = field if own is None else _beside(own, field)


def _beside(own: Field[Any], more: Field[Any]) -> Field[Any]:
    """Both sets of observations, the record's own first; nothing is left to learn where neither leaves anything."""
    problem = "; ".join(filter(None, (own.problem, more.problem)))
    return Field(
        own.observations + more.observations, own.complete and more.complete, own.why or more.why, problem
    )


def _mark_observed(fields: dict[str, Field[Any]], observed: object) -> tuple[str, ...]:
    """Mark what was looked for and not found as absent; the names that are none of a field."""
    listed = observed if isinstance(observed, (list, tuple)) else [observed]
    unknown = []
    for name in dict.fromkeys(each if isinstance(each, str) else kind_of(each) for each in listed):
        if name in READERS:
            fields.setdefault(READERS[name][0], ABSENT)
        else:
            unknown.append(f"observed/{name}")
    return tuple(unknown)


def _refuse_contradictions(fields: Mapping[str, Field[Any]]) -> None:
    """Refuse a plain answer beside a detailed one that it contradicts: no rule could honour both.

    Were both to count, hiding one of them would change what the other earned or lost (docs/explanation/laws.md).
    """
    authors = fields.get("authors")
    is_empty = (
        authors is not None and authors.complete and not any(a.kind in NAMED_AUTHORS for a in authors.values)
    )
    if _says(fields, "has_author") is True and is_empty:
        raise InputError("says true, but authors names nobody: correct one of them", "/has_author")
    derivations, copied = fields.get("derivations"), _says(fields, "duplicated")
    if copied is not None and derivations is not None:
        has_copies = any(d.kind != "overlap" for d in derivations.values)
        if has_copies is not copied and (has_copies or derivations.complete):
            raise InputError("contradicts derivations: correct one of them", "/duplicated")
    for plain, detailed in (("claims_cited", "claims"), ("attributed", "attributions")):
        if _says(fields, plain) is not None and detailed in fields:
            raise InputError(f"answers the same question as {detailed}: give one of them", f"/{plain}")


def _says(fields: Mapping[str, Field[Any]], name: str) -> object:
    field = fields.get(name)
    return None if field is None else field.first


def _merged(name: str, one: Field[Any], other: Field[Any]) -> Field[Any]:
    """Two keys that give the same field: everything observed, in an order that does not hang on the order of keys.

    A document has one text: that of the likeliest key. A single policy at the top of a record adds to `policies`, and
    takes nothing from what that settles.
    """
    if name == "text":
        return min(one, other, key=_place_of_text)
    if name == "policies" and (one.complete or other.complete):
        return Field(tuple(sorted(one.observations + other.observations, key=lambda o: o.at)), True)
    observations = tuple(sorted(one.observations + other.observations, key=lambda o: o.at))
    problem = "; ".join(sorted(filter(None, (one.problem, other.problem))))
    return Field(observations, one.complete and other.complete, one.why or other.why, problem)


def _place_of_text(field: Field[Any]) -> tuple[int, int]:
    """Texts before what is none, and the likelier key first."""
    if not field.observations:
        return (2 - field.complete, 0)
    key = field.observations[0].at.rpartition("/")[2]
    spelled = SPELLINGS["text"]
    return (0, spelled.index(key) if key in spelled else len(spelled))
