"""What a word can be, as bits: the classes that a lexicon lists words in, and what their look shows.

Bits are numbers rather than an enumeration because every rule tests several at once, thousands of times for one text.
The thirty that rules test together most are the lowest: Python tests numbers below 2**30 twice as fast as others.
"""

from __future__ import annotations

from typing import Final

# The classes of `[tags]` in a lexicon, each a table of that name in small letters.
ARTICLE: Final = 1 << 0
DEMONSTRATIVE: Final = 1 << 1
QUANTIFIER: Final = 1 << 30
POSSESSIVE: Final = 1 << 31
PREPOSITION: Final = 1 << 2
CONJUNCTION: Final = 1 << 3
SUBORDINATOR: Final = 1 << 4
WH: Final = 1 << 5
RELATIVE: Final = 1 << 6
THAT: Final = 1 << 7
TO: Final = 1 << 8
BE: Final = 1 << 9
HAVE: Final = 1 << 10
DO: Final = 1 << 11
MODAL: Final = 1 << 12
NEGATION: Final = 1 << 13
ADVERB: Final = 1 << 14
TIME: Final = 1 << 15
TIME_MODIFIER: Final = 1 << 16
HE: Final = 1 << 17
THEY: Final = 1 << 32
AUTHOR: Final = 1 << 33
IT: Final = 1 << 34
THERE: Final = 1 << 18
OBJECT_PRONOUN: Final = 1 << 35
YOU: Final = 1 << 36
INDEFINITE: Final = 1 << 37
TITLE: Final = 1 << 19
ROLE: Final = 1 << 20
GROUP: Final = 1 << 21
ORGANISATION: Final = 1 << 38
ORGANISATION_PLURAL: Final = 1 << 39
DOCUMENT: Final = 1 << 40
TITLED: Final = 1 << 41
WITHHELD: Final = 1 << 42
ANONYMOUS: Final = 1 << 43
PSEUDONOUN: Final = 1 << 44
GOVERNOR: Final = 1 << 22
OTHER_VERB: Final = 1 << 23
PLACE: Final = 1 << 45
BY: Final = 1 << 46
ADJECTIVE: Final = 1 << 47
OF: Final = 1 << 48
INDEFINITE_ARTICLE: Final = 1 << 49
LINKING: Final = 1 << 24
OF_HE: Final = 1 << 50
OF_THEY: Final = 1 << 51
OF_IT: Final = 1 << 52
OF_AUTHOR: Final = 1 << 53
ORGANISATION_NAME: Final = 1 << 54
APPROXIMATE: Final = 1 << 55
POST_NOMINAL: Final = 1 << 56
STUDY: Final = 1 << 57
MAKER: Final = 1 << 58
PORTFOLIO: Final = 1 << 78
WHO: Final = 1 << 79

LISTED: Final = {
    "article": ARTICLE,
    "demonstrative": DEMONSTRATIVE,
    "quantifier": QUANTIFIER,
    "possessive": POSSESSIVE,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "wh": WH,
    "relative": RELATIVE,
    "that": THAT,
    "to": TO,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "modal": MODAL,
    "negation": NEGATION,
    "adverb": ADVERB,
    "time": TIME,
    "time_modifier": TIME_MODIFIER,
    "he": HE,
    "they": THEY,
    "author": AUTHOR,
    "it": IT,
    "there": THERE,
    "object_pronoun": OBJECT_PRONOUN,
    "you": YOU,
    "indefinite": INDEFINITE,
    "title": TITLE,
    "role": ROLE,
    "group": GROUP,
    "organisation": ORGANISATION,
    "organisation_plural": ORGANISATION_PLURAL,
    "document": DOCUMENT,
    "titled": TITLED,
    "withheld": WITHHELD,
    "anonymous": ANONYMOUS,
    "pseudonoun": PSEUDONOUN,
    "governor": GOVERNOR,
    "other_verb": OTHER_VERB,
    "place": PLACE,
    "by": BY,
    "adjective": ADJECTIVE,
    "of": OF,
    "indefinite_article": INDEFINITE_ARTICLE,
    "linking": LINKING,
    "of_he": OF_HE,
    "of_they": OF_THEY,
    "of_it": OF_IT,
    "of_author": OF_AUTHOR,
    "organisation_name": ORGANISATION_NAME,
    "approximate": APPROXIMATE,
    "post_nominal": POST_NOMINAL,
    "study": STUDY,
    "maker": MAKER,
    "portfolio": PORTFOLIO,
    "who": WHO,
}
"""The bit of each table of `[tags]`."""

