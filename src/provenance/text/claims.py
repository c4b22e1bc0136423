"""The checkable sentences of a text, and what each carries in support: a source, a reference, less, or nothing.

Support is looked for in the sentence itself and nowhere else; a window around it was measured to make the answer worse.
Only a quotation may be attributed elsewhere in its paragraph, since one attribution serves a quotation of many sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from provenance.text import tries
from provenance.text.facts import Claim
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import RAISED, Copy, Sentence
from provenance.text.signs import OWN as OWN_WORD
from provenance.text.silences import after_silence
from provenance.text.support import OWN, Evidence, best_of, by_sentence
from provenance.text.triggers import ACCUSATION, COMPARISON, DATE, EVENT
from provenance.text.words import Written

NONE: Final = "none"
NOT_APPLICABLE: Final = "not_applicable"

_LATER: Final = int(Copy.LATER)
_QUESTION_ENDS: Final = ("?", "?”", '?"', "?’”", "?''", "?)", "?»")
_EXCLAMATION_ENDS: Final = ("!", "！")
_STATEMENT_ENDS: Final = tuple(".!…。！।\"'”’»)]")
_LONGEST_HEADING: Final = 120
_LONGEST_LEAD: Final = 40
"""Characters before the subject of a sentence, up to a comma: "Two years ago, "."""
_FEWEST_SPACES: Final = 2  # a sentence of one or two words says too little to be checked
_MATTERS_OF_OPINION: Final = frozenset({COMPARISON, ACCUSATION, EVENT})


def find(
    written: Written,
    sentences: Sequence[Sentence],
    why: Sequence[tuple[str, ...]],
    evidence: Evidence,
    lexicon: Lexicon,
    *,
    title: int = 0,
) -> tuple[Claim, ...]:
    """The checkable sentences of *text*, each with its support.

    Args:
        written: the text, and the words of its sentences.
        sentences: its sentences.
        why: the triggers of each sentence, from `triggers.find`; a sentence without any makes no claim.
        evidence: what the text holds that can support them.
        lexicon: the words of its language.
        title: the number of the sentence that may be its title, from `title_place`.
    """
    supports = by_sentence(written.text, sentences, why, evidence)
    found = []
    for at, ((start, end, _, copy), reasons) in enumerate(zip(sentences, why, strict=True)):
        if reasons and _states(written.text, start, end, reasons):
            backing = supports.get(at)
            support = NONE if backing is None else best_of(backing)
            if support == NONE and at == title and _is_title(written.text, sentences[at : at + 2]):
                continue
            if support == OWN or (support == NONE and _is_own(written, at, start, reasons, lexicon)):
                support = NOT_APPLICABLE
            by = () if backing is None else tuple({support: None for _, support in backing})
            found.append(Claim(start, end, reasons, support, by, copy == _LATER))
    return tuple(found)


def title_place(
    sentences: Sequence[Sentence], labels: Collection[int], skip: Sequence[tuple[int, int]]
) -> int:
    """The number of the first sentence of a text that may be its title, behind *labels* and passages to *skip*.

    *labels* are the places at which sentences begin that only label the text: "Sponsored by …".
    """
    above = takewhile(
        lambda each: each.start in labels or after_silence(skip, each.start) >= each.end,
        sentences[:_MOST_ABOVE],
    )
    return sum(1 for _ in above)


_MOST_ABOVE: Final = 6
"""Lines that may stand above a title: labels, bylines, dates."""


def _is_title(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether *sentences* begin with a title, which says in short what a text then says. One that stands twice is a claim."""
    start, end, paragraph, copy = sentences[0]
    is_alone = len(sentences) > 1 and sentences[1].paragraph > paragraph
    return is_alone and copy == Copy.UNIQUE and not _is_ended(text, start, end)


def _states(text: str, start: int, end: int, why: Sequence[str]) -> bool:
    """Whether the sentence says that something is so: it is no question, and no heading without a figure."""
    if text.endswith(_QUESTION_ENDS, start, end) or text.count(" ", start, end) < _FEWEST_SPACES:
        return False
    if not _MATTERS_OF_OPINION.issuperset(why):
        return len(why) > 1 or why[0] != DATE or _is_ended(text, start, end)  # "Osterby, 4 May 2019"
    if text.endswith(_EXCLAMATION_ENDS, start, end):
        return False
    return _is_ended(text, start, end)


def _is_ended(text: str, start: int, end: int) -> bool:
    """Whether it ends as sentences do, or is too long for a heading."""
    return end - start > _LONGEST_HEADING or text[start:end].rstrip(RAISED).endswith(_STATEMENT_ENDS)


# --- the writer's own act or opinion -------------------------------------------------------------------------------


def _is_own(written: Written, at: int, start: int, why: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether the writer tells of an act of their own, or gives an opinion: a figure is neither."""
    mark = None if written.text[start].isalpha() else _marks().match(written.text, start)
    begin = start if mark is None else mark.end()
    if _opening(lexicon).match(written.text, begin):
        return True
    return written.signs[at] & OWN_WORD > 0 and _MATTERS_OF_OPINION.issuperset(why)


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    """What opens a sentence of the writer's own; what only leads to it may stand before a subject: "Two years ago, we"."""
    subjects, openings = (lexicon.words("claims", name) for name in ("own_subject", "own_opening"))
    led = rf"[^,;:.“\"]{{1,{_LONGEST_LEAD}}}, {tries.here(sorted(subjects)).pattern}"
    orders, objects = (lexicon.words("claims", name) for name in ("own_order", "own_order_before"))
    order = rf"{tries.alternatives(sorted(orders))}\s{{1,9}}{tries.alternatives(sorted(objects))}\b"
    return re.compile(f"{tries.here(sorted(subjects | openings)).pattern}|{led}|{order}")


@cache
def _marks() -> re.Pattern[str]:
    """What stands before the first word of an item of a list, of a heading, or of words in bold."""
    return re.compile(r"[-–—*•·▪‣◦●■#>+_\s]{1,9}(?:\(?\d{1,2}[.)]\s)?[*_]{0,3}|\(?\d{1,2}[.)]\s[*_]{0,3}")
