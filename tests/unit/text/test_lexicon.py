import re

import pytest

from provenance.text import lexicon, tags
from provenance.text.lexicon import load
from provenance.text.verbs import verb_table
from provenance.text.vocabulary import vocabulary


@pytest.fixture(scope="module")
def english():
    return load("en")


def test_a_language_without_a_file_has_no_lexicon():
    assert load("xx") is None


def test_the_name_tells_language_version_and_digest(english):
    assert re.fullmatch(r"en@\d+ sha256:[0-9a-f]{64}", english.name)


def test_loading_twice_gives_the_same_object(english):
    assert load("en") is english


@pytest.mark.parametrize("form", ["Dr", "dr", "U.S", "Gov"])
def test_abbreviations_are_known_as_they_are_written(english, form):
    assert form in english.abbreviations


def test_every_list_of_tags_stands_in_the_file(english):
    for name in tags.LISTED:
        assert english.words("tags", name), name


def test_no_list_of_tags_is_there_that_nothing_reads(english):
    assert set(english.tables["tags"]) == set(tags.LISTED)


def test_a_list_of_phrases_is_not_read_as_words(english):
    with pytest.raises(TypeError, match=r"prepositional\.phrases"):
        english.words("prepositional", "phrases")


def test_bits_do_not_collide():
    bits = list(tags.LISTED.values())
    assert len(set(bits)) == len(bits)
    assert all(bit.bit_count() == 1 for bit in bits)


@pytest.mark.parametrize(
    ("form", "lemma", "what"),
    [
        ("said", "say", tags.PAST | tags.PARTICIPLE),
        ("says", "say", tags.THIRD),
        ("denied", "deny", tags.PAST | tags.PARTICIPLE),
        ("denies", "deny", tags.THIRD),
        ("conveying", None, 0),
        ("stressing", "stress", tags.ING),
        ("stresses", "stress", tags.THIRD),
        ("admitted", "admit", tags.PAST | tags.PARTICIPLE),
        ("wrote", "write", tags.PAST),
        ("written", "write", tags.PARTICIPLE),
        ("labelled", "label", tags.PAST | tags.PARTICIPLE),
        ("criticise", "criticise", tags.BASE),
    ],
)
def test_forms_of_verbs(english, form, lemma, what):
    verb, forms = verb_table(english).get(form, (None, 0))
    assert (verb.lemma if verb else None, forms) == (lemma, what)


def test_every_irregular_row_gives_four_cells(english):
    for lemma, row in english.tables["irregular"].items():
        assert len(row.split()) == 4, lemma


@pytest.mark.parametrize(
    ("chunk", "lead", "core", "trail"),
    [
        ("“Vale’s,", "“", "Vale’s", ","),
        ("(D-N.Y.)", "(", "D-N.Y.", ")"),
        ("Dr.", "", "Dr.", ""),
        ("end.”", "", "end", ".”"),
        ("J.", "", "J.", ""),
        ("—", "", "", "—"),
        ("$3.5", "", "$3.5", ""),
        ("", "", "", ""),
    ],
)
def test_a_chunk_is_a_word_between_punctuation(english, chunk, lead, core, trail):
    word = vocabulary(english).word(chunk)
    assert (word.lead, word.core, word.trail) == (lead, core, trail)


@pytest.mark.parametrize(
    ("chunk", "has", "lacks"),
    [
        ("US", tags.PLACE | tags.ACRONYM, tags.OBJECT_PRONOUN),
        ("us", tags.OBJECT_PRONOUN, tags.PLACE & ~tags.PLACE),
        ("Vale’s", tags.OWNER | tags.CAPITAL, tags.CLITIC),
        ("she’s", tags.HE | tags.CLITIC, tags.OWNER),
        ("they've", tags.THEY | tags.CLITIC, tags.OWNER),
        ("didn’t", tags.DO | tags.NEGATION, tags.OWNER),
        ("officials’", tags.GROUP | tags.OWNER, tags.CLITIC),
        ("cardiologists", tags.GROUP, tags.ROLE),
        ("briskly", tags.ADVERB, tags.GUESSED_PAST),
        ("painted", tags.VERB, tags.ADVERB),
        ("juggled", tags.GUESSED_PAST, tags.VERB),
        ("A.", tags.CAPITAL, tags.ARTICLE),
    ],
)
def test_what_a_word_looks_like(english, chunk, has, lacks):
    found = vocabulary(english).word(chunk).tags
    assert found & has == has
    assert not found & lacks


def test_the_vocabulary_forgets_rather_than_grows_without_end(english, monkeypatch):
    monkeypatch.setattr("provenance.text.vocabulary._REMEMBERED", 3)
    words = vocabulary.__wrapped__(english)
    assert [words.word(f"w{n}").core for n in range(10)] == [f"w{n}" for n in range(10)]
    assert len(words.word.__self__) <= 3
    words.word("w" * 1000)
    assert "w" * 1000 not in words.word.__self__


def test_the_module_does_nothing_when_imported():
    assert not hasattr(lexicon, "ENGLISH")
