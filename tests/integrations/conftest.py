"""Records that tools of columns can hold, with garbage among them, and what the plain call says of them."""

import datetime as dt

import pytest

import provenance
from provenance.codec import json_line
from provenance.foreign import record_of

DAY = dt.datetime(2024, 5, 1, 12, 30, tzinfo=dt.UTC)


def made(count):
    """Rows whose columns have one type each; what they hold is another matter."""
    urls = (
        "https://tarnmoorherald.example/a",
        "http://[::1",
        "",
        None,
        "javascript:0",
        "https://xn--.example/\ud7ff",
    )
    days = ("2024-05-01", "soon", "31.02.2020", None, "2024-05-01T10:00:00Z", "0000-00-00")
    texts = (
        "“The bridge is closed,” said Ada Vale, who leads the county council of Tarnmoor. " * 3,
        "",
        None,
        "\x00\x1b[31m\u202e" * 9,
        "Critics say that it is believed.",
        "It cost 40 per cent more than in 1990 [1].\n[1] https://quillbeck.example/report",
    )
    authors = (["Jane Doe"], [], None, ["", "=1+1"], ["Tarnmoor Herald", "Ada Vale"], ["a" * 3000])
    publishers = (
        {"name": "Tarnmoor Herald", "url": None},
        None,
        {"name": None, "url": None},
        {"name": "", "url": "x"},
    )
    for n in range(count):
        yield {
            "id": f"d{n}" if n % 7 else None,
            "url": urls[n % len(urls)],
            "published": days[n // 2 % len(days)],
            "text": texts[n // 3 % len(texts)],
            "authors": authors[n // 5 % len(authors)],
            "publisher": publishers[n // 7 % len(publishers)],
            "retrieved": DAY if n % 2 else None,
            "has_author": True if n % 11 == 0 else None,
            "other": n / 3,
        }


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
