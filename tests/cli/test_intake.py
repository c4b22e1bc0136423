"""What goes in is the same for every command: which files, how far, and what is said of those that cannot be read."""

import errno
import gzip
import json
import os
import sys
from pathlib import Path

import pytest

COMMANDS = [
    ("score", "--format", "jsonl"),
    ("explain",),
    ("report",),
    ("summary",),
    ("whatif",),
    ("inspect", "--format", "jsonl"),
    ("trace", "--format", "text"),
    ("index",),
    *(("export", "--format", form) for form in ("prov", "in-toto", "sarif", "dolma", "jsonld", "csv")),
]


@pytest.fixture(params=COMMANDS, ids=" ".join)
def command(request, tmp_path):
    """A command, with what it needs besides documents."""
    if request.param[0] == "report":
        pytest.importorskip("jinja2")
    return (*request.param, "-o", tmp_path / "index") if request.param[0] == "index" else request.param


def test_a_strict_run_stops_at_the_first_that_cannot_be_read(provenance, command, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": "before"}\n{bad\n{"id": "id-of-the-third"}\n{worse\n')
    ran = provenance(command[0], path, *command[1:], "--strict")
    assert ran.code == 3
    assert "1 document read, 1 could not be" in ran.err
    assert "id-of-the-third" not in ran.out


@pytest.mark.parametrize("form", ["prov", "in-toto", "dolma", "jsonld", "csv"])
def test_an_export_does_not_read_what_it_writes(provenance, tmp_path, form):
    """Such an export would never end."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for n in range(200):  # more than what waits in a buffer
        (folder / f"a{n}.jsonl").write_text(
            json.dumps({"id": f"a{n}", "publisher": "Tarnmoor Herald"}) + "\n"
        )
    ran = provenance("export", folder, "--format", form, "-o", folder / "z.jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert (folder / "z.jsonl").stat().st_size > 10_000


def test_no_command_reads_the_rejects_that_it_writes(provenance, command, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"id": "a"}\n' + "{bad\n" * 100)
    rejects = folder / "z.jsonl"
    ran = provenance(command[0], folder, *command[1:], "--rejects", rejects)
    assert ran.code == 3
    assert "1 document read, 100 could not be" in ran.err
    assert len(rejects.read_text().splitlines()) == 100


def test_annotations_are_not_annotated(provenance, tmp_path):
    folder = tmp_path / "records"
    folder.mkdir()
    (tmp_path / "documents.jsonl").write_text("".join(json.dumps({"id": f"a{n}"}) + "\n" for n in range(40)))
    provenance("score", tmp_path / "documents.jsonl", "--audit", folder / "a.jsonl")
    said = ("--id", "a1", "--kind", "context", "--by", "Ada", "--on", "2026-11-20", "--note", "Seen.")
    assert provenance("annotate", folder, *said, "-o", folder / "z.jsonl").code == 0
    assert len((folder / "z.jsonl").read_text().splitlines()) == 40


def test_what_cannot_be_read_is_named(provenance, tmp_path):
    (tmp_path / "empty.html").write_text("no page")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)))
    (tmp_path / "wide.txt").write_bytes(b"\xff\xfe\x00")
    ran = provenance("inspect", tmp_path)
    assert [line.partition(": ")[0] for line in ran.err.splitlines()[:3]] == [
        str(tmp_path / name) for name in ("empty.html", "noise.txt", "wide.txt")
    ]


def test_an_empty_name_is_not_the_folder_that_we_are_in(provenance, tmp_path, monkeypatch):
    """As where the variable of a script is not set."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text("{}\n")
    ran = provenance("score", "")
    assert (ran.code, ran.out, ran.err) == (2, "", "provenance score: '': no such file or folder\n")
    assert provenance("score", ".").code == 0


def test_a_link_that_leads_nowhere_is_not_suggested_for_itself(provenance, tmp_path):
    (tmp_path / "story.txt").symlink_to("gone.txt")
    assert provenance("score", tmp_path / "story.txt").err.endswith(
        "story.txt: a link to what is not there\n"
    )


def test_links_to_folders_are_not_followed_and_said_to_be_there(provenance, command, tmp_path):
    folder, other = tmp_path / "corpus", tmp_path / "other"
    for place in (folder, folder / ".hidden", other):
        place.mkdir()
        (place / "a.jsonl").write_text(json.dumps({"id": place.name}) + "\n")
    for name in ("back", "more", ".hidden/link"):
        (folder / name).symlink_to(folder if name == "back" else other)
    ran = provenance(command[0], folder, *command[1:])
    assert ran.code == 0
    assert f"{folder}/back: a link to a folder, like 1 more, which is not followed: name it, too" in ran.err
    assert "'other'" not in ran.out
    assert provenance(command[0], folder, folder / "more", *command[1:], "-q").err == ""
    (folder / "a.jsonl").unlink()
    ran = provenance(command[0], folder, *command[1:])
    assert ran.code == 2
    assert f"the link {folder}/back is not followed: name it itself" in ran.err


@pytest.mark.parametrize("option", [("--profile", "text"), ("--as-of", "2026-11-21")])
@pytest.mark.parametrize("form", ["audit", "score"])
def test_what_was_scored_is_not_scored_anew_in_a_summary(provenance, records, tmp_path, option, form):
    path = tmp_path / "told.jsonl"
    provenance("score", records, "--audit" if form == "audit" else "-o", path)
    ran = provenance("summary", path, *option)
    assert ran.code == 2
    assert f"{option[0]}: {path}:1 is a" in ran.err
    assert provenance("summary", path).code == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_pages_whose_words_it_takes_an_extra_to_read(provenance, tmp_path, monkeypatch, workers):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(
            "<title>The quay</title><p>The quay is closed, said Edda Lund."
        )
    ran = provenance("score", tmp_path, "--workers", workers)
    assert ran.code == 0
    assert ran.err == (
        "the words of 2 pages are unknown: reading the body of a page needs an extra: "
        "pip install 'provenance-credibility[html]'\n"
    )
    assert provenance("score", tmp_path, "--workers", workers, "-q").err == ""
    assert "the words of 1 page are unknown" in provenance("explain", tmp_path / "a.html").err
    assert provenance("explain", tmp_path / "a.html").out.count("provenance-credibility[html]") == 1


NEEDING = [
    ("b.rss", b"<rss/>", "feedparser", "feeds needs an extra: pip install 'provenance-credibility[feeds]'"),
    (
        "b.parquet",
        b"PAR1",
        "pyarrow",
        "Parquet needs an extra: pip install 'provenance-credibility[parquet]'",
    ),
    (
        "b.jsonl.zst",
        b"\x28\xb5\x2f\xfd",
        "zstandard",
        "zstandard needs an extra: pip install 'provenance-credibility[zstd]'",
    ),
]
"""A file that takes an extra to read, the module that is missed, and what is said of it."""


@pytest.mark.parametrize("workers", [(), ("--workers", "2")], ids=" ".join)
@pytest.mark.parametrize(("name", "content", "module", "says"), NEEDING)
def test_a_file_that_needs_an_extra_ends_no_run(
    provenance, tmp_path, monkeypatch, name, content, module, says, workers
):
    monkeypatch.setitem(sys.modules, module, None)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / name).write_bytes(content)
    alone = provenance("score", folder / name, *workers)
    assert (alone.code, alone.out, alone.err) == (2, "", f"provenance score: reading {says}\n")
    for other in ("a", "c"):
        (folder / f"{other}.jsonl").write_text("{}\n")
    ran = provenance("score", folder, *workers)
    assert (ran.code, ran.out.count("\n")) == (3, 2)
    assert ran.err == f"{folder / name}: reading {says}\n2 documents read, 1 could not be\n"
    assert provenance("inspect", folder).code == 3


