"""What is said: where the content of a cue stands, whether it is quoted, and which cues stand inside another's content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from provenance.text import tags as t
from provenance.text.facts import Span
from provenance.text.found import Found
from provenance.text.labels import LABEL
from provenance.text.quotations import Quotation
from provenance.text.words import Words

_CONJUNCTION_OR_SUBORDINATOR: Final = t.CONJUNCTION | t.SUBORDINATOR
_SUBORDINATOR_OR_WH: Final = t.SUBORDINATOR | t.WH
_CONJUNCTION_OR_SUBORDINATOR_OR_RELATIVE: Final = t.CONJUNCTION | t.SUBORDINATOR | t.RELATIVE

DIRECT: Final = "direct"
INDIRECT: Final = "indirect"
MIXED: Final = "mixed"
_EARLY: Final = 10
_OPENING: Final = 3
_LONGEST_NOUN: Final = 5
_ENDING: Final = frozenset({"noun", "initial", "participle", LABEL})
"""Rules that say by themselves where the content ends."""
_PARTING: Final = frozenset(";—")
_SHARING: Final = frozenset({"coordination", "participle"})


Content: TypeAlias = tuple[Span | None, str, int]
"""What a cue says: its span, its form, and in how many contents of others the cue stands."""


def contents(words: Words, found: Sequence[Found], quotations: Sequence[Quotation]) -> list[Content]:
    """The content of each of *found*, cues of one sentence in order; *quotations* are those that touch it."""
    spans, forms = [], []
    for number in range(len(found)):
        span = _content(words, number, found, quotations)
        spans.append(span)
        forms.append(_form(span, quotations))
    depths = [0] if len(found) == 1 else _depths(words, found, spans)
    return list(zip(spans, forms, depths, strict=True))


def _edges(found: Found) -> tuple[int, int]:
    """The first and last word of a cue together with its source, where they stand side by side."""
    first, last, source = found.first, found.last, found.source
    if source is None:
        return first, last
    if found.rule in _SHARING:
        is_absolute = source.last == first - 1 and found.rule == "participle"
        return max(0, source.first - 1) if is_absolute else first, last  # ", with Vale saying"
    if source.last < first:
        return source.first, last
    return (first, source.last) if source.first > last else (min(first, source.first), max(last, source.last))


def _content(
    words: Words, number: int, found: Sequence[Found], quotations: Sequence[Quotation]
) -> Span | None:
    one = found[number]
    first, last = _edges(one)
    after = _after(words, last, number, found)
    if quotations and (first or not (one.after and one.clausal and after)):
        before = _quotation_before(words, first, one.last, quotations)
        if before is not None:
            return before
    if one.rule == "inverted" and ":" in words.marks(last):
        quoted = _quotation_after(words, last, quotations)
        if quoted is not None:
            return quoted
    if one.after and after is not None:
        return _to_end_of_quotation(words, last, after, quotations)
    return _before(words, first, found[:number]) or after


def _quotation_before(words: Words, first: int, last: int, quotations: Sequence[Quotation]) -> Span | None:
    """The quotation that ends straight before a cue with the words *first* to *last*, in this sentence or before it in its line.

    A stop ends what was said and who said it; behind "?", "!" or "…" a sentence may go on to say who it was, and behind a
    stop one that does nothing else, where the quotation begins the line: “It rained.” Vale noted.
    """
    if first == 0:
        for quotation in quotations:
            if words.start - 2 <= quotation.end <= words.places[0] and quotation.start < quotation.end:
                between = words.text[quotation.end : words.start]
                is_same_line = "\n" not in between and "\r" not in between
                is_stopped = "." in between or words.text.endswith(".", 0, quotation.inner_end)
                if is_same_line and (not is_stopped or (quotation.opens_line and _is_bare_tag(words, last))):
                    return Span(quotation.start, quotation.end)
                return None
        return None
    number = words.quoted[first - 1]
    if number and not words.quoted[first]:
        quotation = quotations[number - 1]
        return Span(quotation.start, quotation.end) if quotation.start < quotation.end else None
    return None


def _is_bare_tag(words: Words, last: int) -> bool:
    """Whether a sentence only says who says something: nothing stands behind the word *last*, and nothing is denied."""
    return last == words.size - 1 and not words.together(0, last) & t.NEGATION


def _quotation_after(words: Words, last: int, quotations: Sequence[Quotation]) -> Span | None:
    """The quotation that begins straight after the word *last*: 'Not so, says Vale: "It rained."'."""
    number = words.quoted[last + 1] if quotations else 0  # a cue inside a quotation reaches into no other
    if not number or words.quoted[last] == number:
        return None
    quotation = quotations[number - 1]
    return Span(quotation.start, quotation.end) if quotation.start < quotation.end else None


def _to_end_of_quotation(words: Words, last: int, span: Span, quotations: Sequence[Quotation]) -> Span:
    """The *span* behind the word *last*, with the other sentences of the quotation that it begins with."""
    quoted = _quotation_after(words, last, quotations)
    return span if quoted is None or quoted.end <= span.end else Span(span.start, quoted.end)


def _until_gap(words: Words, last: int) -> int:
    """The last word before the next punctuation behind the word *last*."""
    return next((at for at in range(last + 1, words.size) if words.gaps[at]), words.size - 1)


def _until_comma(words: Words, last: int) -> int:
    """The word before the comma that closes a prepositional source, or *last* where no comma follows."""
    gap = next((at for at in range(last, words.size) if words.gaps[at]), last)
    return gap if "," in words.marks(gap) else last


def _after(words: Words, last: int, number: int, found: Sequence[Found]) -> Span | None:
    """From the word after *last* to the end of the sentence, or to the next cue with a subject of its own."""
    if found[number].rule == "prepositional":
        last = _until_comma(words, last)
    if last + 1 >= words.size:
        return None
    end = _last_word(words, last, number, found)
    if end <= last:
        return None
    start = words.places[last + 1] - len(words.items[last + 1].lead)
    stop = words.end if end == words.size - 1 else words.end_of(end)
    return Span(start, stop) if start < stop else None


def _last_word(words: Words, last: int, number: int, found: Sequence[Found]) -> int:
    """The last word of the content that begins after the word *last*."""
    one = found[number]
    if one.rule in _ENDING and (end := _last_by_rule(words, last, number, found)) is not None:
        return end
    if number + 1 == len(found):
        return words.size - 1
    subordinate = _is_subordinate(words, one)
    for other in found[number + 1 :]:
        if other.source is not None and other.source.first <= one.first <= other.source.last:
            return other.first - 1
        first = _edges(other)[0]
        if other.rule == "agentless" and words.gaps[first - 1]:
            continue  # "the clerk, who had left, was told": its subject stands before
        if first > last and (
            _begins_clause(words, first, other, one) or (subordinate and words.gaps[first - 1])
        ):
            end = first - 1
            while end > last and words.tags[end] & _CONJUNCTION_OR_SUBORDINATOR_OR_RELATIVE:
                end -= 1
            return end
    return words.size - 1


def _last_by_rule(words: Words, last: int, number: int, found: Sequence[Found]) -> int | None:
    """The last word of the content behind the word *last* of one of the rules of which it can be told."""
    one = found[number]
    if one.rule == LABEL:
        return words.size - 1
    if one.rule != "participle":
        if ":" in words.marks(last):
            return None  # "Vale's verdict: it rained"
        return last if words.gaps[last] else _until_gap(words, last)
    if one.source is not None and one.source.first > one.last:
        return one.source.first - 1  # "Calling it a lie, Vale left"
    after = found[number + 1] if number + 1 < len(found) else one
    is_inserted = after.rule == "insertion" and after.source == one.source
    return after.first - 1 if is_inserted else None  # "Vale, citing the report, said"


def _is_subordinate(words: Words, found: Found) -> bool:
    """Whether the cue stands in a clause that opens the sentence and leads to another: "While she said …, he"."""
    if found.first >= _EARLY:
        return False
    return bool(words.together(0, min(_OPENING, found.first) - 1) & _SUBORDINATOR_OR_WH)


def _begins_clause(words: Words, first: int, other: Found, outer: Found) -> bool:
    """Whether the cue begins a clause beside the content of *outer* rather than in it."""
    if words.quoted[first]:
        return False
    if other.rule in _SHARING and other.source == outer.source:
        return True
    before = first - 1
    if before < 1:
        return False
    joins = words.tags[before] & _CONJUNCTION_OR_SUBORDINATOR_OR_RELATIVE
    if words.gaps[before]:
        if not other.after or not outer.clausal or other.rule in ("prepositional", "relative"):
            return True
        return words.is_marked(before, _PARTING) or "--" in words.marks(before)
    tags = words.tags[before]
    if tags & t.RELATIVE or (tags & t.WH and not tags & t.SUBORDINATOR):
        return _is_set_off(words, before)  # and not "told them that he hopes", "the reason which he gave"
    if not outer.clausal:
        return bool(joins)
    return bool(joins and words.gaps[before - 1])


def _is_set_off(words: Words, relative: int) -> bool:
    """Whether a comma parts the relative clause, or the noun that it describes: ", which Vale denied", ", a claim that Vale denied"."""
    for place in range(relative, max(relative - _LONGEST_NOUN, 0), -1):
        if words.gaps[place - 1]:
            return place == relative or bool(words.tags[place] & t.INDEFINITE_ARTICLE)
    return False


def _before(words: Words, first: int, earlier: Sequence[Found]) -> Span | None:
    """What stands before the word *first* in its sentence, as far as it is parted from an *earlier* cue."""
    if first == 0 or (first == 1 and words.tags[0] & _CONJUNCTION_OR_SUBORDINATOR):
        return None
    begin = _after_last(words, first, earlier[-1]) if earlier else 0
    start = words.places[begin] - len(words.items[begin].lead)  # behind a dateline and its dash
    relative = first > 1 and words.gaps[first - 2] and words.tags[first - 1] & t.RELATIVE
    end = words.end_of(first - 2 if relative else first - 1)  # "It rained, which Vale denied"
    return Span(start, end) if end > start else None


def _after_last(words: Words, first: int, earlier: Found) -> int:
    """Where what stands before the word *first* begins, if a semicolon or a label's colon parts it from the cue *earlier*."""
    if earlier.rule == LABEL:
        return earlier.last + 1
    places = range(earlier.last, first)
    return next((at + 1 for at in reversed(places) if words.gaps[at] and ";" in words.marks(at)), 0)


def _form(span: Span | None, quotations: Sequence[Quotation]) -> str:
    if span is None:
        return INDIRECT
    for quotation in quotations:
        if quotation.start < span.end and span.start < quotation.end:
            covered = quotation.start <= span.start + 2 and span.end - 2 <= quotation.end
            return DIRECT if covered else MIXED
    return INDIRECT


def _depths(words: Words, found: Sequence[Found], spans: Sequence[Span | None]) -> list[int]:
    """For each cue, in how many contents of others it stands, source and all."""
    begins = [words.places[one.first] for one in found]
    depths = [0] * len(found)
    for outer, span in enumerate(spans):
        if span is None:
            continue
        for inner, begin in enumerate(begins):
            if inner != outer and span.start <= begin < span.end and _holds(found, outer, inner):
                depths[inner] += 1
    return depths


def _holds(found: Sequence[Found], outer: int, inner: int) -> bool:
    """Whether the content of one cue can hold another: of two that hold each other, only the first does."""
    return outer < inner or not found[outer].after or found[outer].rule == "prepositional"
