"""What Spark costs beside one process, on texts made up on the spot: CPU time of the session and of all its workers.

    python -m benchmarks.spark [--documents 6000] [--master local[2]]

Each step is done by one process first and by Spark then, on the same records; what Spark takes more, divided by the
documents, is what the engine costs for each of them. The lines of both are compared.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

from benchmarks.invented.corpora import corpus
from provenance import Document, Scorer, spark
from provenance.codec import json_line
from provenance.corpus.keys import keys_of
from provenance.corpus.trace import trace


def cpu():
    """CPU seconds of this process and of all below it, those that ended included."""
    below, seconds = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        below.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        seconds[int(stat.parent.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    waiting, total = [os.getpid()], 0.0
    while waiting:
        process = waiting.pop()
        total += seconds.get(process, 0.0)
        waiting += below.get(process, [])
    return total


def timed(name, count, work):
    wall, before = time.perf_counter(), cpu()
    found = work()
    spent = cpu() - before
    print(
        f"{name:28} {time.perf_counter() - wall:8.1f} s wall {spent:8.1f} s CPU {1e6 * spent / count:8.0f} µs a document",
        flush=True,
    )
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=6000)
    parser.add_argument("--master", default="local[2]")
    args = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    count, scorer = args.documents, Scorer(as_of="2026-11-21")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        with path.open("w") as file:
            file.writelines(json.dumps(record) + "\n" for record in corpus(count))
        keys = [len(keys_of(record["text"])) for record in corpus(min(count, 1000))]
        print(
            f"{count} documents of {path.stat().st_size / count:.0f} bytes, {sum(keys) / len(keys):.0f} keys each"
        )

        def read():
            with path.open() as file:
                yield from map(json.loads, file)

        scored = timed(
            "score, one process",
            count,
            lambda: {json_line(each.to_line()) for each in scorer.score_many(read())},
        )
        traced = timed(
            "trace, one process", count, lambda: set(map(json_line, trace(map(Document.from_record, read()))))
        )
        session = timed("Spark, start", count, lambda: started(args.master, folder))
        documents = session.read.schema("id string, url string, publisher string, text string").json(
            str(path)
        )
        timed(
            "Spark, read",
            count,
            lambda: documents.rdd.getNumPartitions() and documents.agg({"text": "max"}).collect(),
        )
        for turn in ("cold", "warm"):
            found = timed(f"Spark, score, {turn}", count, lambda: collected(spark.score(documents, scorer)))
            print("   the same lines" if found == scored else "   NOT THE SAME LINES")
        found = timed("Spark, trace", count, lambda: collected(spark.trace(documents)))
        print("   the same lines" if found == traced else "   NOT THE SAME LINES", len(traced))
        sizes = shuffled(folder)
        print(
            f"   shuffled: {sum(sizes) / count:.0f} bytes a document, of which",
            *(f"{size / count:.0f}" for size in sizes[:8]),
        )
        session.stop()


def shuffled(folder):
    """Bytes of each shuffle that is still there, compressed as Spark writes them, the largest first."""
    sizes = {}
    for file in Path(folder).rglob("shuffle_*.data"):
        number = int(file.name.split("_")[1])
        sizes[number] = sizes.get(number, 0) + file.stat().st_size
    return sorted(sizes.values(), reverse=True)


def started(master, folder):
    return (
        SparkSession.builder.master(master)
        .config("spark.local.dir", folder)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "3g")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )


def collected(rows):
    return {row.value for row in spark.lines(rows).toLocalIterator()}


if __name__ == "__main__":
    main()
