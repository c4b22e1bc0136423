"""Voices that are one, circles, and roads that all lead to one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import record, story

from provenance.corpus.clusters import clusters
from provenance.corpus.entry import entry_of
from provenance.corpus.independence import circle, citations, common_origin, voices
from provenance.corpus.trace import trace
from provenance.document import Document


def page(name, *links, site=None):
    host = site or f"{name}-press.com"
    return record(
        name,
        story(name, 60),
        url=f"https://www.{host}/{name}",
        links=[f"https://{link}-press.com/{link}" for link in links],
    )


def entries(*records):
    return [entry_of(Document.from_record(each)) for each in records]


def graph(**cited):
    return citations(entries(*(page(name, *links) for name, links in cited.items())))


def test_copies_and_pages_of_one_house_are_one_voice():
    documents = [
        record("a", story(1), url="https://one.com/a"),
        record("b", story(1), url="https://two.com/b"),
        record("c", story(2), url="https://two.com/c"),
        record("d", story(3), url="https://three.com/d"),
        record("e", story(4), url="https://three-shop.com/e"),
        record("f", story(5)),
    ]
    found = clusters(trace(map(Document.from_record, documents)))
    assert voices(entries(*documents), found) == [("a", "b", "c"), ("d",), ("e",), ("f",)]
    assert voices(entries(*documents), found, [{"three.com", "three-shop.com"}]) == [
        ("a", "b", "c"),
        ("d", "e"),
        ("f",),
    ]


@given(st.lists(st.sampled_from(range(4)), min_size=1, max_size=5), st.sampled_from(range(4)))
def test_a_duplicate_never_adds_a_voice(numbers, again):
    def count(stories):
        documents = [record(f"d{n}", story(number)) for n, number in enumerate(stories)]
        return len(voices(entries(*documents), clusters(trace(map(Document.from_record, documents)))))

    assert count([*numbers, again]) == count(numbers) + (again not in numbers)


def test_citations_are_found_by_address_and_not_within_a_house():
    found = citations(
        entries(
            page("a", "b", "x"),
            page("b"),
            record("c", "", url="https://a-press.com/c", links=["https://www.a-press.com/a?utm_source=x"]),
        )
    )
    assert found == {"a": ("b",), "b": (), "c": ()}


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ({"a": "b", "b": "c", "c": "a"}, ("a", "b", "c", "a")),
        ({"a": "bc", "b": "c", "c": "a"}, ("a", "c", "a")),
        ({"a": "b", "b": "a"}, ("a", "b", "a")),
        ({"a": "b", "b": "c", "c": "b"}, ()),
        ({"a": "b", "b": ""}, ()),
    ],
)
def test_circles(cited, expected):
    assert circle(graph(**cited), "a") == expected


@pytest.mark.parametrize(
    ("cited", "origin", "roads"),
    [
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, "d", (("b", "d"), ("c", "d"))),
        ({"a": "bd", "b": "d", "d": ""}, "d", (("b", "d"), ("d",))),
        ({"a": "bc", "b": "d", "c": "", "d": ""}, None, None),
        ({"a": "b", "b": "d", "d": ""}, None, None),
        ({"a": "bc", "b": "c", "c": "b"}, None, None),
    ],
)
def test_common_origins(cited, origin, roads):
    found = common_origin(graph(**cited), "a")
    assert (found and found.origin, found and found.roads) == (origin, roads)
