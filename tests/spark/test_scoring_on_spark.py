"""Scores on Spark are the lines of the plain call."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from press import garbage, press

from provenance import InputError, Scorer, spark
from provenance.codec import json_line
from provenance.errors import MissingExtraError

pytest.importorskip("pyspark")
pa = pytest.importorskip("pyarrow")

RECORDS = Path(__file__).parents[2] / "docs" / "examples" / "records.jsonl"
SCORER = Scorer(as_of="2026-11-21")


def lines_of_one_machine(records):
    found = SCORER.score_many(records)
    return sorted(json_line(each.to_line()) for each in found if not isinstance(each, InputError))


def lines_of(scores):
    return sorted(row.value for row in spark.lines(scores).collect())


def test_the_same_lines_on_the_examples(session):
    """One frame for each record: a column holds one type, and theirs differ. None has a null that is no missing key."""
    written = [line for line in RECORDS.read_text("utf-8").splitlines() if '"source": null' not in line]
    records = list(map(json.loads, written))
    frames = [session.createDataFrame(pa.Table.from_pylist([record])) for record in records]
    found = [line for frame in frames for line in lines_of(spark.score(frame, SCORER))]
    assert sorted(found) == lines_of_one_machine(records)


def test_the_same_lines_with_garbage_and_a_worker_that_ends_in_the_middle(frame, tmp_path):
    records = [record for record in press() + garbage() if record["id"]]
    mark = tmp_path / "ended"

    def ending(batches):
        for batch in batches:
            if "own-31" in batch.column("id").to_pylist() and not mark.exists():
                mark.touch()
                os._exit(1)
            yield batch

    documents = frame(records)
    found = spark.score(documents.mapInArrow(ending, documents.schema), SCORER)
    assert lines_of(found) == lines_of_one_machine(records)
    assert mark.exists()


def test_without_spark_the_extra_is_named():
    code = "import sys; sys.modules['pyspark'] = None; from provenance import spark; spark.score(None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'provenance-credibility[spark]'" in done.stderr
    assert MissingExtraError.__name__ in done.stderr
