"""How well is the origin of a document documented? A glass-box credit report, point by point.

>>> import provenance
>>> doc = provenance.Document.from_record({"id": "a", "publisher": "Tarnmoor Herald"})
>>> provenance.score(doc).coverage < 0.3
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.assessment import Assessment, Scorer, score, verify
    from provenance.audit import Annotation
    from provenance.document import Document
    from provenance.errors import AuditError, ConfigurationError, InputError, ProvenanceError
    from provenance.ledger import Ledger
    from provenance.policy import Policy
    from provenance.reading import read, read_many, read_text
    from provenance.reading.html import read_html
    from provenance.registry import Registry
    from provenance.version import __version__

__all__ = [
    "Annotation",
    "Assessment",
    "AuditError",
    "ConfigurationError",
    "Document",
    "InputError",
    "Ledger",
    "Policy",
    "ProvenanceError",
    "Registry",
    "Scorer",
    "__version__",
    "read",
    "read_html",
    "read_many",
    "read_text",
    "score",
    "verify",
]

_HOMES = {
    "Annotation": "audit",
    "Assessment": "assessment",
    "AuditError": "errors",
    "ConfigurationError": "errors",
    "Document": "document",
    "InputError": "errors",
    "Ledger": "ledger",
    "Policy": "policy",
    "ProvenanceError": "errors",
    "Registry": "registry",
    "Scorer": "assessment",
    "__version__": "version",
    "read": "reading",
    "read_html": "reading.html",
    "read_many": "reading",
    "read_text": "reading",
    "score": "assessment",
    "verify": "assessment",
}


if not TYPE_CHECKING:  # to a type checker it would make every misspelt name an `Any`

    def __getattr__(name: str) -> object:
        """Import a public name at its first use: importing the package costs next to nothing."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
