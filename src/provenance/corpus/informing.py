"""What a frozen index says of a document, laid beside what the document says itself."""

from __future__ import annotations

import threading
from os import PathLike, fspath
from typing import Any

from provenance.corpus.index import Index
from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Derivation


class CorpusEvidence:
    """An index that scoring asks; it is opened for reading once in every thread and process, and travels as its path."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = fspath(path)
        self._opened = threading.local()
        self.digest = self._index().digest

    def __getstate__(self) -> dict[str, str]:
        return {"path": self.path, "digest": self.digest}

    def __setstate__(self, state: dict[str, str]) -> None:
        self.__dict__.update(state, _opened=threading.local())

    def _index(self) -> Index:
        index: Index | None = getattr(self._opened, "index", None)
        if index is None:
            index = self._opened.index = Index.open(self.path)
        return index

    def informed(self, document: Document) -> Document:
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
            found = tuple(
                Observation(
                    _as_far_as_known(derivation, document),
                    Channel.CORPUS,
                    f"corpus:{derivation.kind}:{_other(derivation, document.id)}",
                )
                for derivation in self._index().derivations_of(document)
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


def _as_far_as_known(derivation: Derivation, document: Document) -> Derivation:
    """The derivation with its credit left unclear where credit could still be given in what nobody has seen."""
    could_credit = not (document.canonical.complete and document.links.complete)
    if derivation.document == document.id and derivation.credit == "none" and could_credit:
        return derivation._replace(credit="unclear")
    return derivation


def _other(derivation: Derivation, this: str) -> str:
    return derivation.source if derivation.document == this else derivation.document
