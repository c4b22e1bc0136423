"""A corpus summed up by the domains that it comes from, in the memory of its domains."""

from provenance.summary.entry import Entry, entry_of
from provenance.summary.tally import Domain, Summary

__all__ = ["Domain", "Entry", "Summary", "entry_of"]
