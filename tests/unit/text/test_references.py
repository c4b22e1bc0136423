import pytest

from provenance.text import figures
from provenance.text.facts import Span
from provenance.text.references import find, is_isbn, is_issn


def references(text, quotations=(), nouns=()):
    return [
        (text[c.start : c.end], c.kind, c.target) for c in find(text, figures.find(text), quotations, nouns)
    ]


@pytest.mark.parametrize(
    ("text", "words", "kind", "target"),
    [
        ("See https://example.org/a?b=c.", "https://example.org/a?b=c", "link", "https://example.org/a?b=c"),
        ("(http://example.org/a_(b))", "http://example.org/a_(b)", "link", "http://example.org/a_(b)"),
        ("“www.example.org/x”,", "www.example.org/x", "link", "https://www.example.org/x"),
        ("https://doi.org/10.1000/ABC.", "https://doi.org/10.1000/ABC", "doi", "doi:10.1000/abc"),
        ("doi:10.1000/182)", "10.1000/182", "doi", "doi:10.1000/182"),
        ("arXiv:2101.00001v2", "arXiv:2101.00001v2", "arxiv", "arxiv:2101.00001"),
        ("https://arxiv.org/abs/2101.00001", "https://arxiv.org/abs/2101.00001", "arxiv", "arxiv:2101.00001"),
        ("PMID: 0012345", "PMID: 0012345", "pmid", "pmid:12345"),
        ("hdl:2027/Abc.1", "hdl:2027/Abc.1", "handle", "handle:2027/abc.1"),
        ("A/RES/68/262", "A/RES/68/262", "resolution", "a/res/68/262"),
        (
            "in Resolution 2021/2544(RSP)",
            "Resolution 2021/2544(RSP)",
            "resolution",
            "resolution 2021/2544(rsp)",
        ),
        ("резолюция № 1325", "резолюция № 1325", "resolution", "резолюция № 1325"),
        ("Directive 2009/65/EC says", "Directive 2009/65/EC", "document", "directive 2009/65/ec"),
        ("(Article 5(2))", "Article 5(2)", "document", "article 5(2)"),
        ("Ley 1/2000, de", "Ley 1/2000", "document", "ley 1/2000"),
        ("under § 12.", "§ 12", "document", "§ 12"),
        ("It fell (Vale, 2020).", "Vale, 2020", "reference", "vale 2020"),
        ("It fell (Vale & Rossi 2020b).", "Vale & Rossi 2020b", "reference", "vale & rossi 2020b"),
        (
            "It fell (Vale, Rossi, and Okoro, 2020, p. 4).",
            "Vale, Rossi, and Okoro, 2020",
            "reference",
            "vale rossi and okoro 2020",
        ),
        ("Vale et al. (2019) found it.", "Vale et al. (2019", "reference", "vale et al. 2019"),
        ("It fell (Müller et al., 2019).", "Müller et al., 2019", "reference", "müller et al. 2019"),
        ("It is dry (@openwells).", "@openwells", "reference", "@openwells"),
        ("It is so.[12]", "[12]", "footnote", None),
        ("It is so [1, 2–3].", "[1, 2–3]", "footnote", None),
        ("It is said¹ so", "¹", "footnote", None),
        ("It is so.²", "²", "footnote", None),
        ("It is so.”¹⁴", "¹⁴", "footnote", None),
        ("It rained.7 We left", "7", "footnote", None),
        ("“It rained.”12", "12", "footnote", None),
    ],
)
def test_one_reference(text, words, kind, target):
    assert references(text) == [(words, kind, target)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It is 12 km² large.",
        "[1] at the start of a line",
        "a [note] and [2021 edition]",
        "version 10.2",
        "version.2 of the boat, boat.10.2, no.5 It",
        "and/or",
        "The article\n5 boats",
        "In 1325 it was so.",
        "It was dry (March 2019).",
        "It was dry (in town, 2019).",
        "It was dry (see 2019).",
        "Write to vale@example.org or follow @vale.",
        "5 boats",
    ],
)
def test_no_reference(text):
    assert references(text) == []


@pytest.mark.parametrize(
    ("text", "target", "valid"),
    [
        ("ISBN 978-0-306-40615-7", "isbn:9780306406157", True),
        ("ISBN-13: 978-0-306-40615-8", "isbn:9780306406158", False),
        ("ISBN 0-306-40615-2", "isbn:0306406152", True),
        ("ISSN 0378-5955", "issn:0378-5955", True),
        ("ISSN 03785954", "issn:0378-5954", False),
        ("ISSN 2434-561X", "issn:2434-561X", True),
    ],
)
def test_identifiers_with_a_check_digit(text, target, valid):
    (found,) = find(text, figures.find(text))
    assert (found.target, found.valid) == (target, valid)


def test_check_digits():
    assert is_isbn("097522980X")
    assert not is_isbn("97803064061X7")
    assert not is_isbn("12345")
    assert not is_issn("1234567")


def test_a_titled_document_needs_its_noun_and_a_capital():
    text = "The report “Open Water” and the book “why not” and the boat “Gull”."
    quotations = [Span(11, 23), Span(37, 46), Span(60, 66)]
    nouns = frozenset({"report", "book"})
    assert references(text, quotations, nouns) == [("report “Open Water”", "document", "open water")]
    assert references(text, quotations) == []


def test_overlapping_references_are_one():
    assert references("https://example.org/10.1000/182") == [
        ("https://example.org/10.1000/182", "link", "https://example.org/10.1000/182")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12,500 of 3.5 on 2024-02-13, 9:05.", ["12,500", "3.5", "2024-02-13", "9:05"]),
        ("B12 x2", ["12", "2"]),
        ("none", []),
        ("1.,.", ["1"]),
    ],
)
def test_figures(text, found):
    assert [text[start:end] for start, end in figures.find(text)] == found
