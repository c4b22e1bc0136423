import pytest

from provenance import Document
from provenance.text.facts import Attribution, Cue, Resolution, Source, SourceKind
from signals.tables import CORE, FINNISH, SETTING, finding, judged, reading, says, spoken, unknown

VARGA = Source(0, 10, "Ines Varga", SourceKind.PERSON, "ines varga")
HARBOUR_MASTER = Source(0, 18, "the harbour master", SourceKind.ROLE, "the harbour master")
CRITICS = Source(0, 7, "critics", SourceKind.COLLECTIVE, "critics")
SHE = Source(0, 3, "she", SourceKind.PRONOUN, "she")
SHE_IS_VARGA = SHE._replace(resolved=Resolution("Ines Varga", "last_source", SourceKind.PERSON))


def by(*sources, **more):
    """A statement by each of *sources*, at a place of its own."""
    return tuple(
        Attribution("indirect", "assert", 0, "subject", source, Cue(10 * n, 10 * n + 4, "said"), None, **more)
        for n, source in enumerate(sources, 1)
    )


def of(chars, *sources, **more):
    """A text of so many *chars* in which *sources* speak."""
    return reading(total_chars=chars, attributions=by(*sources), **more)


def rate(good, lost, enough):
    """So many of as many as are *enough*; an unidentified source counts half."""
    good, lost, enough = int(2 * good), int(2 * lost), 2 * enough
    return (good, lost, enough, (good, enough), None)


TABLE = [
    ("three in a thousand characters", of(1000, VARGA, VARGA, VARGA), rate(3, 0, 3)),
    ("two in a thousand", of(1000, VARGA, HARBOUR_MASTER), rate(2, 1, 3)),
    ("more than three", of(1000, *[VARGA] * 5), rate(3, 0, 3)),
    ("one character more asks for one more", of(1001, VARGA, VARGA, VARGA), rate(3, 1, 4)),
    ("four thousand ask for twelve", of(4000, VARGA, VARGA, VARGA), rate(3, 9, 12)),
    ("a short text has no room for three", of(300, VARGA), rate(1, 0, 3)),
    ("and loses what it had room for", of(300), rate(0, 1, 3)),
    ("what stands twice is not asked for twice", of(2000, VARGA, repeated_chars=1000), rate(1, 2, 3)),
    ("critics count half beside one who is known", of(1000, CRITICS, VARGA), rate(1.5, 1.5, 3)),
    ("and no more of them than are known", of(1000, CRITICS, VARGA, CRITICS, CRITICS), rate(1.5, 1.5, 3)),
    ("critics alone are no source, and nobody is none", of(1000, CRITICS, None), rate(0, 3, 3)),
    ("a pronoun is whom it stands for", of(1000, SHE_IS_VARGA, SHE), rate(1.5, 1.5, 3)),
    ("what is said twice", reading(total_chars=1000, attributions=by(VARGA, repeated=True)), rate(0, 3, 3)),
    ("no sentence in it", reading(), unknown("nothing_to_judge")),
    ("no text to measure", spoken(says("person")), unknown("nothing_to_judge")),
    ("a list, text unknown", {"attributions": [says("person")]}, unknown("text_unknown")),
    ("a list beside words that cannot be read", {**spoken(says("person")), "text": FINNISH}, rate(1, 0, 3)),
    ("a bare text in another language", FINNISH, unknown("no_language")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_density(document, expected):
    assert judged("attribution.density", document) == expected


def test_it_rests_on_what_sources_say():
    assert finding("attribution.density", of(1000, CRITICS, None, VARGA)).basis == ("10-14", "30-34")


def test_its_own_example():
    spec = CORE["attribution.density"].spec
    good, lost, *_ = judged("attribution.density", SETTING + spec.good_example)
    assert (good, lost) == (6, 0)


def test_repeating_a_sentence_changes_nothing():
    text = f"{SETTING}The quay is shut, harbour master Ines Varga said.\n"
    assert judged("attribution.density", text + SETTING * 3)[:3] == judged("attribution.density", text)[:3]


@pytest.mark.parametrize(
    ("identified", "vague", "characters"),
    [(0, 0, 400), (1, 0, 400), (1, 3, 400), (2, 1, 1200), (5, 9, 1200), (3, 0, 3400), (9, 4, 3400)],
)
def test_it_can_be_recomputed_from_its_page(identified, vague, characters):
    """The words of `method`, carried out by hand."""
    said = "Ines Vale said that item {} is late. "
    doubtful = "Doctors said that item {} is early. "
    text = "".join(said.format(f"no {n}") for n in range(identified))
    text += "".join(doubtful.format(f"number {n}") for n in range(vague))
    text += "".join(f"Grey pier {n} is long. " for n in range(10_000))[: characters - len(text)]
    document = Document.from_text(SETTING + text)
    due = -(-3 * (document.facts.total_chars - document.facts.repeated_chars) // 1000)
    enough = max(3, due)
    good = min(2 * identified + min(vague, identified), 2 * enough)
    assert judged("attribution.density", SETTING + text)[:3] == (good, max(0, 2 * due - good), 2 * enough)
