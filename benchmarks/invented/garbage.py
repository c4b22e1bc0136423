"""Records that tools of columns can hold, with garbage among them: each column has one type, whatever stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

_DAY: Final = dt.datetime(2024, 5, 1, 12, 30, tzinfo=dt.UTC)


def rows(count: int) -> Iterator[dict[str, Any]]:
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
    authors: tuple[list[str] | None, ...] = (
        ["Jane Doe"],
        [],
        None,
        ["", "=1+1"],
        ["Tarnmoor Herald", "Ada Vale"],
        ["a" * 3000],
    )
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
            "retrieved": _DAY if n % 2 else None,
            "has_author": True if n % 11 == 0 else None,
            "other": n / 3,
        }
