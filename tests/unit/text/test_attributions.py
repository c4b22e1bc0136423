"""What is attributed to whom, sentence by sentence; all people and bodies are invented."""

import pytest
from attributing import outermost, read

from provenance.text.facts import SourceKind


def only(text):
    [found] = outermost(text)
    return found


def source_of(text):
    found = only(text)
    return None if found.source is None else found.source.text


SOURCES = [
    # the subject before the verb
    ("Vale said that it rained.", "said", "Vale"),
    ("The mayor of Osterby said it rained.", "said", "The mayor of Osterby"),
    ("On Tuesday the ministry announced a ban.", "announced", "the ministry"),
    ("In Osterby, Vale argued that it rained.", "argued", "Vale"),
    ("Vale also said it rained.", "said", "Vale"),
    ("Vale has repeatedly denied it.", "has repeatedly denied", "Vale"),
    ("She’s said it before.", "said", "She"),
    ("Many residents believe that the well is dry.", "believe", "Many residents"),
    ("People who have met him say he is shy.", "say", "People who have met him"),
    ("Vale, Rossi and Okafor said they agreed.", "said", "Vale, Rossi and Okafor"),
    ("May said that Will would come.", "said", "May"),
    ("Will denied the report.", "denied", "Will"),
    ("(May said it rained.)", "said", "May"),
    # appositions, relative clauses, insertions
    ("The gate was shut in March, said one of the engineers.", "said", "one of the engineers"),
    ("The gate was shut in March, said several residents.", "said", "several residents"),
    ("The council, which met late, said two schools would close.", "said", "The council, which met late,"),
    ("Ines Vale, the mayor, said it rained.", "said", "Ines Vale, the mayor,"),
    ("Ines Vale, 41, who runs the clinic, said it rained.", "said", "Ines Vale, 41, who runs the clinic,"),
    ("Sen. Ines Vale (R-Ohio) said it rained.", "said", "Sen. Ines Vale (R-Ohio)"),
    ("Vale, however, insisted that it rained.", "insisted", "Vale"),
    # after a quotation
    ("“It rained,” said Ines Vale.", "said", "Ines Vale"),
    ("“It rained,” said Ines Vale, the mayor of Osterby.", "said", "Ines Vale, the mayor of Osterby"),
    ("“It rained,” the official said.", "said", "the official"),
    ("“It rained,” Vale scoffed.", "scoffed", "Vale"),
    ("“It rained a lot.” Zubov noted.", "noted", "Zubov"),
    # behind what is said
    ("The well is dry, the expert believes.", "believes", "the expert"),
    ("The question must be raised, Zubov sums up.", "sums", "Zubov"),
    # prepositions
    ("According to the report, the well is dry.", "According to", "the report"),
    (
        "According to US Secretary of State A. Vale, the well is dry.",
        "According to",
        "US Secretary of State A. Vale",
    ),
    ("The well is dry, in the words of Ines Vale.", "in the words of", "Ines Vale"),
    ("In Vale's view, the well is dry.", "In Vale's view", "Vale's"),
    ("According to him, the well is dry.", "According to", "him"),
    (
        "As noted by the head of the office, Asel Orman, the well is dry.",
        "noted",
        "the head of the office, Asel Orman",
    ),
    # between subject and verb
    (
        "The mayor's spokesman, Ilan Rossi, on Friday denied it.",
        "denied",
        "The mayor's spokesman, Ilan Rossi,",
    ),
    ("The plan criticised by teachers was dropped.", "criticised", "teachers"),
    # documents
    ("The report says the well is dry.", "says", "The report"),
    ("The council's press release states that the well is dry.", "states", "The council's press release"),
    ("Data from the agency indicate a rise of 4%.", "indicate", "Data from the agency"),
    ("Per the ABC, the well is dry.", "Per", "the ABC"),
    (
        "A poll released by the institute on Monday shows Vale ahead.",
        "shows",
        "A poll released by the institute",
    ),
    # light verbs, nouns, adjectives
    ("Vale expressed the opinion that it rained.", "expressed the opinion", "Vale"),
    ("The foundation made a proposal to the ministry.", "made a proposal", "The foundation"),
    ("Vale made it clear that it rained.", "made it clear", "Vale"),
    ("Vale is convinced that it rained.", "is convinced", "Vale"),
    # passive
    ("The plan was criticised by teachers.", "was criticised", "teachers"),
    # labels
    ("VALE: It rained all night.", ":", "VALE"),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES, ids=[row[0] for row in SOURCES])
