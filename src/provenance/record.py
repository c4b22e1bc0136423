"""Layer 2: the input contract: a JSON object in, evidence field by field out (DESIGN §4.2).

A key that is missing or null is unknown; ``[]`` and ``""`` are absent; a field listed under ``observed`` that is
missing or null is absent; what cannot be read is unknown and says what was expected. A value may also be given as an
observation, ``{"value": …, "channel": "json-ld"}``, or a list of those, as `inspect` prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from provenance import citing
from provenance.errors import InputError, shown
from provenance.evidence import ABSENT, Channel, Field, Observation, Why, unreadable
from provenance.fields import (
    FIELDS,
    NAMED_AUTHORS,
    PLAIN_ANSWERS,
    Author,
    Derivation,
    Identity,
    Link,
    Measure,
    Policy,
    Publisher,
)
from provenance.given import attribution_from, claim_from, repetition_from
from provenance.values.dates import Date, read_date
from provenance.values.hosts import read_url
from provenance.values.identifiers import read_identifier
from provenance.values.names import read_authors

Reader = Callable[[object, str], "Field[Any]"]


class RecordFields(NamedTuple):
    """What a record says, field by field, and the keys that nobody understood."""

    fields: dict[str, Field[Any]]
    ignored: tuple[str, ...]


def read_fields(record: object) -> RecordFields:
    """The fields of a record.

    Raises:
        InputError: it is not a JSON object, or it contradicts itself.
    """
    if not isinstance(record, Mapping):
        raise InputError(f"a record is a JSON object, not {_kind(record)}")
    fields: dict[str, Field[Any]] = {}
    ignored: list[str] = []
    observed: object = None
    for key, value in record.items():
        known = _READERS.get(key)
        if known is not None:
            if value is not None:
                name, read = known
                field = read(value, f"/{key}")
                fields[name] = _merged(fields[name], field) if name in fields else field
        elif key == "observed":
            observed = value
        elif key not in _HANDLED_ELSEWHERE:
            if not isinstance(key, str):
                raise InputError(f"the keys of a record are strings, not {_kind(key)}")
            ignored.append(key)
    if record.get("html") is not None:
        _read_page(fields, record["html"])
    if observed is not None:
        _mark_observed(fields, observed)
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
    names = value if isinstance(value, (list, tuple)) else [value]
    return tuple(_READERS[name][0] for name in names if isinstance(name, str) and name in _READERS)


def _mark_observed(fields: dict[str, Field[Any]], observed: object) -> None:
    for name in observed_names(observed):
        if name not in fields:
            fields[name] = ABSENT


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


def _merged(one: Field[Any], other: Field[Any]) -> Field[Any]:
    """Two keys that give the same field: everything observed, in an order that does not hang on the order of keys."""
    observations = tuple(sorted(one.observations + other.observations, key=lambda o: o.at))
    problem = "; ".join(sorted(filter(None, (one.problem, other.problem))))
    return Field(observations, one.complete and other.complete, one.why or other.why, problem)


# --- reading one value ----------------------------------------------------------------------------------------------


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(
        type(value), "a number" if isinstance(value, (int, float)) else f"a {type(value).__name__}"
    )


def _expected(what: str, value: object) -> Field[Any]:
    return unreadable(f"expected {what}, found {_kind(value)}")


def _channel(item: Mapping[str, object]) -> Channel:
    try:
        return Channel(str(item.get("channel", Channel.CALLER)))
    except ValueError:
        return Channel.CALLER


def _items(value: object, at: str) -> list[tuple[object, Channel, str]]:
    """The values given, each with its channel and place; observation objects are opened."""
    if not isinstance(value, list):
        if isinstance(value, dict) and "value" in value:
            return [(_opened(value), _channel(value), at)]
        return [(value, Channel.CALLER, at)]
    return [
        (_opened(item), _channel(item), f"{at}/{n}")
        if isinstance(item, dict) and "value" in item
        else (item, Channel.CALLER, f"{at}/{n}")
        for n, item in enumerate(value)
        if item is not None
    ]


def _opened(item: Mapping[str, object]) -> object:
    """The value of an observation; what else it carries (kind, identities) stays with it as an object."""
    more = {
        k: v for k, v in item.items() if k not in ("value", "channel", "at", "precision", "kind", "flags")
    }
    return {"name": item["value"], **more} if more else item["value"]


def _scalar(parse: Callable[[str], object], what: str, *names: str) -> Reader:
    """A reader for fields whose values are single strings; an object counts by the first of *names* that it has."""

    def read(value: object, at: str) -> Field[Any]:
        if value.__class__ is str:  # the common case, kept short: this runs for every field of every record
            if not value or value.isspace():
                return ABSENT
            parsed = parse(value)
            if parsed is None:
                return unreadable(f"expected {what}, found {shown(value)}")
            return Field((Observation(parsed, Channel.CALLER, at),), True)
        observations, problem = [], ""
        items = _items(value, at)
        for item, channel, place in items:
            text = _text_of(item, names)
            parsed = parse(text) if text else None
            if parsed is not None:
                observations.append(Observation(parsed, channel, place))
            elif text is None or text:
                problem = f"expected {what}, found {shown(item) if text else _kind(item)}"
        if not observations and not problem:
            return ABSENT
        return Field(tuple(observations), not problem, Why.MALFORMED if problem else None, problem)

    return read


def _text_of(item: object, names: tuple[str, ...]) -> str | None:
    """The string in *item*: itself, or of an object the first of *names*; None where there is none to read."""
    if isinstance(item, dict):
        item = next((item[name] for name in names if isinstance(item.get(name), str)), None)
    if isinstance(item, bool) or not isinstance(item, (str, int)):
        return None
    return item.strip() if isinstance(item, str) else (str(item) if abs(item) < 10**15 else None)


def _string(text: str) -> str | None:
    return text.strip() or None


def _publisher(text: str) -> Publisher | None:
    name = " ".join(text.split())
    return Publisher(name) if any(c.isalnum() for c in name) else None


_read_publisher = _scalar(_publisher, "a name", "name", "legalName")
_read_url = _scalar(read_url, "an absolute http or https address", "@id", "url", "name")
_read_string = _scalar(_string, "a string", "name", "url", "@id")


def _date(text: str) -> Date | None:
    return read_date(text)


_read_date = _scalar(_date, "a date with a year", "@value", "name")


def _read_text(value: object, at: str) -> Field[Any]:
    if not isinstance(value, str):
        return _expected("a string", value)
    if not value or value.isspace():
        return ABSENT
    return Field((Observation(value, Channel.CALLER, at),), True)


def _read_bool(value: object, at: str) -> Field[Any]:
    if isinstance(value, bool):
        return Field((Observation(value, Channel.CALLER, at),), True)
    return _expected("true or false", value)


def _read_measure(value: object, at: str) -> Field[Any]:
    if isinstance(value, bool):
        return Field((Observation(Measure(int(value), 1), Channel.CALLER, at),), True)
    match value:
        case [int(good), int(of)] if (
            not isinstance(good, bool) and not isinstance(of, bool) and 0 <= good <= of < 10**9
        ):
            return Field((Observation(Measure(good, of), Channel.CALLER, at),), True)
    return _expected("true, false or [how many, of how many]", value)


# --- authors --------------------------------------------------------------------------------------------------------

_IDENTITY_KEYS: Final = ("url", "sameAs", "identifier", "orcid", "email", "identities")
_ABOUT_KEYS: Final = ("description", "jobTitle", "affiliation", "knowsAbout", "worksFor", "about")


def _read_authors(value: object, at: str) -> Field[Any]:
    observations: list[Observation[Author]] = []
    problem = ""
    items = _items(value, at)
    for item, channel, place in items:
        name = _text_of(item, ("name",))
        if name is None:
            problem = f"expected a name, found {_kind(item)}"
            continue
        for read in read_authors([name]):
            author = Author(read.name, read.kind)
            observations.append(
                Observation(_detailed(author, item) if isinstance(item, dict) else author, channel, place)
            )
    if not observations and not problem:
        return ABSENT
    return Field(tuple(observations), not problem, Why.MALFORMED if problem else None, problem)


def _detailed(author: Author, item: Mapping[str, object]) -> Author:
    """*author* with what the object says beyond the name."""
    identities: tuple[Identity, ...] | None = None
    if any(item.get(key) is not None for key in _IDENTITY_KEYS):
        identities = tuple(
            i
            for key in _IDENTITY_KEYS
            for text in _strings(item.get(key))
            if (i := identity(text)) is not None
        )
    about: bool | None = None
    if any(item.get(key) is not None for key in _ABOUT_KEYS):
        about = any(bool(item.get(key)) for key in _ABOUT_KEYS)
    kind = author.kind
    if kind == "person" and "Organi" in str(item.get("@type", "")):
        kind = "organisation"
    return Author(author.name, kind, identities, about)


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for v in values if (text := _text_of(v, ("value", "@id", "url", "name")))]


def identity(text: str) -> Identity | None:
    """What *text* identifies an author by: a valid ORCID or ISNI, an address on the web, or e-mail; else None."""
    known = read_identifier(text)
    if known is not None and known.scheme in ("orcid", "isni"):
        return Identity(known.scheme, known.value) if known.valid else None
    url = read_url(text)
    if url is not None:
        return Identity("url", url.text, url.site)
    name, at, host = text.removeprefix("mailto:").rpartition("@")
    if at and name and not any(c.isspace() for c in text):
        mail = read_url(f"https://{host}/")
        return None if mail is None else Identity("email", text.removeprefix("mailto:"), mail.site)
    return None


# --- policies -------------------------------------------------------------------------------------------------------

POLICY_NAMES: Final = (
    "publishingPrinciples",
    "ethicsPolicy",
    "diversityPolicy",
    "correctionsPolicy",
    "ownershipFundingInfo",
    "parentOrganization",
    "funder",
    "masthead",
    "unnamedSourcesPolicy",
    "verificationFactCheckingPolicy",
    "actionableFeedbackPolicy",
    "contactPoint",
    "noBylinesPolicy",
    "missionCoveragePrioritiesPolicy",
)
"""The disclosures of a publisher that are understood, under their schema.org names."""


def _read_policies(value: object, at: str) -> Field[Any]:
    if value in ("", [], {}):
        return ABSENT
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = dict.fromkeys(value, "stated")
    if not isinstance(value, dict):
        return _expected("an object of policies by their schema.org names", value)
    found, unseen = [], False
    for name, what in value.items():
        text = _text_of(what, ("url", "@id", "name", "telephone", "email", "value"))
        unseen = unseen or text is None
        if text and isinstance(name, str):
            found.append(
                Observation(
                    Policy(name, text),
                    _channel(what) if isinstance(what, dict) else Channel.CALLER,
                    f"{at}/{name}",
                )
            )
    return Field(tuple(sorted(found)), not unseen, Why.NOT_SUPPLIED if unseen else None)


def _read_one_policy(name: str) -> Reader:
    """A schema.org property at the top of a record shows its policy, and says nothing of the others."""

    def read(value: object, at: str) -> Field[Any]:
        found = _read_policies({name: value}, "")
        return Field(
            tuple(Observation(o.value, o.channel, at) for o in found.observations), False, Why.NOT_SUPPLIED
        )

    return read


# --- lists ----------------------------------------------------------------------------------------------------------


def _list(parse: Callable[[object], object], what: str) -> Reader:
    """A reader for lists; an item that cannot be read leaves the list incomplete."""

    def read(value: object, at: str) -> Field[Any]:
        if value in ("", {}):
            return ABSENT
        if not isinstance(value, list):
            return _expected(f"a list of {what}", value)
        observations, problem = [], ""
        for n, item in enumerate(value):
            parsed = parse(item)
            if parsed is None:
                problem = f"/{n}: expected {what}, found {shown(item)}"
            elif parsed != ():
                observations.append(Observation(parsed, Channel.CALLER, f"{at}/{n}"))
        return Field(tuple(observations), not problem, Why.MALFORMED if problem else None, problem)

    return read


_NOT_CITING: Final = ("#", "mailto:", "javascript:", "tel:", "data:", "about:", "sms:", "whatsapp:")


def _link(item: object) -> Link | tuple[()] | None:
    """A link; an empty tuple for what leads nowhere (a mail address, a script), None for what cannot be read."""
    start = end = -1
    if isinstance(item, dict):
        start, end = _offsets(item)
        item = next(
            (item[k] for k in ("target", "url", "href", "value", "@id") if isinstance(item.get(k), str)), None
        )
    if not isinstance(item, str) or not item.strip():
        return None
    text = item.strip()
    url = read_url(text)
    if url is not None:
        return Link(text, url.site, start, end)
    if text.lower().startswith(_NOT_CITING):
        return ()
    if ":" in text.split("/", 1)[0] or any(c.isspace() for c in text) or text.startswith("//"):
        return None
    return Link(text, "", start, end) if text.startswith(("/", "?", ".")) else None


def _offsets(item: Mapping[str, object]) -> tuple[int, int]:
    start, end = item.get("start"), item.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end < 10**12:
        return int(start), int(end)
    return -1, -1


def _derivation(item: object) -> Derivation | None:
    if not isinstance(item, dict):
        return None
    values = [item.get(key) for key in ("document", "source", "kind")]
    document, source, kind = (value if isinstance(value, str) else "" for value in values)
    if kind not in ("overlap", "exact", "near_duplicate", "partial", "quotation"):
        return None
    direction, credit = item.get("direction"), item.get("credit")
    return Derivation(
        document,
        source,
        kind,
        direction if isinstance(direction, str) and direction in ("dated", "credited") else "undetermined",
        credit if isinstance(credit, str) and credit in ("accurate", "inaccurate", "none") else "unclear",
    )


# --- which key gives which field ------------------------------------------------------------------------------------

_SPELLINGS: Final[dict[str, tuple[Reader, tuple[str, ...]]]] = {
    "url": (_read_url, ("link", "permalink", "page_url", "source_url")),
    "canonical": (_read_url, ("canonical_url", "canonical_link", "mainEntityOfPage")),
    "title": (_read_string, ("headline", "name")),
    "authors": (_read_authors, ("author", "byline", "creator", "by")),
    "publisher": (_read_publisher, ("site_name", "sitename", "source_name", "sourceOrganization")),
    "published": (
        _read_date,
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
        _read_date,
        ("dateModified", "date_modified", "updated", "updated_at", "last_modified", "versioncreated"),
    ),
    "retrieved": (_read_date, ("date_download", "crawled_at", "fetched_at", "warc_date")),
    "language": (_read_string, ("inLanguage", "lang")),
    "section": (_read_string, ("articleSection", "category")),
    "license": (_read_string, ("usageterms", "licence")),
    "policies": (_read_policies, ()),
    "text": (_read_text, ("articleBody", "body", "body_text", "content", "maintext", "raw_text")),
    "links": (_list(_link, "web addresses"), ("outlinks", "out_links")),
    "citations": (_list(citing.citation_from, "citations"), ("citation", "references")),
    "attributions": (_list(attribution_from, "attributions as `inspect` prints them"), ()),
    "claims": (_list(claim_from, "claims as `inspect` prints them"), ()),
    "repetition": (repetition_from, ()),
    "derivations": (_list(_derivation, "derivations as `trace` prints them"), ()),
    "has_author": (_read_bool, ()),
    "attributed": (_read_measure, ()),
    "claims_cited": (_read_measure, ()),
    "duplicated": (_read_bool, ()),
}

_READERS: Final[dict[object, tuple[str, Reader]]] = {
    **{key: (name, read) for name, (read, others) in _SPELLINGS.items() for key in (name, *others)},
    **{name: ("policies", _read_one_policy(name)) for name in POLICY_NAMES},
}

_HANDLED_ELSEWHERE: Final = frozenset({"id", "html", "@context", "@type", "@id", "schema"})

SPELLINGS: Final[dict[str, tuple[str, ...]]] = {name: (name, *_SPELLINGS[name][1]) for name in FIELDS}
"""Each field with every key that is understood for it, for the documentation and for column mapping."""
