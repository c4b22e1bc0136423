"""A document: what is known of one text, field by field, before anybody judges it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from math import isfinite
from operator import attrgetter
from typing import Any, Final, TypeVar

from provenance.codec import digest_of, encoding
from provenance.errors import InputError, InvalidArgumentError, expect, near, shown
from provenance.evidence import ABSENT, HIDDEN, NOT_SUPPLIED, Channel, Field, Observation, Why, without
from provenance.fields import (
    ALL_FIELDS,
    Author,
    Citation,
    CitedDocument,
    Declaration,
    Derivation,
    Link,
    Measure,
    Publisher,
    PublisherPolicy,
    Rating,
)
from provenance.record import COMMON, Reading, at_path, looked_for_of, read_fields, sound
from provenance.text.facts import Attribution, Claim, PlacedLink, TextFacts
from provenance.values.dates import Date
from provenance.values.hosts import Url

T = TypeVar("T")

_BARE_TEXT: Final[dict[str, Field[Any]]] = {
    **dict.fromkeys(("citations", "attributions", "claims", "attributed", "claims_cited"), ABSENT),
    "links": Field((), False, Why.NOT_SHOWN),
}
"""What a bare text settles besides its words: no caller adds lists of his own, and no link can be seen."""

_site_of: Final[Callable[[Observation[Url]], str]] = attrgetter("value.host.site")
_ascii_json: Final = encoding(json.JSONEncoder(sort_keys=True, separators=(",", ":")))
_NOT_YET: Final[Any] = object()
_FIELDS: Final = frozenset(ALL_FIELDS)
_BESIDE_FIELDS: Final = frozenset({"id", "digest", "ignored", "brings"})
"""What a document is, and who made it of what, beside what is known of it."""
_READ_WITH: Final = frozenset({"text", "links"})
"""Fields on which hangs what the words of a text show."""
_NUMBERED: Final = 2**128
"""Numbers that serve as ids are smaller: of all that do, a UUID takes the most bits (RFC 9562 §4)."""
_NO_COLUMNS: Final[Mapping[str, str]] = {}


@lru_cache(maxsize=64)
def _reading(columns: tuple[tuple[str, str], ...]) -> Reading:
    return Reading.of(dict(columns))


def _reading_by(columns: Mapping[str, str]) -> Reading:
    """How records with these columns are read."""
    try:
        return _reading(tuple(columns.items()))
    except (AttributeError, TypeError):  # what they are instead is said by whoever reads them
        return Reading.of(columns)


class Document:
    """What is known of one text, as metadata; a value, read-only by convention, cheap to make by the million.

    Make one with `from_record`, `from_text`, or the readers of `provenance.reading`. Its fields are attributes, each a
    `Field`; one that nobody supplied is unknown.

    Attributes:
        id: what it is called.
        ignored: keys of its record that nobody understood.
        url: where it was found.
        canonical: the address that it calls its own.
        title: its title.
        authors: who wrote it, as named.
        publisher: who published it, as named.
        published: when it was first published.
        modified: when it was last changed.
        retrieved: when it was fetched.
        language: the language that it is said to be in.
        license: under which licence it stands.
        policies: what its publisher discloses.
        genre: what kind of text it is said to be.
        section: the section that it stands in.
        source_type: how it is said to have been made: an IPTC digital source type.
        corrections: what is said to have been corrected in it.
        reservations: what is said of its use for training and mining.
        text: its words.
        links: where it links to.
        citations: what it cites, as a list that was brought along.
        attributions: who says what, as a list that was brought along.
        claims: its checkable sentences, as a list that was brought along.
        repetition: how much of it repeats itself, as brought along.
        derivations: the documents that it shares text with.
        cited_documents: the documents of an index that it cites; not supplied where there is no index.
        ratings: what others say of its publisher, as the user's registries have it.
        declarations: what its publisher's trust.txt and ads.txt state, as the user's registries have them.
        has_author: whether it names an author, as a plain answer.
        attributed: how many statements have a source, as a plain answer.
        claims_cited: how many claims carry a source, as a plain answer.
        duplicated: whether it stands elsewhere too, as a plain answer.
    """

    __slots__ = ("__dict__", "_content", "_derived", "_digest", "id", "ignored")

    # What is known of a field stands in the instance, by its name, and what nobody supplied here: a property would
    # be asked some thirty times for each document that is scored, and cost as much as four signals.
    url: Final[Field[Url]] = NOT_SUPPLIED
    canonical: Final[Field[Url]] = NOT_SUPPLIED
    title: Final[Field[str]] = NOT_SUPPLIED
    authors: Final[Field[Author]] = NOT_SUPPLIED
    publisher: Final[Field[Publisher]] = NOT_SUPPLIED
    published: Final[Field[Date]] = NOT_SUPPLIED
    modified: Final[Field[Date]] = NOT_SUPPLIED
    retrieved: Final[Field[Date]] = NOT_SUPPLIED
    language: Final[Field[str]] = NOT_SUPPLIED
    license: Final[Field[str]] = NOT_SUPPLIED
    policies: Final[Field[PublisherPolicy]] = NOT_SUPPLIED
    genre: Final[Field[str]] = NOT_SUPPLIED
    section: Final[Field[str]] = NOT_SUPPLIED
    source_type: Final[Field[str]] = NOT_SUPPLIED
    corrections: Final[Field[str]] = NOT_SUPPLIED
    reservations: Final[Field[str]] = NOT_SUPPLIED
    text: Final[Field[str]] = NOT_SUPPLIED
    links: Final[Field[Link]] = NOT_SUPPLIED
    citations: Final[Field[Citation]] = NOT_SUPPLIED
    attributions: Final[Field[Attribution]] = NOT_SUPPLIED
    claims: Final[Field[Claim]] = NOT_SUPPLIED
    repetition: Final[Field[Measure]] = NOT_SUPPLIED
    derivations: Final[Field[Derivation]] = NOT_SUPPLIED
    cited_documents: Final[Field[CitedDocument]] = NOT_SUPPLIED
    ratings: Final[Field[Rating]] = NOT_SUPPLIED
    declarations: Final[Field[Declaration]] = NOT_SUPPLIED
    has_author: Final[Field[bool]] = NOT_SUPPLIED
    attributed: Final[Field[Measure]] = NOT_SUPPLIED
    claims_cited: Final[Field[Measure]] = NOT_SUPPLIED
    duplicated: Final[Field[bool]] = NOT_SUPPLIED

    def __init__(
        self,
        id: str,
        fields: Mapping[str, Field[Any]],
        *,
        content: object = None,
        ignored: tuple[str, ...] = (),
        digest: str = "",
    ) -> None:
        if id.__class__ is not str:
            expect("id", id, str, "a string")
        self.id = sound(id)
        self.__dict__ = fields.copy() if fields.__class__ is dict else dict(fields)
        self.ignored = ignored
        self._content = content
        self._digest = digest
        self._derived: dict[object, Any] = {}

    # -- making one --------------------------------------------------------------------------------------------------

    @classmethod
    def from_record(
        cls,
        record: object,
        *,
        default_id: str = "",
        observed: Iterable[str] = (),
        columns: Mapping[str, str] = _NO_COLUMNS,
    ) -> Document:
        """The document that a JSON record describes (`reference/record` lists the keys).

        Args:
            record: the object, as `json.loads` gives it; days, tuples, arrays and other values of Python are read as JSON
                would write them. It is not copied, and its digest is taken when somebody first asks for it, as
                `Assessment.to_record` does: whoever means to change it, or to fill it anew, asks for `digest` before, or
                hands in a copy. Else an audit record names the digest of other content than its evidence was read from.
            default_id: the id of a record that brings none.
            observed: fields that were looked for in every record, so that missing or null means absent.
            columns: where fields stand whose keys are not understood: ``{"published": "date_field"}``; a path such as
                ``metadata.date`` leads into objects.

        Raises:
            InputError: it is not an object, its keys are not strings, it holds what JSON has no place for, or it
                contradicts itself.
            ConfigurationError: *observed* is no list of fields, or *columns* names what is none.

        >>> Document.from_record({"id": "a", "authors": ["Jane Doe"]}).authors.values[0].name
        'Jane Doe'
        """
        reading = _reading_by(columns) if columns else COMMON
        fields, ignored, whole = read_fields(record, reading)
        name = ""
        for key in reading.id_keys:
            if name := _name_of(whole.get(key)):
                break
        if observed != ():
            for field in looked_for_of(observed):
                fields.setdefault(field, ABSENT)
        return cls(name or default_id, fields, content=whole, ignored=ignored)

    @classmethod
    def from_text(cls, text: str, *, id: str = "", content: bytes | None = None) -> Document:
        """The document that a bare text shows: its words are known, its publisher, author, date and links are not.

        `content` are the bytes that the text was decoded from, for the digest.

        >>> Document.from_text("She said so.").publisher.state
        <State.UNKNOWN: 'unknown'>
        """
        if not isinstance(text, str):
            raise InputError(f"a text is a string, not a {type(text).__name__}")
        expect("content", content, (bytes, type(None)), "bytes")
        field = Field((Observation(sound(text), Channel.TEXT, ""),), True) if text.strip() else ABSENT
        source = text.encode("utf-8", "surrogatepass") if content is None else content
        return cls(id, {**_BARE_TEXT, "text": field}, content=source)

    def hiding(self, name: str, position: int | None = None) -> Document:
        """This document as someone knows it who missed the field *name*, or only its observation at *position*.

        Raises:
            ConfigurationError: no document has such a field.
        """
        known = self.field(name)
        field: Field[Any] = HIDDEN if position is None else without(known, position)
        return Document(self.id, {**self.fields, name: field}, digest=self.digest, ignored=self.ignored)

    def with_field(self, name: str, field: Field[Any]) -> Document:
        """This document with *field* as what is known of *name*; its words are read once for both (`facts`)."""
        more = Document(self.id, {**self.fields, name: field}, digest=self.digest, ignored=self.ignored)
        return more if name in _READ_WITH else more.remembering(_Words, self.derived(_Words))

    def through(self, fields: Mapping[str, Field[Any]], looked: Callable[[str], None]) -> Document:
        """This document with *fields*, its own, in a mapping that watches who looks at them.

        *looked* is told who looks at what else a document is: its id, its digest, what else its record holds. Its words
        are read once for both: whoever asks what they show has looked at the text (`facts`).
        """
        made = _Through(self.id, {}, content=self._content, ignored=self.ignored, digest=self._digest)
        made.watched, made.looked = fields, looked
        return made.remembering(_Words, _Words(self, self.facts))

    def replacing(self, name: str, field: Field[Any]) -> Document:
        """This document with *field* as what is known of *name*; what its words show stays as it was read."""
        made = Document(self.id, {**self.fields, name: field}, digest=self.digest, ignored=self.ignored)
        return made if name == "text" or self.facts is None else made.with_facts(self.facts)

    def denying(self, name: str, position: int) -> Document:
        """This document as it is if the observation at *position* of the field *name* is false: not there, and looked for as before."""
        field = self.field(name)
        return self.replacing(name, field._replace(observations=without(field, position).observations))

    def with_facts(self, facts: TextFacts | None) -> Document:
        """This document with *facts* as what its words show; None if it has none."""
        made = Document(
            self.id, self.fields, content=self._content, ignored=self.ignored, digest=self._digest
        )  # the digest is for whoever asks: to take it costs as much as a quarter of the signals
        return made.remembering(_Words, _Words(self, facts))

    # -- what it is --------------------------------------------------------------------------------------------------

    @property
    def digest(self) -> str:
        """``sha256:…`` of the file's bytes, or of the record's canonical JSON."""
        if not self._digest:
            self._digest = digest_of(_bytes_of(self._content))
        return self._digest

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """What is known, by the names of the fields."""
        return self.__dict__

    def brings(self, column: str) -> bool:
        """Whether the record that it was made of holds something under this key, or at this path."""
        return isinstance(self._content, Mapping) and at_path(self._content, column) is not None

    def field(self, name: str) -> Field[Any]:
        """The field *name*; one that nobody supplied is unknown.

        Raises:
            ConfigurationError: no document has such a field.
        """
        if name not in _FIELDS:
            raise InvalidArgumentError(
                "field", f"there is no field {shown(name)}{near(str(name), ALL_FIELDS)}"
            )
        return self.fields.get(name, NOT_SUPPLIED)

    def derived(self, make: Callable[[Document], T]) -> T:
        """What *make* finds out about this document, found out once."""
        known: T = self._derived.get(make, _NOT_YET)
        if known is _NOT_YET:
            known = self._derived[make] = make(self)
        return known

    def remembering(self, make: Callable[[Document], T], answer: T) -> Document:
        """This document, of which what *make* finds out is known already."""
        self._derived[make] = answer
        return self

    def __eq__(self, other: object) -> bool:
        """Whether both are called the same, are of the same bytes, and the same is known of them."""
        if not isinstance(other, Document):
            return NotImplemented
        return (self.id, self.digest, self.fields) == (other.id, other.digest, other.fields)

    def __hash__(self) -> int:
        return hash((self.id, self.digest))

    def __repr__(self) -> str:
        known = [name for name in ALL_FIELDS if name in self.fields]
        return f"<Document {self.id!r}: {', '.join(known) or 'nothing known'}>"

    # -- what is read in it ------------------------------------------------------------------------------------------

    @property
    def facts(self) -> TextFacts | None:
        """What its words show by themselves, read at the first look; None where there are no words."""
        if self.text is NOT_SUPPLIED:
            return None
        words = self.derived(_Words)
        return words.read[0] if words.read else words.read_in(self)

    @property
    def own_sites(self) -> frozenset[str] | None:
        """The sites that are its own; None while its address is unknown. One without an address owns none."""
        url = self.url
        if not url.observations and not url.complete:
            return None
        return frozenset(map(_site_of, url.observations))


class _Through(Document):
    """A document whose fields are looked up where they are watched, and not in itself; what else is looked at it tells."""

    __slots__ = ("looked", "watched")

    watched: Mapping[str, Field[Any]]
    looked: Callable[[str], None]

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            return self.field(name)
        if name in _BESIDE_FIELDS:
            self.looked(name)
        return super().__getattribute__(name)

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        return self.watched


class _Words:
    """What words show, read at the first look: one for all documents that have the same."""

    __slots__ = ("read",)

    def __init__(self, _document: Document, *read: TextFacts | None) -> None:
        self.read = read  # what they show, once that is known

    def read_in(self, document: Document) -> TextFacts | None:
        """What they show, where *document* is one of those that have them."""
        if not self.read:
            self.read = (_read_words(document),)
        return self.read[0]


def _name_of(given: object) -> str:
    """What an id calls a document: a string, or a number as JSON writes it; empty if it is neither."""
    if isinstance(given, str):
        return given
    is_number = (type(given) is int and abs(given) < _NUMBERED) or (type(given) is float and isfinite(given))
    return repr(given) if is_number else ""


def _read_words(document: Document) -> TextFacts | None:
    text = document.text.first
    if text is None:
        return None
    from provenance.text.reader import read  # the lexicon is only loaded for those who bring text

    placed = [
        PlacedLink(link.start, link.end, link.target)
        for link in document.links.values
        if link.start >= 0 and link.end <= len(text)
    ]
    return read(text, links=sorted(placed))


def _bytes_of(content: object) -> bytes:
    """The bytes a digest is taken of; canonical JSON does not depend on the order of keys."""
    if isinstance(content, bytes):
        return content
    try:
        return _ascii_json(content).encode("ascii")
    except (TypeError, ValueError, RecursionError) as problem:
        raise InputError(f"the record cannot be written as JSON: {problem}") from None
