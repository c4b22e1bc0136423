"""A document's evidence as JSON, and back."""

from provenance.inspection.reading import date_from, document_from
from provenance.inspection.writing import SCHEMA, Written, date_shown, evidence, inspection, written

__all__ = [
    "SCHEMA",
    "Written",
    "date_from",
    "date_shown",
    "document_from",
    "evidence",
    "inspection",
    "written",
]
