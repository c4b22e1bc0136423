import pytest

from provenance.text.residue import find


def residue(text):
    return [(text[r.start : r.end], r.why) for r in find(text).residue]


def boilerplate(text):
    return [text[start:end] for start, end in find(text).boilerplate]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Formulir Kontak", "form label"),
        ("Email *", "form label"),
        ("* Your Name:", "form label"),
        ("LEAVE A REPLY", "form label"),
        ("Форма обратной связи", "form label"),
        ("Schreibe einen Kommentar", "form label"),
        ("コメントを投稿", "form label"),
        ("/blog /blog", "platform remains"),
        ("/theme", "platform remains"),
        ("Powered by WordPress.", "platform remains"),
        ("Theme images by Ada Vale", "platform remains"),
        ("undefined", "platform remains"),
        ("Sure, here is a rewritten version of the article:", "generated text remains"),
        ("Meta description: a ferry", "generated text remains"),
    ],
)
def test_a_line_of_residue(line, why):
    assert residue(f"It rained.\n  {line}\nWe left.") == [(line, why)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As an AI language model, I cannot tell.", [("As an AI language model", "generated text remains")]),
        (
            "As of my last update in May 2023, it is open.",
            [("As of my last update in", "generated text remains")],
        ),
        ("As of my last update, nobody had left.", []),  # as somebody who reports from there says, too
        ("It said: “As an AI language model, I cannot tell.”", []),
        (
            "Signed, [Your Name] of [insert city].",
            [("[Your Name]", "placeholder"), ("[insert city]", "placeholder")],
        ),
        (
            '[caption id="a1"]The quay[/caption]',
            [('[caption id="a1"]', "shortcode"), ("[/caption]", "shortcode")],
        ),
        ("He [the mayor] left [sic].", []),
        (
            "Dear {{ first_name }}, %%title%%",
            [("{{ first_name }}", "placeholder"), ("%%title%%", "placeholder")],
        ),
        ("Lorem ipsum dolor sit amet", [("Lorem ipsum dolor", "placeholder")]),
        ("The quay&nbsp;and the sea&nbsp;wall", [("&nbsp;", "markup remains")] * 2),
        ("TK TK", [("TK TK", "placeholder")]),
        ("/one /two", []),
        ("//", []),
        ("The name of the ferry is Nama. She sent an email.", []),
        ("", []),
    ],
)
def test_residue_inside_lines(text, found):
    assert residue(text) == found


def test_residue_does_not_overlap():
    assert residue("Meta description: [insert text]") == [
        ("Meta description: [insert text]", "generated text remains")
    ]


@pytest.mark.parametrize(
    ("line", "passages"),
    [
        ("Read more", ["Read more"]),
        ("Read more: The ferry that never came", ["Read more: The ferry that never came"]),
        ("ADVERTISEMENT", ["ADVERTISEMENT"]),
        ("Photo: Ada Vale", ["Photo: Ada Vale"]),
        ("By Ada Vale and Bo Lind", ["By Ada Vale and Bo Lind"]),
        ("Von Ada Vale, Bo Lind", ["Von Ada Vale, Bo Lind"]),
        ("By Monday the ferry had sunk.", []),
        ("Bo Lind contributed to this report.", ["Bo Lind contributed to this report."]),
        ("By then", []),
        *(
            (line, [line])
            for line in (
                "Published 14 November 2021",
                "By Ada Vale | 3 October 2021, updated 6 October 2021",
                "By Ada Vale - 3rd October 2021",
                "by the Quay Team · 6 min read",
                "Written by Ada Vale, 3 October 2021 at 10:32 am",
                "Reviewed by Ada Vale on 3 May 2021",
                "Posted 14 Nov 2021 by Ada Vale",
                "Tuesday 3 October 2021, 10.32am BST",
                "3 October 2021 | By Ada Vale",
                "3 October 2021 · 4 min read",
                "4-minute read",
                "Medically reviewed by Dr. Ada Vale, MD, surgeon. Last reviewed: 2 May 2021.",
            )
        ),
        ("May 4 2019: 43 dead", []),
        ("43 boats 12 cars", []),
        ("20 12 19 2019", []),
        ("Published in Vale 43 times", []),
        ("Monday 3 boats sank", []),
        ("Monday", []),
        ("By", []),
        ("Baca juga: Feri terlambat", ["Baca juga: Feri terlambat"]),
        ("HARBOUR, Vale (AP) — The ferry sank.", ["HARBOUR, Vale (AP)"]),
        ("NATO said - and meant - it.", []),
        ("The ferry sank.", []),
        ("Source: https://example.org", []),
    ],
)
def test_boilerplate(line, passages):
    assert boilerplate(f"It rained.\n{line}") == passages
    assert residue(f"It rained.\n{line}") == []


