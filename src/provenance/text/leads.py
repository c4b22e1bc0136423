"""Quotations on a line of their own, after a line that leads to them: "Vale wrote:" and then what she wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from provenance.text.contents import DIRECT
from provenance.text.facts import Attribution, Span
from provenance.text.quotations import Quotation, is_speech
from provenance.text.sentences import Sentence, sentence_at

_LEAD: Final = ":"
_BLANK: Final = 40
"""Characters before a quotation among which the colon is looked for; more white space parts what stands around it."""


def with_leads(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> Sequence[Attribution]:
    """*found*, where the last attribution of a sentence before such a quotation has it as its content."""
    led = {
        colon: each for each in quotations if each.opens_line and (colon := _colon(text, each)) is not None
    }
    if not led:
        return found
    said = {each.content.start for each in found if each.content is not None}
    last: dict[int, int] = {}
    for at, each in enumerate(found):
        if each.cue is not None and not each.depth and each.mode == "assert":
            last[sentence_at(sentences, each.cue.start)] = at
    changed = list(found)
    for colon, quotation in led.items():
        number = sentence_at(sentences, colon)
        begins = sentence_at(sentences, quotation.start)
        if number not in last or quotation.start in said:
            continue
        at = last[number]
        if sentences[number].is_isolated or sentences[begins].is_isolated or found[at].form == DIRECT:
            continue  # a copy neither lends nor borrows
        changed[at] = changed[at]._replace(form=DIRECT, content=Span(quotation.start, quotation.end))
    return changed


def _colon(text: str, quotation: Quotation) -> int | None:
    """Where the colon stands that ends the line before the quotation, if one does."""
    before = text[max(0, quotation.start - _BLANK) : quotation.start]
    lead = before.rstrip()
    if not lead.endswith(_LEAD) or "\n" not in before[len(lead) :].replace("\r", "\n"):
        return None
    return quotation.start - len(before) + len(lead) - 1 if is_speech(text, quotation) else None
