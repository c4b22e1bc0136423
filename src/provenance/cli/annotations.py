"""Files of annotations: ``--annotations``."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from provenance.audit import Annotation
from provenance.cli.objects import as_object, values_in
from provenance.errors import AuditError, ConfigurationError
from provenance.inspection.pieces import DIGEST, Piece

_ABOUT: Final = ("id", "digest")
"""How a line says which document it is about."""


def annotations_from(path: str, signals: Collection[str]) -> dict[str, list[Annotation]]:
    """The annotations in a file, one a line, by the id or the digest of the document that each is about.

    Raises:
        ConfigurationError: the file cannot be read, or a line is no annotation.
    """
    found: dict[str, list[Annotation]] = {}
    for line, place in values_in([path], kinds={}):
        try:
            about, annotation = _read(as_object(line), signals)
        except AuditError as problem:
            raise ConfigurationError(f"{place}: {problem}") from None
        found.setdefault(about, []).append(annotation)
    return found


def _read(line: dict[str, Any], signals: Collection[str]) -> tuple[str, Annotation]:
    names = [name for name in _ABOUT if name in line]
    if len(names) != 1:
        raise AuditError("expected the id or the digest of the document that it is about, and not both")
    target = Piece(line)[names[0]]
    about = target.like(DIGEST) if names == ["digest"] else target.string()
    said = {key: value for key, value in line.items() if key not in _ABOUT}
    return about, Annotation.read(Piece(said), signals)
