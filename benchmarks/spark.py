"""What Spark costs beside the command line, on texts made up on the spot: CPU time of the session and of all its workers.

    python -m benchmarks.spark [--documents 6000] [--master local[2]]

Scores, and every part of a trace, are made by the command line first and by Spark then, from the same file; what Spark
takes more, divided by the documents, is what the engine costs for each of them. The lines of both are compared.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path

from pyspark.sql import SparkSession

from benchmarks.invented.corpora import corpus
from provenance import Scorer, spark
from provenance.corpus.keys import keys_of
from provenance.corpus.trace import PARTS

AS_OF = "2026-11-21"
FIELDS = "id string, url string, publisher string, links array<string>, text string"


def records(count):
    """Articles, of which one in ten is a copy, one in five cites earlier ones, and one in twenty quotes somebody."""
    rng = random.Random(2)
    addresses, said = [], ""
    for number, record in enumerate(corpus(count)):
        links = rng.sample(addresses, 3) if number > 100 and number % 5 == 0 else []
        if number % 40 == 3:
            said = " ".join(record["text"].split()[40:55]).replace(".", "")
        quoted = f"\n\n“{said},” said the mayor." if number % 20 == 3 else ""
        addresses.append(record["url"])
        yield record | {"links": links, "text": record["text"] + quoted}


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
    count = args.documents
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        with path.open("w") as file:
            file.writelines(json.dumps(record) + "\n" for record in corpus(count))
        keys = [len(keys_of(record["text"])) for record in corpus(min(count, 1000))]
        print(
            f"{count} documents of {path.stat().st_size / count:.0f} bytes, {sum(keys) / len(keys):.0f} keys each"
        )
        scored = timed("score", count, partial(printed, "score", path, "--as-of", AS_OF))
        traced = timed("trace, all parts", count, partial(printed, "trace", path, "--show", ",".join(PARTS)))
        session = timed("Spark, start", count, partial(started, args.master, folder))
        documents = session.read.schema(FIELDS).json(str(path))
        scores = spark.score(documents, Scorer(as_of=AS_OF))
        compare(timed("Spark, score", count, partial(collected, scores)), scored)
        shared, found = spark.corpus(documents), []
        for part in PARTS:
            found += timed(f"Spark, {part}", count, lambda part=part: collected(getattr(shared, part)()))
        compare(found, traced)
        sizes = shuffled(folder)
        print(
            f"   shuffled: {sum(sizes) / count:.0f} bytes a document, of which",
            *(f"{size / count:.0f}" for size in sizes[:8]),
        )
        session.stop()


def printed(*command):
    """The lines that the command line prints."""
    done = subprocess.run(
        [sys.executable, "-m", "provenance", *command, "--format", "jsonl", "--quiet"],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.splitlines()


def compare(found, expected):
    same = "the same" if sorted(found) == sorted(expected) else "NOT THE SAME"
    kinds = Counter(json.loads(line)["schema"] for line in expected)
    print(f"   {same} lines:", ", ".join(f"{count} {kind}" for kind, count in kinds.items()), flush=True)


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
    return [row.value for row in spark.lines(rows).toLocalIterator()]


if __name__ == "__main__":
    main()
