"""What a frozen index says of a document, laid beside what the document says itself."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from os import PathLike, fspath
from typing import Any, Final

from provenance.cited import cited
from provenance.citing import target_of
from provenance.corpus.citations import Citing, citations
from provenance.corpus.entry import Entry, entry_of
from provenance.corpus.independence import common_origin, rests_on, way
from provenance.corpus.index import Index
from provenance.document import Document
from provenance.errors import ConfigurationError
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import CitedDocument, Derivation


class CorpusEvidence:
    """An index that scoring asks; it is opened for reading once in every thread and process, and travels as its path.

    *affiliates* are the sites that belong together with the publishers of what is scored.
    """

    def __init__(self, path: str | PathLike[str], affiliates: Collection[str] = ()) -> None:
        self.path = fspath(path)
        self._affiliates = frozenset(affiliates)
        self._opened = threading.local()
        index = self._opened.index = Index.open(self.path)
        self.digest = index.digest

    def __getstate__(self) -> dict[str, Any]:
        return {"path": self.path, "digest": self.digest, "_affiliates": self._affiliates}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _opened=threading.local())

    def _index(self) -> Index:
        index: Index | None = getattr(self._opened, "index", None)
        if index is None:
            index = self._opened.index = Index.open(self.path)
        return index

    @contextmanager
    def _held(self) -> Iterator[None]:
        """The index as it is named in every record, while the block asks it.

        Raises:
            ConfigurationError: it is another by now.
        """
        index = self._index()
        with index.held():
            if index.digest != self.digest:
                raise ConfigurationError(
                    f"{self.path}: the index was changed or replaced since it was opened to score with: begin again"
                )
            yield

    def informed(self, document: Document) -> Document:
        """*document* with what the index finds of it: whose text it shares, and which documents it cites.

        Raises:
            ConfigurationError: the index is not the one that was opened at first.
        """
        informed = self._with_derivations(document)
        addresses = {c.target for c in cited(informed) if c.kind in ("link", "archive") and not c.own}
        with self._held():
            return informed.with_field("cited_documents", self._cited_by(informed, sorted(addresses)))

    def _with_derivations(self, document: Document) -> Document:
        """*document* with the derivations that the index finds for it.

        Where there is an index, it decides what is copied: the plain answer `duplicated` is left aside. While the text
        is unknown, the index could find copies of it, so that nothing is settled; without a text there is nothing to
        look for, and the document stays as it is.
        """
        text, given = document.text, document.derivations
        if text.complete and not text.observations:
            return document
        fields = {name: field for name, field in document.fields.items() if name != "duplicated"}
        if text.observations:
            with self._held():
                shared = self._derivations_of(document)
            found = tuple(
                Observation(
                    _as_far_as_known(derivation, document),
                    Channel.CORPUS,
                    f"corpus:{derivation.kind}:{_other(derivation, document.id)}",
                )
                for derivation in shared
            )
            complete = given.complete or given.why is Why.NOT_SUPPLIED
            derivations: Field[Any] = Field(
                given.observations + found, complete, None if complete else given.why
            )
        else:
            derivations = Field(given.observations, False, Why.TEXT_UNKNOWN)
        return Document(
            document.id,
            {**fields, "derivations": derivations},
            digest=document.digest,
            ignored=document.ignored,
        )

    def _derivations_of(self, document: Document) -> tuple[Derivation, ...]:
        """What the index finds that *document* shares with others, so that nobody gains by hiding a date.

        Any reading of its day of publication by which it is the earlier settles that it is; that it is the later takes
        them all.
        """
        index, entry = self._index(), entry_of(document)
        this = index.name_of(entry)
        found = index.derivations_of(entry)
        readings = document.published.observations
        if len(readings) < _SEVERAL or all(each.source == this for each in found):
            return tuple(_renamed(each, this, document.id) for each in found)
        earlier: dict[tuple[str, str], Derivation] = {}
        for reading in readings:
            dated = document.with_field("published", Field((reading,), True))
            for each in index.derivations_of(dated):
                if each.direction == "dated" and each.source == this:
                    earlier.setdefault((each.document, each.kind), each)
        told = (
            each if each.direction == "credited" else earlier.get((_other(each, this), each.kind), each)
            for each in found
        )
        return tuple(_renamed(each, this, document.id) for each in told)

    def _cited_by(self, document: Document, addresses: Iterable[str]) -> Field[CitedDocument]:
        """The documents of the index at *addresses*, which *document* cites, in that order."""
        index = self._index()
        held = {address: names for address in addresses if (names := index.at(address))}
        this = index.name_of(document) if held else document.id
        pages = {address: names[0] for address, names in held.items() if this not in names}
        if not pages:
            return Field((), True)
        alike = dict[str, set[str]]()
        for one, other in index.versions_among(pages.values()):
            alike.setdefault(one, set()).add(other)
            alike.setdefault(other, set()).add(one)
        led = _Leads(document, this, index, self._affiliates)
        roads = led.roads(pages)
        found = (
            CitedDocument(
                address,
                name,
                tuple(other for other, version in pages.items() if version in alike.get(name, ())),
                led.circle(name),
                roads.get(name, ()),
            )
            for address, name in pages.items()
        )
        return Field(
            tuple(Observation(each, Channel.CORPUS, f"corpus:cites:{each.document}") for each in found), True
        )


class _Leads:
    """Where the citations of one document lead, which the index need not hold."""

    def __init__(self, document: Document, this: str, index: Index, affiliates: Collection[str]) -> None:
        self._id = document.id
        self._sites = document.own_sites or frozenset()
        self._affiliates = affiliates
        self._index = index
        self._self = Entry(this, "", sites=tuple(sorted(self._sites)))
        self._addresses = frozenset(map(target_of, document.url.values))
        self._cited: Citing = citations(self._entry, self._at, [affiliates] if affiliates else ())

    def _at(self, address: str) -> tuple[str, ...]:
        return (self._self.id,) if address in self._addresses else self._index.at(address)

    def _entry(self, name: str) -> Entry:
        return self._self if name == self._self.id else self._index.entry(name)

    def circle(self, name: str) -> tuple[str, ...]:
        """The way from the document over *name* back to it, if *name* rests on nothing else; empty if not."""
        home = (self._self.id,)
        back = way(self._cited, name, home) if rests_on(self._cited, name, home) else ()
        return (self._id, *back[:-1], self._id) if back else ()

    def roads(self, pages: dict[str, str]) -> dict[str, tuple[str, ...]]:
        """The road from each of *pages* of other houses to the one where they all lead; none if there is none."""
        others = sorted(set(self._of_others(pages)))
        found = common_origin(self._cited, others)
        return {} if found is None else dict(zip(others, found.roads, strict=True))

    def _of_others(self, pages: dict[str, str]) -> Iterator[str]:
        for name in pages.values():
            sites = self._index.entry(name).sites
            if self._sites.isdisjoint(sites) and not any(site in self._affiliates for site in sites):
                yield name


_SEVERAL: Final = 2


def _as_far_as_known(derivation: Derivation, document: Document) -> Derivation:
    """The derivation, with what could still be otherwise in what nobody has seen left undetermined, or unclear.

    Another day of publication could make the document the earlier; a link to something newer than its day, the later;
    and credit can be given in what was not seen.
    """
    is_source = derivation.source == document.id
    could_turn = not (document.links if is_source else document.published).complete
    if derivation.direction == "dated" and could_turn:
        return derivation._replace(direction="undetermined")
    could_credit = not (document.canonical.complete and document.links.complete)
    if derivation.document == document.id and derivation.credit == "none" and could_credit:
        return derivation._replace(credit="unclear")
    return derivation


def _renamed(derivation: Derivation, called: str, this: str) -> Derivation:
    """The derivation of a document that the index calls *called*, with its own id, which no other has in it then."""
    if called == this:
        return derivation
    names = {called: this, this: f"{this} (in the index)"}
    document, source = derivation.document, derivation.source
    return derivation._replace(document=names.get(document, document), source=names.get(source, source))


def _other(derivation: Derivation, this: str) -> str:
    return derivation.source if derivation.document == this else derivation.document
