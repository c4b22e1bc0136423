"""Who says what, however it is written: each source in each construction, with each statement."""

from itertools import product

import pytest

from tests.unit.text.attributing import outermost, read

SOURCES = (
    "Vale",
    "Ines Vale",
    "Ines de la Vale",
    "Mayor Ines Vale",
    "Wells Bank analyst Ines Vale",
    "Ines Vale of the Wells Institute",
    "Sen. Ines Vale (R-Ohio)",
    "Ines Vale, 45,",
    "Ines Vale, the mayor of Tarnmoor,",
    "Ines Vale, director of the clinic,",
    "Ines Vale, who runs the clinic,",
    "Dr. Ines Vale, a professor at the University of Tarnmoor,",
    "the ministry's spokesman, Ivo Ekman,",
    "Vale and Ekman",
    "Vale, Ekman and Okafor",
    "the mayor",
    "her mother",
    "Vale's lawyer",
    "another witness",
    "a Tarnmoor police officer",
    "a spokesman for the ministry",
    "the head of the union",
    "the ministry",
    "Moscow",
    "Amnesty International",
    "the U.S. Department of Energy",
    "the Tarnmoor Herald",
    "state media",
    "police",
    "officials",
    "council officials",
    "two officials",
    "many teachers",
    "most economists",
    "40 percent of voters",
    "one in ten teachers",
    "one of the engineers",
    "residents of the town",
    "people in the town",
    "researchers at the institute",
    "people close to the minister",
    "people familiar with the matter",
    "a person familiar with the matter",
    "two officials who left",
    "the report",
    "a study published in the Journal of Wells",
    "a report released on Monday by the ministry",
    "a council report seen by the Echo",
)

STATEMENTS = (
    "the suspect fled",
    "two men were arrested",
    "the bridge was closed on Monday",
    "prices rose by 4% last year",
    "it would not pay",
    "he was innocent",
    "there was no plan",
    "Ivo Rossi broke the law",
    "doctors treated 40 people",
    "teachers leave the town because rents are high",
    "the law is good for the town, the country and the world",
    "the council will vote on the plan, which was drawn up in May",
)

CONSTRUCTIONS = {
    "{S} said {c}.": "said",
    "{S} said that {c}.": "said",
    "{S} has said {c}.": "has said",
    "{S} insisted {c}.": "insisted",
    "{S} wrote on Friday that {c}.": "wrote",
    "{S} told the Gazette that {c}.": "told",
    "{S} told reporters on Friday that {c}.": "told",
    "{S} said in a statement on Friday that {c}.": "said",
    "{S} said: “{C}.”": "said",
    "But {s} said {c}.": "said",
    "In 2019, {s} said {c}.": "said",
    "When asked, {s} said {c}.": "said",
    "{C}, {s} said.": "said",
    "{C}, {s} added.": "added",
    "{C}, said {o}.": "said",
    "“{C},” {s} said.": "said",
    "“{C},” said {o}.": "said",
    "“{C},” {s} told the Gazette.": "told",
    "According to {o}, {c}.": "According to",
    "But according to {o}, {c}.": "according to",
    "In 2019, according to {o}, {c}.": "according to",
    "{C}, according to {o}.": "according to",
}  # fmt: skip
"""Each with its cue: *s* and *c* are the source and the statement, in capitals where they begin a sentence; *o* has no comma."""


def capital(text):
    return text[0].upper() + text[1:]


def bare(text):
    return text.strip(" .,“”").casefold()


@pytest.mark.parametrize(("construction", "cue"), CONSTRUCTIONS.items())
def test_who_says_it_and_what(construction, cue):
    misread = []
    for s, c in product(SOURCES, STATEMENTS):
        text = construction.format(s=s, S=capital(s), o=s.removesuffix(","), c=c, C=capital(c))
        found = next((each for each in outermost(text) if each.cue and each.cue.text == cue), None)
        source = bare(found.source.text) if found and found.source else None
        content = bare(text[slice(*found.content[:2])]) if found and found.content else ""
        if source != bare(s) or not content.endswith(bare(c)):
            misread.append((text, source, content))
    assert not misread


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_a_sentence_that_breaks_off_anywhere_is_read(construction):
    for s in SOURCES:
        text = construction.format(s=s, S=capital(s), o=s.removesuffix(","), c=STATEMENTS[0], C=STATEMENTS[1])
        words = text.split()
        broken = "\n".join(" ".join(words[:n]) for n in range(2, len(words)))
        assert all(
            broken[each.cue.start : each.cue.end] == each.cue.text for each in read(broken) if each.cue
        )
