"""Derivations on Spark are those of one machine, line by line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from killing import killed_at_random
from press import AFFILIATES, QUOTE, garbage, piece, press, prose, web

from provenance import ConfigurationError, spark
from provenance.codec import json_line
from provenance.corpus.trace import PARTS, trace
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
    return press() + web() + texts_of_the_documentation() + garbage()


@pytest.fixture(scope="module")
def corpus(frame, everything):
    corpus = spark.corpus(frame(everything), affiliates=AFFILIATES)
    yield corpus
    corpus.close()


@pytest.fixture(scope="module")
def command(everything, tmp_path_factory):
    """What the command line prints of each part, in order, and what it says beside that."""
    folder = tmp_path_factory.mktemp("corpus")
    records, owners = folder / "everything.jsonl", folder / "owners.txt"
    records.write_text("".join(json.dumps(record) + "\n" for record in everything))
    owners.write_text("\n\n".join(map("\n".join, AFFILIATES)))
    options = ["--format", "jsonl", "--show", ",".join(PARTS), "--affiliates", str(owners)]
    command = [sys.executable, "-m", "provenance", "trace", str(records), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    found = {part: [] for part in PARTS}
    for line in sorted(done.stdout.splitlines()):
        (part,) = (part for part in PARTS if line.startswith(f'{{"schema": "provenance.{part[:7]}'))
        found[part].append(line)
    return found, done.stderr


def values(found, name):
    return {json.loads(line)[name] for line in found}


def test_the_same_derivations_as_the_command_line_whatever_is_shared(corpus, command):
    expected = command[0]["derivations"]
    assert values(expected, "kind") == {"exact", "near_duplicate", "partial", "quotation"}
    assert values(expected, "credit") == {"accurate", "inaccurate", "none"}
    assert values(expected, "direction") == {"credited", "dated", "undetermined"}
    assert lines_of(corpus.derivations()) == expected


def test_the_same_rejects(corpus, command):
    rejected = [(row.id, row.pointer, row.problem) for row in corpus.rejects().collect()]
    assert rejected == [("own-03", "/id", "there are two documents with the id 'own-03'")]
    assert rejected[0][2] in command[1]


def test_the_same_clusters(corpus, command):
    expected = command[0]["clusters"]
    told = list(map(json.loads, expected))
    assert {len(each["earliest"]) > 1 for each in told} == {True, False}
    assert {len(each["origins"]) for each in told} >= {0, 4}
    assert any(each["houses"] < len(each["members"]) for each in told)
    assert lines_of(corpus.clusters()) == expected


def test_the_same_corroboration(corpus, command):
    expected = command[0]["corroboration"]
    told = {each["document"]: each for each in map(json.loads, expected)}
    assert told["ring-1"]["circle"] == ["ring-1", "ring-2", "ring-3", "ring-0", "ring-1"]
    assert told["mutual-b"]["circle"] == ["mutual-b", "mutual-a", "mutual-b"]
    assert told["all-roads"]["common_origin"]["origin"] == "port"
    assert told["near"]["common_origin"]["origin"] == "handle"
    assert told["too-far"]["common_origin"] is None
    assert told["twin-a"]["cites"] == told["twin-b"]["cites"] == ["end", "port"]
    assert len(told["cites-copies"]["origins"]) < len(told["cites-copies"]["cites"])
    assert "herald-reads-times" not in told
    assert lines_of(corpus.corroboration()) == expected


def test_the_same_quotations(corpus, command):
    expected = command[0]["quotations"]
    told = list(map(json.loads, expected))
    assert {finding for each in told for finding in each["findings"]} == {
        "changed_wording",
        "different_speakers",
    }
    assert {bool(each["earliest"]) for each in told} == {True, False}
    assert lines_of(corpus.quotations()) == expected


def test_the_same_lines_whoever_is_killed(frame):
    records = [
        piece(f"a-{n}", "Nordwire", n + 1, f"{prose(n % 4)}\n“{QUOTE},” said the mayor.") for n in range(12)
    ]
    with killed_at_random(times=3) as killed:
        found = lines_of(spark.trace(frame(records)))
    assert killed
    assert found == lines_of_one_machine(records)


def test_the_same_lines_although_executors_are_killed(tmp_path):
    """Whole ones, with all that they keep; what was worked out stands in the checkpoint directory."""
    from on_a_cluster import RECORDS, SCORER

    command = [sys.executable, Path(__file__).with_name("on_a_cluster.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    killed, *found = done.stdout.splitlines()
    assert int(killed) > 0
    scored = [json_line(each.to_line()) for each in SCORER.score_many(RECORDS)]
    assert found == sorted(scored + lines_of_one_machine(RECORDS))


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
        ({"show": "cluster"}, "found 'cluster'; did you mean 'clusters'"),
        ({"affiliates": [["no domain"]]}, "affiliates: expected a domain"),
    ],
)
def test_what_is_wrong_is_said_before_anything_runs(frame, options, problem):
    with pytest.raises(ConfigurationError, match=problem):
        spark.trace(frame([]), **options)
