"""The same bytes, wherever the scores are made: 20,000 records with garbage among them, by every way that is installed.

    python -m benchmarks.same_bytes [--records N]

Each way is compared with the plain call, line by line; the exit code is 1 if one differs. A short version is among the
tests (`tox -e integrations`).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import provenance
from benchmarks.invented.garbage import rows as made
from provenance.codec import json_line
from provenance.foreign import record_of

DAY = "2026-11-21"
GARBAGE = (b"{", b"[1]", b"", b"\xff", b'{"id": "\\ud800"}', b"[" * 3000, b'{"id": 1e999, "authors": 5}')


def scorer() -> provenance.Scorer:
    return provenance.Scorer(as_of=DAY)


def digest(lines: Iterable[str]) -> str:
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    return hashlib.sha256(content).hexdigest()


def plain(rows: list[dict]) -> Iterator[str]:
    for each in scorer().score_many(map(record_of, rows)):
        if not isinstance(each, provenance.InputError):
            yield json_line(each.to_line())


def api_workers(rows: list[dict]) -> Iterator[str]:
    for each in scorer().score_many(map(record_of, rows), workers=2):
        if not isinstance(each, provenance.InputError):
            yield json_line(each.to_line())


def from_table(table: object, prefix: str = "") -> Iterator[str]:
    from provenance.columnar import to_lines

    own = [name for name in table.column_names if name.startswith(prefix)]
    named = table.select(own).rename_columns([name.removeprefix(prefix) for name in own])
    for batch in named.combine_chunks().to_batches():
        yield from to_lines(batch)


def columnar(rows: list[dict]) -> Iterator[str]:
    import pyarrow as pa

    from provenance.columnar import score_batch, to_lines

    batch = pa.RecordBatch.from_pylist(rows)
    for first in range(0, len(rows), 1000):
        yield from to_lines(score_batch(batch.slice(first, 1000), scorer(), first=first))


def pandas(rows: list[dict]) -> Iterator[str]:
    import pandas as pd
    import pyarrow as pa

    importlib.import_module("provenance.integrations.pandas")
    yield from from_table(pa.Table.from_pandas(pd.DataFrame(rows).provenance.score(scorer())))


def polars(rows: list[dict]) -> Iterator[str]:
    import polars as pl

    importlib.import_module("provenance.integrations.polars")
    frame = pl.DataFrame(rows, infer_schema_length=None)
    yield from from_table(frame.provenance.score(scorer()).to_arrow())


def datasets(rows: list[dict]) -> Iterator[str]:
    from datasets import Dataset, disable_progress_bars

    from provenance.integrations.datasets import Scores

    disable_progress_bars()
    scored = Dataset.from_list(rows).map(Scores(scorer=scorer()), batched=True, with_indices=True)
    yield from from_table(scored.with_format("arrow")[:], "provenance.")


def datatrove(rows: list[dict]) -> Iterator[str]:
    """Where every document has a text and an id: the plain call is given the same."""
    from datatrove.data import Document

    from provenance.integrations.datatrove import ProvenanceTagger

    documents = [
        Document(text=row["text"] or "", id=row["id"] or str(n), metadata=_without(row))
        for n, row in enumerate(rows)
    ]
    for document in ProvenanceTagger(scorer())(documents, 0, 1):
        if "schema" in document.metadata["provenance"]:
            yield json_line(document.metadata["provenance"])


def _without(row: dict) -> dict:
    return {name: cell for name, cell in row.items() if name not in ("id", "text")}


def with_text(rows: list[dict]) -> list[dict]:
    return [{**row, "id": row["id"] or str(n), "text": row["text"] or ""} for n, row in enumerate(rows)]


def commands(rows: list[dict]) -> dict[str, tuple[str, str, str]]:
    """What `score` writes with 1, 2 and 4 workers: digests of the lines, the rejects and the audit records."""
    written = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [json.dumps(record_of(row)).encode() for row in rows]
        for n, garbage in enumerate(GARBAGE * (len(rows) // 100)):
            lines.insert(n * 13 % len(lines), garbage)
        (folder / "in.jsonl").write_bytes(b"\n".join(lines))
        for workers in ("1", "2", "4"):
            options = ("-o", "out", "--rejects", "rejects", "--audit", "audit", "--as-of", DAY, "-q")
            command = [
                sys.executable,
                "-m",
                "provenance",
                "score",
                "in.jsonl",
                *options,
                "--workers",
                workers,
            ]
            subprocess.run(command, cwd=folder, check=False, stderr=subprocess.DEVNULL)
            digests = [
                hashlib.sha256((folder / each).read_bytes()).hexdigest()
                for each in ("out", "rejects", "audit")
            ]
            written[f"score --workers {workers}"] = tuple(digests)
    return written


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=20_000)
    rows = list(made(parser.parse_args().records))
    same = True

    def compare(
        name: str, way: Callable[[list[dict]], Iterable[str]], expected: str, given: list[dict]
    ) -> None:
        nonlocal same
        start = time.process_time()
        try:
            found = digest(way(given))
        except ImportError as problem:
            print(f"{name:20} not here: {problem}")
            return
        same &= found == expected
        print(
            f"{name:20} {'same' if found == expected else 'DIFFERS'}  {time.process_time() - start:.1f} s of this process"
        )

    expected = digest(plain(rows))
    for name, way in (
        ("workers=2", api_workers),
        ("columnar", columnar),
        ("pandas", pandas),
        ("polars", polars),
        ("datasets", datasets),
    ):
        compare(name, way, expected, rows)
    texts = with_text(rows)
    compare("datatrove", datatrove, digest(plain(texts)), texts)
    written = commands(rows)
    for name, digests in written.items():
        same &= digests == written["score --workers 1"]
        print(f"{name:20} {'same' if digests == written['score --workers 1'] else 'DIFFERS'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
