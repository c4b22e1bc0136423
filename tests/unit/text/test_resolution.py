"""Whom pronouns and bare surnames mean, and when nobody can tell."""

import pytest
from attributing import read

from provenance.text.facts import SourceKind


def last(text):
    return [each for each in read(text) if each.source is not None][-1]


@pytest.mark.parametrize(
    ("text", "resolved", "rule", "kind"),
    [
        (
            "Ines Vale said it rained. She added that it snowed.",
            "Ines Vale",
            "last_source",
            SourceKind.PERSON,
        ),
        ("Ines Vale opened the door. She said it rained.", "Ines Vale", "last_name", SourceKind.PERSON),
        (
            "The ministry denied it. It said the well was dry.",
            "The ministry",
            "last_source",
            SourceKind.ORGANISATION,
        ),
        (
            "It was an été étrange for Ines Vale. He said it rained.",
            "Ines Vale",
            "last_name",
            SourceKind.PERSON,
        ),
        ("Ines Vale came. Vale said it rained.", "Ines Vale", "surname", SourceKind.PERSON),
        ("Ines Vale came. Ms. Vale said it rained.", "Ines Vale", "surname", SourceKind.PERSON),
        (
            "Ines Vale came. Mayor Vale, who was late, said it rained.",
            "Ines Vale",
            "surname",
            SourceKind.PERSON,
        ),
        ("Ines Vale came. Vale, who was late, said it rained.", "Ines Vale", "surname", SourceKind.PERSON),
        ("Vale said it rained. It was Ines Vale's day.", "Ines Vale", "surname", SourceKind.PERSON),
        ("Minister of Trade Ines Vale came. Vale said it rained.", "Ines Vale", "surname", SourceKind.PERSON),
        ("Viola von der Tann came. Tann said it rained.", "Viola von der Tann", "surname", SourceKind.PERSON),
        (
            "“It is late,” said Ines Vale. Ines added that it rained.",
            "Ines Vale",
            "given_name",
            SourceKind.PERSON,
        ),
        (
            "Ines Vale was there.\nInes Vale: It rained.\nIV: And then?",
            "Ines Vale",
            "initials",
            SourceKind.PERSON,
        ),
        (
            "Tomas Okoro said it rained.\nInes Vale: She said it snowed, and he agreed.\nInes Vale left.",
            "Tomas Okoro",
            "last_source",
            SourceKind.PERSON,
        ),
        (
            "Tomas Okoro said it rained.\nMayor Ines Vale was late. “It snows,” she told them.",
            "Mayor Ines Vale",
            "last_name",
            SourceKind.PERSON,
        ),
        (
            "Tomas Okoro said it rained.\nInes Vale's office was shut. “It snows,” he told them.",
            "Tomas Okoro",
            "last_source",
            SourceKind.PERSON,
        ),
        (
            "Two people briefed on the matter said it rained. One of them said it snowed.",
            "Two people briefed on the matter",
            "last_source",
            SourceKind.ANONYMOUS,
        ),
        (
            "“It is late,” said Ines Vale. It was late, in Ines's view.",
            "Ines Vale",
            "given_name",
            SourceKind.PERSON,
        ),
        ("Critics met Rossi, who said it rained.", "Rossi", "relative", SourceKind.PERSON),
        ("It is time to answer Rossi, who said it rained.", "Rossi", "relative", SourceKind.PERSON),
        (
            "They want to raise the reports, which say it rained.",
            "the reports",
            "relative",
            SourceKind.DOCUMENT,
        ),
        ("It is a letter by Ines Vale, who said it rained.", "Ines Vale", "relative", SourceKind.PERSON),
        (
            "It is a plea (late) filed by Ines Vale, who said it rained.",
            "Ines Vale",
            "relative",
            SourceKind.PERSON,
        ),
        (
            "It is the report by Okoro Wells, which said it rained.",
            "the report by Okoro Wells",
            "relative",
            SourceKind.DOCUMENT,
        ),
    ],
)
def test_guesses_are_marked_with_their_rule(text, resolved, rule, kind):
    guess = last(text).source.resolved
    assert (guess.text, guess.rule, guess.kind) == (resolved, rule, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Vale said it rained.",  # never given in full, but with a title
        "Mr. Ivo Ekman came. Ms. Ekman said it rained.",
        "His wife Ines Vale came. Mr. Vale said it rained.",
        "Ines Vale came with Ivo Vale. Dr. Vale said it rained.",
        "Ines Vale came. Dr. Vale said it rained. Dr. Vale said it rained.",
        "Ines Vale came. Sir Ines said it rained.",
    ],
)
def test_a_title_of_another_or_of_one_among_several_says_not_whose_name_it_is(text):
    assert (last(text).source.resolved, last(text).flags) == (None, ())


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("He noted that it rained.", ("unresolvable_pronoun",)),
        ("Zubov sums up that it rained.", ("never_introduced",)),
        ("Mayor Zubov spoke. Zubov said it rained.", ()),
        ("Zubov, a geologist, spoke. Zubov said it rained.", ()),
        ("They say it rained.", ()),
        ("Ilan Rossi and Vale said it rained. Ines said no.", ("never_introduced",)),
        ("“It is late,” said Ines and Ilan Rossi. Ines said no.", ("never_introduced",)),
        ("It says it rained.", ()),
        ("Ines Vale said it rained.", ()),
        ("The expert believes it rained.", ()),
    ],
)
def test_flags(text, flags):
    assert last(text).flags == flags


@pytest.mark.parametrize(
    ("between", "means"), [("Cats. Dogs. Cows.", True), ("Cats. Dogs. Cows. Hens.", False)]
)
def test_it_is_no_body_that_spoke_long_before(between, means):
    guess = last(f"The ministry denied it. {between} It said the well was dry.").source.resolved
    assert (guess is not None) is means


