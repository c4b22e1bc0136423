import pytest

from provenance.text import claims, figures, quotations, references, signs, triggers
from provenance.text.facts import Attribution, Cue, PlacedLink, Resolution, Source, SourceKind, Span
from provenance.text.lexicon import load
from provenance.text.reader import read
from provenance.text.sentences import split
from provenance.text.support import Evidence
from provenance.text.words import Written

ENGLISH = load("en")


def why(text, skip=()):
    sentences = split(text)
    written = Written(text, sentences, ENGLISH)
    return triggers.find(written, sentences, figures.find(text), ENGLISH, skip)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout was 43 percent.", ("statistic",)),
        ("Turnout was 43% there.", ("statistic",)),
        ("It closed in 2019.", ("date", "event")),
        ("It is open on Monday.", ("date",)),
        ("Monday it is open.", ("date",)),
        ("There are 60 boats.", ("quantity",)),
        ("There are dozens of boats.", ("quantity",)),
        ("The pilot is a fraud.", ("accusation",)),
        ("This quay is longer than that.", ("comparison",)),
        ("Most boats are old.", ("comparison",)),
        ("Ilse Brandt opened the quay.", ("event",)),
        ("They opened it.", ("event",)),
        ("The old quay of Émile opened.", ("event",)),
        ("The rules of the harbour have been tightened.", ("event",)),
        ("The seats of the ferry were mostly taken.", ("event",)),
        ("The boats of the town are tightly bolted.", ()),
        ("It is open on 4 May.", ("date",)),
        ("It is open on May 4 and Sept 12.", ("date",)),
        ("There are 14 Mayors.", ("quantity",)),
        ("The clerks had “buried it”.", ("event",)),
        ("The boat was withdrawn from service.", ("event",)),
        ("The rules were not even applied there.", ("event",)),
        ("At last, the clerk left.", ("event",)),
        ("The clerks who slept there say that she left.", ("event",)),
        ("We like that those boats of his left.", ()),
        ("The teachers need help.", ()),  # no verb of the past, nor the next
        ("Teachers succeed there.", ()),
        ("Teachers agreed.", ("event",)),
        ("“Nothing ever happened,” and that is it.", ("event",)),
        ("The sea is slowly rising there.", ("comparison",)),
        ("The quay is sinking.", ("event",)),
        ("The quay was being built.", ("event",)),
        ("They have been building there.", ("event",)),
        ("The quay is a landing.", ()),
        ("Not one guest was hurt.", ("event",)),
        ("The quay is really interesting.", ()),
        ("The quay is going to be a place to see.", ()),
        ("There was a fire.", ("event",)),
        ("There have never been ferries.", ("event",)),
        ("There are no ferries in Vale.", ("event",)),
        ("There are no ferries in town.", ()),
        ("This is the only ferry.", ("comparison",)),
        ("This is the only way.", ()),
        ("This is only a ferry.", ()),
        ("Buskers are harassing the guests.", ("accusation",)),
        ("This quay is the widest.", ("comparison",)),
        ("Forty boats are there.", ("quantity",)),
        ("“Forty boats are there.", ("quantity",)),
        ("[00:12] It is cold.", ()),
        ("It is cold at 10:30.", ("quantity",)),
        ("The old mayor of Vale and of the town opened it.", ()),
        ("Yesterday’s mayor Ilse Brandt then opened it.", ("event",)),
        ("The sea is cold.", ()),
        ("Take the B12 or the MS-13 boat.", ()),
        ("The year 3000 is far.", ("quantity",)),
    ],
)
def test_what_makes_a_sentence_checkable(text, expected):
    (found,) = why(text)
    assert [kind for kind in found if kind != "event" or expected == () or kind in expected] == list(expected)


def test_a_passage_to_skip_is_not_checked():
    text = "There are 60 boats.\nThere are 70 boats."
    assert why(text, (Span(0, 19),)) == [(), ("quantity",)]


def said(text, source, kind, cue="said", *, form="indirect", resolved=None, whole=None):
    """An attribution of *text* to the words *source*; None where no one is given."""
    start = text.index(cue)
    whom = None
    if source is not None:
        at = text.index(source)
        whom = Source(at, at + len(source), source, kind, source, resolved)
    return Attribution(form, "assert", 0, "test", whom, Cue(start, start + len(cue), cue), whole)


def support(text, attributions=(), links=()):
    sentences = split(text, ENGLISH.abbreviations)
    numbers = figures.find(text)
    quoted = quotations.find(text, sentences)
    evidence = Evidence(attributions, quoted, references.find(text, numbers), links)
    found = claims.find(Written(text, sentences, ENGLISH), sentences, why(text), evidence, ENGLISH)
    return [(text[c.start : c.end], c.support, [text[b.start : b.end] for b in c.by]) for c in found]


