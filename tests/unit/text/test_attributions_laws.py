"""Laws of the attribution engine: exact spans, isolation of copies, locality, linear work on hostile text."""

import pytest
from attributing import read
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.text.facts import NAMED_KINDS, SourceKind

LINES = st.sampled_from(
    [
        "Ines Vale, the mayor of Osterby, said it rained.",
        "Vale added that the well was full.",
        "She denied the report.",
        "“It rained all night long,” said Ilan Rossi.",
        "“Nobody could sleep in that house at all.”",
        "“It will take us years to dig another well.”",
        "Vale called it a success. “We shall all be glad of the rain.”",
        "He noted that the road was shut.",
        "According to the ministry, the well is dry.",
        "It also says that the pump is broken.",
        "The report says the well is dry, Rossi argued, and must be closed.",
        "Critics, who asked not to be named, called it “a very bad joke”.",
        "It is believed that 40 people left.",
        "Zubov sums up.",
        "They want a new pump.",
        "The road is long.",
        "A new study, published in Well Letters, found that it rained.",
        "The researchers said that it was late.",
        "They add that it snowed.",
        "Another study says that the road is shut.",
        "“It is late,” said lead author Ines Vale.",
    ]
)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=8)
SOUP = st.text(max_size=80)
WORDS = st.lists(
    st.sampled_from(
        [
            "said",
            "Vale",
            "“",
            "”",
            '"',
            ",",
            ".",
            "the",
            "who",
            "that",
            "by",
            "—",
            "\n",
            "'s",
            "\xa0",
            "It",
            "is",
            "believed",
            "(",
            ")",
            ":",
            "adding",
            "to",
            "according",
            "mayor",
            "of",
            "May",
            "Will",
            "--",
            "\t",
            "’",
            "claims",
            "5",
            "$3.5",
            "(HRW)",
            "U.S.",
            "reportedly",
            "in",
            "his",
            "view",
            "made",
            "clear",
            "Questions",
            "were",
            "raised",
        ]
    ),
    max_size=30,
).map(" ".join)


def counted_good(found):
    """What a share of named sources would count."""
    return {
        (each.source.identity, each.content and each.cue and each.cue.text)
        for each in found
        if each.depth == 0
        and not each.repeated
        and each.source is not None
        and each.source.effective_kind in NAMED_KINDS
    }


@given(st.one_of(WORDS, SOUP, PARAGRAPHS.map("\n".join)))
@example("\ud800 said \x00 it.")
@example("• Vale said it.")
@example("said")
@example("Vale said")
@example(": Vale")
def test_every_span_slices_to_what_it_says(text):
    for each in read(text):
        for part in (each.source, each.cue):
            if part is not None:
                assert 0 <= part.start < part.end <= len(text)
                assert text[part.start : part.end] == part.text
        if each.content is not None:
            assert 0 <= each.content.start < each.content.end <= len(text)
        assert each.form in ("direct", "indirect", "mixed")
        assert each.mode in ("assert", "stance")
        assert each.depth >= 0
        assert each.cue is not None or each.source is None or each.source.resolved.rule == "continued"


@given(st.one_of(WORDS, PARAGRAPHS.map("\n".join)))
def test_reading_twice_gives_the_same(text):
    assert read(text) == read(text)


@given(st.one_of(WORDS, PARAGRAPHS.map("\n".join)))
def test_attributions_stand_in_order(text):
    places = [(each.cue or each.content).start for each in read(text)]
    assert places == sorted(places)


@given(PARAGRAPHS, st.data())
def test_a_copy_of_a_line_never_adds_a_named_source(paragraphs, data):
    copied = data.draw(st.sampled_from(paragraphs))
    at = data.draw(st.integers(0, len(paragraphs)))
    longer = [*paragraphs[:at], copied, *paragraphs[at:]]
    assert counted_good(read("\n".join(longer))) <= counted_good(read("\n".join(paragraphs)))


@given(PARAGRAPHS)
def test_spaces_around_a_line_change_nothing(paragraphs):
    plain = read("\n".join(paragraphs))
    spaced = read("\n".join(f"  {line} " for line in paragraphs))
    assert [(e.rule, e.cue and e.cue.text, e.source and e.source.text, e.flags) for e in plain] == [
        (e.rule, e.cue and e.cue.text, e.source and e.source.text, e.flags) for e in spaced
    ]


@given(PARAGRAPHS, LINES)
def test_another_last_line_changes_only_resolution_before_it(paragraphs, other):
    text = "\n".join(paragraphs)
    longer = f"{text}\n{other}"

    def local(found):
        return [
            (e.cue and e.rule, e.form, e.depth, e.cue, e.content)  # who goes on in a quotation is a guess
            for e in found
            if (e.cue or e.content).start < len(text)
        ]

    assert local(read(longer)) == local(read(text))


def test_a_relative_pronoun_is_never_a_barrier_crosser():
    found = read("Critics met Rossi, who said it rained.\nCritics met Rossi, who said it rained.")
    assert all(each.source.resolved.kind is SourceKind.PERSON for each in found)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "“said " * 20_000,
        "said " * 100_000,
        "Vale said " * 50_000,
        "Vale said it. " * 20_000,
        "A" * 10_000 + " said it.",
        "Aa " * 50_000 + "said it.",
        "!" * 100_000 + "a" + "!" * 100_000 + "a",
        "e" + "\u0301" * 100_000,
        "said\u00a0that\u00a0he\u00a0" * 20_000,
        "who,said—" * 30_000,
        "(" * 50_000 + " said it",
        ", who said " * 20_000,
        "by " * 50_000,
        "Vale, " * 40_000 + "said it.",
        "Vale " + "KC " * 480 + "said it.",  # no rule asks itself again for each word
        "Vale " + "Jr., " * 290 + "said it.",
        "« a » said it " * 20_000,
        "According to Vale, the mayor, " * 10_000,
        "Vale quoted Rossi as saying " * 10_000,
        "".join(f"N{n} said that x{n}. " for n in range(8_000)),
        "".join(f"It said that x{n}.\n" for n in range(8_000)),
        "".join(f"He said that x{n}.\nYes.\n" for n in range(8_000)),
        "".join(f"“It is number x{n} of all of them.”\n" for n in range(8_000)),
        "".join(
            f"“It is number x{n} of all of them,” Vale said.\n“It is x{n} of them all.”\n"
            for n in range(8_000)
        ),
        "Vale said it. " + "".join(f"“It is number x{n} of all of them.” " for n in range(8_000)),
        "".join(f"A study by Vale of x{n}. The authors said it.\n" for n in range(8_000)),
        "A study by Vale " * 20_000,
        "said, " * 30_000,
        "declines to, " * 20_000,
        "claims that",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read(text):
    assert all(each.depth >= 0 for each in read(text))
