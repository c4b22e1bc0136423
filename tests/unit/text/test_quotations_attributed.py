"""Quotations whose speaker stands beside them: signed with a dash, led to by a line before, in a labelled turn."""

import pytest

from provenance.text.reader import read

OPENING = "The well is in the valley of the town, and it was old when the mayor was a child.\n"
QUOTED = "“Forty people now drink from the well.”"

SIGNED = [
    # what follows the quotation, who signs it, the kind
    (" – Ines Vale", "Ines Vale", "person"),
    (" - Ines Vale, mayor.", "Ines Vale, mayor", "person"),
    (" — Ines Vale, mayor of Lowmere", "Ines Vale, mayor of Lowmere", "person"),
    ("― Ines Vale", "Ines Vale", "person"),
    ("\n— Ines Vale, mayor", "Ines Vale, mayor", "person"),
    (" – The mayor of Lowmere", "The mayor of Lowmere", "role"),
    (" – Osterby Well Society", "Osterby Well Society", "organisation"),
]

UNSIGNED = [
    " – Translated from Danish",
    " – and it rained.",
    " – In Lowmere it rained.",
    "-Ines Vale",
    " – Monday",
    " – Ines Vale left the hall at noon, and the guests with her.",
    "",
]


def found(text):
    return [each for each in read(OPENING + text).attributions if each.content is not None]


@pytest.mark.parametrize(("after", "signer", "kind"), SIGNED)
def test_a_dash_and_a_name_sign_a_quotation(after, signer, kind):
    [only] = found(QUOTED + after)
    assert (only.rule, only.form, only.source.text, only.source.kind.value) == (
        "signature",
        "direct",
        signer,
        kind,
    )
    assert (OPENING + QUOTED + after)[only.content.start : only.content.end] == QUOTED
    assert only.cue.text == after.strip()[0]


@pytest.mark.parametrize("after", UNSIGNED)
def test_what_is_no_signature(after):
    assert [each.rule for each in found(QUOTED + after)] == ["unattributed_quotation"]


def test_a_signed_quotation_supports_its_claim():
    [claim] = read(f"{OPENING}{QUOTED}\n– Ines Vale").claims
    assert claim.support == "inline"


def test_a_quotation_without_a_signature_supports_its_claim_weakly():
    [claim] = read(OPENING + QUOTED).claims
    assert claim.support == "weak"


@pytest.mark.parametrize(
    "lead", ["Mayor Ines Vale wrote:\n", "Mayor Ines Vale said in a letter:\n\n", "Mayor Ines Vale said:\r\n"]
)
def test_a_line_leads_to_the_quotation_after_it(lead):
    [only] = found(lead + QUOTED)
    assert (only.source.text, only.form) == ("Mayor Ines Vale", "direct")
    assert (OPENING + lead + QUOTED)[only.content.start : only.content.end] == QUOTED


def test_what_leads_to_a_quotation_supports_its_claim():
    [claim] = read(f"{OPENING}Mayor Ines Vale wrote:\n{QUOTED}").claims
    assert claim.support == "inline"


@pytest.mark.parametrize(
    "lead",
    [
        "The mayor dug:\n",
        "Mayor Ines Vale wrote.\n",
        "Ines Vale said: It is dry.\n",
    ],
)
def test_what_does_not_lead_to_it(lead):
    assert "unattributed_quotation" in [each.rule for each in found(lead + QUOTED)]


BLOCK = "> There were 40 wells in 2019.\n> I told the mayor in May."


def test_a_line_leads_to_a_block_quotation():
    text = f"{OPENING}Mayor Ines Vale wrote:\n\n{BLOCK}\n\nIn 1999 there were 50."
    facts = read(text)
    said, told = facts.attributions
    assert (said.source.text, said.form) == ("Mayor Ines Vale", "direct")
    assert text[said.content.start :].startswith(BLOCK.splitlines()[0])
    assert (told.source.text, told.source.kind.value, told.depth, told.quoted) == ("I", "pronoun", 1, True)
    assert [claim.support for claim in facts.claims] == ["inline", "inline", "none"]


