"""`provenance export`."""

import json
import sys

import pytest

from provenance.exports import FORMATS


@pytest.fixture
def audit(provenance, records, tmp_path):
    """The audit records of two documents."""
    path = tmp_path / "audit.jsonl"
    assert provenance("score", records, "--audit", path).code == 0
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_records_and_what_they_were_made_of_are_exported_alike(provenance, records, audit, name):
    of_records, of_documents = (provenance("export", path, "--format", name) for path in (audit, records))
    assert of_records.code == of_documents.code == 0
    assert _read(of_records.out) == _read(of_documents.out) != []


def _read(out):
    """Lines of JSON without the order of their keys; other lines as they stand."""
    return [
        json.loads(line) if line.startswith("{") and line.endswith("}") else line for line in out.splitlines()
    ]


def test_to_a_file(provenance, audit, tmp_path):
    out = tmp_path / "out.sarif"
    ran = provenance("export", audit, "--format", "sarif", "-o", out)
    assert (ran.code, ran.out) == (0, "")
    assert json.loads(out.read_text())["version"] == "2.1.0"


def test_a_record_that_does_not_reproduce_is_not_handed_on(provenance, audit):
    audit.write_text(audit.read_text().replace('"score":', '"score":1', 1))
    ran = provenance("export", audit, "--format", "in-toto")
    assert ran.code == 3
    assert "does not reproduce" in ran.err
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "the following arguments are required: --format"),
        (["--format", "sarrif"], "did you mean 'sarif'"),
        (["--format", "dsse"], "--format dsse and --key go together"),
        (["--format", "prov", "--key", "key.pem"], "--format dsse and --key go together"),
        (["--format", "prov", "--policy", "mine.toml"], "mine.toml"),
    ],
)
def test_wrong_usage(provenance, audit, capsys, args, said):
    ran = provenance("export", audit, *args)
    assert ran.code == 2
    assert said in ran.err + capsys.readouterr().err


@pytest.mark.parametrize(
    "args", [["export", "AUDIT", "--format", "dsse", "--key", "x"], ["verify", "AUDIT", "--key", "x"]]
)
def test_signing_names_its_extra(provenance, audit, args, monkeypatch):
    monkeypatch.setitem(sys.modules, "securesystemslib.signer", None)
    ran = provenance(*(audit if arg == "AUDIT" else arg for arg in args))
    assert ran.code == 2
    assert "provenance-credibility[sign]" in ran.err


def test_an_envelope_without_a_key_is_told_apart(provenance):
    ran = provenance("verify", "-", stdin=b'{"payloadType": "x", "payload": "", "signatures": []}')
    assert ran.code == 1
    assert "-:1: is a signed statement: give the public key" in ran.err
