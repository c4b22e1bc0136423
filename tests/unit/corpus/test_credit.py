"""Where a credit line is looked for, and what is read of it."""

import tomllib
from importlib.resources import files

import pytest

from provenance.corpus.credit import Mention, mentions, name_words

TABLE = tomllib.loads(files("provenance.corpus").joinpath("credit.toml").read_text("utf-8"))
LINE = "Originally published by Tarnmoor Herald."
MENTION = Mention("origin", " by Tarnmoor Herald.")


@pytest.mark.parametrize("place", range(16))
def test_in_a_long_line_credit_is_given_at_both_ends(place):
    sentences = [f"Ferry {number} of the line to Kessandra sails no more." for number in range(15)]
    text = " ".join([*sentences[:place], LINE, *sentences[place:]])
    assert [mention.kind for mention in mentions(text)] == ["origin"] * (place < 5 or place >= 11)


@pytest.mark.parametrize("cue", TABLE["origin"])
def test_every_beginning_of_a_credit_is_found(cue):
    assert mentions(f"Ferries stop.\n\n{cue.capitalize()} Tarnmoor Herald.") == (
        Mention("origin", " Tarnmoor Herald."),
    )


@pytest.mark.parametrize("cue", TABLE["source"])
@pytest.mark.parametrize("colon", [":", "\u00a0:", "："])
def test_every_beginning_of_a_source_line_is_found(cue, colon):
    assert mentions(f"Ferries stop: 3.\r\n({cue.title()}{colon} Tarnmoor Herald") == (
        Mention("source", " Tarnmoor Herald"),
    )


@pytest.mark.parametrize("before", ["", "This article by Edda Lund of the Quillbeck desk was "])
def test_a_credit_may_begin_in_the_middle_of_its_sentence(before):
    name = "the " + "Old and " * 9 + "Honourable Tarnmoor Herald"
    assert mentions(f"{before}originally published by {name}") == (Mention("origin", f" by {name}"),)


def test_in_a_short_line_credit_is_given_anywhere():
    lines = [f"Ferry {number} of the line to Kessandra sails no more." for number in range(15)]
    assert mentions("\n".join([*lines[:7], LINE, *lines[7:]])) == (MENTION,)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The Quillbeck Times", ("quillbeck", "times")),
        ("Der Moorblick", ("moorblick",)),
        ("The", ("the",)),
        ("", ()),
    ],
)
def test_the_words_of_a_name(name, words):
    assert name_words(name) == words
