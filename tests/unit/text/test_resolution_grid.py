"""Whom a text speaks of again, however it named them before: each way to name somebody with each way to take them up."""

import pytest

from tests.unit.text.attributing import read

PEOPLE = {
    "Ines Vale": "she",
    "Ivo Ekman": "he",
    "Mayor Ines Vale": "she",
    "Prime Minister Ivo Ekman": "he",
    "Col. Ivo Ekman": "he",
    "Ines de la Vale": "she",
    "Ivo Ekman Jr.": "he",
    "French President Ivo Ekman": "he",
    "Wells Bank analyst Ivo Ekman": "he",
    "Sen. Ivo Ekman (R-Ohio)": "he",
    "Ines Vale of the Wells Institute": "she",
    "Ivo Ekman, 45,": "he",
    "Ines Vale, the mayor of Norvik,": "she",
    "Dr. Ines Vale, a professor at the University of Norvik,": "she",
    "the ministry's spokesman, Ivo Ekman,": "he",
    "the clinic's director, Ines Vale,": "she",
    "a spokeswoman for the ministry, Ines Vale,": "she",
}  # fmt: skip
"""Each with the pronoun for them."""

COURTESY = {"she": "Ms.", "he": "Mr."}
POSSESSIVE = {"she": "her", "he": "his"}

NAMED = (
    "{S} said the bridge was closed.",
    "{S} told the Gazette that the bridge was closed.",
    "According to {o}, the bridge was closed.",
    "The bridge was closed, according to {o}.",
    "“The bridge is closed,” said {o}.",
    "{S} was born in Norvik in 1960.",
)
"""How they are named: *s* as above, with a capital where it begins a sentence; *o* has no comma."""

TAKEN_UP = (
    "{Pronoun} said two men were arrested.",
    "“It rained,” {pronoun} added.",
    "In {possessive} view, two men were wrong.",
    "{Surname} said two men were arrested.",
    "{Courtesy} {Surname} said two men were arrested.",
    "“It rained,” {Courtesy} {Surname} said.",
    "Two men were arrested, according to {Surname}.",
    "It rained all night.\n\n{Surname}, however, said two men were arrested.",
)


@pytest.mark.parametrize("again", TAKEN_UP)
def test_who_is_meant(again):
    misread = []
    for (who, pronoun), named in ((person, way) for person in PEOPLE.items() for way in NAMED):
        surname = "Ekman" if "Ekman" in who else "Vale"
        words = {
            "pronoun": pronoun,
            "Pronoun": pronoun.capitalize(),
            "possessive": POSSESSIVE[pronoun],
            "Surname": surname,
            "Courtesy": COURTESY[pronoun],
        }
        first = named.format(S=who[0].upper() + who[1:], o=who.removesuffix(","))
        text = f"{first} {again.format(**words)}"
        said = [each.source for each in read(text) if each.source and each.source.start > len(first)]
        meant = [source.resolved.text for source in said if source.resolved]
        if len(said) != 1 or not meant or surname not in meant[0] or meant[0] == surname:
            misread.append((text, meant))
    assert not misread
