import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.text.lexicon import load
from provenance.text.sentences import Copy, _coarse_keys, key, lines, split

ABBREVIATIONS = frozenset({"sept", "inc"})


def sentences(text, abbreviations=ABBREVIATIONS):
    return [text[s.start : s.end] for s in split(text, abbreviations)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One line", ["One line"]),
        ("It rained. We left.", ["It rained.", "We left."]),
        ("It rained.  We left. ", ["It rained.", "We left."]),
        ("It rained.\u00a0We left.", ["It rained.", "We left."]),
        ("It rained\nWe left", ["It rained", "We left"]),
        ("It rained\r\nWe left\rNow", ["It rained", "We left", "Now"]),
        ("Why? Because! Well… Yes.", ["Why?", "Because!", "Well…", "Yes."]),
        ("“Why?” she asked. “Because.” He left.", ["“Why?” she asked.", "“Because.”", "He left."]),
        ("He left (at noon.) She stayed.", ["He left (at noon.)", "She stayed."]),
        ("It cost 3.5 million. 40 paid.", ["It cost 3.5 million.", "40 paid."]),
        ("Dr. Vale met Mr. Lind.", ["Dr. Vale met Mr. Lind."]),
        ("On Sept. 3 Inc. Magazine closed.", ["On Sept. 3 Inc. Magazine closed."]),
        ("The U.S. Senate and A. B. Vale agreed.", ["The U.S. Senate and A. B. Vale agreed."]),
        ("He said no. They left.", ["He said no.", "They left."]),
        ("They came at noon. - Ada Vale", ["They came at noon. - Ada Vale"]),
        ("Wait... what? No.", ["Wait... what?", "No."]),
        ("The end.[1] Another.[12][13] Last.", ["The end.[1]", "Another.[12][13]", "Last."]),
        (
            "The end.”[1] Another.¹² Last.⁴ Why?² End.",
            ["The end.”[1]", "Another.¹²", "Last.⁴", "Why?²", "End."],
        ),
        ("It rained.1 We left.”23 Now.", ["It rained.1", "We left.”23", "Now."]),
        ("It is no.5 It is version.10.2 Now.", ["It is no.5 It is version.10.2 Now."]),
        ("The end.³ “Another.”¹² Last.", ["The end.³", "“Another.”¹²", "Last."]),
        ("船は来た。人は待った！終わり", ["船は来た。", "人は待った！", "終わり"]),
        ("¿Por qué? ¡Porque sí! Fin.", ["¿Por qué?", "¡Porque sí!", "Fin."]),
        ("«Да». Он ушёл.", ["«Да».", "Он ушёл."]),
        ("***\nIt rained.\n—", ["It rained."]),
        ("It rained. ***", ["It rained. ***"]),
        ("... It rained.", ["... It rained."]),
        ("• One. • Two.", ["• One.", "• Two."]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_paragraphs_are_numbered_by_line_without_the_blank_ones():
    assert [s.paragraph for s in split("One. Two.\n\n***\nThree.")] == [0, 0, 2]


def test_without_a_lexicon_only_neutral_abbreviations_are_known():
    assert sentences("Dr. Vale. On Sept. 3.", ()) == ["Dr. Vale.", "On Sept.", "3."]


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("One. Two.", [Copy.UNIQUE, Copy.UNIQUE]),
        ("One. Two. One.", [Copy.FIRST, Copy.UNIQUE, Copy.LATER]),
        ("One!\none\n“One”\nTwo", [Copy.FIRST, Copy.LATER, Copy.LATER, Copy.UNIQUE]),
        ("Caf\u00e9 one.\nCAF\u00c9 ONE!", [Copy.LATER, Copy.FIRST]),
        ("\ufb01ne\nfine", [Copy.LATER, Copy.FIRST]),
        ("Не знаю. Не знаю? Знаю.", [Copy.FIRST, Copy.LATER, Copy.UNIQUE]),
        ("No where.\nNowhere.", [Copy.UNIQUE, Copy.UNIQUE]),
        ("Éa.\nEa.", [Copy.UNIQUE, Copy.UNIQUE]),
    ],
)
def test_copies_are_known_by_their_words(text, copies):
    found = split(text)
    assert [s.copy for s in found] == copies
    assert [s.is_isolated for s in found] == [copy != Copy.UNIQUE for copy in copies]


def test_the_copy_that_counts_does_not_depend_on_what_is_put_before():
    text = "The report “Open Water” says so.\nThe report Open Water says so."
    counted = [text[s.start : s.end] for s in split(text) if s.copy == Copy.FIRST]
    padded = f"The report “Open Water” says so.\n{text}\nThe report Open Water says so."
    assert [padded[s.start : s.end] for s in split(padded) if s.copy == Copy.FIRST] == counted


@example("ß’\u0301", "")
@given(
    st.text(st.sampled_from("aAßſKéſﬁIİıµ²ǰ. ’“\u0301жЖ字가_-1"), max_size=12),
    st.text(st.sampled_from("aAsSßﬁfi. ’“é\u0301жЖ"), max_size=12),
)
def test_equal_keys_have_equal_coarse_keys(one, other):
    for a, b in ((one, other), (one, one.swapcase()), (one, one.replace(" ", " “ "))):
        if key(a) == key(b):
            assert _coarse_keys([a]) == _coarse_keys([b])


@given(st.text(st.sampled_from("ab.!? \n\r\u00a0A1“”…。"), max_size=60))
def test_every_word_is_in_one_sentence_of_its_line(text):
    found = split(text)
    covered = [place for s in found for place in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, letter in enumerate(text) if letter.isalnum()} <= set(covered)
    spans = list(lines(text))
    for s in found:
        assert spans[s.paragraph][0] <= s.start < s.end <= spans[s.paragraph][1]
        assert not text[s.start].isspace()
        assert not text[s.end - 1].isspace()
        assert key(text[s.start : s.end])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ask Ines Vale, MD. She is there.", 2),
        ("It fell in the U.S. The rest rose.", 2),
        ("It fell in the U.S. Senate.", 1),
        ("They met J. He of Lowmere.", 1),
        ("They met Mr. Vale.", 1),
        ("Okoro et al. These are new.", 2),
        ("At 5 p.m. It was late.", 2),
        ("At 5 p.m. Police left.", 2),
        ("At 5 p.m. Eastern it was late.", 1),
    ],
)
def test_some_words_begin_a_sentence_even_after_an_abbreviation(text, count):
    english = load("en")
    assert len(split(text, english.abbreviations, openers=english.openers)) == count