def test_a_block_quotation_may_be_signed():
    [only] = found("> There were 40 wells in 2019.\n> — Ines Vale, mayor")
    assert (only.rule, only.source.text) == ("signature", "Ines Vale, mayor")


def test_a_block_quotation_that_nobody_says_supports_its_claims_weakly():
    facts = read(OPENING + BLOCK)
    assert {each.rule for each in facts.attributions if not each.depth} == {"unattributed_quotation"}
    assert [claim.support for claim in facts.claims] == ["weak", "weak"]


LISTS = [
    # what leads to a list, the list and what follows it, what supports each claim
    ("The report found:", "- 40 wells are dry\n- 12 are not", ["inline"] * 2),
    (
        "The report found the following:",
        "1. 40 wells are dry. In May 12 more were.\n2. 12 are not.",
        ["inline"] * 3,
    ),
    ("Ines Vale said that the report found this:", "* 40 wells are dry\n\n* 12 are not", ["inline"] * 2),
    ("Experts say:", "(a) 40 wells are dry\n(b) 12 are not", ["weak"] * 2),
    ("The report found:", "- 40 wells are dry\nIn May 12 were not.", ["inline", "none"]),
    ("The report found:", "In May 12 were not.\n- 40 wells are dry", ["none"] * 2),
    ("The report found it.", "- 40 wells are dry", ["none"]),
    ("The plan, which Vale backs, has parts:", "- 40 wells are dry", ["none"]),
]


@pytest.mark.parametrize(("lead", "items", "supports"), LISTS)
def test_what_leads_to_a_list_supports_its_items(lead, items, supports):
    text = f"{OPENING}{lead}\n"
    assert [each.support for each in read(text + items).claims if each.start >= len(text)] == supports


def test_copies_lend_nothing_to_a_list():
    text = f"{OPENING}The report found:\n- 40 wells are dry\nThe report found:\n- 12 are not"
    assert {claim.support for claim in read(text).claims} == {"none"}


def test_the_first_person_is_who_has_the_turn():
    text = "INES VALE: Is it dry? I think that it is. I told the mayor.\nI think so."
    sources = [each.source for each in read(OPENING + text).attributions if each.source.text == "I"]
    resolved = ["INES VALE", "INES VALE", None]
    assert [source.resolved and source.resolved.text for source in sources] == resolved
    assert [source.kind.value for source in sources] == ["pronoun", "pronoun", "author"]


def test_a_label_in_the_midst_of_a_line_has_no_turn():
    text = "It is late. INES VALE: I think that it is dry. I told the mayor."
    sources = [each.source for each in read(OPENING + text).attributions if each.source.text == "I"]
    assert [source.resolved and source.resolved.text for source in sources] == ["INES VALE", None]


def test_copies_lend_no_turn():
    text = "INES VALE: It is dry. I told the mayor.\nINES VALE: It is dry. I asked the clerk why."
    sources = [each.source for each in read(OPENING + text).attributions if each.source.text == "I"]
    assert {source.kind.value for source in sources} == {"author"}


def test_copies_lend_nothing_to_the_line_after_them():
    text = f"Mayor Ines Vale wrote:\n{QUOTED}\nMayor Ines Vale wrote:\nIt is late."
    assert "unattributed_quotation" in [each.rule for each in found(text)]


def test_a_turn_of_a_conversation_is_one_speakers():
    text = "INES VALE: Good. In 1999 there were 40 pumps.\nIn 2000 there were none."
    assert [claim.support for claim in read(OPENING + text).claims] == ["inline", "none"]


def test_a_label_inside_a_line_speaks_for_its_sentence():
    text = "It is late. INES VALE: It is good. In 1999 there were 40 pumps."
    assert [claim.support for claim in read(OPENING + text).claims] == ["none"]


