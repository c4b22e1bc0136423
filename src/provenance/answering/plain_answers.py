"""The least that a pipeline knows of a share: how many of how many, as a plain answer."""

from __future__ import annotations

from provenance.answering.answers import shown_only
from provenance.answering.tallies import lists_speak
from provenance.document import Document
from provenance.evidence import Field, Why
from provenance.fields import Measure
from provenance.signal import Finding, share_of


def plain_share(said: Field[Measure], document: Document) -> Finding | None:
    """What the plain answer *said* earns and loses, None if there is none.

    It settles the question only where the text could not answer it: there is none, or none that can be read.
    While the text is unknown, the answer is shown and everything stays open.
    """
    measure = said.first
    if measure is None:
        return None
    if not lists_speak(document):
        return shown_only(Why.TEXT_UNKNOWN, measure.good, measure.of)
    return share_of(measure.good, measure.of - measure.good, measure.of, said.places())
