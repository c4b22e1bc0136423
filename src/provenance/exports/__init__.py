"""An audit record in the formats of others: provenance graphs, attestations, editors, corpora, the web, tables."""

from provenance.exports.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]
