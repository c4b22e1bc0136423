"""Which study it is: what follows a document that says where it was published, who made it, or what it is called."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.finite import is_finite_verb
from provenance.text.phrases import clause_end
from provenance.text.words import Words

_OPENING: Final = ("", ",", "(")
_OPENING_TITLE: Final = (',"', ",“", ', "', ", “")
_BETWEEN: Final = t.ADVERB | t.TIME | t.DIGIT | t.DEMONSTRATIVE
"""What may stand between "published" and "in"."""
_ENDS: Final = t.RELATIVE | t.WH | t.AUXILIARY | t.PERSONAL | t.SUBORDINATOR & ~t.PREPOSITION
_SAYS_NOT_WHICH: Final = t.TIME | t.PLACE | t.AUTHOR
_DEFINITE: Final = t.ARTICLE | t.DEMONSTRATIVE | t.POSSESSIVE
_SOMEBODY: Final = t.ROLE | t.GROUP | t.ORGANISATION
_MAKES: Final = t.ORGANISATION | t.ROLE
_LONGEST_BODY: Final = 4
"""Words from the article of a body to its noun: "the city's public works department"."""


def identified_to(words: Words, last: int) -> int | None:
    """The last word of what identifies the document that ends with the word *last*; None where nothing does.

    "a study, published in Well Letters,", "a trial by Vale", "the trial, called DRIP,", "figures published by the ministry";
    but not "a study of wells", nor "a report on the ministry".
    """
    begin = last + 1
    if begin >= words.size:
        return None
    marks = words.marks(last).strip()
    if marks in _OPENING_TITLE:
        return clause_end(words, begin) if words.tags[begin] & t.CAPITAL else None
    if marks not in _OPENING or not _begins(words, begin, parted=bool(marks)):
        return None
    end = clause_end(words, begin)
    while words.tags[end] & t.DIGIT and end + 1 < words.size and "," in words.marks(end):
        end = clause_end(words, end + 1)  # "in the Oct. 5, 2013, issue of"
    is_named = False
    for at in range(begin, end + 1):
        tags = words.tags[at]
        if at > begin and (tags & _ENDS or is_finite_verb(words, at)):
            return at - 1 if is_named else None
        is_named = is_named or bool(tags & t.CAPITAL and not tags & _SAYS_NOT_WHICH) or _is_of_body(words, at)
    return end if is_named else None


def _begins(words: Words, at: int, *, parted: bool) -> bool:
    """Whether the word *at* begins such words: "by", "published in", "published Monday in", "called"."""
    tags = words.tags[at]
    if tags & t.PREPOSITION or (parted and tags & t.ARTICLE):
        return not tags & t.OF
    if words.gaps[at]:
        return False
    if tags & t.TITLED:
        return bool(words.tags[at + 1] & t.CAPITAL)
    if not (tags & (t.GUESSED_PAST | t.OTHER_VERB | t.SEEMING) or words.items[at].forms & t.PARTICIPLE):
        return False
    behind = at + 1
    while behind < words.size - 1 and words.tags[behind] & _BETWEEN and not words.gaps[behind]:
        behind += 1
    return bool(words.tags[behind] & t.PREPOSITION)


def _is_of_body(words: Words, at: int) -> bool:
    """Whether the word *at* says who made it: "by the ministry", "from the town's council", "from the mayor"."""
    if words.items[at].low not in words.written.holders or not words.tags[at + 1] & _DEFINITE:
        return False
    if words.gaps[at] or words.tags[at + 1] & t.INDEFINITE_ARTICLE:
        return False
    for place in range(at + 2, min(at + 2 + _LONGEST_BODY, words.size)):
        if words.gaps[place - 1] or words.tags[place] & _ENDS:
            return False
        is_maker = words.tags[place] & _MAKES and not words.tags[place] & t.OWNER
        if is_maker and (words.gaps[place] or not words.tags[place + 1] & _SOMEBODY):
            return True
    return False