def test_who_and_by_which_words(text, cue, source):
    found = only(text)
    assert (found.cue.text, found.source.text) == (cue, source)


NOBODY = [
    ("It is believed that the well is dry.", "impersonal", "is believed"),
    ("It should be noted that the well is dry.", "impersonal", "should be noted"),
    ("It is worth noting that the well is dry.", "impersonal", "noting"),
    ("The well has been criticised for its smell.", "agentless", "has been criticised"),
    ("He was jailed for allegedly taking water.", "hedge", "allegedly"),
    ("Questions were also raised about the well.", "raised", "Questions were also raised"),
]


@pytest.mark.parametrize(("text", "rule", "cue"), NOBODY, ids=[row[0] for row in NOBODY])
def test_said_by_nobody(text, rule, cue):
    found = only(text)
    assert (found.rule, found.source, found.cue.text) == (rule, None, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The state department moved to a new house.",
        "The claims court sat in the morning.",
        "Her reported income rose.",
        "The United States won.",
        "The attack on the bridge lasted an hour.",
        "Five of nine councillors voted for it.",
        "A vote was held.",
        "He gave a class called Perception.",
        "The use of it can be attributed to several factors.",
        "Legal Reform: Changing the rules on water.",
        "Read the rest of the story here.",
        "",
    ],
)
def test_nothing_is_said(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The referee pointed to the spot.", False),
        ("She pointed to the far door, and left.", False),
        ("She pointed to the figures.", True),
        ("Vale claimed his third goal in May.", False),
        ("Vale claimed the goal was his.", True),
        ("The fire claimed two lives.", False),
        ("Vale answered the door.", False),
        ("Vale answered that the door was shut.", True),
        ("Rossi replied with a goal.", False),
        ("The clerk reported for duty.", False),
    ],
)
def test_with_some_objects_a_verb_says_nothing(text, says):
    assert bool(read(text)) is says


KINDS = [
    ("Ines Vale said it rained.", SourceKind.PERSON),
    ("Mr. Vale said it rained.", SourceKind.PERSON),
    ("Interior Ministry spokesman Ilan Rossi said it rained.", SourceKind.PERSON),
    ("The head of the Bureau for Human Rights Ilan Rossi said rights matter.", SourceKind.PERSON),
    ("MP Ewa\u00a0Bożena Kopac said it rained.", SourceKind.PERSON),
    ("Viola von der Tann-Ilves said it rained.", SourceKind.PERSON),
    ("The Water Ministry said it rained.", SourceKind.ORGANISATION),
    ("The company said it rained.", SourceKind.ORGANISATION),
    ("The US said it rained.", SourceKind.ORGANISATION),
    ("NATO said it rained.", SourceKind.ORGANISATION),
    ("The report says it rained.", SourceKind.DOCUMENT),
    ("The final text of the resolution notes that it rained.", SourceKind.DOCUMENT),
    ("The expert believes that it rained.", SourceKind.ROLE),
    ("A spokesman for the company said it rained.", SourceKind.ROLE),
    ("Critics say it rained.", SourceKind.COLLECTIVE),
    ("Three international human rights organizations say it rained.", SourceKind.COLLECTIVE),
    ("One in five said it rained.", SourceKind.COLLECTIVE),
    ("A source close to the family said it rained.", SourceKind.ANONYMOUS),
    ("A person familiar with the matter said it rained.", SourceKind.ANONYMOUS),
    ("An official, speaking on condition of anonymity, said it rained.", SourceKind.ANONYMOUS),
    ("Studies have shown that it rained.", SourceKind.COLLECTIVE),
    ("Acme Corp announced a ban.", SourceKind.ORGANISATION),
    ("The head of the office, Asel Orman, said it rained.", SourceKind.PERSON),
    ("I believe that it rained.", SourceKind.AUTHOR),
    ("We would like to note that it rained.", SourceKind.AUTHOR),
    ("They say it rained.", SourceKind.PRONOUN),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kinds_of_source(text, kind):
    assert only(text).source.kind is kind


@pytest.mark.parametrize(
    ("text", "form", "content"),
    [
        ("“It rained all night,” Vale said.", "direct", "“It rained all night,”"),
        ("“No,” Vale said.", "direct", "“No,”"),
        ("According to a study published in June, it rained.", "indirect", "it rained."),
        ("Vale said that it rained.", "indirect", "that it rained."),
        ("Vale said that it “rained all night and day”.", "mixed", "that it “rained all night and day”."),
        ("The well is dry, Vale said.", "indirect", "The well is dry"),
        ("Vale added: “It rained all night.”", "direct", "“It rained all night.”"),
        ("“Open wells,” “that leak all night,” Vale said.", "direct", "“that leak all night,”"),
    ],
)
def test_form_and_content(text, form, content):
    found = only(text)
    assert (found.form, text[found.content.start : found.content.end].rstrip(",")) == (
        form,
        content.rstrip(","),
    )


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Vale said it rained.", "assert"),
        ("Vale supports the plan.", "stance"),
        ("Vale wants to resign.", "stance"),
    ],
)
def test_assertion_and_stance(text, mode):
    assert only(text).mode == mode


