import pytest

from provenance.text.facts import PlacedLink, Residue, TextFacts
from provenance.text.reader import read

STORY = (
    "Ilse Brandt, the mayor of the town, said on Monday that the harbour was closed and that 43 of the boats had left for the winter.\n"
    "I asked for the figures. The report “Open Water” gives 60 boats.[1]\n"
    "Leave a Reply"
)


def test_an_empty_text():
    assert read("") == TextFacts(length=0, language=None, lexicon=None)


def test_a_story():
    facts = read(STORY)
    assert facts.length == len(STORY)
    assert facts.language == "en"
    assert facts.lexicon.startswith("en@")
    assert [STORY[c.start : c.end] for c in facts.citations] == ["report “Open Water”", "[1]"]
    assert [claim.support for claim in facts.claims] == ["inline", "not_applicable", "reference"]
    assert facts.residue == (Residue(len(STORY) - 13, len(STORY), "form label"),)
    assert [STORY[start:end] for start, end in facts.first_person] == ["I"]
    assert facts.total_chars == len(STORY) - 3
    assert facts.repeated_chars == 0


def test_a_text_in_a_language_without_lexicon_gives_what_any_language_shows():
    text = "Der Hafen war am Montag geschlossen, und die „Fähren“ mussten warten, weil die Arbeiten an der Brücke nicht fertig waren (https://example.org)."
    facts = read(f"{text}\n{text}\nNachricht *")
    assert (facts.language, facts.lexicon) == ("de", None)
    assert facts.attributions == facts.claims == facts.notices == facts.first_person == ()
    assert [c.kind for c in facts.citations] == ["link", "link"]
    assert len(facts.quotations) == 2
    assert [r.why for r in facts.residue] == ["form label"]
    assert facts.repeated_chars == len(text)
    assert len(facts.repetition) == 1


def test_links_are_placed_in_the_text_as_given():
    text = STORY.replace("Monday", "Mo\u0301nday").replace("[1]", "")
    start = text.index("60")
    facts = read(text, links=[PlacedLink(start, start + 2, "https://example.org/")])
    claim = facts.claims[-1]
    assert claim.support == "reference"
    assert [(b.start, b.target) for b in claim.by if b.what == "link"] == [(start, "https://example.org/")]


@pytest.mark.parametrize("text", ["\u200b", "a\u202eb"])
def test_invisible_characters_are_shown(text):
    assert len(read(text).invisible) == 1


def test_a_line_of_the_template_between_two_sentences_parts_them_from_nothing():
    said = [
        "Ines Vale said on Monday that it rained in the town.",
        "She added that the well was not as full as it was.",
    ]
    sources = [each.source for each in read("\nAdvertisement\n".join([*said, "It was late."])).attributions]
    assert [each.identity for each in sources] == ["vale", "vale"]