# What other tables of a lexicon, or the look of a word, say of it.
CAPITAL: Final = 1 << 25  # begins with a capital
ACRONYM: Final = 1 << 59  # two capitals and more, and no small letter
DIGIT: Final = 1 << 60  # begins with a digit
OWNER: Final = 1 << 61  # carries a possessive ending
CLITIC: Final = 1 << 26  # carries an auxiliary: "they've"
VERB: Final = 1 << 27  # a form of a verb that can be a cue
NOUNLIKE: Final = 1 << 62  # … which is as often a noun
GUESSED_PAST: Final = 1 << 28  # an unlisted word that looks like a past form
LIGHT: Final = 1 << 63  # a verb that says little by itself: "expressed"
NOUN_CUE: Final = 1 << 64  # a noun that can be a cue: "claim"
ADJECTIVE_CUE: Final = 1 << 65  # "convinced"
PREPOSITIONAL: Final = 1 << 66  # may begin a prepositional cue
HEDGE: Final = 1 << 67  # "reportedly"
IMPERSONAL: Final = 1 << 68  # a participle of "it is believed"
COLON: Final = 1 << 69  # ends in a colon
SEEMING: Final = 1 << 70  # "seems"
SHY: Final = 1 << 71  # a verb form only after a pronoun, an auxiliary or an adverb
PLURAL: Final = 1 << 29  # has the ending of a plural
GUESSED_ING: Final = 1 << 72  # has the ending of an -ing form
LETTERLESS: Final = 1 << 73  # no word at all: a dash
OPINION: Final = 1 << 74  # "view", as in "in her view"
LED: Final = 1 << 75  # punctuation stands before it
CLITIC_BE: Final = 1 << 77  # … which is a form of be: "they're"
OCCASION: Final = 1 << 76  # "opportunity", as in "took the opportunity to thank"

PRONOUN: Final = HE | THEY | AUTHOR | IT | YOU
PERSONAL: Final = HE | THEY | AUTHOR
AUXILIARY: Final = BE | HAVE | DO | MODAL
DETERMINER: Final = ARTICLE | DEMONSTRATIVE | POSSESSIVE
BODY: Final = ORGANISATION | ORGANISATION_PLURAL
CANDIDATE: Final = VERB | NOUN_CUE | ADJECTIVE_CUE | PREPOSITIONAL | HEDGE | COLON | SEEMING | OPINION
"""Words that may be a cue, or of which one may end: a sentence without any is not looked at.

A `LIGHT` verb is no candidate by itself, since the noun that makes it a cue is one.
"""

# The forms of a verb.
BASE: Final = 1
THIRD: Final = 2
PAST: Final = 4
PARTICIPLE: Final = 8
ING: Final = 16

# What a verb takes: the complement that makes it a cue.
ANY: Final = 1 << 0
TAKES_THAT: Final = 1 << 1  # that, whether, how …
QUOTE: Final = 1 << 2
CLAUSE: Final = 1 << 3  # without "that"
TAKES_TO: Final = 1 << 4
OBJECT: Final = 1 << 5
END: Final = 1 << 6  # nothing: what is said stands before
TAKES_COLON: Final = 1 << 7
PARTICLE: Final = 1 << 8  # one of the words that the verb names itself

TAKES: Final = {
    "any": ANY,
    "that": TAKES_THAT,
    "quote": QUOTE,
    "clause": CLAUSE,
    "to": TAKES_TO,
    "object": OBJECT,
    "end": END,
    "colon": TAKES_COLON,
}
"""The bit of each word that `takes` may hold in a lexicon."""
