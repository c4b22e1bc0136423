"""A cue as it is found in a sentence, before anything beyond the sentence is looked at."""

from __future__ import annotations

from attrs import define

from provenance.text.phrases import Phrase


@define  # not frozen, as in `Phrase`
class Found:
    """A cue in a sentence: its words, who says it, and by which rule it was found."""

    rule: str
    mode: str
    first: int
    last: int
    source: Phrase | None
    after: bool = True  # the content follows the cue, as far as the cue alone shows
    clausal: bool = True  # the content is a clause or a quotation rather than a thing