def test_initials_of_a_person_name_a_person():
    assert last("Ines Vale: It rained.\nIV: And then? Rossi denied it.").source.kind is SourceKind.PERSON


def test_full_name_and_surname_have_one_identity():
    first, second = read("Ines Vale said it rained. Vale added that it snowed.")
    assert first.source.identity == second.source.identity


def test_nothing_is_guessed_into_out_of_or_across_a_repeated_sentence():
    said = "She said that it rained."
    alone = read(f"Ines Vale said it snowed.\n{said}")
    doubled = read(f"Ines Vale said it snowed.\n{said}\n{said}\nShe added that it snowed.")
    assert [each.flags for each in alone] == [(), ()]
    assert [each.flags for each in doubled] == [(), *[("unresolvable_pronoun",)] * 3]
    assert [each.repeated for each in doubled] == [False, False, True, False]


def test_what_a_repeated_sentence_itself_tells_is_guessed_in_it():
    said = "Ines Vale left when she said that it rained."
    assert [each.source.resolved.text for each in read(f"{said}\nIt was late.\n{said}")] == ["Ines Vale"] * 2


def test_a_name_that_stands_only_in_repeated_sentences_introduces_nobody():
    once = read("Ines Vale opened the door.\nVale said it rained.")
    twice = read("Ines Vale opened the door.\nIt was late.\nInes Vale opened the door.\nVale said it rained.")
    assert once[-1].source.resolved is not None
    assert twice[-1].source.resolved is None


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        # whom a title, a role or an earlier pronoun gives away
        ("Ines Vale said it rained. Mr Okoro denied it. She said no.", "Ines Vale"),
        ("Ines Vale said it rained. Mr Okoro's wife denied it. She said no.", "Mr Okoro's wife"),
        ("Tomas Okoro said it rained. His wife denied it. He said no.", "Tomas Okoro"),
        ("Tomas Okoro said it rained. The clerk denied it. He said no.", "The clerk"),
        ("Ines Vale said it rained. Tomas Okoro denied it. He said it was late. She said no.", "Ines Vale"),
        ("Ines Vale said it rained. Tomas Okoro denied it. She said no.", "Tomas Okoro"),  # nothing gives it away
        ("Mr Okoro said it rained. Cats. Cats and dogs. Ms Vale was late. He said no.", "Mr Okoro"),
        # what is no person
        ("Ines Vale said it rained. The bridge needs to be closed. She said no.", "Ines Vale"),
        # of whom the sentence before speaks, or the one before the quotation
        ("Tomas Okoro said it rained. Its boss, Ines Vale, was late: it snows, she said.", "Ines Vale"),
        ("Tomas Okoro said it rained. Ines Vale's cat was late, he said.", "Tomas Okoro"),
        ("Tomas Okoro said it rained. Cats. Ines Vale was late. “It snows. Much,” she said.", "Ines Vale"),
        ("Tomas Okoro said it rained. Cats. Ines Vale was late. “It snows. Ada Rossi left,” she said.", "Ines Vale"),
        ("Ines Vale came. Tomas Okoro said it rained. Cats. Vale was late. “It snows,” she said.", "Ines Vale"),
        ("Ines Vale came. Tomas Okoro said it rained. Cats. Vale's cat was late. “It snows,” he said.", "Tomas Okoro"),
        # names of other countries
        ("Viola von der Tann came. She said it rained.", "Viola von der Tann"),
        ("Viola von der Tann (SPD) came. She said it rained.", "Viola von der Tann"),
        ("The Secretary of State, I. Vale, came. She said it rained.", "I. Vale"),
        ("Secretary of State I. B. Vale came. She said it rained.", "I. B. Vale"),
        ("Ada Rossi came for plan B. She said it rained.", "Ada Rossi"),
        ("Ada Rossi came for U.S. Vale boats. She said it rained.", "Ada Rossi"),
        ("Monsieur Okoro of Saint-Vale came. He said it rained.", "Monsieur Okoro"),
        ("Professor Rao Anwen of the Institute said it rained. Rao said no.", "Professor Rao Anwen of the Institute"),
    ],
)  # fmt: skip
def test_whom_it_can_be(text, resolved):
    assert last(text).source.resolved.text == resolved


@pytest.mark.parametrize(
    "text",
    [
        "Mr Okoro said it rained. She said no.",
        "The Lowmere (L) came. She said no.",
        "Zero Gravity (ZG) came. She said no.",
        "A clerk from Saint-Vale came. She said no.",
    ],
)
def test_nobody_can_be_meant(text):
    assert last(text).flags == ("unresolvable_pronoun",)


@pytest.mark.parametrize("lead", ["According to", "Thanks to", "Asked", "Citing", "Telling"])
def test_what_a_sentence_begins_with_is_no_given_name(lead):
    text = f"It rained. {lead} Vale nobody came. Vale said that it rained."
    assert "never_introduced" in read(text)[-1].flags


@pytest.mark.parametrize("name", ["Mark", "Grant", "Ines van der"])
def test_a_given_name_may_look_like_a_word(name):
    assert (
        read(f"It rained. {name} Vale came. Vale said that it rained.")[-1].source.resolved.text
        == f"{name} Vale"
    )


@pytest.mark.parametrize(
    "before", ["Retired Air Force Gen.", "A Letter To", "Lowmere Mayor", "The Minister of Wells, Dr"]
)
def test_a_title_parts_a_name_from_what_stands_before_it(before):
    assert read(f"{before} Ines Vale came. Vale said that it rained.")[-1].source.resolved.text == "Ines Vale"
