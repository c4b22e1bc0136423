"""Records as a crawl of a news site has them, of 4 to 5 KB with their text; hosts, instants and names that no cache carries."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from benchmarks.invented.articles import article

_TOWNS: Final = "tarnmoor quillbeck osterwick lindenfurt pellworth harrowgate staldens brightsea elmcross nordhaven".split()
_SITES: Final = ("herald.com", "times.co.uk", "post.com", "anzeiger.de", "review.org", "daily.co.za", "tribune.com.au", ".blogspot.com", "news.info", "gazette.net")  # fmt: skip
_FIRST: Final = "Ada Ben Clara Dov Edda Fitz Greta Hal Ines Jorge Kemi Lars Mina Nils Olga Per Quinn Rosa Sven Tess".split()
_LAST: Final = "Abbot Brandt Castle Drury Ekman Farrow Gould Hale Ivers Jansen Kerr Lund Mora Nash Orr Pryce Quist Reyes Stone Thorn".split()  # fmt: skip


def records(seed: int) -> Iterator[dict[str, Any]]:
    """Records with their text, without end."""
    rng = random.Random(seed)
    for record in without_text(seed):
        yield record | {"text": article(rng)}


def without_text(seed: int) -> Iterator[dict[str, Any]]:
    """Records as a pipeline has them that scores metadata, without end."""
    n = seed * 1_000_003
    while True:
        site = f"{_TOWNS[n * 31 % 10]}{_SITES[n * 31 // 10 % 10]}"
        host = f"w{n % 7}.{site}"
        yield {
            "id": f"doc-{n:09}",
            "url": f"https://{host}/story/{n}",
            "title": f"What became of the bridge, part {n}",
            "publisher": site.partition(".")[0].title(),
            "authors": [f"{_FIRST[n % 20]} {_LAST[n // 20 % 20]}"],
            "published": f"{2005 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}T{n % 24:02}:{n % 60:02}:00Z",
            "modified": f"2025-{1 + n % 12:02}-{1 + n % 28:02}T15:00:00+00:00",
            "language": "en",
            "section": "politics",
            "links": [f"https://{host}/a/{n}", "https://www.osterwickinstitute.org/report"],
        }
        n += 1


def lines(given: Iterator[dict[str, Any]], count: int) -> Iterator[str]:
    """*count* of them, as JSON Lines."""
    return (json.dumps(record, ensure_ascii=False) for record in islice(given, count))
