"""What a file of a language is told that is not as the rules read it."""

import copy
from pathlib import Path

import pytest

from provenance.errors import ConfigurationError
from provenance.text import lexicon, reader, tables
from provenance.text.lexicon import Lexicon
from provenance.text.lexiconcheck import problems

LEXICONS = Path(tables.__file__).parent / "lexicons"
LANGUAGES = sorted(path.stem for path in LEXICONS.glob("??.toml"))
STORY = (
    "Ines Vale, the mayor of Lowmere, said on Tuesday that the well was dry, and that 40 per cent of the people had left. "
    "I think that they were wrong. “The water was sold,” she said. It was said that the dam had been opened by the council."
)


@pytest.fixture
def english():
    return copy.deepcopy(dict(tables.table("en")))


@pytest.fixture
def folder(monkeypatch):
    """Files of languages by their code, in the place of those of the package."""
    files = {}

    def source(name):
        if name not in files:
            raise FileNotFoundError(name)
        return files[name].encode()

    monkeypatch.setattr(tables, "source", source)
    monkeypatch.setattr(lexicon, "source", source)
    tables.table.cache_clear()
    lexicon.load.cache_clear()
    yield files
    tables.table.cache_clear()
    lexicon.load.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_of_a_language_is_a_lexicon(language):
    assert lexicon.load(language).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_with_a_file_is_recognised(language):
    known = dict(tables.table("languages"))
    del known["sentences"]
    assert language in {each for script in known.values() for each in script}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t.pop("seeming"), "/seeming: is missing"),
        (lambda t: t.update(sayings={}), "/sayings: nothing reads it"),
        (lambda t: t.update(tag=t.pop("tags")), "/tag: nothing reads it; did you mean 'tags'?"),
        (lambda t: t.update(version="1"), "/version: expected a whole number, found '1'"),
        (lambda t: t.update(tags="the a an"), "/tags: expected a table, found 'the a an'"),
        (lambda t: t["tags"].update(titel="mr"), "/tags/titel: nothing reads it; did you mean 'title'?"),
        (lambda t: t["tags"].pop("title"), "/tags/title: is missing"),
        (lambda t: t["tags"].update(title=["mr"]), "/tags/title: expected words in one string, found ['mr']"),
        (lambda t: t["tags"].update(time="June"), "/tags/time: 'June' is never met: write small letters and the straight apostrophe"),
        (lambda t: t["tags"].update(negation="not n’t"), "/tags/negation: 'n’t' is never met: write small letters and the straight apostrophe"),
        (lambda t: t["withheld"].update(phrases="off the record"), "/withheld/phrases: expected a list of strings, found 'off the record'"),
        (lambda t: t["verb"][0].update({"class": "says"}), "/verb/0/class: expected one of assert, stance, found 'says'"),
        (lambda t: t["verb"][0].update(takes=["quotes"]), "/verb/0/takes: expected some of any, that, quote, clause, to, object, end, colon, found 'quotes'; did you mean 'quote'?"),
        (lambda t: t["verb"][0].update(takes="any"), "/verb/0/takes: expected a list of strings, found 'any'"),
        (lambda t: t["verb"][0].pop("lemmas"), "/verb/0/lemmas: is missing"),
        (lambda t: t["verb"][0].update(far="yes"), "/verb/0/far: expected true or false, found 'yes'"),
        (lambda t: t.update(verb={}), "/verb: expected rows in double brackets, found {}"),
        (lambda t: t["irregular"].update(say="says said"), "/irregular/say: expected 4 forms in one string, found 'says said'"),
        (lambda t: t["inflection"][0].update(forms=["s", "+d", "+d", "+ing"]), "/inflection/0/forms: expected endings such as '+ed' or '-1ied', found 's'"),
        (lambda t: t["inflection"][0].update(forms=["+s"]), "/inflection/0/forms: expected a list of 4 forms, found ['+s']"),
        (lambda t: t["notices"]["opening"][0].pop("kind"), "/notices/opening/0/kind: is missing"),
        (lambda t: t["notices"]["holding"].append("update"), f"/notices/holding/{len(tables.table('en')['notices']['holding'])}: expected a table, found 'update'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_key(english, change, told):
    change(english)
    assert told in problems(english, "en")


def test_a_verb_without_forms_is_told(english):
    english["inflection"].pop()
    assert any(
        "no row of [[inflection]] has an ending of 'tell'" in each
        for each in problems(english | {"irregular": {}}, "en")
    )


def test_the_file_of_another_language_is_told(english):
    assert problems(english, "de") == ["/language: expected 'de', as in the name of the file, found 'en'"]


def test_the_name_of_the_file_stands_before_its_problems(folder):
    folder["xx"] = 'language = "xx"\nversion = 1\n'
    with pytest.raises(ConfigurationError, match=r"^lexicons/xx\.toml: /inflection: is missing; "):
        lexicon.load("xx")


def test_a_key_that_stands_twice_is_told_with_its_file_and_line(folder):
    folder["xx"] = 'language = "xx"\nlanguage = "yy"\n'
    with pytest.raises(ConfigurationError, match=r"^lexicons/xx\.toml: .*line 2"):
        lexicon.load("xx")


def test_a_file_is_all_that_a_language_needs(folder):
    folder["sv"] = (LEXICONS / "en.toml").read_text("utf-8").replace('language = "en"', 'language = "sv"')
    assert lexicon.load("sv").name.startswith("sv@1 ")


def test_empty_lists_find_nothing(english, monkeypatch):
    nothing = Lexicon("en", emptied(english) | {"language": "en", "version": 1, "irregular": {}}, b"")
    assert problems(nothing.tables, "en") == []
    monkeypatch.setattr(reader, "load", lambda _: nothing)
    facts = reader.read(STORY)
    assert [each.rule for each in facts.attributions] == ["unattributed_quotation"]
    assert [each.why for each in facts.claims] == [("quantity",)]
    assert (facts.notices, facts.first_person) == ((), ())


def test_words_of_the_first_person_need_nothing_that_they_do_not_follow(english, monkeypatch):
    english["voice"]["not_after"] = ""
    monkeypatch.setattr(reader, "load", lambda _: Lexicon("en", english, b""))
    assert [STORY[span.start : span.end] for span in reader.read(STORY).first_person] == ["I"]


def emptied(value):
    if isinstance(value, dict):
        return {key: emptied(each) for key, each in value.items() if key not in ("language", "version")}
    return "" if isinstance(value, str) else []
