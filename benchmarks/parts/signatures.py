"""`signatures`: what makes near-duplicates findable, from raw text: keys, beside MinHash of 128 values of 5-shingles."""

from __future__ import annotations

import importlib
import re

from benchmarks.invented.records import records
from benchmarks.parts.peers import Peers, Work, beside
from benchmarks.plan import Plan, Rows
from provenance.corpus.keys import keys_of


def rows(plan: Plan) -> Rows:
    """One text."""
    ours = {"provenance: keys": lambda record: keys_of(record["text"])}
    peers: Peers = {
        "rensa: RMinHash": (40, _rensa),
        "datasketch: MinHash, update_batch": (20, _datasketch_at_once),
        "datasketch: MinHash, update": (10, _datasketch_one_by_one),
    }
    return beside(plan, ours, peers, records(8))


def _shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))]


def _rensa() -> Work:
    minhash = importlib.import_module("rensa").RMinHash

    def work(record: dict[str, str]) -> object:
        signature = minhash(num_perm=128, seed=42)
        signature.update(_shingles(record["text"]))
        return signature.digest()

    return work


def _datasketch_at_once() -> Work:
    minhash = importlib.import_module("datasketch").MinHash

    def work(record: dict[str, str]) -> object:
        signature = minhash(num_perm=128)
        signature.update_batch([shingle.encode() for shingle in _shingles(record["text"])])
        return signature

    return work


def _datasketch_one_by_one() -> Work:
    minhash = importlib.import_module("datasketch").MinHash

    def work(record: dict[str, str]) -> object:
        signature = minhash(num_perm=128)
        for shingle in _shingles(record["text"]):
            signature.update(shingle.encode())
        return signature

    return work
