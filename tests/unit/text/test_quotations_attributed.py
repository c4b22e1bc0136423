"""Quotations whose speaker stands beside them: signed with a dash, led to by a line before, in a labelled turn."""

import pytest

from provenance.text.reader import read

OPENING = "The well is in the valley of the town, and it was dug when the mayor was a child.\n"
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
        "“It is dry, and it is late,” Ines Vale said:\n",
        "Ines Vale said: It is dry.\n",
    ],
)
def test_what_does_not_lead_to_it(lead):
    assert "unattributed_quotation" in [each.rule for each in found(lead + QUOTED)]


def test_copies_lend_nothing_to_the_line_after_them():
    text = f"Mayor Ines Vale wrote:\n{QUOTED}\nMayor Ines Vale wrote:\nIt is late."
    assert "unattributed_quotation" in [each.rule for each in found(text)]


def test_a_turn_of_a_conversation_is_one_speakers():
    text = "INES VALE: Good. In 1999 there were 40 pumps.\nIn 2000 there were none."
    assert [claim.support for claim in read(OPENING + text).claims] == ["inline", "none"]


def test_a_label_inside_a_line_speaks_for_its_sentence():
    text = "It is late. INES VALE: It is good. In 1999 there were 40 pumps."
    assert [claim.support for claim in read(OPENING + text).claims] == ["none"]