def test_a_dateline_before_a_long_line():
    text = "HARBOUR (AP) - " + "The ferry was late and nobody knew why. " * 5
    assert boilerplate(text) == ["HARBOUR (AP)"]


LONG = "The ferry was late and nobody knew why. " * 3


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (f"HARBOUR: {LONG}", ["HARBOUR"]),
        (f"NEW HARBOUR, May 4 (WIRE): {LONG}", ["NEW HARBOUR, May 4 (WIRE)"]),
        (f"HARBOUR, Nyland, May 4, 2023 – {LONG}", ["HARBOUR, Nyland, May 4, 2023"]),
        (f"HARBOUR: {LONG}\nHARBOUR: {LONG}", ["HARBOUR", "HARBOUR"]),
        (f"HARBOUR: {LONG}\nVALE: It was.", []),  # two who speak
        ("VALE: It was late.", []),
        (f"Vale: {LONG}", []),
    ],
)
def test_a_place_in_capitals_before_a_colon_is_a_dateline_too(text, passages):
    assert boilerplate(text) == passages


@pytest.mark.parametrize(
    "line",
    [
        "1. Vale, I. (2019). Old wells. Lowmere Press.",
        "Rossi, T. and Okoro, A. (2020) Pumps and what they cost.",
        "1. Petry N, et al. The share of wells that are dry. Wells 2016;8:693.",
        "2. Okoro T, Vale I. The burden of cracked wells rose by 40% in 2019. Well Letters 2021;14:18-22.",
        "Okoro T. Three in ten wells are dry. BMJ 2017; 359: j4772.",
        "de la Cruz MT, Vale I. Three in ten wells are dry. Wells. 2017 May 12;359(2):12-9.",
        "Okoro T. Old wells. 2nd ed. Lowmere: Vale Press; 2017.",
        "3. Ministry of Water, annual report and accounts, 2018, p. 4.",
        "[4] Lowmere Echo, 12 May 2019.",
        "² Municipality of Osterby, Council minutes, 4 November 2019.",
        "^ “The flood of the year”. Lowmere Echo. 12 May 1990. Retrieved 3 June 2020.",
    ],
)
def test_an_entry_of_a_list_of_references_says_nothing(line):
    assert boilerplate(f"It rained.\n{line}\nWe left.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "1. It rained for 12 days in 2019.",
        "[12] The appeal was heard on 4 May 2019.",
        "1. Vale, I. Old wells.",
        "1. Vitamin C, taken daily since 2019, helps 40% of us.",
        "Vitamin C. In 2019 it cost 43 million.",
        "Plan B, which began in 2019; 43 wells were dug: none gave water.",
        "Vale, who left in 2019, said so.",
        "2019 was a dry year, and nobody left.",
        "3. The towns of Vale and Osterby signed a treaty (https://treaty.example) in 2019.",
    ],
)
def test_a_numbered_line_that_says_something_is_read(line):
    assert boilerplate(line) == []


def test_what_is_residue_is_not_boilerplate_too():
    found = find("Leave a Reply\nRead more\nLeave a Reply")
    assert [r.start for r in found.residue] == [0, 24]
    assert [start for start, _ in found.boilerplate] == [14]
