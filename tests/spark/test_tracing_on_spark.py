"""Derivations on Spark are those of one machine, line by line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from killing import killed_at_random
from press import QUOTE, garbage, piece, press, prose

from provenance import ConfigurationError, spark
from provenance.codec import json_line
from provenance.corpus.trace import trace
from provenance.document import Document

pytest.importorskip("pyspark")

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def texts_of_the_documentation():
    return [{"id": path.name, "text": path.read_text("utf-8")} for path in sorted(EXAMPLES.glob("*.txt"))]


def lines_of_one_machine(records, **options):
    return sorted(map(json_line, trace([Document.from_record(each) for each in records], **options)))


def lines_of(derivations):
    return sorted(row.value for row in spark.lines(derivations).collect())


@pytest.fixture(scope="module")
def everything():
    return press() + texts_of_the_documentation() + garbage()


@pytest.fixture(scope="module")
def corpus(frame, everything):
    corpus = spark.corpus(frame(everything))
    yield corpus
    corpus.close()


def test_the_same_lines_as_the_command_line_whatever_is_shared(corpus, everything, tmp_path):
    path = tmp_path / "everything.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in everything))
    command = [sys.executable, "-m", "provenance", "trace", str(path), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    expected = sorted(done.stdout.splitlines())
    assert {json.loads(line)["kind"] for line in expected} == {
        "exact",
        "near_duplicate",
        "partial",
        "quotation",
    }
    assert {json.loads(line)["credit"] for line in expected} == {"accurate", "inaccurate", "none"}
    assert {json.loads(line)["direction"] for line in expected} == {"credited", "dated", "undetermined"}
    assert lines_of(corpus.derivations()) == expected
    rejected = [(row.id, row.pointer, row.problem) for row in corpus.rejects().collect()]
    assert rejected == [("own-03", "/id", "there are two documents with the id 'own-03'")]
    assert rejected[0][2] in done.stderr
    assert done.returncode == 3


def test_the_same_lines_whoever_is_killed(frame):
    records = [
        piece(f"a-{n}", "Nordwire", n + 1, f"{prose(n % 4)}\n“{QUOTE},” said the mayor.") for n in range(12)
    ]
    with killed_at_random(times=3) as killed:
        found = lines_of(spark.trace(frame(records)))
    assert killed
    assert found == lines_of_one_machine(records)


def test_of_many_that_share_a_key_the_first_is_compared_with_each(frame):
    records = [piece(f"a-{n}", "Nordwire", n + 1, prose("one and the same")) for n in range(5)]
    found = spark.trace(frame(records, 1), most_holders=4, min_containment=0.4)
    assert {(row.document, row.source) for row in found.collect()} == {(f"a-{n}", "a-0") for n in range(1, 5)}


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"min_containment": 0.1}, "min_containment: expected 0.3 to 1 on Spark, found 0.1"),
        ({"min_containment": 1.5}, "min_containment: expected 0.3 to 1 on Spark, found 1.5"),
        ({"most_holders": 1}, "most_holders: expected 2 or more, found 1"),
        ({"observed": ["autors"]}, "autors"),
    ],
)
def test_what_is_wrong_is_said_before_anything_runs(frame, options, problem):
    with pytest.raises(ConfigurationError, match=problem):
        spark.trace(frame([]), **options)
