"""Records: a JSON object in, evidence field by field out."""

from provenance.record.columns import COMMON, Reading, at_path, looked_for_of
from provenance.record.contract import read_fields
from provenance.record.sound import sound
from provenance.record.spellings import FRAGMENTS, OTHER_KEYS, SHAPES, SPELLINGS

__all__ = [
    "COMMON",
    "FRAGMENTS",
    "OTHER_KEYS",
    "SHAPES",
    "SPELLINGS",
    "Reading",
    "at_path",
    "looked_for_of",
    "read_fields",
    "sound",
]