@pytest.fixture
def shut(monkeypatch):
    """A function that shuts a file or a folder to everybody, as permissions do."""

    def shutting(path):
        def refusing(function):
            def call(given, *args, **options):
                if str(given) == str(path):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
                return function(given, *args, **options)

            return call

        for place, name in ((os, "scandir"), (Path, "open")):
            monkeypatch.setattr(place, name, refusing(getattr(place, name)))

    return shutting


def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(provenance, tmp_path, shut):
    for name in ("a", "b", ".hidden"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.jsonl").write_text("{}\n")
    shut(tmp_path / "a")
    ran = provenance("score", tmp_path)
    assert ran.code == 3
    assert ran.err.splitlines() == [
        f"{tmp_path / 'a'}: cannot be opened: Permission denied",
        "1 document read, 1 could not be",
    ]


def test_a_link_to_what_nobody_lets_us_see_does_not_end_the_run(provenance, tmp_path, monkeypatch, shut):
    (tmp_path / "a.jsonl").write_text("{}\n")
    link = tmp_path / "link.jsonl"
    link.symlink_to("elsewhere.jsonl")
    (tmp_path / "elsewhere.jsonl").write_text("{}\n")
    is_file = Path.is_file

    def refused(path):
        if path == link:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refused)
    shut(link)
    ran = provenance("score", tmp_path)
    assert ran.code == 3
    assert ran.err == f"{link}: cannot be opened: Permission denied\n2 documents read, 1 could not be\n"


