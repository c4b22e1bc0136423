"""The documents that audit records are of, read again: `provenance verify --document`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from provenance.cli.arguments import columns_of, observed_of
from provenance.cli.problems import Problems
from provenance.cli.streams import Streams
from provenance.codec import canonical, digest_of, first_difference
from provenance.defects import spared
from provenance.document import Document
from provenance.errors import AuditError, InputError
from provenance.fields import FOUND_IN_REGISTRIES, SETTLED_BY_AN_INDEX
from provenance.inspection import evidence
from provenance.reading.files import as_document, place_of, read_values
from provenance.record import looked_for_of
from provenance.values.suffixes import suffix_list
from provenance.values.tables import TABLES, table
from provenance.version import __version__

Json = Mapping[str, Any]


class Originals:
    """The documents of files, read again: of each is kept what it is and what was read of it, as digests."""

    def __init__(self, args: argparse.Namespace, streams: Streams) -> None:
        self._paths: list[str] = args.document
        self.path = " or ".join(self._paths)
        self._columns = columns_of(args)
        self._observed = looked_for_of(observed_of(args), self._columns)
        self._known: dict[str, set[str]] = {}
        bad = Problems.of(args, streams, f"of {self.path} cannot be read")
        for found, place in self._documents():
            if isinstance(found, InputError):
                bad.add(f"--document: {found}")
                continue
            prints = spared(partial(_fingerprints, place=place), found, place)
            if isinstance(prints, InputError):
                bad.add(f"--document: {prints}")
                continue
            self._known.setdefault(found.digest, set()).update(prints)

    def _documents(self) -> Iterator[tuple[Document | InputError, str]]:
        """Each document, and the id that it has where it brings none; or why it cannot be read."""
        for value in read_values(*self._paths):
            yield as_document(value, self._observed, self._columns), place_of(value)

    def compare(self, record: Json, *, says_where: bool) -> None:
        """Refuse a record that keeps other evidence than its document shows.

        To find where the two differ the file is read again, which is not done unless somebody is told (*says_where*).

        Raises:
            AuditError: the pointer names the first difference, or the digest where the document is not in the file.
        """
        kept = record["document"]
        known = self._known.get(kept["digest"])
        if known is None:
            raise AuditError(f"is not the digest of any document in {self.path}", "/document/digest")
        kept = _of_document(kept, record["run"])
        if known.isdisjoint(map(_fingerprint, (kept, {**kept, "id": None}))):
            where = self._difference(kept, record["run"]) if says_where else ("is another", "/document")
            raise AuditError(*where)

    def _difference(self, kept: Json, run: Json) -> tuple[str, str]:
        """What to say of a record that keeps other evidence than the file shows, and where."""
        document, place = next(
            (found, place)
            for found, place in self._documents()
            if isinstance(found, Document) and found.digest == kept["digest"]
        )
        shown = _of_document(evidence(document), run)
        if document.id == place:
            shown["id"] = kept["id"]
        is_read_as_here = all(run[name] == its for name, its in _made_here().items())
        made = "" if is_read_as_here else f", by library {run['library']}"
        return (
            f"is not what is read in {self.path}{made}",
            first_difference(dict(kept), shown, "/document") or "/document",
        )


def _readings(document: Document, place: str) -> Iterator[Json]:
    """What a record of *document* can keep: with an index or without; an id that it does not bring may be any."""
    shown = evidence(document)
    if document.id == place:
        shown["id"] = None
    yield from (_of_document(shown, run) for run in ({"index": None}, {"index": "any"}))


def _of_document(shown: Json, run: Json) -> dict[str, Any]:
    """What the document itself has to show of *shown*: not what registries say, nor what an index settles if there is one."""
    others = FOUND_IN_REGISTRIES if run["index"] is None else (*FOUND_IN_REGISTRIES, *SETTLED_BY_AN_INDEX)
    fields = {name: field for name, field in shown["fields"].items() if name not in others}
    return {**shown, "fields": fields}


def _fingerprints(document: Document, place: str) -> list[str]:
    return [*map(_fingerprint, _readings(document, place))]


def _fingerprint(shown: Json) -> str:
    return digest_of(canonical(shown))


def _made_here() -> Json:
    """What decides how a document is read."""
    return {
        "library": __version__,
        "suffix_list": suffix_list()._asdict(),
        "tables": {name: table(name).digest for name in TABLES},
    }