def test_a_relative_pronoun_belongs_to_no_content():
    text = "The town was criticised in a letter, which the report mentions."
    assert [text[slice(*each.content[:2])] for each in read(text)] == [
        "in a letter",
        "The town was criticised in a letter",
    ]


def test_what_stands_inside_anothers_content_is_nested():
    found = read("Vale said that Rossi believes that it rained.")
    assert [(each.cue.text, each.depth) for each in found] == [("said", 0), ("believes", 1)]


def test_a_cue_in_a_quotation_reaches_into_no_other():
    found = read("“Vale is a man who promises”: “When it rained, nobody was wet.”")
    assert [each.content for each in found if each.cue is not None] == [None]


def test_a_cue_that_begins_before_its_quotation_says_what_stands_in_it():
    text = "“It rained all of the week,” Vale said. The clerks tended “to support the mayor and her plan”."
    cue, content = next((each.cue.text, each.content) for each in read(text) if each.quoted)
    assert (cue, text[slice(*content)]) == ("tended “to support", "the mayor and her plan")


def test_a_participle_shares_its_subject_beside_the_first_cue():
    found = read("Vale said it rained, adding that the well was full.")
    assert [(each.cue.text, each.source.text, each.depth) for each in found] == [
        ("said", "Vale", 0),
        ("adding", "Vale", 0),
    ]


def test_coordinated_verbs_share_their_subject():
    found = read("Vale praised the plan and urged a vote.")
    assert [(each.cue.text, each.source.text) for each in found] == [("praised", "Vale"), ("urged", "Vale")]


def test_a_quotation_that_nobody_is_said_to_say():
    found = only("“The well has been dry for years.”")
    assert (found.rule, found.form, found.source, found.cue, found.flags) == (
        "unattributed_quotation",
        "direct",
        None,
        None,
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "He drank from a “controlled well” in town.",
        "“It rained all night,” Vale said. “Nobody could sleep in the house.”",
        "“It rained all night,” Vale said. “Nobody slept at all.\n“And the well was full again.”",
    ],
)
def test_a_label_or_a_quotation_that_goes_on_is_no_item_of_its_own(text):
    assert all(each.rule != "unattributed_quotation" for each in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The council passed the resolution “On the state of wells in the valley”.",
        'At a hearing on the topic "Wells and what they mean to us", nobody came.',
    ],
)
def test_a_title_in_quotation_marks_is_no_speech(text):
    assert read(text) == ()


def test_a_title_is_not_what_the_next_speaker_says():
    found = only(
        "At a hearing on the topic “Wells and what they mean”, Ines Vale informed the council about the pump."
    )
    assert (found.source.text, found.form) == ("Ines Vale", "indirect")


def test_a_coordinated_verb_takes_the_nearest_subject():
    found = read("It is a pity that the embassy does not see this and does not report that it rained.")
    assert found[-1].source.text == "the embassy"


def test_what_is_skipped_does_not_speak():
    text = "Vale said it rained.\nRossi said it snowed."
    assert [each.source.text for each in read(text, skip=[(0, 20)])] == ["Rossi"]


def test_a_dateline_is_skipped_and_the_rest_of_the_sentence_read():
    text = "OSTERBY (NN) Ines Vale said it rained."
    assert [each.source.text for each in read(text, skip=[(0, 13)])] == ["Ines Vale"]


def test_a_dash_behind_a_dateline_is_no_part_of_what_is_said():
    text = "OSTERBY – It rained for a week, said Ines Vale."
    (found,) = read(text, skip=[(0, 7)])
    assert text[found.content.start : found.content.end] == "It rained for a week"


def test_a_dash_between_words_parts_them():
    found = only("The mayor—Ines Vale—said it rained.")
    assert found.source.text.startswith("The mayor")