BOATS = "Ilse Brandt said that 43 boats had left."


@pytest.mark.parametrize(
    ("kind", "resolved", "strength"),
    [
        (SourceKind.PERSON, None, "inline"),
        (SourceKind.ORGANISATION, None, "inline"),
        (SourceKind.DOCUMENT, None, "inline"),
        (SourceKind.ROLE, None, "weak"),
        (SourceKind.COLLECTIVE, None, "weak"),
        (SourceKind.ANONYMOUS, None, "weak"),
        (SourceKind.PRONOUN, None, "weak"),
        (SourceKind.PRONOUN, Resolution("Ilse Brandt", "last", SourceKind.PERSON), "inline"),
        (SourceKind.PRONOUN, Resolution("the board", "last", SourceKind.COLLECTIVE), "weak"),
        (SourceKind.AUTHOR, None, "not_applicable"),
    ],
)
def test_a_source_supports_by_its_kind(kind, resolved, strength):
    ((_, found, by),) = support(BOATS, [said(BOATS, "Ilse Brandt", kind, resolved=resolved)])
    assert found == strength
    assert by == ["Ilse Brandt said"]


def test_nobody_said_it():
    text = "It was reported that 43 boats had left."
    assert support(text, [said(text, None, None, "was reported")]) == [(text, "weak", ["was reported"])]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("There are 43 boats.", "none"),
        ("There are 43 boats (https://example.org).", "reference"),
        ("There are 43 boats.[1]", "reference"),
        ("Resolution 2021/2544 counts 43 boats.", "reference"),
        ("“There are 43 boats in here.”", "weak"),
        ("We counted 43 boats.", "not_applicable"),
        ("The council should be larger than that.", "not_applicable"),
        ("The council should pay for 43 boats.", "none"),
        ("Perhaps there are 43 boats.", "not_applicable"),
        ("Add 43 drops to the bath.", "not_applicable"),
        ("Addis has 43 boats.", "none"),
        ("- Add 43 drops to the bath.", "not_applicable"),
        ("1. **Keep** 43 drops.", "not_applicable"),
        ("Use the 43 drops.", "not_applicable"),
        ("Do not use 43 drops.", "not_applicable"),
        ("Use of it rose by 43 percent.", "none"),
    ],
)
def test_what_else_supports_or_needs_no_support(text, strength):
    assert [found for _, found, _ in support(text)] == [strength]


@pytest.mark.parametrize(
    "text",
    [
        "Are there 43 boats?",
        "“Are there 43 boats?”",
        "43 boats.",
        "The Older Harbour Opened",
        "The sea is cold today.",
        "Osterby, 4 May 2019",
        "Boat 43 gone at last\nThe sea is cold today.",
    ],
)
def test_questions_headings_and_scraps_are_no_claims(text):
    assert support(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "At least 43 boats gone",
        "The sea is cold.\nAt least 43 boats gone",
        "At least 43 boats gone\nThe sea is cold.\nAt least 43 boats gone",  # so that no copy hides what it repeats
        "It opened on 4 May",
    ],
)
def test_a_heading_with_a_figure_is_a_claim_and_a_title_is_not(text):
    assert {found for _, found, _ in support(text)} == {"none"}


def test_a_sentence_that_ends_with_the_number_of_a_note_is_no_heading():
    text = "The minister took bribes.¹\n\nThis is the town."
    assert [found for _, found, _ in support(text)] == ["reference"]


def test_a_title_that_names_its_source_is_a_claim():
    text = "43 boats gone, said Vale\nThe sea is cold."
    assert [found for _, found, _ in support(text, [said(text, "Vale", SourceKind.PERSON)])] == ["inline"]


def test_links_support_the_sentence_that_they_stand_in():
    text = "There are 43 boats. There are 60 cars."
    assert [found for _, found, _ in support(text, links=[PlacedLink(10, 12, "https://example.org/")])] == [
        "reference",
        "none",
    ]


def test_a_source_supports_its_own_sentence_only():
    text = f"{BOATS} There are 60 cars."
    found = support(text, [said(text, "Ilse Brandt", SourceKind.PERSON)])
    assert [strength for _, strength, _ in found] == ["inline", "none"]


QUOTED = "“There are 43 boats. There are 60 cars on it,” said Ilse Brandt."


def test_a_quotation_of_many_sentences_is_attributed_once():
    found = support(
        QUOTED, [said(QUOTED, "Ilse Brandt", SourceKind.PERSON, form="direct", whole=Span(0, 47))]
    )
    assert [strength for _, strength, _ in found] == ["inline", "inline"]