def test_a_link_that_leads_nowhere_is_not_passed_over(provenance, command, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.jsonl").write_text("{}\n")
    (folder / "gone.jsonl").symlink_to("nowhere.jsonl")
    (folder / "gone.lock").symlink_to("nowhere")
    ran = provenance(command[0], folder, *command[1:])
    assert ran.code == 3
    assert f"{folder}/gone.jsonl: cannot be opened: No such file or directory\n" in ran.err
    assert "1 document read, 1 could" in ran.err


def test_a_file_that_breaks_off_is_named_however_many_records_are_bad(provenance, command, tmp_path):
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(
        gzip.compress(b'{"id": "a"}\n' + b"{bad\n" * 30 + os.urandom(1 << 16).hex().encode())[:-9000]
    )
    ran = provenance(command[0], path, *command[1:])
    assert ran.code == 3
    assert ran.err.count("not JSON") == 20
    assert "more than 20 records cannot be read; --rejects FILE names them all\n" in ran.err
    assert f"{path}:32: cannot be read on: " in ran.err
    assert "1 document read, 31 could not be" in ran.err


STRANGE = ["a.docx", "b.png", "c.css", "d"]


def test_files_of_which_nobody_knows_what_they_hold(provenance, command, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in (*STRANGE, ".hidden", "e.txt"):
        (folder / name).write_text("The quay is closed, said Edda Lund.")
    named = ", ".join(str(folder / name) for name in STRANGE[:3])
    ran = provenance(command[0], folder, *command[1:])
    assert ran.code == 0
    assert f"4 files not read, since the name does not say what it holds: {named} and 1 more\n" in ran.err
    assert "not read" not in provenance(command[0], folder, *command[1:], "-q").err
    unclear = f"{folder / 'b.png'}: the name does not say what it holds; use --input-format text|html|"
    ran = provenance(command[0], folder / "b.png", *command[1:])
    assert (ran.code, ran.out) == (2, "")
    assert f"provenance {command[0]}: {unclear}" in ran.err
    ran = provenance(command[0], folder / "b.png", folder / "e.txt", *command[1:])
    assert ran.code == 3
    assert unclear in ran.err
    assert "1 document read, 1 could not be" in ran.err


def test_what_may_not_be_seen_is_not_said_to_be_missing(provenance, tmp_path, monkeypatch):
    def refused(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "exists", refused)
    ran = provenance("score", tmp_path / "a.jsonl")
    said = f"provenance score: {tmp_path / 'a.jsonl'}: cannot be opened: Permission denied\n"
    assert (ran.code, ran.err) == (2, said)


def test_an_empty_folder(provenance, tmp_path):
    ran = provenance("score", tmp_path, "--input-format", "text")
    assert (ran.code, ran.err) == (2, f"provenance score: {tmp_path}: holds no file\n")
    assert "holds no file that can be read (.arrow, " in provenance("score", tmp_path).err


def test_runs_that_cannot_be_opened(provenance, records, tmp_path, shut):
    run, other = tmp_path / "run.jsonl", tmp_path / "other.jsonl"
    provenance("score", records, "--audit", run, "-o", other)
    shut(run)
    ran = provenance("diff", run, run)
    assert ran.code == 3
    assert ran.err == f"{run}: cannot be opened: Permission denied\n" * 2


def test_why_a_document_cannot_be_compared_with_its_record(provenance, records, tmp_path, shut):
    provenance("score", records, "--audit", tmp_path / "audit.jsonl")
    shut(records)
    ran = provenance("verify", tmp_path / "audit.jsonl", "--document", records)
    assert ran.code == 1
    assert ran.err.startswith(f"--document: {records}: cannot be opened: Permission denied\n")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_records_of_which_nothing_is_understood(provenance, tmp_path, workers):
    path = tmp_path / "strange.csv"
    path.write_text("doc_id,uri,writer\n" + "1,https://a.example/,Ana Ruiz\n" * 200)
    options = ("--format", "csv", "--workers", workers)
    ran = provenance("score", path, *options)
    assert (ran.code, ran.err) == (
        0,
        "no record has a key that is understood: name the columns with --map\n",
    )
    assert provenance("inspect", path).err == ran.err
    assert provenance("score", path, *options, "--map", "url=uri").err == ""
    assert provenance("score", path, *options, "--quiet").err == ""
    (tmp_path / "plain.jsonl").write_text('{"id": "a", "publisher": "Tarnmoor Herald"}\n{"id": "b"}\n')
    assert provenance("score", path, tmp_path / "plain.jsonl", *options).err == ""
    (tmp_path / "bare.jsonl").write_text('{"id": "a"}\n')
    assert provenance("score", tmp_path / "bare.jsonl", *options).err == ""


def test_a_text_in_a_pipe_is_told_from_records(provenance):
    """Who pipes an article has not read that standard input holds records."""
    said = "standard input is read as JSON Lines of records, unless --input-format says otherwise\n"
    ran = provenance("score", "-", stdin=b"Rain fell.\nIt stopped.\n")
    assert (ran.code, ran.err.count(said)) == (3, 1)
    assert provenance("score", "-", "--input-format", "text", stdin=b"Rain fell.\n").err == ""
    assert said not in provenance("score", "-", stdin=b'{"id": "a"}\n{').err
