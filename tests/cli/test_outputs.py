"""What a run writes: no input is lost, no two outputs are one file, nothing is opened for a run that cannot be."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.render.report import page


@pytest.mark.parametrize(
    ("name", "module", "need"),
    [
        ("kept.parquet", "pyarrow", "writing Parquet"),
        ("kept.arrow", "pyarrow", "writing Arrow"),
        ("kept.html", "jinja2", "the report"),
    ],
)
def test_what_is_there_stays_where_an_extra_is_missing(provenance, records, monkeypatch, name, module, need):
    monkeypatch.setitem(sys.modules, module, None)
    page._environment.cache_clear()  # which another test may have filled, with the extra
    kept = records.with_name(name)
    kept.write_text("precious")
    ran = provenance("score", records, "-o", kept, "--rejects", kept.with_name("rejects"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f"provenance score: {need} needs an extra: pip install 'provenance-credibility["
    )
    assert kept.read_text() == "precious"
    assert not kept.with_name("rejects").exists()


@pytest.fixture
def folder(tmp_path, records, policy, monkeypatch):
    """A folder to work in: records, lists, a policy, and a file to keep."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.jsonl").write_bytes(records.read_bytes())
    (tmp_path / "list.txt").write_text("tarnmoorherald.example\n")
    (tmp_path / "keep").write_text("kept")
    (tmp_path / "link").symlink_to("records.jsonl")
    (tmp_path / "dangling").symlink_to("nowhere")
    os.link("records.jsonl", "twin.jsonl")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("score records.jsonl --audit records.jsonl", "--audit: records.jsonl is read in this run"),
        ("score records.jsonl -o records.jsonl", "--output: records.jsonl is read in this run"),
        ("score records.jsonl --rejects records.jsonl", "--rejects: records.jsonl is read in this run"),
        ("score records.jsonl -o ./in/../records.jsonl", "is read in this run"),
        ("score records.jsonl -o link", "is read in this run"),
        ("score link --input-format jsonl -o records.jsonl", "is read in this run"),
        ("score records.jsonl -o twin.jsonl", "is read in this run"),
        ("score in -o in/x.jsonl", "in/x.jsonl is read in this run"),
        ("score rec*.jsonl -o records.jsonl", "is read in this run"),
        ("score records.jsonl --policy policy.toml -o policy.toml", "policy.toml is read in this run"),
        ("score records.jsonl --protected list.txt --audit list.txt", "list.txt is read in this run"),
        ("score records.jsonl --affiliates list.txt --rejects list.txt", "list.txt is read in this run"),
        ("explain records.jsonl --rejects records.jsonl", "is read in this run"),
        ("inspect records.jsonl --rejects records.jsonl", "is read in this run"),
        ("trace records.jsonl --rejects records.jsonl", "is read in this run"),
        ("index records.jsonl -o records.jsonl", "is read in this run"),
        ("index records.jsonl -o new --rejects new", "--rejects: new: is written by --output too"),
        (
            "score records.jsonl -o -",
            "--output: expected a file, found '-': without it, results go to standard",
        ),
        ("index records.jsonl -o -", "--output: expected a file, found '-'"),
        ("score records.jsonl --audit -", "--audit: expected a file, found '-'\n"),
        (
            "summary records.jsonl -o s.html",
            "--output: s.html: html cannot be written: name another file, or say",
        ),
        ("score records.jsonl -o s --audit s", "--audit: s: is written by --output too: give each"),
        ("score records.jsonl -o s --rejects ./s", "--rejects: ./s: is written by --output too"),
        (
            "score records.jsonl --audit dangling --rejects nowhere",
            "--rejects: nowhere: is written by --audit too",
        ),
        ("score records.jsonl -o keep --audit no/x", "--audit: no/x: cannot be written: there is no folder"),
        ("score records.jsonl -o keep --audit in", "--audit: in: cannot be written: it is a folder"),
        (
            "score records.jsonl -o keep --rejects keep/x",
            "--rejects: keep/x: cannot be written: there is no folder",
        ),
        ("score records.jsonl -o keep --observed autors", "there is no field 'autors'"),
        ("explain records.jsonl --rejects keep --observed autors", "there is no field 'autors'"),
        ("score none.jsonl -o keep", "no such file"),
        (
            "score records.jsonl -o keep --fail-under nan",
            "--fail-under: expected points from 0 to 100, found nan",
        ),
    ],
)
def test_a_wrong_output_costs_nothing(provenance, folder, command, said):
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    ran = provenance(*command.split())
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_what_is_not_lost_may_be_named_twice(provenance, folder):
    assert provenance("score", "records.jsonl", "--audit", os.devnull, "--rejects", os.devnull).code == 0
    assert provenance("score", "records.jsonl", "-o", "dangling").code == 0
    assert (folder / "nowhere").read_text().count("\n") == 2
    assert provenance("index", "records.jsonl", "-o", "index").code == 0
    assert provenance("index", "in", "--add", "-o", "index").code == 0


