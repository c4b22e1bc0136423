"""Derivations: kinds, spans, boilerplate, direction and credit, as docs/reference/output-formats.md defines them."""

import random

import pytest
from stories import record, story

from provenance.corpus.credit import Credit
from provenance.corpus.derivations import Direction, Relation, with_origins
from provenance.corpus.trace import trace
from provenance.corpus.words import words_of
from provenance.document import Document
from provenance.errors import InputError

A, B, C = story("a"), story("b"), story("c")
NOTICE = story("notice", 60)
QUOTE = "we shall dredge the harbour before the winter storms come back to Kessandra"


def first_words(text, count):
    return " ".join(text.split()[:count])


def with_changed_words(text, share, seed=1):
    rng = random.Random(seed)
    return " ".join("changed" if rng.random() < share else word for word in text.split(" "))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (A, "exact"),
        (A.upper().replace(".", " !"), "exact"),
        (with_changed_words(A, 0.01), "near_duplicate"),
        (A + "\n\n" + first_words(B, 12), "near_duplicate"),
        (first_words(A, 80), "partial"),
        (B + "\n\n" + first_words(A, 55), "partial"),
        (B + "\n\n" + first_words(A, 30), None),
        (A + "\n\n" + B, "partial"),
        (B, None),
        ("", None),
    ],
)
def test_kinds(traced, text, kind):
    line = traced(record("one", A), record("two", text)).get(("one", "two"))
    assert (line and line["kind"]) == kind


def test_a_short_text_with_words_of_its_own_shares_its_beginning_with_a_long_one(traced):
    long = f"{A}\n\n{B}\n\n{C}"
    short = f"{first_words(A, 30)} {first_words(NOTICE, 12)}"
    line = traced(record("one", long), record("two", short))["one", "two"]
    (span,) = line["shared"]
    assert line["kind"] == "partial"
    assert short[span["source_start"] : span["source_end"]] == first_words(A, 30)
    assert long[span["start"] : span["end"]] == first_words(A, 30)


def test_copies_of_which_the_same_boilerplate_is_taken_out_are_copies(traced):
    pages = [
        record(f"page {n}", f"{text}\n\n{NOTICE}", url=f"https://herald-press.com/{n}")
        for n, text in enumerate((A, A, B, C, story("d"), story("e"), story("f")))
    ]
    lines = traced(*pages)
    assert {pair: line["kind"] for pair, line in lines.items()} == {("page 0", "page 1"): "exact"}
    (span,) = lines["page 0", "page 1"]["shared"]
    assert (span["start"], span["end"]) == (0, len(A.rstrip(".")))


def test_figures_of_a_beginning(traced):
    beginning = first_words(A, 104)
    line = traced(record("one", A), record("two", beginning))["one", "two"]
    assert (line["jaccard"], line["containment"]) == (round(100 / 196, 4), 1.0)


def test_a_quotation_is_shared_by_those_who_quote_it(traced):
    lines = traced(
        record("one", f"{A}\n“{QUOTE},” said the minister."),
        record("two", f'{B}\nHad he not said "{QUOTE}"?'),
        record("three", C),
    )
    assert {pair: line["kind"] for pair, line in lines.items()} == {("one", "two"): "quotation"}


def test_the_same_words_without_marks_are_no_quotation(traced):
    assert not traced(record("one", f"{A}\n{QUOTE}."), record("two", f"{B}\n{QUOTE}."))


def test_a_quotation_of_seven_words_is_too_short(traced):
    short = "nobody governs underwater machinery without consulting engineers"
    assert len(words_of(short)) == 7
    assert not traced(record("one", f"{A}\n“{short}.”"), record("two", f"{B}\n“{short}.”"))


def test_spans_hold_the_same_words_on_both_sides(traced):
    one, two = record("one", "Kurz … " + A), record("two", with_changed_words(A, 0.03))
    line = traced(one, two)["one", "two"]
    texts = {"one": one["text"], "two": two["text"]}
    assert len(line["shared"]) > 2
    for span in line["shared"]:
        here = texts[line["document"]][span["start"] : span["end"]]
        there = texts[line["source"]][span["source_start"] : span["source_end"]]
        assert words_of(here) == words_of(there)
        assert len(words_of(here)) >= 5


