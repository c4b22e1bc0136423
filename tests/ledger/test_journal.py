"""A ledger remembers everything in order, finds every change, and survives writers that stop in the middle."""

import json
import multiprocessing
import os
import stat
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from provenance import AuditError, ConfigurationError
from provenance.ledger import Entry, Head, Ledger, Seal
from provenance.ledger.merkle import leaf_hash, root_of


def seal(n):
    return Seal(f"document {n}", f"sha256:{n:064x}", f"sha256:{n + 1:064x}")


def test_records_come_back_as_they_were_appended(tmp_path, audits):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    done = ledger.append(audits)
    assert done == (tuple(ledger.entries()), "")
    assert [e.record for e in done.entries] == [a["digest"] for a in audits]
    assert [(e.n, e.id) for e in done.entries] == [(1, "a"), (2, "b"), (3, "ü")]
    assert [e.previous for e in done.entries] == [None, *(e.digest for e in done.entries[:-1])]


def test_the_digest_of_an_entry_is_its_leaf_in_the_tree(ledger):
    """Anyone can work it out with the standard library alone."""
    leaves = []
    for line in ledger.path.read_bytes().splitlines():
        content = json.loads(line)
        digest = content.pop("digest")
        leaves.append(leaf_hash(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()))
        assert digest == f"sha256:{leaves[-1].hex()}"
    assert ledger.check() == Head(root_of(leaves).hex(), 5)


@pytest.mark.parametrize(
    "spoilt", [{}, {"result": {"score": 1}}, {"digest": "sha256:" + "0" * 64}, {"x": float("nan")}]
)
def test_what_is_not_sealed_is_not_appended(ledger, audits, spoilt):
    before = ledger.path.read_bytes()
    record = {**audits[0], **spoilt} if spoilt else {}
    with pytest.raises(AuditError):
        ledger.append([audits[1], record])
    assert ledger.path.read_bytes() == before


def test_what_is_no_record_is_not_appended(ledger):
    for record in (None, [], "x"):
        with pytest.raises(AuditError, match="expected an audit record"):
            ledger.append([record])


def test_a_new_file_is_on_the_disk_before_anybody_is_told_so(tmp_path, monkeypatch):
    """The folder is synced when the file is made, and the file after each append."""
    synced = []

    def syncing(file):
        descriptor = file if isinstance(file, int) else file.fileno()
        synced.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")

    monkeypatch.setattr("provenance.ledger.file.fsync", syncing)
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append_seals([seal(1)])
    ledger.append_seals([seal(2)])
    assert synced == ["folder", "file", "file"]


# --- tampering ------------------------------------------------------------------------------------------------------

LINES = 200


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """The lines of a ledger of two hundred entries, and its head."""
    ledger = Ledger(tmp_path_factory.mktemp("original") / "ledger.jsonl")
    ledger.append_seals([seal(n) for n in range(LINES)])
    return ledger.path.read_bytes().splitlines(keepends=True), ledger.check()


def resealed(line, n):
    """A line that somebody changed, and sealed again as it should be."""
    entry = Entry.read(line[:-1])
    last = None if entry.previous is None else entry._replace(n=entry.n - 1, digest=entry.previous)
    return Entry.after(last, Seal("another document", entry.document, entry.record)).line()


TAMPERED = {
    "change": lambda lines, n: [
        *lines[:n],
        lines[n].replace(b"document ", b"documents ", 1),
        *lines[n + 1 :],
    ],
    "reseal": lambda lines, n: [*lines[:n], resealed(lines[n], n), *lines[n + 1 :]],
    "drop": lambda lines, n: [*lines[:n], *lines[n + 1 :]],
    "insert": lambda lines, n: [*lines[:n], lines[n], *lines[n:]],
    "insert a blank": lambda lines, n: [*lines[:n], b"\n", *lines[n:]],
    "swap": lambda lines, n: [*lines[:n], *reversed(lines[n : n + 2]), *lines[n + 2 :]],
    "truncate": lambda lines, n: [*lines[:n], lines[n][:-7]],
}
LATER = {"reseal": 2, "insert": 2}
"""Where it is the line after that does not fit: what was changed is whole in itself."""
LAST = {"drop", "reseal", "swap"}
"""What nobody can tell of the last line without a head."""


