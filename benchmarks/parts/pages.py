"""`pages`: the metadata of saved pages, beside a bare parse and beside others who read metadata.

All get the characters of the page; lxml, which has its own decoder, gets them as UTF-8. With `--pages` in place of the
invented pages those of a file of JSON Lines (`html`, `url`) are read: real ones are worse.
"""

from __future__ import annotations

import gzip
import importlib
import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.invented import pages as invented
from benchmarks.parts.peers import Peers, Work, beside
from benchmarks.plan import Plan, Rows
from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url


def rows(plan: Plan) -> Rows:
    """One page."""
    ours = {"provenance: metadata": lambda page: read_metadata(page["html"], url=read_url(page["url"]))}
    peers: Peers = {
        "lxml: parse, no more": (20, _lxml),
        "extruct: JSON-LD, Open Graph, microdata": (
            10,
            lambda: _extruct(["json-ld", "opengraph", "microdata"]),
        ),
        "extruct: all its syntaxes": (3, lambda: _extruct(None)),
        "trafilatura: metadata": (5, _trafilatura),
    }
    given = cycle(list(_saved(plan.pages))) if plan.pages else invented.pages(9)
    return beside(plan, ours, peers, given, items=20)


def _saved(path: Path) -> Iterator[dict[str, Any]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in content.splitlines():
        page = json.loads(line)
        yield {"html": page["html"], "url": page.get("url") or ""}


def _lxml() -> Work:
    parse = importlib.import_module("lxml.html").document_fromstring
    return lambda page: parse(page["html"].encode())


def _extruct(syntaxes: list[str] | None) -> Work:
    extruct = importlib.import_module("extruct")
    chosen = syntaxes or extruct.SYNTAXES
    return lambda page: extruct.extract(page["html"], base_url=page["url"], syntaxes=chosen, errors="ignore")


def _trafilatura() -> Work:
    extract = importlib.import_module("trafilatura").extract_metadata
    return lambda page: extract(page["html"], default_url=page["url"] or None)
