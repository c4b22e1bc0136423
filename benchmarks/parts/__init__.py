"""What is measured, part by part: each takes a plan and gives rows, by name, of figures, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.parts import api, commands, growth, pages, signatures, texts
from benchmarks.plan import Plan, Rows

PARTS: Final[dict[str, Callable[[Plan], Rows]]] = {
    "api": api.rows,
    "cli": commands.score,
    "whole": commands.index_and_score,
    "import": commands.start,
    "workers": commands.two_workers,
    "texts": texts.rows,
    "signatures": signatures.rows,
    "pages": pages.rows,
    "growth": growth.of_records,
    "index": growth.of_texts,
    "keys": growth.of_keys,
}