def test_a_repeated_sentence_neither_lends_nor_borrows():
    text = f"There are 43 boats.\n{QUOTED}"
    attribution = said(text, "Ilse Brandt", SourceKind.PERSON, form="direct", whole=Span(20, 67))
    assert [strength for _, strength, _ in support(text, [attribution])] == ["none", "none", "inline"]


def test_an_unclosed_quotation_goes_on_in_the_next_paragraph():
    text = "Ilse Brandt said: “There are 43 boats here.\n\n“There are 60 cars here.”"
    attribution = said(text, "Ilse Brandt", SourceKind.PERSON, form="direct", whole=Span(18, 43))
    assert [strength for _, strength, _ in support(text, [attribution])] == ["inline", "inline"]


def test_the_nearest_of_two_speakers_is_taken():
    text = "“There are 43 boats in here,” Vale said. The pilot told us so: “There are 60 cars on it.”"
    vale = said(text, "Vale", SourceKind.PERSON, form="direct", whole=Span(0, 29))
    pilot = said(text, "The pilot", SourceKind.ROLE, "told", form="direct", whole=Span(64, 89))
    assert [strength for _, strength, _ in support(text, [vale, pilot])] == ["inline", "weak"]


def test_a_quotation_that_nobody_says_supports_nothing_by_a_cue():
    text = "“There are 43 boats in here.”"
    nobody = Attribution("direct", "assert", 0, "test", None, None, Span(0, len(text)))
    assert [strength for _, strength, _ in support(text, [nobody])] == ["weak"]


def test_copies_are_marked():
    text = "There are 43 boats.\nThere are 43 boats."
    sentences = split(text)
    found = claims.find(Written(text, sentences, ENGLISH), sentences, why(text), Evidence(), ENGLISH)
    assert [claim.repeated for claim in found] == [False, True]


def test_a_quotation_mark_before_a_word_hides_what_is_checkable_no_more_but_what_is_the_writers_own():
    of = signs.of_chunk(ENGLISH)
    assert of("“Forty") & signs.QUANTITY
    assert of("I") & signs.OWN
    assert not of("“I") & signs.OWN


TOWN = "The ferry to the island is old and the people of the town have to wait for it in the cold rain of the harbour."


@pytest.mark.parametrize(
    ("note", "checked"),
    [
        ("Correction: The quay cost 43 million. It was built in 2019, not in 2018.", []),
        ("CORRECTION: The quay was built in 2019.", []),
        (
            "Correction, 6 October 2021: An earlier version of this article had 43. The right figure is 34.",
            [],
        ),
        ("Correction (6 October): The quay opened in 2019.", []),
        ("An earlier version of this story gave the cost as 43 million.", []),
        ("This article was amended on 6 October 2021. Ms Vale came in 2019, not 2018.", []),
        ("Update: This post was updated on 6 October 2021 with the 43 names.", []),
        ("It cost 43 million. This story has been corrected. It has 34 pages.", ["It cost 43", "It has 34"]),
        ("Update: 43 boats have left.", ["Update: 43"]),
        ("The report has been updated. It now lists 43 wells.", ["The report", "It now"]),
        ("This article has been corrected.\nIt cost 43 million.", ["It cost 43"]),
    ],
)
def test_a_note_of_what_was_changed_in_the_text_makes_no_claim(note, checked):
    text = f"{TOWN}\n{note}"
    found = [text[claim.start : claim.end] for claim in read(text).claims]
    assert len(found) == len(checked)
    assert all(map(str.startswith, found, checked))


@pytest.mark.parametrize("join", ["{note}\n{line}", "{line}\n{note}"])
def test_what_stands_in_such_a_note_too_is_a_claim_and_not_counted(join):
    text = join.format(note="Correction: It was wrong. It cost 43 million.[1]", line="It cost 43 million.[1]")
    assert [claim.repeated for claim in read(f"{TOWN}\n{text}").claims] == [True]


@pytest.mark.parametrize(
    ("above", "titles"),
    [
        ("", 1),
        ("Paid for by Northgrid\n", 1),
        ("Sponsored\nBy Ada Vale | 4 May 2021\n", 1),
        ("It is cold in Vale.\n", 0),
        ("The Vale Echo\n", 0),  # which may be a title
    ],
)
def test_a_title_below_a_label_or_a_byline_is_no_claim(above, titles):
    text = f"{above}Five ways to save 40 homes\n\n{TOWN}"
    assert [claim.support for claim in read(text).claims] == ["none"] * (1 - titles)
