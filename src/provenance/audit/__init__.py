"""The audit record: everything needed to recompute an assessment, sealed by a digest over its own bytes."""

from provenance.audit.annotations import (
    ANNOTATION_KINDS,
    Annotation,
    annotated,
    annotations_in,
    original_digest,
)
from provenance.audit.recomputation import check, is_of_these_tables, recompute, sealed_digest
from provenance.audit.sealing import SCHEMA, Held, conclusion, coverage, held_fixed, record_bytes, record_of

__all__ = [
    "ANNOTATION_KINDS",
    "SCHEMA",
    "Annotation",
    "Held",
    "annotated",
    "annotations_in",
    "check",
    "conclusion",
    "coverage",
    "held_fixed",
    "is_of_these_tables",
    "original_digest",
    "recompute",
    "record_bytes",
    "record_of",
    "sealed_digest",
]
