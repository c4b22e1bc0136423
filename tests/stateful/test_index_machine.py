"""The index against a model that compares everything with everything."""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from provenance.corpus import files, postings
from provenance.corpus.index import Index
from provenance.document import Document
from provenance.errors import ConfigurationError, InputError


def piece(number):
    """Forty words that no other piece has."""
    rng = random.Random(f"piece {number}")
    words = [
        "".join(rng.choice("bdfglmnprstvkxz") + rng.choice("aeiou") for _ in range(rng.randint(1, 4)))
        for _ in range(40)
    ]
    return " ".join(words).capitalize() + "."


PIECES = [piece(n) for n in range(5)]
NAMES = ["a", "b", "c", "d", "ö", "long/name.txt:7"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=4).map("\n".join)
DATES = st.sampled_from([None, "2018", "2018-05-01", "2019-01-01", "05/06/2018"])


def document(name, text, published):
    return Document.from_record({"id": name, "text": text, **({"published": published} if published else {})})


# --- the model --------------------------------------------------------------------------------------------------------


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return words, {tuple(words[n : n + 5]) for n in range(len(words) - 4)}


def expected_kind(one, other):
    (words, some), (other_words, others) = shingles(one), shingles(other)
    if not some or not others:
        return None
    if words == other_words:
        return "exact"
    shared = len(some & others)
    if shared / len(some | others) >= 0.8:
        return "near_duplicate"
    joined = " ".join(words)
    runs = any(" ".join(other_words[n : n + 50]) in joined for n in range(len(other_words) - 49))
    return "partial" if runs or shared / min(len(some), len(others)) >= 0.5 else None


def expected(held):
    pairs = ((min(a, b), max(a, b), expected_kind(held[a][0], held[b][0])) for a, b in combinations(held, 2))
    return {(a, b): kind for a, b, kind in pairs if kind}


def fresh(held, order):
    index = Index.in_memory()
    for name in order:
        index.add(document(name, *held[name]))
    return index


class IndexMachine(RuleBasedStateMachine):
    """Add, replace, remove, merge, save and open again, in any order."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "index"
        self.held = {}
        with Index.build(self.path):
            pass

    def teardown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(name=st.sampled_from(NAMES), text=TEXTS, published=DATES)
    def add(self, name, text, published):
        with Index.changing(self.path) as index:
            index.add(document(name, text, published))
        self.held[name] = (text, published)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def add_the_same_again(self, data):
        name = data.draw(st.sampled_from(sorted(self.held)))
        with Index.changing(self.path) as index:
            index.add(document(name, *self.held[name]))

    @rule(name=st.sampled_from(NAMES))
    def remove(self, name):
        with Index.changing(self.path) as index:
            assert index.remove(name) is (name in self.held)
        self.held.pop(name, None)

    @rule(others=st.dictionaries(st.sampled_from(NAMES), st.tuples(TEXTS, DATES), max_size=3))
    def merge(self, others):
        other = fresh(others, sorted(others))
        clash = any(name in self.held and self.held[name] != value for name, value in others.items())
        if clash:
            with pytest.raises(InputError), Index.changing(self.path) as index:
                index.merge(other)
        else:
            with Index.changing(self.path) as index:
                index.merge(other)
            self.held |= others

    @rule(name=st.sampled_from(NAMES), text=TEXTS)
    def give_up_halfway(self, name, text):
        with pytest.raises(ZeroDivisionError):
            self._fail_to_add(document(name, text + "!", None))

    def _fail_to_add(self, new):
        with Index.changing(self.path) as index:
            index.add(new)
            index.remove("a")
            index.freeze()
            raise ZeroDivisionError

    @rule(
        keep=st.sets(st.sampled_from(NAMES)), more=st.dictionaries(st.sampled_from(NAMES), TEXTS, max_size=2)
    )
    def refresh(self, keep, more):
        """What is not met again goes, what changed is replaced, the rest stays."""
        held = {name: value for name, value in self.held.items() if name in keep}
        held |= {name: (text, None) for name, text in more.items()}
        with Index.changing(self.path) as index:
            index.begin_again()
            for name in sorted(held):
                index.add_new(document(name, *held[name]))
            assert index.drop_what_was_not_met() == len(self.held.keys() - held.keys())
        self.held = held

    @rule(name=st.sampled_from(NAMES))
    def rebuild_from_scratch(self, name):
        """The file is replaced in one piece, by an index filled in another order."""
        with Index.build(self.path) as index:
            for each in sorted(self.held, key=lambda other: (other != name, other)):
                index.add(document(each, *self.held[each]))

    @invariant()
    def holds_what_the_model_holds(self):
        index = Index.open(self.path)
        assert sorted(entry.id for entry in index.entries()) == sorted(self.held)
        assert len(index) == len(self.held)
        assert all(name in index for name in self.held)
        index.close()

    @invariant()
    def is_named_by_what_it_holds(self):
        index = Index.open(self.path)
        assert index.digest == fresh(self.held, sorted(self.held, reverse=True)).freeze()
        index.close()

    @invariant()
    def finds_what_comparing_everything_finds(self):
        index = Index.open(self.path)
        lines = list(index.lines())
        assert {
            tuple(sorted((line["document"], line["source"]))): line["kind"] for line in lines
        } == expected(self.held)
        assert lines == list(fresh(self.held, sorted(self.held, reverse=True)).lines())
        assert all(line["document"] != line["source"] for line in lines)
        index.close()

    @invariant()
    def tells_the_same_to_each_document(self):
        index = Index.open(self.path)
        lines = list(index.lines())
        for name, value in self.held.items():
            own = [line for line in lines if name in (line["document"], line["source"])]
            assert index.lines_of(document(name, *value)) == own
        index.close()

    @precondition(lambda self: self.held)
    @invariant()
    def tells_the_same_to_a_document_that_is_not_in_it(self):
        name = min(self.held)
        rest = fresh(
            {other: value for other, value in self.held.items() if other != name},
            [n for n in self.held if n != name],
        )
        index = Index.open(self.path)
        assert rest.lines_of(document(name, *self.held[name])) == index.lines_of(
            document(name, *self.held[name])
        )
        index.close()


TestIndex = IndexMachine.TestCase
TestIndex.settings = settings(max_examples=30, stateful_step_count=12, deadline=None)


# --- killed at any write ----------------------------------------------------------------------------------------------

KILLED = """
import os, sys
from provenance.corpus import files, index as module, postings
from provenance.document import Document

