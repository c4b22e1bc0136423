"""Every command and format on documents that have all there is beside a score: registries, an index, annotations."""

import json

import pytest

STORY = "The quay at Lowmere stays closed until spring, harbour master Ines Varga said on Monday. Repairs cost 3.2 million crowns in 2019."
RECORDS = (
    {"id": "copy", "url": "https://lowmeresignal.example/quay", "published": "2026-11-13", "text": STORY},
    {
        "id": "first",
        "url": "https://tarnmoorherald.example/quay",
        "publisher": "Tarnmoor Herald",
        "authors": ["Imogen Hale"],
        "published": "2026-11-12",
        "links": ["https://lowmeresignal.example/quay"],
        "text": STORY,
    },
)
FILES = {
    "ratings.csv": "# rater: Osterwick Media Watch\n# scale: 0-100\ndomain,rating\ntarnmoorherald.example,87.5\n",
    "tarnmoorherald.example.trust.txt": "belongto=https://press-league.example/\ndatatrainingallowed=no\n",
    "affiliates.txt": "tarnmoorherald.example\nlowmeresignal.example\n",
    "protected.txt": "tarnmoorherald.example\n",
    "annotations.jsonl": '{"id": "first", "kind": "dispute", "by": "Ada", "on": "2026-11-20", "note": "Not so."}\n',
    "records.jsonl": "".join(json.dumps(record) + "\n" for record in RECORDS),
}
OUTPUTS = [
    ("score", "--format", "table"),
    ("score", "--format", "jsonl"),
    ("score", "--format", "csv"),
    ("score", "--format", "markdown"),
    ("score", "--format", "html"),
    ("report",),
    ("explain",),
    ("explain", "--format", "jsonl"),
    ("whatif",),
    ("whatif", "--false"),
    ("whatif", "--supplied", "--band", "A", "--format", "jsonl"),
    ("summary",),
]
KEPT = [
    ("verify",),
    ("report",),
    ("explain",),
    ("whatif",),
    ("summary",),
    *(("export", "--format", form) for form in ("prov", "in-toto", "sarif", "dolma", "jsonld", "csv")),
]


@pytest.fixture
def beside(provenance, tmp_path):
    """The options that bring all of it, and the records."""
    for name, content in FILES.items():
        (tmp_path / name).write_text(content)
    assert provenance("index", tmp_path / "records.jsonl", "-o", tmp_path / "index").code == 0
    return [
        tmp_path / "records.jsonl",
        *("--registry", tmp_path / "ratings.csv"),
        *("--registry", tmp_path / "tarnmoorherald.example.trust.txt"),
        *("--affiliates", tmp_path / "affiliates.txt"),
        *("--protected", tmp_path / "protected.txt"),
        *("--annotations", tmp_path / "annotations.jsonl"),
        *("--index", tmp_path / "index"),
        *("--as-of", "2026-11-21"),
    ]


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_of_documents(provenance, beside, command):
    if command[0] == "report" or "html" in command:
        pytest.importorskip("jinja2")
    ran = provenance(command[0], *beside, *command[1:])
    assert (ran.code, ran.err) == (0, "")
    assert "first" in ran.out or "tarnmoorherald.example" in ran.out


@pytest.mark.parametrize("command", KEPT, ids=" ".join)
def test_of_audit_records(provenance, beside, command, tmp_path):
    if command[0] == "report":
        pytest.importorskip("jinja2")
    audit = tmp_path / "audit.jsonl"
    assert provenance("score", *beside, "--audit", audit).code == 0
    ran = provenance(command[0], audit, *command[1:])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
