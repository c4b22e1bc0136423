"""News articles of 4 KB: a plain English vocabulary, and people, places and figures that no other article has.

An article has some twenty-seven attributions, most of them by name and some by nobody in particular, and thirty-four
sentences that one could check. Of its 650 words some eighty are met nowhere else, as in news that is read one article
after the other.
"""

from __future__ import annotations

import random
import re
from typing import Final

_WORDS: Final = {
    "adjective": "old new narrow wide northern southern temporary empty public private heavy cheap costly quiet damp wooden "
    "concrete electric municipal regional broken rusty modern seasonal rural coastal crowded hidden shallow steep modest "
    "ambitious unusual annual early late ordinary frozen painted leaking spare second third central outer inner",
    "noun": "bridge harbour school road station library market clinic reservoir archive ferry tunnel mill orchard museum "
    "quarry theatre warehouse lighthouse playground railway pipeline cable boiler roof window elevator turbine sluice "
    "fence garden kitchen laboratory workshop vineyard stadium chapel depot canal hospital prison airport nursery "
    "crossing parking garage footpath fountain barracks shelter bakery brewery cinema greenhouse landfill pier",
    "people": "residents teachers engineers farmers drivers nurses tenants students fishermen builders doctors shopkeepers "
    "commuters volunteers councillors inspectors pensioners parents librarians mechanics lawyers bakers gardeners",
    "verb": "repaired closed inspected bought sold painted measured flooded rebuilt moved opened leased insured drained "
    "widened fenced cleaned photographed registered demolished heated replaced visited surveyed abandoned reopened",
    "thing": "budget report contract survey permit schedule map petition lease estimate record letter design loan inquiry "
    "agreement proposal plan warning receipt ruling forecast complaint audit drawing tender fund grant appeal",
    "month": "January February March April May June July August September October November December",
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "role": "engineer mayor director spokeswoman spokesman chairwoman lawyer biologist economist historian inspector "
    "architect surgeon headteacher geologist statistician harbourmaster treasurer",
    "kind": "council board institute ministry authority agency university museum federation committee cooperative bank",
    "cue": "said added explained argued warned insisted recalled noted claimed admitted promised predicted",
    "vague": "critics observers insiders experts officials sources analysts locals campaigners",
    "first": "Ada Ben Clara Dov Edda Fitz Greta Hal Ines Jorge Kemi Lars Mina Nils Olga Per Quinn Rosa Sven Tess Uma Viktor "
    "Wanda Yusuf Zora Anton Birgit Carlo Dagny Emil Freya Goran Hilda Igor Jana Karel Lotte Milos",
}  # fmt: skip
_PHRASES: Final = {
    "place": ("in {town}", "near the {adjective} {noun}", "on the road to {hamlet}", "behind the {noun}", "along the {hamlet}"),
    "when": ("in {year}", "last {month}", "on {day}", "during the winter of {year}", "before the end of {month}", "after {number} weeks"),
    "body": ("{town} {kind}", "{kind} of {town}"),
    "amount": ("{number} per cent", "{number} million crowns", "{number} of the {number} {people}", "more than {number} metres",
               "{exact} tonnes", "{exact} crowns", "twice as much as in {year}", "less than half of the {thing}"),
    "subject": ("the {adjective} {noun}", "a {adjective} {noun}", "the {hamlet} {noun}", "the {noun} {place}", "its {thing}", "the {thing} of the {adjective} {noun}"),
    "clause": ("{subject} was {verb} {when}", "{subject} cost {amount}", "the {people} had {verb} {subject} {place}",
               "{amount} went to {subject}", "{subject} would be {verb} {when}", "nobody {verb} {subject} {when}",
               "{subject} and {subject} were {verb} by {people} from {town}", "it had {verb} {subject} for {amount}"),
}  # fmt: skip
_SENTENCES: Final = (
    "“{clause},” said {name}, a {role} {place}.",
    "“{clause}, and {clause},” {cue} {name}.",
    "{name} {cue} that {clause}.",
    "{name}, {role} of the {body}, {cue} that {clause}.",
    "According to the {body}, {clause}.",
    "{clause}, according to a {thing} that the {body} published {when}.",
    "The {body} {cue} {when} that {clause}.",
    "“{clause},” the {people} wrote in a {thing} to the {body}.",
    "{name} told the {body} that {clause} because {clause}.",
    "{vague} say that {clause}.",
    "It is believed that {clause}.",
    "{name} declined to comment on the {thing}.",
    "{clause}.",
    "{clause}, while {clause}.",
    "{when}, {clause}.",
    "The {people} of {town} have known the {adjective} {noun} for {number} years.",
    "For {number} years {clause}, and {clause}.",
    "Of the {number} {people} who live {place}, {number} signed the {thing}.",
)
_ARTICLE: Final = re.compile(r"\b([Aa])(?= [aeiou])")
_OPEN: Final = frozenset({"noun", "thing", "adjective"})
_RARE: Final = 0.4
"""The share of open words that no other article has: with it an article holds some eighty new ones, as news does."""
_BEGIN: Final = "Ar Bel Cor Dun El Fen Gar Hol Is Jor Kel Lor Mar Nor Os Pel Quil Ros Sel Tarn Ul Var Wes Yar Zel Bram Crey Drov Flem Gris".split()  # fmt: skip
_MIDDLE: Final = "a e i o u an el ir on us ab ed im or ul".split()
_FAMILY: Final = "mann sen berg ova ski ez worth lund ström ini kov ley dahl".split()
_TOWN: Final = "moor beck wick furt well gate cross haven ford mere holt minster".split()


class _Slots(dict[str, str]):
    """Fills the braces of a sentence, each time by choosing; who and where belong to one article."""

    def __init__(self, rng: random.Random) -> None:
        self._choose = rng.choice
        self._rng = rng
        names = [f"{self['first']} {self._coined(_FAMILY)}" for _ in range(8)]
        self._own = {"name": names, "town": [self._coined(_TOWN) for _ in range(5)]}

    def _coined(self, endings: list[str]) -> str:
        return self._choose(_BEGIN) + self._choose(_MIDDLE) + self._choose(_MIDDLE) + self._choose(endings)

    def __missing__(self, slot: str) -> str:
        if slot == "number":
            return str(self._rng.randint(2, 990))
        if slot == "exact":
            return f"{self._rng.randint(1000, 999_999):,}"
        if slot == "hamlet":
            return self._coined(_TOWN)
        if slot == "year":
            return str(self._rng.randint(1950, 2024))
        if slot in _OPEN and self._rng.random() < _RARE:
            return self._coined(_FAMILY).lower()
        return self._choose(_CHOICES.get(slot) or self._own[slot])

    def filled(self, sentence: str) -> str:
        while "{" in sentence:
            sentence = sentence.format_map(self)
        return _ARTICLE.sub(r"\1n", sentence)


_CHOICES: Final = {name: words.split() for name, words in _WORDS.items()} | _PHRASES


def article(rng: random.Random, length: int = 3900) -> str:
    """An invented article of about *length* characters, in paragraphs of two to four sentences."""
    slots, paragraphs, size = _Slots(rng), [], 0
    while size < length:
        chosen = rng.sample(_SENTENCES, rng.randint(2, 4))
        paragraphs.append(" ".join(map(_capital, map(slots.filled, chosen))))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _capital(sentence: str) -> str:
    first = sentence.startswith("“")
    return sentence[:first] + sentence[first].upper() + sentence[first + 1 :]
