"""The evidence that an audit record keeps, read back: as strictly as the document that it was read in.

Everything has to be of a kind that reading a document gives, and to be written again as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import (
    ALL_FIELDS,
    CREDITS,
    DERIVATION_KINDS,
    DIRECTIONS,
    IN_STRINGS,
    STANDINGS,
    Author,
    Citation,
    CitedDocument,
    Declaration,
    Derivation,
    Identity,
    Link,
    Measure,
    Publisher,
    PublisherPolicy,
    Rating,
)
from provenance.inspection.facts import CLAIM_KEYS, STATEMENT_KEYS, attribution_from, claim_from, facts_from
from provenance.inspection.pieces import DIGEST, Piece
from provenance.inspection.rereading import check_dates, check_sites
from provenance.inspection.writing import SCHEMA, Written, rewritten, without_the_text
from provenance.values.dates import Date
from provenance.values.hosts import Host, Url
from provenance.values.names import KINDS

_ABOUT: Final = (
    "schema",
    "id",
    "digest",
    "text_length",
    "language",
    "lexicon",
    "links_visible",
    "fields",
    "ignored",
)
_WORDS: Final = (
    "attributions",
    "claims",
    "citations",
    "repetition",
    "residue",
    "voice",
    "quotations",
    "quoted_chars",
    "notices",
    "invisible",
    "manifests",
)

_STATES: Final = ("present", "absent", "unknown")
_SCHEMES: Final = ("http", "https")
_HOSTS: Final = ("domain", "platform", "ip", "suffix", "local")
_HOST_FLAGS: Final = ("local", "unlisted_suffix", "host_is_suffix", "no_tenant")
_PRECISIONS: Final = ("year", "month", "day", "minute", "second")
_DATE_FLAGS: Final = (
    "ambiguous_day_month",
    "weekday_mismatch",
    "naive_time",
    "unknown_zone",
    "epoch_zero",
)
_IDENTITIES: Final = ("url", "orcid", "isni", "email")
_DECLARING: Final = ("trust.txt", "ads.txt")
_CITATION_KIND: Final = re.compile(r"[a-z]+")
_MOST_PARTS: Final = 4
"""Author, title, date and locator of a reference."""
_MOST_OF: Final = 10**9 - 1
"""As `record.values.read_measure` takes them."""


def document_from(piece: Piece, *, same_tables: bool) -> Document:
    """The document that an audit record keeps the evidence of; *same_tables* says whether hosts can be read again.

    Raises:
        AuditError: the evidence is not such as reading a document gives; the pointer names the place.
    """
    piece["schema"].word((SCHEMA,))
    length = piece.having(_ABOUT, _WORDS)["text_length"]
    piece.having(_ABOUT if length.value is None else _ABOUT + _WORDS)
    fields = {name: _field(name, field) for name, field in piece["fields"].items()}
    if ("text" in fields and bool(fields["text"].observations)) != (length.value is not None):
        length.refuse("there is a text where its length is given, and nowhere else")
    facts = None if length.value is None else facts_from(piece)
    document = Document(
        piece["id"].string(), fields, ignored=piece["ignored"].strings(), digest=piece["digest"].like(DIGEST)
    )
    Piece(without_the_text(piece.value), piece.at).equal(
        rewritten(document, facts), "is not as evidence is written"
    )
    check_dates(document, piece["fields"])
    if same_tables:
        check_sites(document, piece["fields"])
    return document.with_facts(facts).remembering(Written, Written(document, piece.value))


def _field(name: str, piece: Piece) -> Field[Any]:
    if name not in ALL_FIELDS:
        piece.refuse("there is no such field")
    piece.having(("state",), ("observations", "why", "complete", "problem"))
    seen, why, complete, problem = (piece.get(k) for k in ("observations", "why", "complete", "problem"))
    observations = () if seen is None else tuple(_observation(o, *_SHAPES[name]) for o in seen.each())
    is_absent = piece["state"].word(_STATES) == "absent"
    return Field(
        observations,
        (complete is None or complete.boolean()) if observations else is_absent,
        None if why is None else Why(why.word({*Why})),
        "" if problem is None else problem.string(),
    )


def _observation(
    piece: Piece, read: Callable[[Piece], Any], required: tuple[str, ...], optional: tuple[str, ...]
) -> Observation[Any]:
    piece.having((*required, "channel", "at"), optional)
    return Observation(read(piece), Channel(piece["channel"].word({*Channel})), piece["at"].string())


# --- the values of fields -------------------------------------------------------------------------------------------


def _string(piece: Piece) -> str:
    return piece["value"].string()


def _yes_or_no(piece: Piece) -> bool:
    return piece["value"].boolean()


def _nothing(_: Piece) -> str:
    """A text is not repeated in its evidence."""
    return ""


def _url(piece: Piece) -> Url:
    host = piece["host"].having(("name", "kind", "site", "registrable", "label", "flags", "suffix"))
    return Url(
        piece["value"].name(),
        piece["scheme"].word(_SCHEMES),
        Host(
            host["name"].name(),
            host["kind"].word(_HOSTS),
            host["site"].name(),
            host["registrable"].name(),
            host["label"].string(),
            host["flags"].words(_HOST_FLAGS),
            host["suffix"].string(),
        ),
        piece["path"].name(),
        piece["flags"].words(("userinfo",)),
    )


def date_from(piece: Piece) -> Date:
    """The date that an observation holds."""
    flags, earliest = piece.get("flags"), piece["earliest"]
    first = earliest.integer(-(10**12))
    return Date(
        piece["value"].name(),
        piece["precision"].word(_PRECISIONS),
        first,
        piece["latest"].integer(first),
        () if flags is None else flags.words(_DATE_FLAGS),
    )


def _author(piece: Piece) -> Author:
    identities, about = piece.get("identities"), piece.get("about")
    return Author(
        piece["value"].string(),
        piece["kind"].word(KINDS),
        None if identities is None else tuple(map(_identity, identities.each())),
        None if about is None else about.boolean(),
    )


def _identity(piece: Piece) -> Identity:
    found = tuple(piece.each())
    if len(found) != len(Identity._fields):
        piece.refuse("expected kind, value and site")
    kind, value, site = found
    return Identity(kind.word(_IDENTITIES), value.name(), site.string())


def _publisher(piece: Piece) -> Publisher:
    return Publisher(piece["value"].name())


def _policy(piece: Piece) -> PublisherPolicy:
    return PublisherPolicy(piece["name"].string(), piece["value"].string())


def _link(piece: Piece) -> Link:
    start, end = piece.get("start"), piece.get("end")
    if start is None or end is None:
        return Link(piece["value"].name(), piece["site"].string())
    return Link(piece["value"].name(), piece["site"].string(), first := start.integer(0), end.integer(first))


def _citation(piece: Piece) -> Citation:
    return Citation(
        piece["kind"].like(_CITATION_KIND),
        piece["value"].string(),
        piece["site"].string(),
        piece["valid"].or_null(Piece.boolean),
        piece["parts"].integer(0, _MOST_PARTS),
        piece["own"].boolean(),
    )


def _measure(piece: Piece) -> Measure:
    of = piece["of"].integer(0, _MOST_OF)
    return Measure(piece["good"].integer(0, of), of)


def _derivation(piece: Piece) -> Derivation:
    return Derivation(
        piece["document"].string(),
        piece["source"].string(),
        piece["kind"].word(DERIVATION_KINDS),
        piece["direction"].word(DIRECTIONS),
        piece["credit"].word(CREDITS),
    )


def _cited_document(piece: Piece) -> CitedDocument:
    return CitedDocument(
        piece["value"].string(),
        piece["document"].string(),
        piece["alike"].strings(),
        piece["circle"].strings(),
        piece["road"].strings(),
    )


def _rating(piece: Piece) -> Rating:
    return Rating(
        piece["value"].name(),
        piece["rater"].name(),
        piece["scale"].string(),
        piece["date"].string(),
        piece["licence"].string(),
        piece["scope"].name(),
    )


def _declaration(piece: Piece) -> Declaration:
    return Declaration(
        piece["file"].word(_DECLARING),
        piece["name"].name(),
        piece["value"].string(),
        piece["standing"].word(("", *STANDINGS)),
    )


_VALUE: Final = ("value",)
_Shape = tuple[Callable[[Piece], Any], tuple[str, ...], tuple[str, ...]]
_ADDRESS: Final[_Shape] = (_url, ("value", "scheme", "path", "flags", "host"), ())
_DATE: Final[_Shape] = (date_from, ("value", "precision", "earliest", "latest"), ("flags",))
_SHARE: Final[_Shape] = (_measure, ("value", "good", "of"), ())

_SHAPES: Final[dict[str, _Shape]] = {
    **dict.fromkeys(("url", "canonical"), _ADDRESS),
    **dict.fromkeys(("published", "modified", "retrieved"), _DATE),
    **dict.fromkeys(IN_STRINGS, (_string, _VALUE, ())),
    "authors": (_author, ("value", "kind"), ("identities", "about")),
    "publisher": (_publisher, _VALUE, ()),
    "policies": (_policy, ("value", "name"), ()),
    "text": (_nothing, (), ()),
    "links": (_link, ("value", "site"), ("start", "end")),
    "citations": (_citation, ("value", "kind", "site", "valid", "parts", "own"), ()),
    "attributions": (attribution_from, ("value", *STATEMENT_KEYS), ("repeated",)),
    "claims": (claim_from, ("value", *CLAIM_KEYS), ("repeated",)),
    "derivations": (_derivation, ("value", *Derivation._fields), ()),
    "cited_documents": (_cited_document, ("value", "document", "alike", "circle", "road"), ()),
    "ratings": (_rating, ("value", "rater", "scale", "date", "licence", "scope"), ()),
    "declarations": (_declaration, Declaration._fields, ()),
    **dict.fromkeys(("repetition", "attributed", "claims_cited"), _SHARE),
    **dict.fromkeys(("has_author", "duplicated"), (_yes_or_no, _VALUE, ())),
}
"""For every field what reads a value of it, the keys that it must have, and those that it can."""
