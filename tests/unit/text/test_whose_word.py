"""Whose word a sentence has for what it states: not that of whom it accuses, whom others speak of, or who reacts."""

import pytest

from provenance.text.facts import ACT
from provenance.text.reader import read

BEHIND = "\n\nThe valley has a town hall, and the people there have known one another for a long time."


def facts(text):
    return read(text + BEHIND)


def support(text):
    """The supports of the claims of *text*, a single paragraph."""
    return [claim.support for claim in facts(text).claims if claim.end <= len(text)]


ACTS = [
    "Gareth Penn lied to 14 families.",
    "Gareth Penn lied to the council.",
    "Gareth Penn lied about the fire.",
    "Tom Reed attacked two policemen on Friday.",
    "Ines Vale painted 40 boats in May.",
    "Olaf Tenner thanked 300 volunteers.",
    "The clerk blasted nine holes into the wall.",
]
WORDS = [
    # of the same verbs, or of verbs whose object is what is said
    'Gareth Penn lied that "all 14 families were paid".',
    "Ines Vale criticised two ministers, saying that the plan would cost 40 million crowns.",
    "Ines Vale attacked the plan, which would cost 40 million crowns.",
    "Ines Vale announced 40 boats.",
    "Olaf Tenner predicted two floods.",
    "Olaf Tenner accused the mayor of fraud.",
]


@pytest.mark.parametrize("text", ACTS)
def test_what_somebody_did_is_not_their_word(text):
    assert support(text) == ["none"]
    [only] = facts(text).attributions
    assert ACT in only.flags


@pytest.mark.parametrize("text", WORDS)
def test_what_somebody_said_is(text):
    assert support(text) == ["inline"]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Sources said that Mayor Petra Kolb ordered 40 officers to leave the square.", "weak"),
        ("Some say that Ines Vale warned of 14 deaths.", "weak"),
        ("It is rumoured that Minister Olaf Tenner promised his brother 3 million crowns.", "weak"),
        ("Ines Vale said that officials had reported 14 deaths.", "inline"),
        ("Ines Vale reported 14 deaths.", "inline"),
    ],
)
def test_a_rumour_is_no_better_for_naming_whom_it_is_about(text, strength):
    assert support(text) == [strength]


def quoted(text):
    """Who is said to say each quotation in *text*."""
    return [
        (each.source.text, text[each.content.start : each.content.end])
        for each in facts(text).attributions
        if each.source is not None and each.content is not None and each.form == "direct"
    ]


@pytest.mark.parametrize(
    "reaction",
    ["The union objected at once.", "Parents laughed.", "Tom Reed nodded.", "The company did not respond."],
)
def test_who_reacts_to_a_statement_has_not_made_it(reaction):
    first = 'Ines Vale wrote: "We will close the mine by Christmas." '
    assert quoted(first + reaction) == [("Ines Vale", '"We will close the mine by Christmas."')]
    second = "“The mine is closing,” Ines Vale wrote. “It is losing money.” "
    assert quoted(second + reaction) == [("Ines Vale", "“The mine is closing,”")]


@pytest.mark.parametrize("end", ["?", "!", "…"])
def test_behind_a_question_or_a_call_its_speaker_follows(end):
    text = f"“Will the mine be closed by Christmas{end}” Ines Vale asked."
    assert quoted(text) == [("Ines Vale", f"“Will the mine be closed by Christmas{end}”")]
