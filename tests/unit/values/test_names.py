"""Bylines: who is named, as what; and whether two names are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.values.agreement import agree, names_site
from provenance.values.names import AuthorName, folded, read_authors

PERSONS = [
    ("By state political reporter Jane Doe", ["Jane Doe"]),
    ("By Health Reporter Jane Doe", ["Jane Doe"]),
    ("Senior Writer Jane de la Cruz", ["Jane de la Cruz"]),
    ("Jane Doe, Senior Fellow", ["Jane Doe"]),
    ("Words: Jane Doe Pictures: John Roe", ["Jane Doe"]),
    ("Story by Jane Doe Photos by John Roe", ["Jane Doe"]),
    ("Story and photos by Jane Doe", ["Jane Doe"]),
    ("Words and pictures by Jane Doe", ["Jane Doe"]),
    ("Written by Jane Doe, reviewed by John Roe", ["Jane Doe"]),
    ("Written by: Jane Doe | Edited by: John Roe", ["Jane Doe"]),
    ("Text: Jane Doe, Fotos: John Roe", ["Jane Doe"]),
    ("Authored by Jane Doe", ["Jane Doe"]),
    ("Jane Doe avec AFP", ["Jane Doe"]),
    ("Jane Doe mit dpa", ["Jane Doe"]),
    ('Amelia "Jay Jay" Vale', ['Amelia "Jay Jay" Vale']),
    ("Amelia “Jay” Vale", ["Amelia “Jay” Vale"]),
    ("Rechtsanwältin Jana Muster", ["Jana Muster"]),
    ("Jane Doe", ["Jane Doe"]),
    ("By Jane Doe", ["Jane Doe"]),
    ("by jane doe", ["jane doe"]),
    ("By By Jane Doe", ["Jane Doe"]),
    ("Written by: Jane Doe", ["Jane Doe"]),
    ("By Jane Doe and John Q. Roe", ["Jane Doe", "John Q. Roe"]),
    ("Jane Doe, John Roe and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
    ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe with John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe · John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe\nJohn Roe", ["Jane Doe", "John Roe"]),
    ("Doe, Jane", ["Jane Doe"]),
    ("Doe, Jane; Roe, John Q.", ["Jane Doe", "John Q. Roe"]),
    ("Doe, John, Jr.", ["John Doe Jr."]),
    ("de la Cruz, Maria", ["Maria de la Cruz"]),
    ("von der Heide, Ursula", ["Ursula von der Heide"]),
    ("JANE DOE | REUTERS", ["Jane Doe"]),
    ("MARY-JANE O'NEIL", ["Mary-Jane O'Neil"]),
    ("J.K. MCDOWELL", ["J.K. McDowell"]),
    ("JOHN DOE III", ["John Doe III"]),
    ("ÉMILE ÇELIK", ["Émile Çelik"]),
    ("Jane Doe, Staff Writer", ["Jane Doe"]),
    ("Jane Doe Staff Writer", ["Jane Doe"]),
    ("Jane Doe, Senior Political Correspondent, Tarnmoor Herald", ["Jane Doe"]),
    ("Jane Doe — Political Editor", ["Jane Doe"]),
    ("Jane Doe Reuters", ["Jane Doe"]),
    ("Jane Doe Bloomberg", ["Jane Doe"]),
    ("Jane A. Bloomberg", ["Jane A. Bloomberg"]),
    ("MARY ANN BLOOMBERG", ["Mary Ann Bloomberg"]),
    ("Jane Ann Fox", ["Jane Ann Fox"]),
    ("Doe JA", ["Doe JA"]),
    ("DOE JA", ["Doe Ja"]),
    ("JANE van DOE", ["Jane van Doe"]),
    ("Jane Doe (Tarnmoor Wire)", ["Jane Doe"]),
    ("Jane Doe/Reuters", ["Jane Doe"]),
    ("Jane Doe in Tarnmoor", ["Jane Doe"]),
    ("Jane Doe for The Tarnmoor Herald", ["Jane Doe"]),
    ("Jane Doe Special to the Herald", ["Jane Doe"]),
    ("Jane Doe, University of Tarnmoor", ["Jane Doe"]),
    ("Jane Doe, Tarnmoor", ["Jane Doe"]),
    ("Jane Doe and Staff", ["Jane Doe"]),
    ("Reuters, Jane Doe", ["Jane Doe"]),
    ("Jane Doe <jane@tarnmoor.example>", ["Jane Doe"]),
    ("jane@tarnmoor.example (Jane Doe)", ["Jane Doe"]),
    ("Jane Doe @janedoe", ["Jane Doe"]),
    ("Jane Doe https://tarnmoor.example/jane", ["Jane Doe"]),
    ("By Jane Doe, May 6, 2024", ["Jane Doe"]),
    ("Jane Doe 2024-05-06", ["Jane Doe"]),
    ("Jane Doe Updated: May 6, 2024 10:30 am", ["Jane Doe"]),
    ("Jane Doe | Published 6 May 2024", ["Jane Doe"]),
    ("Dr. Jane Doe", ["Jane Doe"]),
    ("Jane Doe, MD", ["Jane Doe"]),
    ("Jane Doe, PhD, MBA", ["Jane Doe"]),
    ("Jane Doe PhD", ["Jane Doe"]),
    ("John Doe Jr.", ["John Doe Jr."]),
    ("John Doe, Jr.", ["John Doe Jr."]),
    ("J. K. Doe", ["J. K. Doe"]),
    ("J.K. Doe", ["J.K. Doe"]),
    ("Ludwig van der Heide", ["Ludwig van der Heide"]),
    ("Von Anna Schmidt", ["Anna Schmidt"]),
    ("Von Heide", ["Von Heide"]),
    ("Anna Schmidt und Peter Maier", ["Anna Schmidt", "Peter Maier"]),
    ("María García y Juan Pérez", ["María García", "Juan Pérez"]),
    ("José Ortega y Gasset", ["José Ortega y Gasset"]),
    ("Jean d'Arcy", ["Jean d'Arcy"]),
    ("Jane O’Neil", ["Jane O’Neil"]),
    ("Will Story", ["Will Story"]),
    ("Thomas More", ["Thomas More"]),
    ("Emily Post", ["Emily Post"]),
    ("Jack Ma", ["Jack Ma"]),
    ("Jane Mei Ma", ["Jane Mei Ma"]),
    ("Byron O'Neil", ["Byron O'Neil"]),
    ("Doe Roe Poe, Jane", ["Doe Roe Poe"]),
    ("An Nguyen", ["An Nguyen"]),
    ("Nguyễn Văn An", ["Nguyễn Văn An"]),
    ("Иван Петров", ["Иван Петров"]),
    ("Автор: Иван Петров и Анна Котова", ["Иван Петров", "Анна Котова"]),
    ("ИВАН ПЕТРОВ", ["Иван Петров"]),
    ("محمد الأحمد", ["محمد الأحمد"]),
    ("राम कुमार", ["राम कुमार"]),
    ("张三", ["张三"]),
    ("记者 张三", ["张三"]),
    ("作者：张三", ["张三"]),
    ("山田太郎", ["山田太郎"]),
    ("ジョン・スミス", ["ジョン・スミス"]),
    ("김철수 기자", ["김철수"]),
    ("김철수, 이영희, 박민수", ["김철수", "이영희", "박민수"]),
]

OTHERS = [
    ("Tarnmoor Verlag GmbH, Munich, Germany", "organisation"),
    ("Umweltministerium der Republik Tarnmoor", "organisation"),
    ("Sportverein Oberes Tarnmoor", "organisation"),
    ("http://x/y?z=1 | Tarnmoor Herald", "organisation"),
    ("塔恩摩尔社北京3日电 记者从气象局获悉，近日，山上连续三天降下了很大很大的雨", "implausible"),
    ("Reuters", "organisation"),
    ("AP", "organisation"),
    ("The Associated Press", "organisation"),
    ("Tarnmoor Herald", "organisation"),
    ("The Tarnmoor Post", "organisation"),
    ("Tarnmoor Institute of Technology", "organisation"),
    ("University of Tarnmoor", "organisation"),
    ("Tarnmoor Werke AG", "organisation"),
    ("tarnmoor.co.uk", "organisation"),
    ("Edited by Jane Doe", "implausible"),
    ("Medically reviewed by Jane Doe, MD", "implausible"),
    ("Photos by Jane Doe", "implausible"),
    ("Translated by Jane Doe", "implausible"),
    ("Editor: Jane Doe", "implausible"),
    ("For Immediate Release", "implausible"),
    ("FOR IMMEDIATE RELEASE", "implausible"),
    ("Special to the Herald", "implausible"),
    ("Press Office", "desk"),
    ("Senior Fellow", "desk"),
    ("Autor:", "role_account"),
    ("朝日新聞社", "organisation"),
    ("Staff", "desk"),
    ("Tarnmoor Staff", "desk"),
    ("Staff Writer", "desk"),
    ("The Editors", "desk"),
    ("Editorial Board", "desk"),
    ("MM-Redaktion", "desk"),
    ("BR24 Redaktion", "desk"),
    ("Редакция", "desk"),
    ("Political Editor", "desk"),
    ("admin", "role_account"),
    ("ChatGPT", "role_account"),
    ("By ChatGPT", "role_account"),
    ("Microsoft Copilot", "role_account"),
    ("Google Gemini", "role_account"),
    ("AI Assistant", "role_account"),
    ("GPT-4", "role_account"),
    ("Partner", "role_account"),
    ("OpenAI", "organisation"),
    ("Claude Vale", "person"),
    ("Gemini Rossi", "person"),
    ("Amy Grok", "person"),
    ("Site Admin", "role_account"),
    ("Guest Author", "role_account"),
    ("Featured Commentator", "role_account"),
    ("Anonymous", "role_account"),
    ("Watermark feed", "role_account"),
    ("Please Enter Your Name Here", "implausible"),
    ("Green Energy", "implausible"),
    ("New York", "implausible"),
    ("Künstliche Intelligenz", "implausible"),
    ("National Weather Service", "organisation"),
    ("San Francisco Chronicle", "organisation"),
    ("Janelle Roe Associated Press", "person"),
    ("Okafor, M. R.", "person"),
    ("Sport", "desk"),
    ("View All Posts", "implausible"),
    ("About Jane Doe", "implausible"),
    ("More Jane", "implausible"),
    ("Follow On Twitter", "implausible"),
    ("Politics, Tarnmoor, Election", "implausible"),
    ("jane@tarnmoor.example", "implausible"),
    ("https://tarnmoor.example/jane", "implausible"),
    ("@janedoe", "implausible"),
    ("Updated: May 6, 2024", "implausible"),
    ("2024-05-06", "implausible"),
    ("user123", "implausible"),
    ("ninaj", "implausible"),
    ("XYZ", "implausible"),
    ("A D", "implausible"),
    ("?", "implausible"),
    ("...", "implausible"),
    ("Jane loves to write about the sea", "implausible"),
    ("Born In Tarnmoor Jane Has Written Many Books", "implausible"),
    ("The Truth", "implausible"),
    ("a girl und a boy", "implausible"),
    ("HEALTH, AND WEIGHT LOSS", "person"),
    ("Jane Doe is a reporter, and she lives near the sea in Tarnmoor", "implausible"),
    ("officials near the capital, who asked for silence and said nothing", "implausible"),
    ("KINDERGÄRTEN. IN DEN WOHNUNGEN", "implausible"),
    ("Moor Verlags- und Vertriebs GmbH", "organisation"),
    ("Doe, Jane Ann Bea Cee", "person"),
    ("Doe, Jane, Politics", "implausible"),
    ("What we know", "implausible"),
    ("Jane doe", "implausible"),
    ("本报讯今天发生了很大的事情", "implausible"),
    ("团", "implausible"),
    ("Lorem Ipsum", "implausible"),
    ("Contacts", "implausible"),
    ("Tarnmoor's Journalistic Standards and Practices", "implausible"),
    ("Της Ιωάννας Παράδειγμα", "implausible"),
    ("Webredaktion", "desk"),
    ("Haber Merkezi", "desk"),
    ("Abteilung Kommunikation", "organisation"),
    ("Jane Doe " * 100, "implausible"),
    ("Tarnmoor News " * 10, "implausible"),
    ("De la", "implausible"),
]


@pytest.mark.parametrize(("text", "names"), PERSONS, ids=[row[0] for row in PERSONS])
def test_persons_are_named(text, names):
    assert [(author.name, author.kind) for author in read_authors([text])] == [
        (name, "person") for name in names
    ]


@pytest.mark.parametrize(("text", "kind"), OTHERS, ids=[row[0][:40] for row in OTHERS])
def test_what_is_no_person_is_none(text, kind):
    authors = read_authors([text])
    assert [author.kind for author in authors] == [kind]
    assert len(authors[0].name) <= 80


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\ud800", "\u200b\u202e", "\x00"])
def test_nothing_names_nobody(text):
    assert read_authors([text]) == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("JANE DOE", "recased"),
        ("jane doe", "lower_case"),
        ("Voltaire", "single_name"),
        ("Jane Doe <jane@tarnmoor.example>", "address"),
        ("tarnmoor.co.uk", "host"),
        ("Political Editor", "title_only"),
        ("View All Posts", "leftover"),
        ("A D", "initials_only"),
        ("user123", "symbols"),
        ("x" * 1000, "too_long"),
    ],
)
def test_flags_say_why(text, flag):
    assert flag in read_authors([text])[0].flags


def test_a_name_given_twice_is_one():
    assert [a.name for a in read_authors(["Jane Doe", "JANE DOE", "By Jané Doe", "John Roe"])] == [
        "Jane Doe",
        "John Roe",
    ]


def test_separate_values_are_kept_apart():
    assert {(a.name, a.kind) for a in read_authors(["Jane Doe", "Reuters"])} == {
        ("Jane Doe", "person"),
        ("Reuters", "organisation"),
    }


def test_a_single_name_gives_way_to_a_full_one_beside_it():
    assert [a.name for a in read_authors(["Jane and John Doe"])] == ["John Doe"]


BYLINES = [row[0] for row in PERSONS + OTHERS if row[0].isprintable()]


@given(st.lists(st.sampled_from(BYLINES), max_size=4), st.randoms())
def test_order_changes_no_name(values, random):
    shuffled = values[:]
    random.shuffle(shuffled)
    assert {(folded(a.name), a.kind) for a in read_authors(values)} == {
        (folded(a.name), a.kind) for a in read_authors(shuffled)
    }


@given(st.sampled_from(BYLINES) | st.text())
def test_spelling_forms_of_one_byline_are_one(text):
    assert read_authors([unicodedata.normalize("NFD", text)]) == read_authors(
        [unicodedata.normalize("NFC", text)]
    )


@given(st.text() | st.text(st.sampled_from("JaneDo ,.&|;@()-'and/by1")))
def test_any_text_is_answered(text):
    for author in read_authors([text]):
        assert author.kind in {"person", "organisation", "desk", "role_account", "implausible"}
        assert 0 < len(author.name) <= 80
    assert agree(text, text) in {True, False}
    assert names_site(text, text) in {True, False}


@given(
    st.lists(
        st.sampled_from(
            ["Jane", "Doe", "J.", "O'Neil", "van", "der", "Heide", "Mary-Ann", "Q.", "III", "García"]
        ),
        min_size=2,
        max_size=4,
    )
)
def test_reading_a_name_again_changes_nothing(words):
    for author in read_authors([" ".join(words)]):
        if author.kind == "person":
            assert [again.name for again in read_authors([author.name])] == [author.name]


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "Jane Doe, ",
        "and ",
        "by ",
        "\u0301",
        "(",
        "<",
        "@",
        "www.",
        "J. ",
        ",",
        "Jane\n",
        "-",
        "updated ",
        "edited by ",
        "fact",
        "and photos: ",
        "  ",
        "1 ",
    ],
)
def test_long_hostile_text_is_answered_at_once(piece):
    read_authors([piece * 100_000])
    read_authors([(piece * 600)[:600]])
    agree(piece * 100_000, piece * 100_000)
    names_site(piece * 100_000, "tarnmoor")


class TestAgree:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Jane Doe", "JANE DOE", True),
            ("Jane Doe", "Jané Doe", True),
            ("Jane Doe", "J. Doe", True),
            ("Jane Doe", "Jane Q. Doe", True),
            ("Jane Quinn Doe", "Jane Q. Doe", True),
            ("Jane Doe", "Doe Jane", True),
            ("Jane Doe", "Dr. Jane Doe", True),
            ("John Doe", "John Doe Jr.", True),
            ("Mary-Ann Doe", "Mary Ann Doe", True),
            ("MaryAnn Doe", "Mary-Ann Doe", True),
            ("张三", "张 三", True),
            ("Иван Петров", "И. Петров", True),
            ("Jane Doe", "John Doe", False),
            ("Jane Doe", "Jane Roe", False),
            ("Jane Q. Doe", "Jane R. Doe", False),
            ("Doe", "Jane Doe", False),
            ("J. Doe", "K. Doe", False),
            ("", "", False),
            ("Jane Doe", "", False),
            ("?", "?", False),
        ],
    )
    def test_two_names_of_one_person(self, one, other, same):
        assert agree(one, other) is same
        assert agree(other, one) is same

    @given(st.sampled_from(BYLINES), st.sampled_from(BYLINES))
    def test_it_is_symmetric_and_blind_to_form(self, one, other):
        assert agree(one, other) == agree(other, one)
        assert agree(one, other) == agree(unicodedata.normalize("NFD", one), other)


class TestNamesSite:
    @pytest.mark.parametrize(
        ("name", "label", "same"),
        [
            ("The Tarnmoor Herald", "tarnmoorherald", True),
            ("Tarnmoor Herald", "tarnmoor-herald", True),
            ("Tarnmoor Herald", "thetarnmoorherald", True),
            ("Tarnmoor Herald", "tarnmoorheraldonline", True),
            ("Tarnmoor Herald Online", "tarnmoorherald", True),
            ("Tarnmoor Herald | Home", "tarnmoorherald", True),
            ("TarnmoorHerald.co.uk", "tarnmoorherald", True),
            ("Tarnmoor Evening Herald", "teh", True),
            ("The Tarnmoor Evening Herald", "teherald", True),
            ("TEH News", "teh", True),
            ("Tarnmoörer Zeitung", "tarnmooerer", True),
            ("Tarnmoörer Zeitung", "tarnmoorer-zeitung", True),
            ("Вестник", "вестник", True),
            ("NYT", "nytimes", False),
            ("News", "newsdaily", False),
            ("Daily News", "newsdaily", False),
            ("Daily", "dailynews", False),
            ("News Online", "news", False),
            ("Herald", "tarnmoorherald", False),
            ("Tarnmoor", "tarnmoorherald", False),
            ("Tarnmoor Herald", "tarnmoor", False),
            ("Tarnmoor Herald", "th", False),
            ("The", "the", False),
            ("", "tarnmoor", False),
            ("Tarnmoor", "", False),
            ("!", "tarnmoor", False),
            ("Tarnmoor " * 50, "tarnmoor", False),
        ],
    )
    def test_a_name_and_a_label(self, name, label, same):
        assert names_site(name, label) is same
        assert names_site(unicodedata.normalize("NFD", name), label) is same


def test_an_author_is_a_plain_tuple():
    assert read_authors(["Jane Doe"]) == (AuthorName("Jane Doe", "person", ()),)
