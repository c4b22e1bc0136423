"""Lines are read as they were written, in the order of ids, with the credit that the rest of them tells of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.corpus.credit import Credit
from provenance.corpus.derivations import Direction, Relation, with_origins
from provenance.corpus.spool import Spool


def line(document, source, direction="undetermined", credit="none", shared=()):
    return {
        "schema": "provenance.derivation/1",
        "document": document,
        "source": source,
        "kind": "partial",
        "jaccard": 0.1234,
        "containment": 1.0,
        "direction": direction,
        "credit": credit,
        "shared": [
            dict(zip(("start", "end", "source_start", "source_end"), span, strict=True)) for span in shared
        ],
    }


def pairs(lines):
    return [(each["document"], each["source"]) for each in lines]


NAMES = st.sampled_from(["", "a", "b", "ab", "a\0", "é", "e\u0301", "\ud800", "\uffff", "𝒳"])
SPANS = st.lists(st.tuples(*[st.integers(0, 2**32 - 1)] * 4), max_size=3)


@given(st.dictionaries(st.tuples(NAMES, NAMES), SPANS))
def test_every_line_is_read_again_in_the_order_of_ids(found):
    expected = [line(*pair, shared=shared) for pair, shared in sorted(found.items())]
    spool = Spool(line(*pair, shared=shared) for pair, shared in found.items())
    assert list(spool) == list(spool) == expected
    assert sorted(spool.names()) == sorted({name for pair in found for name in pair})
    for name in {document for document, _ in found}:
        assert list(spool.of(name)) == [each for each in expected if each["document"] == name]


def test_lines_outlast_who_wrote_them():
    assert pairs(iter(Spool([line("b", "a"), line("a", "c")]))) == [("a", "c"), ("b", "a")]


def test_what_is_said_of_a_pair_last_counts():
    assert [each["credit"] for each in Spool([line("a", "b"), line("a", "b", credit="unclear")])] == [
        "unclear"
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a", [("a", "b"), ("b", "c"), ("c", "a")]),
        ("d", [("d", "b")]),
        ("e", [("e", "f")]),
        ("nobody", []),
    ],
)
def test_a_family_is_all_that_a_document_shares_text_with(name, expected):
    spool = Spool(line(*pair) for pair in ("ab", "bc", "ca", "db", "ef"))
    spool.keep_family(name)
    assert pairs(spool) == expected


RELATIONS = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")).filter(lambda pair: pair[0] < pair[1]),
    st.one_of(
        st.tuples(st.booleans(), st.just(Direction.CREDITED), st.just(Credit.ACCURATE)),
        st.tuples(st.booleans(), st.just(Direction.DATED), st.sampled_from(Credit)),
        st.tuples(st.just(False), st.just(Direction.UNDETERMINED), st.sampled_from(Credit)),
    ),
)


@given(RELATIONS)
def test_credit_by_way_of_a_third_is_found_as_among_few_relations(found):
    relations = [
        Relation(*(pair[::-1] if is_turned else pair), direction, credit)
        for pair, (is_turned, direction, credit) in found.items()
    ]
    spool = Spool(line(*map(str, each)) for each in relations)
    spool.settle_credit()
    expected = {(each.document, each.source): each.credit for each in with_origins(relations)}
    assert {pair: each["credit"] for pair, each in zip(pairs(spool), spool, strict=True)} == expected
