"""The laws of the text layer, over texts that are composed of invented sentences."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.text.facts import NAMED_KINDS, Cue, Source
from provenance.text.reader import read
from provenance.text.sentences import key, split

SENTENCES = (
    "Mayor Ilse Brandt said the harbour would close on 12 March 2021.",
    "“The quay is not safe,” Brandt said.",
    "“Nobody asked us. We heard it on the radio,” said Tomas Vale, who runs the ferry.",
    "He said that 43 of the 60 boats had left.",
    "According to the Harbour Board, the repairs cost $4.5 million.",
    "It was reported that the pilot lied.",
    "Critics say that the council violated the law.",
    "A person familiar with the talks said a deal was near.",
    "Brandt declined to comment.",
    "In 2019, 238 people died in the strait.",
    "The report “Open Water” states that traffic doubled.",
    "The Council adopted Resolution 2021/2544 in June.",
    "Figures are at https://example.org/harbour and in doi:10.1000/182.",
    "I think that the council should resign.",
    "We visited the island of Møn in May.",
    "They believe that the bridge is older than the church.",
    "Vale noted that the tide was the highest since 1953.",
    "Zoë Ångström of the Café Society said: «The ferries ran late».",
    "The board, Vale added, “never answered”.",
    "Why did nobody ask?",
    "Critics say that the council violated the law!",
    "An earlier version of this article misstated the name of the ferry.",
    "“It goes on and on.",
    "“And then it ends,” she told the Fjord Gazette.",
    "The footnote says more.[3]",
    "“Vale is a man who promises”: “When it rained, nobody was wet.”",
)
LINES = (
    "Leave a Reply",
    "By Ada Vale",
    "Read more",
    "Email *",
    "***",
    "Introduction",
    "HARBOUR (AP) - The ferry sank on Monday.",
)
BASE = "The ferry to the island was late and the people of the town had to wait for it in the rain, which was not what they had paid for."
UNCLOSED = "“It goes on and on. An earlier version of this article misstated the name of the ferry."

paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join) | st.sampled_from(
    LINES
)
texts = st.lists(paragraphs, min_size=1, max_size=8).map(lambda found: "\n".join([BASE, *found]))
MARKS = (
    '"',
    "“",
    "”",
    "“ ”",
    "''",
    "‘",
    "’",
    "«",
    "»",
    "(",
    ")",
    "[1]",
    "—",
    ":",
    ",",
    ".",
    "?",
    "\n",
    "…",
    "said",
    "he",
    "that",
    "told",
    "by",
    "of",
)
CLOSE = 0.7
STRENGTH = {"inline": 2, "reference": 2, "weak": 1, "none": 0, "not_applicable": 0}


@st.composite
def disturbed(draw):
    """Texts with marks and words where nobody would put them: many, since what breaks a rule is rare."""
    words = "\n".join(draw(st.lists(texts, min_size=3, max_size=6))).split(" ")
    rng = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(0, len(words) // 3))):
        at, mark = rng.randrange(len(words)), rng.choice(MARKS)
        words[at] += mark if rng.random() < CLOSE else f" {mark} "
    return " ".join(words)


def words_around(text, start):
    """The words of the sentence in which *start* lies."""
    return next((key(text[s.start : s.end]) for s in split(text) if s.start <= start < s.end), "")


def well_supported(text, facts):
    """The counted claims that have a named source or a reference, by their words."""
    return {
        (key(text[claim.start : claim.end]), claim.support)
        for claim in facts.claims
        if not claim.repeated and STRENGTH[claim.support] == 2
    }


def named(text, facts):
    """The counted attributions to someone named, by the words that say so."""
    return Counter(
        (words_around(text, each.cue.start), key(each.cue.text), key(each.source.text))
        for each in facts.attributions
        if not each.repeated
        and each.cue
        and each.source
        and each.source.effective_kind in NAMED_KINDS
        and not each.flags
    )


def counted_notices(text, facts):
    return {(key(text[n.start : n.end]), n.kind) for n in facts.notices if not n.repeated}


@st.composite
def padded(draw):
    """A text, and the same text with one of its lines copied to another place."""
    text = draw(texts)
    lines = text.split("\n")
    copy = draw(st.sampled_from(lines))
    at = draw(st.integers(0, len(lines)))
    return text, "\n".join([*lines[:at], copy, *lines[at:]])


class TestPadding:
    """A line copied to anywhere never adds a counted good fact."""

    @given(padded())
    def test_no_claim_gains_support(self, case):
        text, longer = case
        assert well_supported(longer, read(longer)) <= well_supported(text, read(text))

    @given(padded())
    def test_nobody_is_newly_named(self, case):
        text, longer = case
        assert named(longer, read(longer)) <= named(text, read(text))

    @given(padded())
    def test_no_claim_vanishes(self, case):
        text, longer = case
        before, after = read(text), read(longer)
        assert {key(text[c.start : c.end]) for c in before.claims} <= {
            key(longer[c.start : c.end]) for c in after.claims
        }

    @given(padded())
    @example((f"{BASE}\n{UNCLOSED}", f"{UNCLOSED}\n{BASE}\n{UNCLOSED}"))
    def test_no_reference_or_notice_is_new(self, case):
        text, longer = case
        before, after = read(text), read(longer)
        assert {c.target for c in after.citations} == {c.target for c in before.citations}
        assert counted_notices(longer, after) == counted_notices(text, before)
        assert {longer[r.start : r.end] for r in after.residue} == {
            text[r.start : r.end] for r in before.residue
        }

    @given(padded())
    def test_the_repeated_share_never_falls(self, case):
        before, after = map(read, case)
        assert after.repeated_chars * before.total_chars >= before.repeated_chars * after.total_chars

    @given(padded())
    def test_the_language_stays(self, case):
        before, after = map(read, case)
        assert after.language == before.language


def all_spans(facts):
    """Everything in *facts* that has a start and an end, however deep."""
    for value in facts:
        if isinstance(value, tuple):
            if hasattr(value, "start") and not callable(value.start):
                yield value
            yield from all_spans(value)


def shape(facts):
    """What must not depend on the Unicode form: kinds, counts, flags."""
    return (
        facts.language,
        facts.lexicon,
        [
            (
                a.form,
                a.mode,
                a.depth,
                a.rule,
                a.source and a.source.effective_kind,
                a.flags,
                a.repeated,
                a.content is None,
            )
            for a in facts.attributions
        ],
        [(c.why, c.support, [s.what for s in c.by], c.repeated) for c in facts.claims],
        [(c.kind, c.valid) for c in facts.citations],
        [r.why for r in facts.residue],
        [(n.kind, n.repeated) for n in facts.notices],
        len(facts.quotations),
        len(facts.repetition),
        len(facts.first_person),
        facts.repeated_chars,
        facts.total_chars,
    )


class TestForms:
    """The facts are those of the text, not of its spelling in Unicode or of its white space."""

    @given(texts)
    def test_composed_and_decomposed_texts_give_the_same_facts(self, text):
        assert shape(read(unicodedata.normalize("NFC", text))) == shape(
            read(unicodedata.normalize("NFD", text))
        )

    @given(texts, st.sampled_from(["\n\n", "\n \n", "  \n\t", "\r\n", "\n\n\n"]))
    @example(
        "Rain.\n" + "\n".join(2 * ["Nobody was at the harbour.", "***", "The ferry had left by then."]),
        "\n\n\n\n",
    )
    @example(BASE + "\n“It rained.”\n“It goes on and on.", "\n\n")
    @example(
        BASE
        + "\nVale said that it rained.\nIt was Vale,\nof the old stone bridge at the harbour and of the to mayor",
        "\n\n",
    )
    def test_white_space_between_lines_says_nothing(self, text, line_break):
        spaced = text.replace("\n", line_break)
        assert shape(read(spaced)) == shape(read(text))

    @given(texts)
    def test_reading_twice_is_reading_once(self, text):
        assert read(text) == read(text)


class TestSpans:
    """Every span lies in the text and slices to what it says."""

    @given(texts, st.sampled_from(["NFC", "NFD"]))
    def test_of_composed_texts(self, text, form):
        self.check(unicodedata.normalize(form, text))

    @given(st.text(st.characters(exclude_categories=()), max_size=200), texts)
    @example("\ud800 said “\x00\u202e”", BASE)
    @example("e\u0301\u0323\u0301\u0323 said.", BASE)
    def test_of_any_text(self, noise, text):
        self.check(noise)
        self.check(f"{text}\n{noise}")
        self.check(f"{text} {noise} {text}")

    @given(disturbed())
    @example(f"{BASE} “We are told,” “that it is open and safe,” she said.")
    def test_of_disturbed_texts(self, text):
        self.check(text)

    @staticmethod
    def check(text):
        facts = read(text)
        assert facts.length == len(text)
        for span in all_spans(facts):
            assert 0 <= span.start < span.end <= len(text), span
            if isinstance(span, Source | Cue):
                assert text[span.start : span.end] == span.text


class TestLocality:
    """Another paragraph changes nothing beyond who is meant."""

    @given(
        texts,
        st.sampled_from(
            [
                "Nothing else was known at the time of this writing.",
                "Ms. Odile Marsh, a pilot, said that it was over in 1901.",
            ]
        ),
    )
    def test_a_paragraph_put_before_changes_no_claim_of_another(self, text, paragraph):
        before, after = read(text), read(f"{paragraph}\n{text}")
        shift = len(paragraph) + 1
        assert [(c.start + shift, c.end + shift, c.why) for c in before.claims] == [
            (c.start, c.end, c.why) for c in after.claims if c.start >= shift
        ]

    @given(texts)
    def test_a_paragraph_put_before_moves_the_neutral_facts(self, text):
        paragraph = "Nothing else was known at the time of this writing."
        before, after = read(text), read(f"{paragraph}\n{text}")
        shift = len(paragraph) + 1
        for name in ("citations", "quotations", "residue", "notices", "first_person"):
            moved = [
                each._replace(start=each.start + shift, end=each.end + shift)
                for each in getattr(before, name)
            ]
            assert moved == list(getattr(after, name)), name

    @given(texts)
    def test_a_paragraph_put_before_changes_no_cue_of_another(self, text):
        paragraph = "Nothing else was known at the time of this writing."
        before, after = read(text), read(f"{paragraph}\n{text}")
        cues = [a.cue.start + len(paragraph) + 1 for a in before.attributions if a.cue]
        assert cues == [a.cue.start for a in after.attributions if a.cue]


HOSTILE = {
    "quotation marks": "“" * 100_000,
    "straight marks": '"' * 100_000,
    "alternating marks": "“”" * 50_000,
    "nested marks": "“‘" * 20_000 + "x" + "’”" * 20_000,
    "no full stop": "the board said that it was so and " * 30_000,
    "capitals": "A" * 10_000,
    "capital words": "Ada " * 10_000,
    "combining marks": "e" + "\u0301" * 100_000,
    "disordered marks": "e" + "\u0301\u0323" * 250_000,
    "marks in disguise": "e" + "\u0301\uff9e" * 250_000,
    "brackets": "[" * 100_000,
    "closed brackets": "[1]" * 30_000,
    "braces": "{{" * 50_000,
    "full stops": "." * 100_000,
    "spaced stops": ". " * 50_000,
    "stops after a word": "a" + ". " * 50_000 + "B",
    "initials parted by tabs": "A.\t" * 30_000,
    "quotations in one line": "“So it goes on and on,” he said. " * 2_000,
    "new quotations in one line": "".join(f"“So it goes on and {n},” Vale {n} said. " for n in range(2_000)),
    "initials": "A. " * 30_000,
    "digits": "1" * 100_000,
    "figures": "1 " * 50_000,
    "addresses": "https://" * 12_000,
    "address in brackets": "https://a.example/" + "(" * 50_000 + ")" * 50_000,
    "ISBN": "ISBN " + "0-" * 50_000,
    "blank lines": "\n" * 100_000,
    "labels": "Leave a Reply\n" * 7_000,
    "bylines and quotations": "By Ada Vale\n“So,” he said.\n" * 4_000,
    "returns": "\r" * 50_000,
    "directions": "a\u200f" * 30_000,
    "one sentence": "Vale said that 12 boats had left. " * 3_000,
    "pronouns": "He said so. " * 8_000,
    "per cent signs": "%" * 100_000,
    "dashes": "—" * 100_000,
    "nul": "\x00" * 100_000,
    "surrogates": "\ud800" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_read(text):
    longer = f"{BASE}\n{text}"
    assert read(longer).length == len(longer)