def test_spans_do_not_overlap_in_the_document_that_comes_first(traced):
    refrain = first_words(A, 20)
    line = traced(record("one", f"{A}\n{refrain}\n{refrain}"), record("two", with_changed_words(A, 0.03)))[
        "one", "two"
    ]
    assert (line["document"], line["source"]) == ("one", "two")
    ends = [0, *(span["end"] for span in line["shared"])]
    assert all(end <= span["start"] for end, span in zip(ends, line["shared"], strict=False))


def test_of_passages_as_long_as_one_another_the_first_is_the_source(traced):
    passage = first_words(B, 60)
    line = traced(record("one", passage), record("two", f"{passage}\n\n{A}\n\n{passage}"))["one", "two"]
    assert [span["source_start"] for span in line["shared"]] == [0]


def test_weaker_overlaps_are_listed_on_demand_only(traced):
    pair = record("one", A), record("two", B + "\n\n" + first_words(A, 24))
    assert not traced(*pair)
    assert traced(*pair, min_containment=0.1)["one", "two"]["kind"] == "overlap"
    assert traced(*pair, min_containment=0.01)["one", "two"]["containment"] == round(20 / 196, 4)
    assert not traced(*pair, min_containment=0.2)


def test_one_shared_shingle_is_found_where_that_little_is_asked_for(traced):
    five = "mo ta ri ku zz"
    assert traced(record("one", f"{A} {five}"), record("two", f"{five} {B}"), min_containment=0.001)


def test_short_texts_are_found_in_long_ones(traced):
    sentence = A.split(".")[3].strip() + "."
    assert traced(record("one", A), record("two", sentence))["one", "two"]["containment"] == 1.0


# --- boilerplate ------------------------------------------------------------------------------------------------------


def page(n, text, host):
    return record(f"p{n:03}", text, url=f"https://www.{host}/{n}")


def test_what_five_pages_of_a_domain_share_is_no_link(traced):
    pages = [page(n, f"{story(n)}\n\n{NOTICE}", "tarnmoor-herald.com") for n in range(6)]
    assert traced(*pages) == {}


def test_what_four_pages_share_is_one(traced):
    pages = [page(n, f"{story(n)}\n\n{NOTICE}", "tarnmoor-herald.com") for n in range(4)]
    assert len(traced(*pages)) == 6


def test_what_twenty_sites_share_is_no_link(traced):
    assert traced(*(page(n, f"{story(n)}\n\n{NOTICE}", f"paper{n}.com") for n in range(20))) == {}
    assert (
        len(traced(*(page(n, f"{story(n)}\n\n{NOTICE}", f"paper{n}.com") for n in range(19)))) == 19 * 18 // 2
    )


def test_what_else_stands_in_the_line_of_a_notice_is_no_link(traced):
    others = [page(n, f"{story(n)}\n\n{NOTICE}", "tarnmoor-herald.com") for n in range(6)]
    named = f"{first_words(story('remark'), 40)}\n\n{first_words(story('house'), 20)} {NOTICE}"
    pages = [page(n, f"{story(n)}\n\n{named}", "quillbeck.com") for n in (800, 801)]
    assert traced(*others, *pages) == {}


def test_what_twenty_sites_copy_whole_is_a_copy(traced):
    lines = traced(*(page(n, A, f"paper{n}.com") for n in range(24)))
    assert len(lines) == 24 * 23 // 2
    assert {line["kind"] for line in lines.values()} == {"exact"}


def test_copies_are_found_under_their_notices(traced):
    others = [page(n, f"{story(n)}\n\n{NOTICE}", "tarnmoor-herald.com") for n in range(6)]
    lines = traced(
        *others, page(900, f"{A}\n\n{NOTICE}", "tarnmoor-herald.com"), page(901, A, "quillbeck.com")
    )
    assert {pair: line["kind"] for pair, line in lines.items()} == {("p900", "p901"): "exact"}


def test_copies_of_one_another_count_as_one(traced):
    """A story that one site prints six times is not a notice of that site, and its paragraphs are not."""
    lines = traced(*(page(n, A + "\n\n" + story(n, 12), "tarnmoor-herald.com") for n in range(6)))
    assert len(lines) == 15


def test_what_stands_in_quotation_marks_is_never_boilerplate(traced):
    lines = traced(*(page(n, f"{story(n)}\n“{QUOTE},” he said.", "tarnmoor-herald.com") for n in range(7)))
    assert len(lines) == 21
    assert {line["kind"] for line in lines.values()} == {"quotation"}


# --- direction --------------------------------------------------------------------------------------------------------

