"""Voices that are one, circles, and roads that all lead to one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import record, story

from provenance.corpus.citations import OUTSIDE, citations, within
from provenance.corpus.corroboration import Corroborations, told
from provenance.corpus.independence import common_origin, leads, on_circles, rests_on, way
from provenance.corpus.index import Index
from provenance.document import Document


def page(name, *links, site=None):
    host = site or f"{name}-press.com"
    return record(
        name,
        story(name, 60),
        url=f"https://www.{host}/{name}",
        links=[f"https://{link}-press.com/{link}" for link in links],
    )


def index_of(*records):
    index = Index.in_memory()
    for each in records:
        index.add(Document.from_record(each))
    return index


def citing(*records, affiliates=()):
    index = index_of(*records)
    return citations(index.entry, index.at, affiliates)


DOCUMENTS = [
    record("a", story(1), url="https://one.com/a"),
    record("b", story(1), url="https://two.com/b"),
    record("c", story(2), url="https://two.com/c"),
    record("d", story(3), url="https://three.com/d"),
    record("e", story(4), url="https://three-shop.com/e"),
    record("f", story(5)),
]


def test_copies_and_pages_of_one_house_are_one_voice():
    index = index_of(*DOCUMENTS)
    assert Corroborations(index).origins("fedcba") == (("a", "b", "c"), ("d",), ("e",), ("f",))
    known = Corroborations(index, [{"three.com", "three-shop.com"}])
    assert known.origins("abcdef") == (("a", "b", "c"), ("d", "e"), ("f",))
    assert known.houses("abcdef") == 4
    assert known.origins("bf") == (("b",), ("f",))


@given(st.lists(st.sampled_from(range(4)), min_size=1, max_size=5), st.sampled_from(range(4)))
def test_a_duplicate_never_adds_a_voice(numbers, again):
    def count(stories):
        documents = [record(f"d{n}", story(number)) for n, number in enumerate(stories)]
        return len(Corroborations(index_of(*documents)).origins(each["id"] for each in documents))

    assert count([*numbers, again]) == count(numbers) + (again not in numbers)


def test_citations_are_found_by_address_and_not_within_a_house():
    cited = citing(
        page("a", "b", "x"),
        page("b"),
        record(
            "c",
            "",
            url="https://a-press.com/c",
            links=["https://www.a-press.com/a?utm_source=x", "https://a-press.com/unknown"],
        ),
    )
    assert [cited(name) for name in "abc"] == [(OUTSIDE, "b"), (), ()]
    assert [within(cited)(name) for name in "abc"] == [["b"], [], []]


def test_affiliates_do_not_cite_one_another():
    pages = (page("a", "b", "x"), page("b", "a"))
    assert citing(*pages, affiliates=[{"a-press.com", "b-press.com", "x-press.com"}])("a") == ()


def test_documents_at_one_address_are_one_page():
    cited = citing(
        page("a", "b"), page("b", "c"), page("b2", "a", site="b-press.com") | {"url": "https://b-press.com/b"}
    )
    assert cited("a") == ("b",)
    assert cited("b") == cited("b2") == (OUTSIDE, "a")


def graph(**cited):
    return lambda name: tuple(cited.get(name, ()))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ({"a": "b", "b": "c", "c": "a"}, ("a", "b", "c", "a")),
        ({"a": "bc", "b": "c", "c": "a"}, ("a", "c", "a")),
        ({"a": "b", "b": "a"}, ("a", "b", "a")),
        ({"a": "b", "b": "c", "c": "b"}, ()),
        ({"a": "bc", "b": "a", "c": "a"}, ("a", "b", "a")),
        ({"a": "b", "b": ""}, ()),
    ],
)
def test_circles(cited, expected):
    assert way(graph(**cited), "a", "a") == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ({"b": "a"}, True),
        ({"b": "c", "c": "ad", "d": "a"}, True),
        ({"b": "ad"}, False),  # d cites nothing: it is evidence of its own
        ({"b": ["a", OUTSIDE]}, False),
        ({}, False),
        ({"b": "c", "c": "b"}, True),  # nothing but themselves, so nothing: `way` says that it is no circle
    ],
)
def test_what_rests_on_a_document_alone(cited, expected):
    assert rests_on(graph(**cited), "b", "a") is expected


def test_a_web_too_large_to_look_through_rests_on_more_than_one():
    chain = {f"n{n:03}": [f"n{n + 1:03}"] for n in range(400)} | {"n400": ["a"]}
    many = {f"m{n:03}": ["a"] for n in range(400)}
    assert common_origin(graph(**many), sorted(many)[:255]).origin == "a"
    assert common_origin(graph(**many), sorted(many)) is None
    assert not rests_on(graph(**chain), "n000", ["a"])
    assert rests_on(graph(**chain), "n200", ["a"])


@pytest.mark.parametrize(
    ("cited", "origin", "roads"),
    [
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, "d", (("b", "d"), ("c", "d"))),
        ({"a": "bd", "b": "d", "d": ""}, "d", (("b", "d"), ("d",))),
        ({"a": "bc", "b": "d", "c": "", "d": ""}, None, None),
        ({"a": "b", "b": "d", "d": ""}, None, None),
        ({"a": "bc", "b": "c", "c": "b"}, None, None),
        ({"a": "bc", "b": "d", "c": "e", "d": "", "e": "c"}, None, None),  # c goes round and ends nowhere
        ({"a": "bc", "b": [OUTSIDE], "c": [OUTSIDE]}, None, None),
    ],
)
def test_common_origins(cited, origin, roads):
    found = common_origin(graph(**cited), tuple(cited["a"]))
    assert (found and found.origin, found and found.roads) == (origin, roads)


def test_corroboration_in_words():
    pages = [page("a", "b", "c"), page("b", "d"), page("c", "d"), page("d"), page("e", "f"), page("f", "e")]
    known = Corroborations(index_of(*pages))
    assert [found.document for found in known.all()] == ["a", "b", "c", "e", "f"]
    assert told(known.of("a")) == (
        "a cites 2 of the documents, 2 independent: b; c\n  all it cites leads to d: b -> d; c -> d\n"
    )
    assert "  is cited by what it cites: e -> f -> e\n" in told(known.of("e"))
    assert known.of("d") is None


NAMES = st.sampled_from("abcdefgh")
WEBS = st.dictionaries(NAMES, st.lists(NAMES, unique=True, max_size=3)).map(
    lambda web: {name: sorted(web.get(name, ())) for name in "abcdefgh"}
)


@given(WEBS)
def test_circles_are_found_without_a_look_at_everything_that_leads_nowhere(web):
    expected = {name: way(web.__getitem__, name, (name,)) for name, cites in web.items() if cites}
    found = list(leads(web))
    assert {each.document: each.circle for each in found} == expected
    assert all(each.common == common_origin(graph(**web), web[each.document]) for each in found)
    assert {name for name, circle in expected.items() if circle} <= on_circles(web)


def test_a_chain_of_thousands_takes_a_moment():
    """Looked at from each document, it would be a thousand million steps."""
    chain = {f"{n:05}": [f"{m:05}" for m in range(max(0, n - 3), n)] for n in range(30_000)}
    found = {each.document: each for each in leads(chain)}
    assert not any(each.circle for each in found.values())
    assert [name for name, each in found.items() if each.common] == [f"{n:05}" for n in range(2, 257)]
