"""What the exports say, of each record and in each format."""

import csv
import json

import pytest

from provenance.audit import Annotation, annotated
from provenance.exports import FORMATS
from provenance.registry import Registry


def exported(name, records):
    """What `FORMATS` makes of *records*: the lines of JSON, or the whole."""
    return "".join(FORMATS[name](records))


def lines(name, records):
    return [json.loads(line) for line in exported(name, records).splitlines()]


@pytest.mark.parametrize("name", FORMATS)
def test_every_record_can_be_exported_and_the_same_way_twice(records, name):
    assert exported(name, records) == exported(name, records)


@pytest.mark.parametrize("name", ["prov", "in-toto", "dolma", "jsonld"])
def test_one_line_for_each_record(records, name):
    assert len(lines(name, records)) == len(records)


def test_a_statement_is_of_the_document_and_holds_the_whole_record(records):
    for record, stated in zip(records, lines("in-toto", records), strict=True):
        (subject,) = stated["subject"]
        assert f"sha256:{subject['digest']['sha256']}" == record["document"]["digest"]
        assert stated["predicate"] == record


def test_prov_tells_who_and_from_what(full):
    (graph,) = lines("prov", [full])
    assert {agent["prov:label"] for agent in graph["agent"].values()} >= {"Jane Doe", "Tarnmoor Herald"}
    assert "admin" not in json.dumps(graph)
    (derived,) = graph["wasDerivedFrom"].values()
    assert derived["prov:usedEntity"] == "document:other"
    assert derived["prov:type"]["$"] == "prov:Quotation"
    assert "document:third" not in graph["entity"]


def test_a_review_gives_score_and_ceiling_and_says_what_is_unknown(full):
    (review,) = lines("jsonld", [full])
    assert review["reviewRating"]["ratingValue"] == full["result"]["score"] / 1000
    assert f"up to {full['result']['ceiling'] / 1000:g}" in review["reviewRating"]["ratingExplanation"]
    unknown = [o for o in review["hasPart"] if "value" not in o]
    assert unknown
    assert all(o["description"].startswith("unknown, because") for o in unknown)


def test_each_finding_is_an_observation_with_its_question_and_standard(full):
    (review,) = lines("jsonld", [full])
    assert [o["measuredProperty"] for o in review["hasPart"]] == [
        f"signal:{row['id']}" for row in full["signals"]
    ]
    for signal, observation in zip(Registry.core(), review["hasPart"], strict=True):
        assert (observation["name"], observation["citation"]) == (
            signal.spec.question,
            signal.spec.standard.url,
        )


def test_a_document_without_a_text_has_no_characters(records):
    assert records[0]["document"]["text_length"] is None
    (line,) = lines("dolma", records[:1])
    assert {(start, end) for ((start, end, _),) in line["attributes"].values()} == {(0, 0)}


def test_what_people_say_goes_with_the_review(full):
    said = Annotation("dispute", "Jane Doe", "2026-11-21", "I wrote it.", "author.named")
    (review,) = lines("jsonld", [annotated(full, [said])])
    (comment,) = review["comment"]
    assert (comment["author"]["name"], comment["text"]) == ("Jane Doe", "I wrote it.")
    assert comment["about"] == "signal:author.named"


def test_attributes_are_spans_and_the_unknown_has_none(full, text):
    (line,) = lines("dolma", [full])
    shown = line["attributes"]
    assert shown["provenance__score"] == [[0, len(text), full["result"]["score"] / 1000]]
    ((start, end, _),) = shown["provenance__repeated"]
    assert text[start:end].startswith("The council")
    known = {row["id"].replace(".", "_") for row in full["signals"] if "share" in row}
    assert {f"provenance__{name}" for name in known} <= set(shown)
    assert not {
        f"provenance__{r['id'].replace('.', '_')}" for r in full["signals"] if "share" not in r
    } & set(shown)


def test_each_passage_that_cost_points_is_a_result_with_its_place(records, text):
    of_file = records[-1]
    (run,) = json.loads(exported("sarif", [of_file]))["runs"]
    results, rules = run["results"], run["tool"]["driver"]["rules"]
    lost = {row["id"] for row in of_file["signals"] if row.get("lost")}
    assert {result["ruleId"] for result in results} == lost
    at_lines = 0
    for result in results:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "notes/a%20b.txt"
        region = location["physicalLocation"].get("region")
        if region and "startLine" in region:
            at_lines += 1
            line = text.splitlines()[region["startLine"] - 1]
            passage = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == passage
    assert at_lines


def test_a_passage_of_a_record_is_quoted_and_has_no_place_in_a_file(full):
    results = json.loads(exported("sarif", [full]))["runs"][0]["results"]
    assert any(" – by " in result["message"]["text"] for result in results)
    assert not any("region" in result["locations"][0]["physicalLocation"] for result in results)


def test_what_a_flag_disqualifies_is_one_result(records):
    results = json.loads(exported("sarif", records))["runs"][0]["results"]
    raised = [flag for record in records for flag in record["result"]["flags"]]
    assert [r["properties"]["code"] for r in results if r["properties"]["code"].endswith(":raised")] == [
        f"{flag}:raised" for flag in raised
    ]


def test_rows_add_up_and_hold_no_formula(records):
    found = list(csv.DictReader(exported("csv", records).splitlines()))
    assert len(found) == sum(len(record["signals"]) for record in records)
    for record in records:
        mine = [row for row in found if row["record"] == record["digest"]]
        assert round(sum(float(row["earned"] or 0) for row in mine) * 1000) == record["result"]["score"]
    assert all(not row["id"].startswith("=") for row in found)
