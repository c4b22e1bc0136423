"""Which documents are compared: those of an index with one another, and a new one with those of an index, by one rule."""

from array import array
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.corpus.boilerplate import Boilerplate
from provenance.corpus.candidates import FEW_HOLDERS, FEW_KEYS, by_keys, is_enough
from provenance.corpus.roll import Roll

PASSAGE, PHRASE = (1, [1]), (2, [*range(FEW_HOLDERS)])
RARE = (4, [*range(FEW_HOLDERS - 1)])


@pytest.mark.parametrize(
    ("shared", "keys", "other_keys", "expected"),
    [
        ([], 1, 1, False),
        ([PASSAGE], 999, 999, True),
        ([(3, [*range(99)])], 999, 999, True),  # a passage, however many have it
        ([RARE], 999, 999, True),
        ([PHRASE], FEW_KEYS, FEW_KEYS, False),
        ([PHRASE], FEW_KEYS - 1, 999, True),
        ([PHRASE], 999, FEW_KEYS - 1, True),
        ([PHRASE, (6, [*range(99)])], 999, 999, True),
    ],
)
def test_one_passage_one_rare_chunk_or_two_phrases(shared, keys, other_keys, expected):
    assert is_enough(shared, keys, other_keys) is expected


DOCUMENTS = range(7)
HOLDERS = st.sets(st.sampled_from(DOCUMENTS), min_size=2).map(sorted)
GROUPS = st.dictionaries(st.integers(0, 9), HOLDERS, max_size=6).map(lambda groups: sorted(groups.items()))
KEYS = st.lists(st.sampled_from([FEW_KEYS - 1, FEW_KEYS, 999]), min_size=7, max_size=7)


@given(GROUPS, KEYS)
def test_a_new_document_is_compared_with_those_that_it_would_be_if_it_were_in_the_index(groups, keys):
    roll = Roll(array("I", [1] * len(DOCUMENTS)), array("I", keys), array("I", [0] * len(DOCUMENTS)), ("",))
    no_boilerplate = Boilerplate(lambda _: frozenset(), str, lambda _: frozenset())

    def shared(one, other):
        """The keys that both have, each with its holders but for the first."""
        both = [(key, holders) for key, holders in groups if one in holders and other in holders]
        return [(key, [holder for holder in holders if holder != one]) for key, holders in both]

    found = by_keys(groups, roll, no_boilerplate, lambda _: False)
    assert {(one, other) for one, others in found.items() for other in others} == {
        (one, other)
        for one, other in combinations(DOCUMENTS, 2)
        if is_enough(shared(one, other), keys[one], keys[other])
    }
