"""Audit records: recomputed from themselves, refused with the place where they differ."""

import copy
import json

import pytest

from provenance import AuditError, Document, Scorer, verify
from provenance.codec import canonical, digest_of

TEXT = "“The bridge will close,” said Edda Lund, the mayor of Quillbeck.\nIn 2019 the repairs cost 3.2 million crowns.\nIt is believed that critics say so [1].\n"
RECORD = {
    "id": "a",
    "url": "https://tarnmoorherald.example/2024/a",
    "canonical": "https://tarnmoorherald.example/2024/a",
    "title": "A bridge",
    "authors": [
        {"name": "Jane Doe", "sameAs": "https://orcid.org/0000-0002-1825-0097", "jobTitle": "Reporter"}
    ],
    "publisher": "Tarnmoor Herald",
    "published": "2024-05-01",
    "retrieved": "2024-06-01",
    "policies": {"correctionsPolicy": "https://tarnmoorherald.example/c"},
    "text": TEXT,
    "links": ["https://quillbeck.gov/report", "https://doi.org/10.5555/12345678"],
    "citations": [{"title": "Bolts", "author": "A. Kerr", "date": "2019"}],
    "derivations": [
        {"document": "a", "source": "b", "kind": "partial", "direction": "dated", "credit": "none"}
    ],
    "language": "en",
}
LISTS = {
    "id": "b",
    "text": "",
    "attributions": [{"source": {"kind": "person", "text": "Edda Lund"}}],
    "claims": [{"support": "none", "start": 0, "end": 5}],
    "repetition": 0.2,
    "has_author": False,
}
SCORER = Scorer(as_of="2024-07-01", protected=["tarnmoorherold.example"], affiliates=["quillbeck.gov"])


def record_of(record=RECORD):
    return SCORER.score(Document.from_record(copy.deepcopy(record))).to_record()


def resealed(record):
    """What a forger makes: the record with a digest that fits it."""
    rest = {key: value for key, value in record.items() if key != "digest"}
    return {**rest, "digest": digest_of(canonical(rest))}


@pytest.mark.parametrize("record", [RECORD, LISTS], ids=["read", "brought"])
def test_a_record_reproduces(record):
    made = record_of(record)
    again = verify(canonical(made))
    assert again.to_record() == made
    assert again.explain().partition("\n")[0] == record["id"]
    assert canonical(json.loads(canonical(made))) == canonical(made)


def test_a_record_holds_integers_and_strings_only():
    def floats(value):
        if isinstance(value, dict):
            return any(map(floats, value.values()))
        return any(map(floats, value)) if isinstance(value, list) else isinstance(value, float)

    assert not floats(record_of())


def changed(record, *path, to):
    record = copy.deepcopy(record)
    part = record
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = to
    return record


@pytest.mark.parametrize(
    ("path", "to", "pointer"),
    [
        (("result", "score"), 99_000, "/result/score"),
        (("result", "band"), "A", "/result/band"),
        (("result", "families", "author", "score"), 14_000, "/result/families/author/score"),
        (("signals", 0, "earned"), 1, "/signals/0/earned"),
        (("signals", 0, "note"), "well known", "/signals/0/note"),
        (("run", "policy", "millipoints", "author.named"), 3000, "/result/applicable"),
        (("run", "policy", "digest"), "sha256:0", "/run/policy/digest"),
        (
            ("document", "fields", "authors", "observations", 0, "kind"),
            "desk",
            "/result/families/author/ceiling",
        ),
        (("signals", 0, "version"), 99, "/signals/0/version"),
        (("signals", 0, "id"), "publisher.nmed", "/signals/0/id"),
        (("schema",), "provenance.audit/9", "/schema"),
        (("document", "schema"), "x", "/document/schema"),
    ],
)
def test_a_forger_who_seals_again_is_found_out(path, to, pointer):
    with pytest.raises(AuditError) as caught:
        verify(resealed(changed(record_of(), *path, to=to)))
    assert caught.value.pointer.split("/")[1] == pointer.split("/")[1]
    assert str(caught.value).startswith(caught.value.pointer)


@pytest.mark.parametrize(
    ("path", "to"), [(("document", "ignored"), ["x"]), (("run", "library"), "0.0"), (("digest",), "x")]
)
def test_a_broken_seal_is_named(path, to):
    with pytest.raises(AuditError) as caught:
        verify(changed(record_of(), *path, to=to))
    assert caught.value.pointer == "/digest"


@pytest.mark.parametrize(
    "path",
    [
        ("run", "policy"),
        ("document", "fields"),
        ("document", "claims"),
        ("document", "id"),
        ("suspicions",),
        ("signals",),
        ("run",),
    ],
)
@pytest.mark.parametrize("to", [None, 5, [], {}, [[]]])
def test_a_record_that_is_not_whole_is_refused(path, to):
    with pytest.raises(AuditError):
        verify(resealed(changed(record_of(), *path, to=to)))


@pytest.mark.parametrize(
    "record", ["", "{", b"\xff", "5", "[" * 100_000, 5, None, {}, [], {"schema": "provenance.audit/1"}]
)
def test_what_is_no_record(record):
    with pytest.raises(AuditError):
        verify(record)


def test_what_json_cannot_hold_is_refused():
    with pytest.raises(AuditError):
        verify({**record_of(), "extra": float("nan")})
    with pytest.raises(AuditError):
        verify({**record_of(), "extra": {1, 2}})


def test_many_records_share_what_is_held_fixed():
    rows = [
        SCORER.score(Document.from_record({"id": str(n), "authors": [f"Jane Doe {n}"]})).to_record()
        for n in range(3)
    ]
    rows[0]["signals"][0]["id"] = "spoilt"
    assert rows[1]["signals"][0]["id"] == "publisher.named"
    assert verify(rows[1])