NEXT = "“It will take years to dig another well.”"
GOING_ON = [
    # what stands before the quotation, and whose it is
    ("“It rained,” Ines Vale said.\n", "Ines Vale"),
    ("“It rained,” Ines Vale said.\n\n", "Ines Vale"),
    ("“It is dry, and it is late,” Ines Vale said:\n", "Ines Vale"),
    ("“It rained,” Ines Vale said, adding that it was late.\n", "Ines Vale"),
    ("“It rained,” Ines Vale said.\n“It was the worst of all winters.”\n", "Ines Vale"),
    ("Ines Vale came. Vale called the well a success. ", "Ines Vale"),
    ("It rained, Ines Vale said. The road was shut. ", "Ines Vale"),
]


@pytest.mark.parametrize(("before", "speaker"), GOING_ON)
def test_a_speaker_goes_on(before, speaker):
    last = found(before + NEXT)[-1]
    assert (last.rule, last.form, last.cue, last.flags) == ("continued", "direct", None, ())
    assert (last.source.resolved.text, last.source.resolved.rule) == (speaker, "continued")
    assert (OPENING + before + NEXT)[last.content.start : last.content.end] == NEXT
    assert last.begins == last.content.start


@pytest.mark.parametrize(
    "before",
    [
        "“It rained,” Ines Vale said.\nA new well\n",
        "“It rained,” Ines Vale said.\nIt was late. ",
        "“It rained,” Ines Vale said. Ilan Rossi denied it.\n",
        "Ines Vale said it rained. Ilan Rossi denied it. ",
        "Ines Vale said it rained.\n",
        "“It rained,” I said.\n",
        "It was late.\n",
    ],
)
def test_nobody_goes_on(before):
    assert found(before + NEXT)[-1].rule == "unattributed_quotation"


def test_nobody_goes_on_in_front_of_more_words():
    assert found(f"“It rained,” Ines Vale said.\n{NEXT} It was late.")[-1].rule == "unattributed_quotation"


def test_nobody_goes_on_in_from_or_across_a_copy():
    said = "“It rained,” Ines Vale said."
    for text in (f"{said}\n{NEXT}\n{said}", f"{said}\n{NEXT}\nIt is late.\n{NEXT}"):
        assert "continued" not in [each.rule for each in found(text)]
    across = f"Ines Vale said it rained. The road was shut. {NEXT}\nThe road was shut."
    assert "continued" not in [each.rule for each in found(across)]


def test_who_goes_on_supports_a_claim():
    text = "“It rained,” Ines Vale said.\n“In 1999 there were 40 pumps in the whole valley.”"
    assert [claim.support for claim in read(OPENING + text).claims][-1] == "inline"


TITLES = [
    'The study, "Home Wells Yield Relevant Benefit for Towns with Drought," was published in June.',
    'The paper, "Effects of wells on the towns," was published in May.',
    'The study is titled "Effects of wells on the towns of the valley."',
    'The article, entitled "Wells of the Valley: A Study," is in Well Letters.',
    'The article is "Wells of the Valley of Lowmere."',
    'The slogan was "We will fight for all the wells!"',
    'They drank at times, ranging from "not at all" to "twice a week or more."',
]


@pytest.mark.parametrize("text", TITLES)
def test_titles_and_items_are_not_said(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'The report was "a very bad joke for the whole town."',
        'He read the report. "We will fight for all the wells."',
        '"We will fight for all the wells."',
        'It was late, or "we will fight for all the wells," perhaps.',
        'There was a statement: "We will fight for all the wells."',
    ],
)
def test_what_is_no_title(text):
    assert found(text)[-1].rule == "unattributed_quotation"


def test_what_a_statement_says_is_no_title():
    [only] = found('In a statement, "We will fight for all the wells," Ines Vale said.')
    assert (only.source.text, only.form) == ("Ines Vale", "direct")