PAPER = {"publisher": "Tarnmoor Herald", "url": "https://www.tarnmoor-herald.com/a"}
OTHER = {"publisher": "The Quillbeck Times", "url": "https://quillbeck.co.uk/2019/05/06/b"}


@pytest.mark.parametrize(
    ("one", "two", "direction"),
    [
        ("2018-05-01", "2018-05-02", "dated"),
        ("2018-05-01", "2018-05-01", "undetermined"),
        ("2018-05-01T10:00:00Z", "2018-05-01T11:00:00Z", "dated"),
        ("2018-05-01T10:00:00+05:00", "2018-05-01T10:00:00Z", "dated"),
        ("2018-05-01T10:00:00Z", "2018-05-01", "undetermined"),
        ("2018", "2018-05-02", "undetermined"),
        ("2018", "2019-01-01", "dated"),
        ("May 2018", "1 June 2018", "dated"),
        ("05/06/2018", "06/05/2018", "undetermined"),
        ("05/06/2018", "07/08/2018", "dated"),
        (None, "2018-05-02", "undetermined"),
        ("soon", "2018-05-02", "undetermined"),
    ],
)
def test_dates_decide_at_the_precision_that_they_have(traced, one, two, direction):
    line = traced(record("z", A, published=one), record("b", A, published=two))["b", "z"]
    assert line["direction"] == direction
    assert (line["document"], line["source"]) == ("b", "z")


def test_an_earlier_document_is_the_source_whatever_its_id(traced):
    line = traced(record("a", A, published="2019-01-01"), record("b", A, published="2018-01-01"))["a", "b"]
    assert (line["document"], line["source"], line["direction"]) == ("a", "b", "dated")


@pytest.mark.parametrize(
    "links",
    [["https://quillbeck.co.uk/2019/05/06/b"], ["https://tarnmoor-herald.com/new"]],
)
def test_a_date_that_the_links_contradict_decides_nothing(traced, links):
    newer = record("n", B, url="https://tarnmoor-herald.com/new", published="2019-05-06")
    lines = traced(
        newer, record("z", A, published="2018-01-01", links=links), record("b", A, published="2018-06-01")
    )
    assert lines["b", "z"]["direction"] == "undetermined"


@pytest.mark.parametrize(
    ("text", "more", "credit"),
    [
        (A, {}, "none"),
        (A + "\n\nOriginally published by Tarnmoor Herald.", {}, "accurate"),
        (A + "\n\nThis article was first published in the Tarnmoor Herald on 3 May.", {}, "accurate"),
        (A + "\n\nZuerst erschienen bei tarnmoor-herald.com", {}, "accurate"),
        (
            A.replace("\n\n", " ") + " Originally published by Tarnmoor Herald. All rights reserved.",
            {},
            "accurate",
        ),
        (A + "\n\nOriginally published by St. Varn Post. Follow Tarnmoor Herald for more.", {}, "unclear"),
        ("OSLO (Tarnmoor Herald) - " + A, {}, "accurate"),
        ("Oslo (TH) – " + A, {}, "accurate"),
        (A + "\n\nSource: Tarnmoor Herald", {}, "accurate"),
        (A + "\n\n来源：Tarnmoor Herald", {}, "accurate"),
        ("OSLO (Somebody) - " + A, {}, "unclear"),
        ("OSLO (dal nostro inviato) - " + A, {}, "none"),
        (A, {"canonical": "https://tarnmoor-herald.com/a"}, "accurate"),
        (A, {"canonical": "https://quillbeck.co.uk/2019/05/06/b"}, "none"),
        (A, {"links": ["https://www.tarnmoor-herald.com/a"]}, "accurate"),
        (A + "\n\nOriginally published by The Quillbeck Times.", {}, "none"),
        (A + "\n\nOriginally published by Varnholt Weekly.", {}, "inaccurate"),
        (A + "\n\nOriginally published by a paper nobody here knows.", {}, "unclear"),
        (A + "\n\nSource: agencies and own reporting.", {}, "unclear"),
        (A + "\n\nQuelle: Agenturen", {}, "unclear"),
    ],
)
def test_credit(traced, text, more, credit):
    third = record("c", B, publisher="Varnholt Weekly")
    lines = traced(
        record("z", A, **PAPER, published="2018"), record("b", text, **OTHER, **more, published="2019"), third
    )
    line = lines["b", "z"]
    assert line["credit"] == credit
    assert (line["document"], line["direction"]) == ("b", "credited" if credit == "accurate" else "dated")


