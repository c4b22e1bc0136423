"""Records that tools of columns can hold, with garbage among them, and what the plain call says of them."""

import pytest

import provenance
from benchmarks.invented.garbage import rows as made
from provenance.codec import json_line
from provenance.foreign import record_of


@pytest.fixture(scope="session")
def rows():
    return list(made(600))


@pytest.fixture(scope="session")
def scorer():
    return provenance.Scorer(as_of="2026-11-21")


@pytest.fixture(scope="session")
def plain(rows, scorer):
    """The score lines of the plain call; None in the place of a reject."""
    found = scorer.score_many(map(record_of, rows))
    return [None if isinstance(each, provenance.InputError) else json_line(each.to_line()) for each in found]


@pytest.fixture(scope="session")
def scored(plain):
    assert 0 < plain.count(None) < len(plain)  # there is garbage that is refused
    return [line for line in plain if line is not None]