def test_a_file_that_nobody_may_write(provenance, folder, monkeypatch):
    (folder / "audit").write_text("kept")
    monkeypatch.setattr(os, "access", lambda path, mode: path.name != "audit")
    ran = provenance("score", "records.jsonl", "-o", "keep", "--audit", "audit")
    assert (ran.code, ran.err) == (
        2,
        "provenance score: --audit: audit: cannot be written: permission denied\n",
    )
    assert (folder / "keep").read_text() == "kept"


def run(shell, folder, **options):
    return subprocess.run(
        ["sh", "-c", shell.replace("provenance ", f"'{sys.executable}' -m provenance ")],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        **options,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full, as Linux has one")
@pytest.mark.parametrize(
    ("shell", "said"),
    [
        (
            "provenance score records.jsonl --audit /dev/full",
            "provenance score: /dev/full: cannot be written: No space",
        ),
        ("provenance score bad.jsonl --rejects /dev/full", "/dev/full: cannot be written: No space"),
        ("provenance score records.jsonl -o /dev/full", "/dev/full: cannot be written: No space"),
        ("provenance score records.jsonl > /dev/full", "cannot go on: No space"),
        ("provenance score many.jsonl > /dev/full", "provenance score: cannot go on: No space"),
        ("provenance signals > /dev/full", "cannot go on: No space"),
        ("provenance --version > /dev/full", "provenance: cannot go on: No space"),
    ],
)
def test_a_full_disk_is_told_in_one_line(folder, shell, said):
    (folder / "bad.jsonl").write_text("{\n")
    (folder / "many.jsonl").write_text('{"id": "a"}\n' * 500)
    done = run(shell, folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1 + shell.count("bad") * 2


@pytest.mark.parametrize(
    ("shell", "code", "said"),
    [
        ("provenance score - <&-", 0, "no document was read"),
        ("provenance score records.jsonl <&-", 0, ""),
        ("provenance score records.jsonl -o out >&-", 0, ""),
        ("provenance score records.jsonl >&-", 0, ""),
        ("provenance signals <&- >&- 2>&-", 0, ""),
        ("provenance score none.jsonl 2>&-", 2, ""),
        ("provenance score none.jsonl 2>/dev/full", 2, ""),
        ("provenance --version >&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed(folder, shell, code, said):
    done = run(shell, folder)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("provenance score in > in/out.jsonl", "standard output: in/out.jsonl is read in this run"),
        (
            "provenance score records.jsonl >> records.jsonl",
            "standard output: records.jsonl is read in this run",
        ),
        ("provenance score - -o records.jsonl < records.jsonl", "--output: - is read in this run"),
        ("provenance score records.jsonl --audit out > out", "standard output: is the file of --audit"),
        (
            "provenance score records.jsonl --audit /dev/stdout | cat; false",
            "standard output: is the file of --audit",
        ),
    ],
)
def test_standard_streams_are_files_too(folder, shell, said):
    done = run(shell, folder)
    assert done.returncode != 0
    assert said in done.stderr
    assert (folder / "records.jsonl").read_bytes() == (folder / "in" / "x.jsonl").read_bytes()


def test_an_index_takes_the_place_of_no_device(provenance, records, tmp_path):
    """A new index replaces the file that was there; of ``/dev/null`` there is but one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ran = provenance("index", records, "-o", pipe)
    assert ran.code == 2
    assert ran.err == f"provenance index: {pipe}: cannot be written: an index is a file, and this is none\n"
    assert pipe.is_fifo()
    assert not Path(f"{pipe}.partial").exists()


def test_an_index_takes_the_place_of_no_other_file(provenance, records, tmp_path):
    """``index -o texts/*.txt`` names a text, and not an index that is to be."""
    text, empty = tmp_path / "a.txt", tmp_path / "empty"
    text.write_text("Rain fell.")
    empty.touch()
    ran = provenance("index", records, "-o", text)
    assert (ran.code, text.read_text()) == (2, "Rain fell.")
    assert ran.err == f"provenance index: {text}: is no index, and would be lost: write to another file\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "empty", records.name]
    assert provenance("index", records, "-o", empty).code == 0
    assert provenance("index", records, "-o", empty).code == 0


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("a.CSV.gz", "csv"),
        ("a.md", "markdown"),
        ("a.jsonl", "jsonl"),
        ("a", "jsonl"),
        ("a.txt", "jsonl"),
        ("a.html", "html"),
    ],
)
def test_a_file_holds_what_its_name_says(provenance, records, tmp_path, name, form):
    """Who writes to ``scores.csv`` has said what it is to hold."""
    if form == "html":
        pytest.importorskip("jinja2")
    named, asked = tmp_path / name, tmp_path / f"asked{''.join(Path(name).suffixes)}"
    assert provenance("score", records, "-o", named, terminal=True).code == 0
    assert provenance("score", records, "-o", asked, "--format", form).code == 0
    assert named.read_bytes() == asked.read_bytes()
    other = tmp_path / "other.csv"
    ran = provenance("score", records, "-o", other, "--format", "jsonl")
    assert (ran.code, ran.err) == (0, f"--format: {other} is written as jsonl, though its name says csv\n")
    assert json.loads(other.read_text().splitlines()[0])["id"] == "rich"


@pytest.mark.parametrize(
    "command",
    [
        "summary RECORDS",
        "export RECORDS --format csv",
        "annotate AUDIT --id rich --kind context --by Rae --on 2026-11-21 --note Rain.",
        "report RECORDS",
    ],
)
def test_a_file_is_compressed_as_its_name_says(provenance, records, tmp_path, command):
    if command.startswith("report"):
        pytest.importorskip("jinja2")
    audit = tmp_path / "audit.jsonl"
    assert provenance("score", records, "--audit", audit).code == 0
    args = [{"RECORDS": records, "AUDIT": audit}.get(word, word) for word in command.split()]
    plain, packed = tmp_path / "plain.csv", tmp_path / "packed.csv.gz"
    assert provenance(*args, "-o", plain).code == provenance(*args, "-o", packed).code == 0
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes() != b""
    assert packed.stat().st_size < plain.stat().st_size


def test_a_summary_is_what_its_name_says(provenance, records, tmp_path):
    assert provenance("summary", records, "-o", tmp_path / "s.csv").code == 0
    assert (tmp_path / "s.csv").read_text() == provenance("summary", records, "--format", "csv").out


@pytest.mark.parametrize("option", ["-o", "--audit", "--rejects"])
def test_two_runs_do_not_write_one_file(provenance, records, tmp_path, option):
    """As where a job is started again before it has ended."""
    fcntl = pytest.importorskip("fcntl")
    out = tmp_path / "out"
    out.write_bytes(b"of the other")
    with out.open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        ran = provenance("score", records, option, out)
        assert (ran.code, ran.err) == (
            2,
            f"provenance score: {out}: cannot be written: another run is writing it\n",
        )
        assert out.read_bytes() == b"of the other"
    assert provenance("score", records, option, out).code == 0
    assert b"of the other" not in out.read_bytes()


def test_what_an_index_cannot_do(provenance, records, tmp_path):
    index, other = tmp_path / "index", tmp_path / "other"
    assert provenance("index", records, "-o", index).code == 0
    ran = provenance("index", records, "--refresh", "--add", "-o", index)
    assert (ran.code, "--refresh: takes all documents" in ran.err) == (2, True)
    assert provenance("index", "-", "-o", other, stdin=b'{"id": "poor", "text": "Rain fell."}').code == 0
    ran = provenance("index", "--merge", other, "--add", "-o", index)
    assert ran.err == (f"provenance index: {other}: /id: there are two documents with the id 'poor'\n")