def test_credit_outranks_dates(traced):
    copy = record("b", A + "\n\nOriginally published by Tarnmoor Herald.", **OTHER, published="2017")
    line = traced(record("z", A, **PAPER, published="2018"), copy)["b", "z"]
    assert (line["document"], line["source"], line["direction"]) == ("b", "z", "credited")


def test_two_that_credit_each_other_are_told_apart_by_their_dates(traced):
    one = record("a", A, url="https://one.com/a", links=["https://two.com/b"], published="2019")
    two = record("b", A, url="https://two.com/b", links=["https://one.com/a"], published="2018")
    line = traced(one, two)["a", "b"]
    assert (line["document"], line["direction"], line["credit"]) == ("a", "dated", "accurate")


def test_a_credit_that_both_carry_is_of_a_third(traced):
    text = "OSLO (Varnholt Weekly) - " + A
    third = record("c", B, publisher="Varnholt Weekly")
    line = traced(
        record("z", text, **PAPER, published="2018"), record("b", text, **OTHER, published="2019"), third
    )["b", "z"]
    assert line["credit"] == "none"


def test_who_copies_a_copy_and_credits_the_original_has_given_credit(traced):
    credited = A + "\n\nOriginally published by Tarnmoor Herald."
    original = record("o", A, **PAPER, published="2018-01-01")
    copy = record("x", A, publisher="Varnholt Weekly", published="2018-02-01")
    lines = traced(original, copy, record("y", credited, **OTHER, published="2018-03-01"))
    assert {pair: (line["source"], line["credit"]) for pair, line in lines.items()} == {
        ("o", "x"): ("o", "none"),
        ("o", "y"): ("o", "accurate"),
        ("x", "y"): ("x", "accurate"),
    }


@pytest.mark.parametrize(
    ("direction", "credit"), [("credited", "accurate"), ("dated", "none"), ("undetermined", "none")]
)
def test_to_credit_the_original_counts_where_the_credit_told_who_copied(direction, credit):
    relations = [
        Relation("y", "o", Direction(direction), Credit.ACCURATE),
        Relation("x", "o", Direction.DATED, Credit.NONE),
        Relation("y", "x", Direction.DATED, Credit.NONE),
    ]
    assert [each.credit for each in with_origins(relations)] == ["accurate", "none", credit]


# --- laws -------------------------------------------------------------------------------------------------------------


def test_trace_does_not_hang_on_the_order_of_its_input():
    records = [
        record(f"d{n}", text, published=f"20{10 + n}")
        for n, text in enumerate([A, with_changed_words(A, 0.1), A + B, B, first_words(B, 90), C])
    ]
    records += [page(n, f"{story(n)}\n\n{NOTICE}", "tarnmoor-herald.com") for n in range(6)]
    documents = [Document.from_record(each) for each in records]
    expected = list(trace(documents, min_containment=0.05))
    assert len(expected) > 5
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        assert list(trace(documents, min_containment=0.05)) == expected


def test_no_document_is_its_own_source():
    document = Document.from_record(record("a", A + "\n\n" + A))
    assert list(trace([document, document])) == []


def test_two_documents_of_one_id_are_refused():
    with pytest.raises(InputError, match="two documents with the id 'a'"):
        trace([Document.from_record(record("a", A)), Document.from_record(record("a", B))])


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "na " * 30_000,
        "\u0301" * 20_000,
        "a\u0301\u0316" * 10_000,
        "e" + "\u0301\u0316" * 50_000,
        "(" * 20_000,
        "a\n" * 20_000,
        "\ud800 lone",
        "Source:" * 5000,
    ],
)
def test_hostile_texts(traced, text):
    line = traced(record("one\ud800", text), record("two", text + " and more"), record("three", ""))
    assert all(found["document"] != found["source"] for found in line.values())


def test_a_stub_that_is_mostly_notice_is_no_link(traced):
    pages = [page(n, f"{story(n)}\n\n{NOTICE}", "tarnmoor-herald.com") for n in range(8)]
    assert traced(*pages, page(8, f"{story(8, 40)}\n\n{NOTICE}", "tarnmoor-herald.com")) == {}


def test_a_statement_is_linked_with_those_who_carry_it_however_many(traced):
    statement = page(99, NOTICE, "council.org")
    lines = traced(statement, *(page(n, f"{story(n)}\n\n{NOTICE}", f"paper{n}.com") for n in range(25)))
    assert set(lines) == {(f"p{n:03}", "p099") for n in range(25)}
    assert {line["kind"] for line in lines.values()} == {"partial"}
