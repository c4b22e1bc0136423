"""Studies and those who did them: which document is named, and whose words "the researchers said" are."""

import pytest
from attributing import read

from provenance.text.facts import SourceKind


def last(text):
    return [each for each in read(text) if each.source is not None][-1].source


KINDS = [
    # where it was published, who made it, what it is called
    ("A new study, published in Annals of Wells, found that it rained.", "document"),
    ("A new study, funded by Lowmere University, found that it rained.", "document"),
    ("A study, published in the Oct. 5, 2013, issue of Well Letters, found that it rained.", "document"),
    ("It rained, according to a new study by the National Institute of Wells.", "document"),
    ("It rained, according to a 2011 review funded by the Lowmere Office of Wells.", "document"),
    ("A study conducted at Lowmere University found that it rained.", "document"),
    ("A trial, the Lowmere Rain Study, found that it rained.", "document"),
    ("The recommendations say that it rained.", "document"),
    # not which
    ("A new study found that it rained.", "collective"),
    ("A new study found that Vale was late.", "collective"),
    ("A new study, released early, found that Vale was late.", "collective"),
    ("A study in men found that Vale was late.", "collective"),
    ("A study tracked 40 Danes and found that it rained.", "collective"),
    ("Current recommendations say that it rained.", "collective"),
    # possessives inside names
    ("The Okoro's Society said it rained.", "organisation"),
    ("Okoro's Association said it rained.", "organisation"),
    ("Children's Wells Network said it rained.", "organisation"),
    ("St. Ilan's Hospital said it rained.", "organisation"),
    # many people without names, whatever body they are of: it is not the body that speaks
    ("Engineers at Lakeside University Hospital said it rained.", "collective"),
    ("A team led by Ines Vale found that it rained.", "organisation"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_document_is_known_by_what_the_text_says_of_it(text, kind):
    assert last(text).kind.value == kind


STUDY = "A study, published in Well Letters, tracked 40 wells. "
MAKERS = [
    # the study
    (STUDY + "The researchers said it rained.", "A study, published in Well Letters", "document"),
    (STUDY + "The study authors say it rained.", "A study, published in Well Letters", "document"),
    (STUDY + "Study authors noted that it rained.", "A study, published in Well Letters", "document"),
    (STUDY + "The team found that it rained.", "A study, published in Well Letters", "document"),
    ("The study appears in the journal Wells. The authors say it rained.", "The study appears in the journal Wells", "document"),
    ("The study was led by Ines Vale. The authors say it rained.", "The study was led by Ines Vale", "document"),
    ("The Lowmere Wells Study had 40 wells. The scientists said it rained.", "The Lowmere Wells Study", "document"),
    ("It rained, according to new research by the Lowmere Institute. The authors say it was late.", "new research by the Lowmere Institute", "document"),
    # one that is known only by its name does not stand before one that is known by its place
    (STUDY + "They were of the Lowmere Wells Study. The authors say it rained.", "A study, published in Well Letters", "document"),
    # who did it
    ("“It is late,” said lead author Ines Vale. The researchers said it rained.", "lead author Ines Vale", "person"),
    ("A team led by Ines Vale found that it rained. The researchers said it was late.", "A team led by Ines Vale", "organisation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "resolved", "kind"), MAKERS)
def test_makers_are_those_of_the_last_study(text, resolved, kind):
    source = last(text)
    assert (source.resolved.text, source.resolved.rule, source.resolved.kind.value) == (
        resolved,
        "makers",
        kind,
    )
    assert source.kind in (SourceKind.COLLECTIVE, SourceKind.ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        "The researchers said it rained.",
        "The researchers said it rained. " + STUDY,
        STUDY + "Researchers said it rained.",
        STUDY + "Other researchers said it rained.",
        STUDY + "Researchers at Lowmere University said it rained.",
        STUDY + "Their team said it rained.",
        STUDY + "The experts said it rained.",
        STUDY + "Another study was late. The researchers said it rained.",
        "The head of research at Lowmere was there. The researchers said it rained.",
        "“It is late,” said Mayor Ines Vale. The researchers said it rained.",
    ],
)
def test_makers_of_nothing_that_the_text_names(text):
    assert last(text).resolved is None


def test_they_are_the_makers():
    source = last(STUDY + "The researchers said it rained. They added that it was late. They said it snowed.")
    assert (source.kind, source.resolved.rule, source.effective_kind) == (
        SourceKind.PRONOUN,
        "last_source",
        SourceKind.DOCUMENT,
    )


def test_makers_are_not_taken_for_him_or_her():
    text = "“It is late,” said lead author Ines Vale. Ilan Rossi said no. The researchers agreed. He said it rained."
    assert last(text).resolved.text == "Ilan Rossi"


@pytest.mark.parametrize("between", ["It is late. ", ""])
def test_no_study_is_found_in_or_across_a_repeated_sentence(between):
    said = "The researchers said it rained."
    assert last(f"{STUDY}{between}\n{said}\n{between}\n{between or said}").resolved is None


def first(text):
    return next(each for each in read(text) if each.source is not None).source


PUBLISHED = " The study was published in Well Letters."


@pytest.mark.parametrize(
    "lead",
    [
        "A new study finds that it rained.",
        "New research suggests that it rained.",
        "It rained, according to a small study.",
        "A new study finds that it rained. “It is late,” said Ines Vale.",
    ],
)
def test_a_new_study_is_the_one_that_the_text_says_more_of_later(lead):
    source = first(lead + PUBLISHED)
    assert (source.kind, source.resolved.text, source.resolved.rule, source.resolved.kind) == (
        SourceKind.COLLECTIVE,
        "The study was published in Well Letters",
        "study",
        SourceKind.DOCUMENT,
    )


@pytest.mark.parametrize(
    "text",
    [
        "A new study finds that it rained. The study was long.",
        "A new study finds that it rained. A study was published in Well Letters.",
        "A new study finds that it rained. A third study was late." + PUBLISHED,
        "Several studies find that it rained." + PUBLISHED,
        "Critics say that it rained." + PUBLISHED,
        "A new study finds that it rained.\nIt is late.\nIt is late.\n" + PUBLISHED.strip(),
    ],
)
def test_a_new_study_that_is_not_taken_up(text):
    assert first(text).resolved is None


def test_its_makers_are_known_before_it_is():
    assert [
        each.source.resolved.rule
        for each in read("A study finds that it rained. The researchers say it snowed." + PUBLISHED)
    ] == ["study", "makers"]