@pytest.mark.parametrize("how", TAMPERED)
def test_tampering_is_found_at_every_line_with_the_place(tmp_path, original, how):
    lines, _ = original
    ledger = Ledger(tmp_path / "ledger.jsonl")
    for n in range(LINES - (how in LAST)):
        ledger.path.write_bytes(b"".join(TAMPERED[how](lines, n)))
        with pytest.raises(AuditError) as found:
            ledger.check()
        assert found.value.pointer == f"line {n + LATER.get(how, 1)}"


@pytest.mark.parametrize("how", ["drop", "reseal"])
def test_of_the_last_line_only_a_head_tells(tmp_path, original, how):
    lines, head = original
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.path.write_bytes(b"".join(TAMPERED[how](lines, LINES - 1)))
    ledger.check()
    with pytest.raises(AuditError):
        ledger.check([head])


def test_a_rewritten_past_is_found_between_two_heads(tmp_path):
    ledger, heads = Ledger(tmp_path / "ledger.jsonl"), []
    for start in range(0, 30, 10):
        ledger.append_seals([seal(n) for n in range(start, start + 10)])
        heads.append(ledger.check())
    assert ledger.check(heads) == heads[-1]
    ledger.path.unlink()
    ledger.append_seals([seal(99 if n == 14 else n) for n in range(30)])
    ledger.check()
    with pytest.raises(AuditError, match="lines 11 to 20: are not those"):
        ledger.check(reversed(heads))


def test_a_cut_ledger_is_found_by_its_head(ledger):
    head = ledger.check()
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join(lines[:3]))
    with pytest.raises(AuditError, match="lines 4 to 5: are missing: the ledger ends after 3"):
        ledger.check([head])


def test_heads_of_nothing(tmp_path, ledger):
    path = tmp_path / "empty.jsonl"
    path.touch()
    nothing = Ledger(path).check()
    assert nothing.size == 0
    assert ledger.check([nothing]).size == 5
    with pytest.raises(AuditError):
        ledger.check([Head("0" * 64, 0)])


@pytest.mark.parametrize(
    "text", ["", "abc:5", "0" * 64, f"{'0' * 64}:-1", f"{'0' * 64}:{'9' * 40}", f"md5:{'0' * 64}:5"]
)
def test_what_is_no_head(text):
    with pytest.raises(ConfigurationError, match="head of a ledger"):
        Head.parse(text)


def test_a_head_is_one_word_that_reads_back(ledger):
    head = ledger.check()
    assert Head.parse(str(head)) == head == Head.parse(f" {head.root}:{head.size}\n")


# --- writers that stop ----------------------------------------------------------------------------------------------


@pytest.fixture
def hurried(monkeypatch):
    """No waiting for the disk, of which a test of many files sees nothing."""
    monkeypatch.setattr("provenance.ledger.file.fsync", lambda _file: None)


