"""The input contract: a JSON object in, evidence field by field out (DESIGN §4.2).

A key that is missing or null is unknown; ``[]`` and ``""`` are absent; a field listed under ``observed`` that is
missing or null is absent; what cannot be read is unknown and says what was expected. A value may also be given as an
observation, ``{"value": …, "channel": "json-ld"}``, or a list of those, as `inspect` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance import citing
from provenance.errors import InputError
from provenance.evidence import ABSENT, Field
from provenance.fields import FIELDS, NAMED_AUTHORS, PLAIN_ANSWERS
from provenance.record.authors import authors_from
from provenance.record.given import attribution_from, claim_from, repetition_from
from provenance.record.lists import derivation_from, link_from, listed
from provenance.record.policies import POLICY_NAMES, policies_from, policy_named
from provenance.record.sound import sound, sound_value
from provenance.record.values import (
    Reader,
    kind_of,
    read_address,
    read_bool,
    read_day,
    read_measure,
    read_publisher,
    read_string,
    read_text,
)


class RecordFields(NamedTuple):
    """What a record says, field by field, and the keys (and names under ``observed``) that nobody understood."""

    fields: dict[str, Field[Any]]
    ignored: tuple[str, ...]


def read_fields(record: object) -> RecordFields:
    """The fields of a record.

    Raises:
        InputError: it is not a JSON object, or it contradicts itself.
    """
    if not isinstance(record, Mapping):
        raise InputError(f"a record is a JSON object, not {kind_of(record)}")
    fields: dict[str, Field[Any]] = {}
    ignored: list[str] = []
    observed: object = None
    for key, value in record.items():
        known = _READERS.get(key)
        if known is not None:
            if value is not None:
                name, read = known
                field = read(
                    value if value.__class__ is str and value.isascii() else sound_value(value), f"/{key}"
                )
                fields[name] = _merged(name, fields[name], field) if name in fields else field
        elif key == "observed":
            observed = value
        elif key not in _HANDLED_ELSEWHERE:
            if not isinstance(key, str):
                raise InputError(f"the keys of a record are strings, not {kind_of(key)}")
            ignored.append(sound(key))
    if record.get("html") is not None:
        _read_page(fields, sound_value(record["html"]))
    if observed is not None:
        ignored += _mark_observed(fields, observed)
    if not PLAIN_ANSWERS.isdisjoint(fields):
        _refuse_contradictions(fields)
    return RecordFields(fields, tuple(sorted(ignored)))


def _read_page(fields: dict[str, Field[Any]], html: object) -> None:
    """Put what the record's page shows after what the record itself says.

    A text that the record brings is the text; links of the page then have no place in it.
    """
    from provenance.page.reader import read_html_fields  # only those who bring pages pay for reading them

    if isinstance(html, str) and (not html or html.isspace()):
        return  # there is no page, which says nothing of what it would have shown
    url = fields.get("url")
    shown_fields = read_html_fields(html, None if url is None else url.first, has_text="text" in fields)
    for name, field in shown_fields.items():
        own = fields.get(name)
        fields[name] = field if own is None else _beside(own, field)


def _beside(own: Field[Any], more: Field[Any]) -> Field[Any]:
    """Both sets of observations, the record's own first; nothing is left to learn where neither leaves anything."""
    problem = "; ".join(filter(None, (own.problem, more.problem)))
    return Field(
        own.observations + more.observations, own.complete and more.complete, own.why or more.why, problem
    )


def observed_names(value: object) -> tuple[str, ...]:
    """The fields that a record (or ``--observed``) says were looked for, by their own names; others are left out."""
    return tuple(_READERS[name][0] for name in _listed_names(value) if name in _READERS)


def _listed_names(value: object) -> list[str]:
    names = value if isinstance(value, (list, tuple)) else [value]
    return [name if isinstance(name, str) else kind_of(name) for name in names]


def _mark_observed(fields: dict[str, Field[Any]], observed: object) -> list[str]:
    """Mark what was looked for and not found as absent; the names that are none of a field."""
    for name in observed_names(observed):
        if name not in fields:
            fields[name] = ABSENT
    return [f"observed/{name}" for name in dict.fromkeys(_listed_names(observed)) if name not in _READERS]


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

    A single policy at the top of a record adds to `policies`, and takes nothing from what that settles.
    """
    if name == "policies" and (one.complete or other.complete):
        return Field(tuple(sorted(one.observations + other.observations, key=lambda o: o.at)), True)
    observations = tuple(sorted(one.observations + other.observations, key=lambda o: o.at))
    problem = "; ".join(sorted(filter(None, (one.problem, other.problem))))
    return Field(observations, one.complete and other.complete, one.why or other.why, problem)


_SPELLINGS: Final[dict[str, tuple[Reader, tuple[str, ...]]]] = {
    "url": (read_address, ("link", "permalink", "page_url", "source_url")),
    "canonical": (read_address, ("canonical_url", "canonical_link", "mainEntityOfPage")),
    "title": (read_string, ("headline", "name")),
    "authors": (authors_from, ("author", "byline", "creator", "by")),
    "publisher": (read_publisher, ("site_name", "sitename", "source_name", "sourceOrganization")),
    "published": (
        read_day,
        (
            "datePublished",
            "date_published",
            "date",
            "publish_date",
            "published_at",
            "published_date",
            "pubDate",
            "firstcreated",
        ),
    ),
    "modified": (
        read_day,
        ("dateModified", "date_modified", "updated", "updated_at", "last_modified", "versioncreated"),
    ),
    "retrieved": (read_day, ("date_download", "crawled_at", "fetched_at", "warc_date")),
    "language": (read_string, ("inLanguage", "lang")),
    "section": (read_string, ("articleSection", "category")),
    "license": (read_string, ("usageterms", "licence")),
    "policies": (policies_from, ()),
    "text": (read_text, ("articleBody", "body", "body_text", "content", "maintext", "raw_text")),
    "links": (listed(link_from, "web addresses"), ("outlinks", "out_links")),
    "citations": (listed(citing.citation_from, "citations"), ("citation", "references")),
    "attributions": (listed(attribution_from, "attributions as `inspect` prints them"), ()),
    "claims": (listed(claim_from, "claims as `inspect` prints them"), ()),
    "repetition": (repetition_from, ()),
    "derivations": (listed(derivation_from, "derivations as `trace` prints them"), ()),
    "has_author": (read_bool, ()),
    "attributed": (read_measure, ()),
    "claims_cited": (read_measure, ()),
    "duplicated": (read_bool, ()),
}

_READERS: Final[dict[object, tuple[str, Reader]]] = {
    **{key: (name, read) for name, (read, others) in _SPELLINGS.items() for key in (name, *others)},
    **{name: ("policies", policy_named(name)) for name in POLICY_NAMES},
}

_HANDLED_ELSEWHERE: Final = frozenset({"id", "html", "@context", "@type", "@id", "schema"})

SPELLINGS: Final[dict[str, tuple[str, ...]]] = {name: (name, *_SPELLINGS[name][1]) for name in FIELDS}
"""Each field with every key that is understood for it, for the documentation and for column mapping."""
