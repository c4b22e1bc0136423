"""An index of documents whose keys are ready made, in a process of its own, whose memory is its own.

usage: python -m benchmarks.ready_made COUNT FILE
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.measuring import peak
from provenance.corpus.entry import Entry
from provenance.corpus.index import Index
from provenance.corpus.postings import Postings
from provenance.corpus.store import Store, sealed

_KEYS: Final = 55
"""Of an article of 4 KB."""


def _documents(count: int) -> Iterator[tuple[Entry, set[int]]]:
    """Documents without text; every tenth has the keys of an earlier one."""
    rng = random.Random(1)
    recent: list[set[int]] = []
    for number in range(count):
        own = rng.choice(recent) if number % 10 == 9 else {rng.getrandbits(32) for _ in range(_KEYS)}
        recent = [*recent[-50:], own]
        site = f"paper{number % 997}.com"
        yield Entry(f"d{number:07}", "", (f"{site}/{number}",), (), (site,), site, (site,)), own


def _indexed(count: int, path: Path) -> dict[str, float]:
    """The cost of one document, that of making it subtracted."""
    before, making = peak(), 0.0
    start = time.process_time()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = OFF")
    store, postings = Store.create(database), Postings(database)
    database.execute("BEGIN")
    documents = _documents(count)
    for _ in range(count):
        began = time.process_time()
        entry, own = next(documents)
        making += time.process_time() - began
        postings.add(store.add(sealed(entry), own), own)
        if postings.is_full:
            postings.flush()
    postings.flush()
    index = Index(store)
    index.freeze()
    database.execute("COMMIT")
    taken = time.process_time() - start - making
    return {
        "us": 1e6 * taken / count,
        "memory": (peak() - before) / count,
        "disk": path.stat().st_size / count,
        "records": count,
    }


if __name__ == "__main__":
    print(json.dumps(_indexed(int(sys.argv[1]), Path(sys.argv[2]))))
