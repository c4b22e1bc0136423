"""Several workers and interrupted runs: the same bytes as one undisturbed process, whoever is killed."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance.cli.streams import Streams
from provenance.cli.unfinished import ENDING

GARBAGE = (
    b"{",
    b"[1]",
    b"",
    b"  ",
    b"\xff",
    b'{"has_author": true, "authors": []}',
    b'{"id": "\\ud800"}',
    b"[" * 2000,
    b'{"url": "http://[", "published": "soon", "autors": 1}',
)
HAS_PROC = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists()


def corpus(count, *, seed=1):
    """Lines of records, some with text, some without an id, with garbage in between."""
    rng = random.Random(seed)
    lines = []
    for n in range(count):
        record = {
            "id": f"d{n}",
            "url": f"https://tarnmoor{n % 9}.example/{n}",
            "publisher": "Tarnmoor Herald",
        }
        if n % 5 == 0:
            del record["id"]
        if n % 2:
            record["text"] = f"“The bridge cost {n} crowns,” said Ada Vale of the county council. " * 12
        record["own"] = "x" * 3000  # several chunks, and little work
        lines.append(json.dumps(record).encode())
        if rng.random() < 0.1:
            lines.append(rng.choice(GARBAGE))
    return b"\n".join(lines) + b"\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(corpus(300))
    return tmp_path


def command(*args):
    return [sys.executable, "-m", "provenance", "score", *map(str, args)]


def run(folder, *args, **options):
    return subprocess.run(command(*args), cwd=folder, capture_output=True, text=True, check=False, **options)


def outputs(folder, ending=""):
    return {
        name: (folder / f"{name}{ending}").read_bytes()
        for name in ("out", "audit", "rejects")
        if (folder / f"{name}{ending}").exists()
    }


ALL = ("in.jsonl", "-o", "out", "--audit", "audit", "--rejects", "rejects", "-q")


@pytest.fixture
def longer(folder):
    """A run that takes so long that it can be killed in the midst of it."""
    (folder / "in.jsonl").write_bytes(corpus(300) * 4)
    return folder


@pytest.fixture
def expected(folder):
    """What an undisturbed run of one process writes."""
    done = run(folder, *ALL)
    assert done.returncode == 3
    written = outputs(folder)
    for name in written:
        (folder / name).unlink()
    return written


@pytest.mark.parametrize(
    ("form", "options"),
    [("jsonl", ()), ("csv", ("--fail-under", "5")), ("markdown", ("--strict",)), ("table", ())],
)
def test_every_number_of_workers_gives_the_same_bytes(folder, form, options):
    one, two = (run(folder, "in.jsonl", "--format", form, *options, "--workers", n) for n in (1, 2))
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.stdout


@pytest.mark.parametrize("kind", ["jsonl.gz", "csv", "tsv", "json", "folder", "stdin"])
def test_every_kind_of_input_may_be_shared(folder, kind):
    rows = [{"id": f"r{n}", "publisher": f"Quillbeck\nPost {n}"} for n in range(200)]
    path, stdin = folder / f"rows.{kind}", None
    if kind == "jsonl.gz":
        path.write_bytes(gzip.compress(corpus(200))[:-9])  # breaks off
    elif kind in ("csv", "tsv"):
        mark = "," if kind == "csv" else "\t"
        path.write_text(
            f"id{mark}publisher\n" + "".join(f'{r["id"]}{mark}"{r["publisher"]}"\n' for r in rows)
        )
    elif kind == "json":
        path.write_text(json.dumps([*rows, 5]))
    elif kind == "folder":
        path.mkdir()
        for n in range(12):
            (path / f"{n}.txt").write_text(f"The mayor of Osterwick said that {n} bolts were missing.")
        (path / "bad.json").write_text("{")
        (path / "page.html").write_text("<title>A bridge</title><p>It is closed.")
    else:
        path, stdin = "-", corpus(100).decode("utf-8", "replace")
    one, two = (run(folder, path, "--format", "jsonl", "--workers", n, input=stdin) for n in ("1", "2"))
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.stdout


def test_compressed_outputs_hold_the_same(folder, expected):
    zstandard = pytest.importorskip("zstandard")
    done = run(
        folder,
        "in.jsonl",
        "-o",
        "out.gz",
        "--audit",
        "audit.zst",
        "--rejects",
        "rejects.gz",
        "-q",
        "--workers",
        "2",
    )
    assert done.returncode == 3
    assert gzip.decompress((folder / "out.gz").read_bytes()) == expected["out"]
    assert gzip.decompress((folder / "rejects.gz").read_bytes()) == expected["rejects"]
    with zstandard.open(folder / "audit.zst", "rb") as stream:
        assert b"".join(iter(lambda: stream.read(1 << 20), b"")) == expected["audit"]


def children(pid):
    """The processes that *pid* has started."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(happens, seconds=30):
    """Wait until *happens* gives something; what it gives."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = happens()
        if found:
            return found
        time.sleep(0.01)
    return happens()


@pytest.mark.skipif(not HAS_PROC, reason="looks for processes where Linux shows them")
def test_workers_that_are_killed_cost_nothing(folder, expected):
    rng = random.Random(3)
    process = subprocess.Popen(command(*ALL, "--workers", 2), cwd=folder)
    for _ in range(3):
        workers = until(lambda: children(process.pid) or process.poll() is not None)
        if workers and workers is not True:
            os.kill(rng.choice(workers), signal.SIGKILL)
        time.sleep(rng.random() / 5)
    assert process.wait(120) == 3
    assert outputs(folder) == expected


@pytest.mark.skipif(not HAS_PROC, reason="looks for processes where Linux shows them")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_is_killed_goes_on_where_it_stopped(longer, expected, workers):
    folder = longer
    rng = random.Random(workers)
    resume = ()
    for _ in range(4):
        length = _length(folder / "out")
        process = subprocess.Popen(command(*ALL, "--workers", workers, *resume), cwd=folder)
        until(
            lambda process=process, length=length: (
                process.poll() is not None or _length(folder / "out") > length
            )
        )
        time.sleep(rng.random() / 20)
        mine = children(process.pid)
        process.kill()
        process.wait()
        assert until(lambda mine=mine: not any(map(is_alive, mine))), "orphans"
        if not (folder / f"out{ENDING}").exists():
            break  # it was through before it could be killed
        resume = ("--resume",)
    else:
        assert run(folder, *ALL, "--workers", workers, *resume).returncode == 3
    assert resume
    assert outputs(folder) == expected
    assert not (folder / f"out{ENDING}").exists()


def _length(path):
    return path.stat().st_size if path.exists() else 0


@pytest.fixture
def interruptible():
    """Children hear Ctrl-C, also where the tests run in the background of a shell, which has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not HAS_PROC, reason="looks for processes where Linux shows them")
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_everybody(folder, workers):
    (folder / "in.jsonl").write_bytes(corpus(300) * 50)  # long enough to be interrupted on a busy machine
    process = subprocess.Popen(
        command("in.jsonl", "-o", "out", "--workers", workers, "-q"),
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until(lambda: _length(folder / "out"))
    mine = children(process.pid)
    assert len(mine) == (workers if workers > 1 else 0)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert said.splitlines()[-1] == "interrupted; with --resume the same command goes on where it stopped"
    assert "Traceback" not in said
    assert until(lambda: not any(map(is_alive, mine))), "orphans"


def test_what_was_mended_behind_the_last_note_is_read(provenance, tmp_path):
    path, out = tmp_path / "a.jsonl", tmp_path / "out"
    good = [json.dumps({"id": f"d{n}", "title": "x" * 3000}).encode() for n in range(400)]
    path.write_bytes(b"\n".join([*good[:350], b"{", *good[350:]]))
    assert provenance("score", path, "-o", out, "--strict", "-q").code == 3
    path.write_bytes(b"\n".join(good))
    assert provenance("score", path, "-o", out, "--strict", "-q", "--resume").code == 0
    resumed = out.read_bytes()
    assert provenance("score", path, "-o", out).code == 0
    assert out.read_bytes() == resumed


@pytest.mark.parametrize(
    ("change", "options", "said"),
    [
        (None, (), None),
        (None, ("--workers", "2"), None),
        ("policy", ("--policy", "policy.toml"), "/scoring/policy"),
        (None, ("--as-of", "2024-01-01"), "/scoring/as_of is not what it was"),
        (None, ("--observed", "authors"), "/options/observed/0 is not what it was"),
        (None, ("--rejects", "r"), "/options/rejects is not what it was"),
        (None, ("--format", "csv"), "/options/format is not what it was"),
        ("input", (), "the input is not what it was"),
        ("shorter input", (), "the input is not what it was"),
        ("output", (), "is shorter than it was"),
        ("no output", (), "is shorter than it was"),
        ("no notes", (), "no run that writes out was interrupted"),
        ("notes", (), "is none of our notes"),
        ("torn note", (), None),
        ("longer output", (), None),
    ],
)
@pytest.mark.usefixtures("policy")
def test_when_a_run_can_go_on(provenance, tmp_path, monkeypatch, change, options, said):
    monkeypatch.chdir(tmp_path)
    good = [json.dumps({"id": f"d{n}", "title": "x" * 3000}).encode() for n in range(300)]
    source, out, notes = tmp_path / "in.jsonl", tmp_path / "out", tmp_path / f"out{ENDING}"
    source.write_bytes(b"\n".join([*good, b"{"]))
    assert provenance("score", "in.jsonl", "-o", "out", "--strict", "-q").code == 3
    assert notes.read_bytes().count(b"\n") > 2
    match change:
        case "input":
            source.write_bytes(source.read_bytes().replace(b"d1", b"dx"))
        case "shorter input":
            source.write_bytes(b"\n".join(good[:10]))
        case "output":
            os.truncate(out, 100)
        case "no output":
            out.unlink()
        case "no notes":
            notes.unlink()
        case "notes":
            notes.write_text("what is this?\n")
        case "torn note":
            notes.write_bytes(notes.read_bytes() + b"[3,12345,[300,")
        case "longer output":
            out.write_bytes(out.read_bytes() + b'{"schema": "prov')
    before = out.read_bytes() if out.exists() else None
    ran = provenance("score", "in.jsonl", "-o", "out", "--strict", "-q", "--resume", *options)
    if said is None:
        assert ran.code == 3
        assert [json.loads(line)["id"] for line in out.read_bytes().splitlines()] == [
            f"d{n}" for n in range(300)
        ]
    else:
        assert ran.code == 2
        assert said in ran.err
        assert ran.err.count("\n") == 1
        assert (out.read_bytes() if out.exists() else None) == before


def test_an_index_that_was_extended_is_another(provenance, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_bytes(corpus(200) + b"{")
    Path("more.jsonl").write_bytes(
        b'{"id": "more", "text": "Another text of the town, with words of its own in it."}\n'
    )
    assert provenance("index", "in.jsonl", "-o", "index", "-q").code == 3
    assert (
        provenance("score", "more.jsonl", "in.jsonl", "--index", "index", "-o", "out", "--strict", "-q").code
        == 3
    )
    assert provenance("index", "more.jsonl", "--add", "-o", "index", "-q").code == 0
    ran = provenance(
        "score", "more.jsonl", "in.jsonl", "--index", "index", "-o", "out", "--strict", "-q", "--resume"
    )
    assert (ran.code, "/scoring/index is not what it was" in ran.err) == (2, True)


def test_what_goes_nowhere_is_not_noted(provenance, records, tmp_path):
    assert provenance("score", records, "-o", os.devnull).code == 0
    assert not Path(os.devnull + ENDING).exists()
    ran = provenance("score", records, "-o", os.devnull, "--resume")
    assert (ran.code, "expected --output" in ran.err) == (2, True)


def test_the_notes_are_an_output_too(provenance, tmp_path, records):
    notes = tmp_path / f"out{ENDING}"
    notes.write_bytes(records.read_bytes())
    ran = provenance("score", notes, "--input-format", "jsonl", "-o", tmp_path / "out")
    assert (ran.code, "is read in this run" in ran.err) == (2, True)
    assert notes.read_bytes() == records.read_bytes()


class Terminal:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_progress_says_how_long_it_takes(monkeypatch):
    now = iter([100.0, 100.1, 4000.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    streams = Streams(stdin=None, stdout=None, stderr=Terminal(), environ={}, shows_progress=True, begun=0.0)
    streams.progress(5000, 0.5)
    streams.progress(5001, 0.5)
    streams.progress(6000, 0.25)
    shown = streams.stderr.text.replace("\x1b[K", "").split("\r")[1:]
    assert shown == [
        "5,000 documents, 50 a second, 50%, 1:40 to go ",
        "6,000 documents, 2 a second, 25%, 3:20:00 to go ",
    ]
