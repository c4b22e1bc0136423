"""What is asked of a sentence as a whole, as bits of a number so small that Python adds and tests it fastest.

Each word has the signs of what it may be or begin; those of a sentence are the signs of its words together. One look at
them tells whether the sentence can hold a cue, a checkable statement, or the writer's own voice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import Final

from provenance.text import tags as t
from provenance.text import tries
from provenance.text.lexicon import Lexicon

# Of a word, mostly by its tags.
LIGHT: Final = 1 << 0
CANDIDATE: Final = 1 << 1
LETTERLESS: Final = 1 << 2
NAMESAKE: Final = 1 << 3  # an auxiliary with a capital, which may be a name: "May", "Will"
LED: Final = 1 << 4
WITHHELD: Final = 1 << 5
LIGHT_NOUN: Final = 1 << 6  # a noun or adjective that a light verb may stand with
MOST: Final = 1 << 7  # "most", with which a superlative is made

OF_TAGS: Final = {
    LIGHT: t.LIGHT,
    CANDIDATE: t.CANDIDATE,
    LETTERLESS: t.LETTERLESS,
    LED: t.LED,
    WITHHELD: t.WITHHELD,
    LIGHT_NOUN: t.NOUN_CUE | t.ADJECTIVE_CUE,
}
"""The tags that each sign stands for."""
CUES: Final = CANDIDATE | LIGHT
OF_WORD: Final = sum(OF_TAGS) | NAMESAKE | MOST

# Of a chunk as it is written.
JOINED: Final = 1 << 16  # several words that no single space parts
FIRST_PERSON: Final = 1 << 8  # "I", "we": the writer speaks
OWN: Final = 1 << 17  # "I", "should": what the sentence says may be the opinion of the writer
NOTICE: Final = 1 << 15  # a word by which a notice is known

# What makes a sentence checkable.
STATISTIC: Final = 1 << 9
DATE: Final = 1 << 10
QUANTITY: Final = 1 << 11
ACCUSATION: Final = 1 << 12
COMPARISON: Final = 1 << 13
EVENT: Final = 1 << 14

# Words of which only those around them tell whether they do.
ONGOING: Final = 1 << 18  # "falling"
EXISTENCE: Final = 1 << 19  # "there"
ONLY: Final = 1 << 20  # "only"
MAYBE: Final = ONGOING | EXISTENCE | ONLY

TRIGGERS: Final = {
    "statistic": STATISTIC,
    "date": DATE,
    "quantity": QUANTITY,
    "accusation": ACCUSATION,
    "comparison": COMPARISON,
    "event": EVENT,
}
"""The sign of each trigger, by its name in `[claims]`; a word in several lists has the sign of the first."""


_MOST: Final = t.QUANTIFIER | t.ADVERB


def of_tags(tags: int) -> int:
    """The signs of a word with these *tags*."""
    found = sum(sign for sign, wanted in OF_TAGS.items() if tags & wanted)
    if tags & _MOST == _MOST:
        found |= MOST
    return found | NAMESAKE if tags & t.MODAL and tags & t.CAPITAL and not tags & t.ACRONYM else found


@cache
def of_chunk(lexicon: Lexicon) -> Callable[[str], int]:
    """What tells the signs that a chunk has as it is written."""
    by_word: defaultdict[str, int] = defaultdict(int)
    for name, sign in reversed(TRIGGERS.items()):
        by_word.update(dict.fromkeys(lexicon.words("claims", name), sign))
    for words, sign in (
        (_first_person(lexicon), FIRST_PERSON),
        (lexicon.words("claims", "own_subject") | lexicon.words("claims", "duty"), OWN),
        (lexicon.words("claims", "existence"), EXISTENCE),
        (lexicon.words("claims", "only"), ONLY),
    ):
        for word in words:
            by_word[word] |= sign
    listed, notice = tries.here(sorted(by_word)), _notice(lexicon)
    past, ongoing = (
        tuple(sorted(lexicon.words("claims", f"{name}_endings"))) for name in ("past", "ongoing")
    )

    def signs(chunk: str) -> int:
        if chunk.isalnum():  # as most are: it is the word, and ends where the word does
            ending, found = chunk, by_word.get(chunk, 0)
        else:
            ending, lead = chunk.rstrip(_BEHIND), len(chunk) - len(chunk.lstrip(_OPENING))
            word = listed.match(chunk, lead)
            found = by_word[word[1]] & (_OF_QUOTED if lead else ~0) if word else 0
        if ending.endswith(past):
            found |= EVENT
        elif ending.endswith(ongoing):
            found |= ONGOING
        return found | NOTICE if notice.match(chunk) else found

    return signs


_BEHIND: Final = ",.;:!?\"'”’»)]"
_OPENING: Final = "\"“„«‘'`(["
_OF_QUOTED: Final = sum(TRIGGERS.values())
"""Signs of a word behind a quotation mark or a bracket: what is checkable there, and nothing of the writer's own."""


@cache
def first_person(lexicon: Lexicon) -> re.Pattern[str]:
    """A word of the first person, which is group 1, to be matched at its place."""
    return tries.here(sorted(_first_person(lexicon)))


def _first_person(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.words("voice", "first_person")
    return words | {word.replace("'", "’") for word in words}


COLON: Final = ":"
"""What the phrase of a notice ends with that is a label; a date may stand before it."""


def _notice(lexicon: Lexicon) -> re.Pattern[str]:
    """A chunk by which a notice may be known: one that holds the rarest word of a phrase, as the phrase has it."""
    tables = lexicon.tables["notices"]
    small = lexicon.words("tags", "subordinator")
    whole: set[str] = set()
    begins: set[str] = set()
    holds: set[str] = set()
    for phrase in (
        *(f" {phrase.removesuffix(COLON)}" for row in tables["opening"] for phrase in row["phrases"]),
        *(row["hint"] for row in tables["holding"]),
    ):
        word = max(
            phrase.split(), key=lambda word: (word not in small, len(word))
        )  # the longest is the rarest
        before, _, after = phrase.partition(word)
        (holds if not before else whole if after else begins).add(word)
    options = [rf"{tries.alternatives(sorted(whole))}\Z", tries.alternatives(sorted(begins))]
    if holds:
        options.append(f".*?{tries.alternatives(sorted(holds))}")
    return re.compile("|".join(options))