path, last, way = sys.argv[1], int(sys.argv[2]), sys.argv[3]
connected, count, added = files.connected, 0, 0
postings._SEGMENT = 6  # a commit after every other document
module._CACHE = 1  # pages reach the file long before the end

def watch(statement):
    global count, added
    added += statement.startswith("INSERT INTO documents")
    if statement.split(" ", 1)[0] in ("INSERT", "DELETE", "COMMIT", "BEGIN", "CREATE"):
        count += 1
        if count == last:
            os._exit(9)

def watched(*args, **kwargs):
    database = connected(*args, **kwargs)
    database.set_trace_callback(watch)
    return database

files.connected = watched
with getattr(module.Index, way)(path) as index:
    for n in range(7):
        text = " ".join(f"Ferry {m} of line {n} sails to Kessandra at {n * m}." for m in range(9))
        index.add_new(Document.from_record({"id": f"new {n}", "text": text}))
    index.add(Document.from_record({"id": "new 3", "text": "The line has another ferry now, which sails no more."}))
    index.remove("old")
print(count, added)
"""


def written(path, last, way):
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(last), way], capture_output=True, text=True, check=False
    )


@pytest.fixture
def old(tmp_path):
    """An index with one document."""
    path = tmp_path / "index"
    with Index.build(path) as index:
        index.add(document("old", "the text that was there before and stays until the end", None))
    return path


def digest_in(path):
    index = Index.open(path)
    digest, names = index.digest, [entry.id for entry in index.entries()]
    index.close()
    return digest, names


@pytest.mark.parametrize("way", ["changing", "build"])
def test_a_writer_that_is_killed_at_any_write_leaves_the_old_index(tmp_path, old, way):
    before = digest_in(old)
    copy = tmp_path / "copy"
    shutil.copy(old, copy)
    finished = written(copy, 0, way)
    assert finished.returncode == 0, finished.stderr
    writes, wanted = int(finished.stdout.split()[0]), digest_in(copy)
    assert writes > 20
    for last in range(1, writes + 1, 7):
        code = written(old, last, way).returncode
        if code == 0 and way == "build" and 2 * last > writes:
            break  # it went on from what was committed, and has less to write
        assert code == 9
        assert digest_in(old) == before
    assert written(old, 0, way).returncode == 0
    assert digest_in(old) == wanted
    assert wanted[1] == [f"new {n}" for n in range(7)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "index"]


def test_a_build_that_is_killed_again_and_again_gets_done(tmp_path):
    """Each start goes on from what the last one committed, until one comes to its end."""
    whole, path = tmp_path / "whole", tmp_path / "index"
    assert written(whole, 0, "build").stdout.split()[1] == "8"
    for start in range(4):
        assert written(path, 20 + 5 * start, "build").returncode == 9
    finished = written(path, 0, "build")
    assert int(finished.stdout.split()[1]) < 8
    assert digest_in(path) == digest_in(whole)


def test_an_interrupted_build_of_something_else_leaves_no_trace(tmp_path):
    path = tmp_path / "index"
    assert written(path, 30, "build").returncode == 9
    with Index.build(path) as index:
        assert len(index) > 0
        index.add_new(document("new 0", "another text under a name that is known", None))
        with pytest.raises(InputError, match="two documents"):
            index.add_new(document("new 0", "and another", None))
    assert digest_in(path)[1] == ["new 0"]
    with Index.build(tmp_path / "fresh") as fresh:
        fresh.add(document("new 0", "another text under a name that is known", None))
    assert digest_in(path)[0] == digest_in(tmp_path / "fresh")[0]


def test_an_interrupt_keeps_what_was_committed(tmp_path, monkeypatch):
    monkeypatch.setattr(postings, "_SEGMENT", 1)
    with pytest.raises(KeyboardInterrupt):
        _add_and_interrupt(tmp_path / "index")
    assert [path.name for path in tmp_path.iterdir()] == ["index.partial"]
    with Index.build(tmp_path / "index") as index:
        assert len(index) == 1
        index.add(document("a", PIECES[0], None))
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def _add_and_interrupt(path):
    with Index.build(path) as index:
        index.add(document("a", PIECES[0], None))
        raise KeyboardInterrupt


def test_what_is_no_index_is_no_build_to_go_on_with(tmp_path):
    (tmp_path / "index.partial").write_bytes(b"not a database")
    with Index.build(tmp_path / "index") as index:
        index.add(document("a", PIECES[0], None))
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


@pytest.mark.parametrize("pages", [1, 4, 16])
def test_a_disk_that_is_full_from_the_beginning_leaves_nothing(tmp_path, monkeypatch, pages):
    def connected(name, *, uri=False):
        database = sqlite3.connect(name, uri=uri, isolation_level=None)
        database.execute(f"PRAGMA max_page_count = {pages}")
        return database

    monkeypatch.setattr(files, "connected", connected)
    with (
        pytest.raises(ConfigurationError, match=r"index: cannot be written: .* full: make room, and run"),
        Index.build(tmp_path / "index") as index,
    ):
        index.add(document("a", PIECES[0] * 1_000, None))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("impatient")
def test_two_builds_of_one_index_do_not_run_at_once(tmp_path):
    with Index.build(tmp_path / "index") as index:
        index.add(document("a", PIECES[0], None))
        with (
            pytest.raises(ConfigurationError, match="another run is writing it"),
            Index.build(tmp_path / "index"),
        ):
            pass
    assert digest_in(tmp_path / "index")[1] == ["a"]


def test_a_build_that_waited_for_another_does_not_go_on_with_its_index(tmp_path, monkeypatch):
    """What it waited for took its place meanwhile."""
    path, partial = tmp_path / "index", tmp_path / "index.partial"
    with Index.build(path) as index:
        index.add(document("a", PIECES[0], None))
    path.rename(partial)

    def connected(name, *, uri=False):
        database = sqlite3.connect(name, uri=uri, isolation_level=None)
        if name == str(partial):
            database.execute("SELECT count(*) FROM sqlite_master")
            partial.rename(path)
        return database

    monkeypatch.setattr(files, "connected", connected)
    with pytest.raises(ConfigurationError, match="another run has just written it"), Index.build(path):
        pass
    monkeypatch.undo()
    assert digest_in(path)[1] == ["a"]


# --- what is no index -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(100)])
def test_other_files_are_refused(tmp_path, content):
    path = tmp_path / "index"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match="index"):
        Index.open(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ConfigurationError, match="no such index"):
        Index.open(tmp_path / "index")
    with pytest.raises(ConfigurationError, match="no such index"), Index.changing(tmp_path / "index"):
        pass
    with (
        pytest.raises(ConfigurationError, match="cannot be written"),
        Index.build(tmp_path / "no folder" / "index"),
    ):
        pass
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_says_so(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(ConfigurationError, match="cannot be written"), Index.build(tmp_path / "folder"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.fixture
def impatient(monkeypatch):
    """Connections that do not wait for one another."""

    def connected(name, *, uri=False):
        return sqlite3.connect(name, uri=uri, isolation_level=None, timeout=0)

    monkeypatch.setattr(files, "connected", connected)


@pytest.mark.usefixtures("impatient")
def test_two_writers_do_not_change_an_index_at_once(tmp_path):
    path = tmp_path / "index"
    with Index.build(path):
        pass
    with Index.changing(path) as index:
        index.add(document("a", PIECES[0], None))
        with pytest.raises(ConfigurationError, match="locked"):
            _change_at_once(path)
    assert len(Index.open(path)) == 1


def _change_at_once(path):
    with Index.changing(path) as index:
        index.add(document("b", PIECES[1], None))