@pytest.mark.usefixtures("hurried")
def test_a_writer_stopped_at_any_byte(tmp_path):
    """What was appended before is there, what was not whole is gone, and it is told."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append_seals([seal(n) for n in range(2)])
    kept = ledger.path.read_bytes()
    ledger.append_seals([seal(2), seal(3)])
    whole = ledger.path.read_bytes()
    ends = [n + 1 for n, byte in enumerate(whole) if byte == ord("\n")]
    for cut in range(len(kept), len(whole) + 1):
        ledger.path.write_bytes(whole[:cut])
        done = ledger.append_seals([seal(9)])
        ids = [entry.id for entry in ledger.entries()]
        assert ids[:2] == ["document 0", "document 1"]
        assert ids[-1] == "document 9"
        assert ids[:-1] == [f"document {n}" for n in range(sum(end <= cut + 1 for end in ends))]
        assert bool(done.mended) == (cut not in ends)


@pytest.mark.parametrize(
    "content",
    [b"\n", b"notes", b"notes\n", b'{"a": 1}\n', b"\0" * 99, b'{"digest":"sha256:' + b"x" * 300_000 + b"\n"],
)
def test_another_file_is_left_alone(tmp_path, content):
    path = tmp_path / "notes"
    path.write_bytes(content)
    with pytest.raises(AuditError, match="last line"):
        Ledger(path).append_seals([seal(0)])
    assert path.read_bytes() == content


def test_a_ledger_of_which_the_first_line_is_not_whole(tmp_path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'{"digest":"sha')
    assert "14 bytes" in Ledger(path).append_seals([seal(0)]).mended
    assert Ledger(path).check().size == 1


def test_a_long_line_is_found_again(tmp_path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    for name in ("x" * 200_000, 'y\ud800\\"\n'):
        ledger.append_seals([Seal(name, *seal(0)[1:])])
    assert ledger.check().size == 2


def test_a_full_disk_leaves_the_ledger_as_it_was(ledger, monkeypatch):
    before = ledger.path.read_bytes()

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("provenance.ledger.file.fsync", full)
    with pytest.raises(ConfigurationError, match="No space left"):
        ledger.append_seals([seal(5)])
    assert ledger.path.read_bytes() == before


@pytest.mark.parametrize("name", ["", "nowhere/ledger.jsonl", "a\0b"])
def test_a_path_that_cannot_be(tmp_path, name):
    ledger = Ledger(tmp_path / name)
    with pytest.raises(ConfigurationError):
        ledger.append_seals([seal(0)])
    with pytest.raises(ConfigurationError):
        ledger.check()


def write(path, who):
    for n in range(40):
        Ledger(path).append_seals([Seal(f"{who}-{n}", *seal(0)[1:]), Seal(f"{who}-{n}", *seal(0)[1:])])


def test_several_writers_take_turns(tmp_path):
    path = tmp_path / "ledger.jsonl"
    method = multiprocessing.get_context("spawn")
    writers = [method.Process(target=write, args=(path, who)) for who in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    entries = list(Ledger(path).entries())
    assert len(entries) == 240
    assert all(one.id == other.id for one, other in list(pairwise(entries))[::2])
    for who in "abc":
        assert [e.id for e in entries if e.id.startswith(who)][::2] == [f"{who}-{n}" for n in range(40)]


class LedgerMachine(RuleBasedStateMachine):
    """A ledger beside a list that nobody could get wrong."""

    @initialize(tmp=st.runner().map(lambda machine: machine.folder))
    def begin(self, tmp):
        self.ledger, self.model, self.heads = Ledger(tmp / "ledger.jsonl"), [], []
        self.ledger.path.unlink(missing_ok=True)
        self.ledger.append_seals([])

    @rule(names=st.lists(st.text(max_size=5), max_size=4))
    def append(self, names):
        self.ledger.append_seals([Seal(name, *seal(0)[1:]) for name in names])
        self.model += names

    @rule()
    def anchor(self):
        self.heads.append(self.ledger.check())

    @rule(rest=st.integers(1, 500), name=st.text(max_size=5))
    def stop_in_the_middle(self, rest, name):
        before = self.ledger.path.read_bytes()
        self.ledger.append_seals([Seal(name, *seal(0)[1:])])
        line = self.ledger.path.read_bytes()[len(before) :]
        self.ledger.path.write_bytes(before + line[: min(rest, len(line) - 2)])
        assert self.ledger.append_seals([]).mended

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def tamper_with_a_byte(self, data):
        before = self.ledger.path.read_bytes()
        at = data.draw(st.integers(0, len(before) - 1))
        changed = bytearray(before)
        changed[at] ^= data.draw(st.integers(1, 255))
        self.ledger.path.write_bytes(changed)
        with pytest.raises(AuditError):
            self.ledger.check()
        self.ledger.path.write_bytes(before)

    @invariant()
    def remembers_everything_in_order(self):
        if hasattr(self, "model"):
            assert [entry.id for entry in self.ledger.entries()] == self.model
            assert self.ledger.check(self.heads).size == len(self.model)


@pytest.mark.usefixtures("hurried")
def test_a_ledger_is_a_list_that_remembers(tmp_path_factory):
    class Here(LedgerMachine):
        folder = tmp_path_factory.mktemp("machine")

    run_state_machine_as_test(Here, settings=settings(stateful_step_count=15, deadline=None))
