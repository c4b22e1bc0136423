"""What nobody foresaw costs one document, is said in one line, and has a code of its own."""

import json

import pytest

from provenance.document import Document


@pytest.fixture
def defective(monkeypatch):
    """A library that stumbles over one document."""
    own = Document.facts.fget

    def facts(self):
        if self.id == "poor":
            raise IndexError("tuple index\n  out of range")
        return own(self)

    monkeypatch.setattr(Document, "facts", property(facts))


SAID = "a defect of this program, please report it: IndexError: tuple index out of range (test_defects.py, line 17, facts)"


def test_one_document_is_one_reject(provenance, records, tmp_path, defective):
    ran = provenance("score", records, "--format", "jsonl", "--rejects", tmp_path / "bad.jsonl")
    assert ran.code == 3
    assert f"{records}:2: {SAID}\n" in ran.err
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["rich"]
    assert SAID in (tmp_path / "bad.jsonl").read_text()


@pytest.mark.parametrize("command", ["explain", "inspect", "whatif"])
def test_other_commands_end_in_one_line(provenance, records, defective, command):
    ran = provenance(command, records)
    assert (ran.code, ran.err.splitlines()[-1]) == (70, f"provenance {command}: {SAID}")
