"""Workers: the results in order, none lost, none twice, whoever dies."""

import multiprocessing
import os
import signal
from collections import Counter
from itertools import count, islice

import pytest

from provenance import ConfigurationError, InputError, Registry, Scorer
from provenance.signal import Direction, Lifecycle, Signal, SignalSpec, Standard, yes
from provenance.workers import Crew

SPAWN = multiprocessing.get_context("spawn")  # what every platform has, and what shares nothing
QUICK = SPAWN
if "forkserver" in multiprocessing.get_all_start_methods():
    QUICK = multiprocessing.get_context(
        "forkserver"
    )  # shares as little, and imports once what these tests import
    QUICK.set_forkserver_preload(["__main__", "pytest", "provenance.assessment"])


class Doubling:
    """Doubles numbers; some have it in for the worker."""

    def __init__(self, marks=None):
        self.marks = marks

    def __call__(self, chunk):
        return [self._double(number) for number in chunk]

    def _double(self, number):
        if number == "poison":
            os._exit(7)
        if number == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if number == "unlucky" and not self.marks.exists():
            self.marks.touch()
            os._exit(9)
        if number == "refused":
            raise InputError("refused")
        if number == "unsendable answer":
            return lambda: None
        return number * 2 if isinstance(number, int) else number

    def split(self, chunk):
        return [[number] for number in chunk]

    def lost(self, chunk, exit_code):
        return [(chunk[0], exit_code)]

    def joined(self, results):
        return [number for result in results for number in result]


def crew(count=2, marks=None):
    return Crew(Doubling(marks), count, QUICK)


@pytest.fixture(autouse=True)
def nobody_is_left():
    yield
    assert multiprocessing.active_children() == []


def test_results_come_in_the_order_of_the_chunks():
    chunks = [[n, n + 1] for n in range(0, 60, 2)]
    assert list(crew(3).over(chunks)) == [[2 * n, 2 * n + 2] for n in range(0, 60, 2)]


def test_no_chunk_needs_no_worker():
    assert list(crew().over([])) == []


def test_no_more_is_read_than_there_is_room_for():
    taken = Counter()

    def chunks():
        for n in count():
            taken["chunks"] += 1
            yield [n]

    assert list(islice(crew(2).over(chunks()), 5)) == [[0], [2], [4], [6], [8]]
    assert taken["chunks"] <= 5 + 2 * 4


@pytest.mark.parametrize(("poison", "code"), [("poison", 7), ("killed", -signal.SIGKILL)])
@pytest.mark.parametrize("chunk", [[1, "X", 3], ["X"], ["X", 2], [1, "X"]])
def test_what_ends_its_worker_is_given_up_and_the_rest_is_not(poison, code, chunk):
    given = [poison if number == "X" else number for number in chunk]
    expected = [(poison, code) if number == "X" else number * 2 for number in chunk]
    assert list(crew().over([[10], given, [20]])) == [[20], expected, [40]]


def test_a_worker_that_somebody_else_ended_costs_nothing(tmp_path):
    assert list(crew(marks=tmp_path / "mark").over([[1, "unlucky", 2], [3]])) == [[2, "unlucky", 4], [6]]


def test_several_may_be_poisoned():
    chunk = ["poison", 1, "poison"]
    assert list(crew(1).over([chunk, chunk])) == [[("poison", 7), 2, ("poison", 7)]] * 2


def test_an_error_of_ours_ends_the_run():
    with pytest.raises(InputError, match="refused"):
        list(crew().over([[1], ["refused"], [2]]))


def test_what_was_taken_on_before_an_error_of_the_source_is_done():
    def chunks():
        yield from ([n] for n in range(10))
        raise OSError("the disk is gone")

    found = []
    with pytest.raises(OSError, match="the disk is gone"):
        found.extend(crew().over(chunks()))
    assert found == [[2 * n] for n in range(10)]


def test_what_cannot_be_sent_is_done_here():
    def local():
        return None

    assert list(crew().over([[1], [local, 2]])) == [[2], [local, 4]]


def test_work_that_cannot_be_sent():
    work = Doubling()
    work.marks = lambda: None
    with pytest.raises(ConfigurationError, match="cannot be sent"):
        Crew(work, 2, SPAWN)


class Unborn(Doubling):
    """Work that no worker survives to take on."""

    def __setstate__(self, state):
        os._exit(5)


def test_workers_that_cannot_be_started():
    with pytest.raises(ConfigurationError, match="none can be started: the process ended with 5"):
        list(Crew(Unborn(), 2, QUICK).over([[1]]))


# --- scoring ----------------------------------------------------------------------------------------------------------

SPEC = SignalSpec(
    id="test.deadly",
    version=1,
    title="Deadly",
    problem="deadly",
    question="Does it kill?",
    rationale="To see who survives.",
    method="Ends the process for one title.",
    weaknesses=("None.",),
    standard=Standard(name="provenance", clause="test", url="https://example.org/"),
    direction=Direction.REPORTED,
    reads=frozenset({"title"}),
    remediation="None.",
    good_example="None.",
    problem_example="None.",
    lifecycle=Lifecycle.EXPERIMENTAL,
)


def deadly(document, _context):
    if document.title.first == "deadly" and multiprocessing.parent_process() is not None:
        os._exit(1)
    return yes()


@pytest.fixture
def spawning(monkeypatch):
    monkeypatch.setattr(multiprocessing, "get_context", lambda _method=None: SPAWN)


RECORDS = [
    *(
        {"id": f"d{n}", "text": f"“It is {n} degrees,” said Ada Vale.", "authors": ["Ada Vale"]}
        for n in range(70)
    ),
    5,
    {"title": "no id"},
    {"has_author": True, "authors": []},
    InputError("not read"),
]


def shown(found):
    return str(found) if isinstance(found, InputError) else (found.to_line(), found.to_record())


def test_scores_are_the_same_for_every_number_of_workers(spawning):
    scorer = Scorer(as_of="2026-11-21")
    alone = list(map(shown, scorer.score_many(RECORDS)))
    assert list(map(shown, scorer.score_many(iter(RECORDS), workers=2))) == alone


def test_a_document_that_ends_its_worker_is_one_error(spawning):
    registry = Registry.core().adding(Signal(SPEC, deadly))
    records = [{"id": str(n), "title": "deadly" if n == 3 else "harmless"} for n in range(6)]
    found = list(Scorer(registry=registry).score_many(records, workers=2))
    assert [getattr(f, "id", str(f)) for f in found] == [
        "0",
        "1",
        "2",
        "3: ended the process that read it (exit code 1)",
        "4",
        "5",
    ]


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2", True, None])
def test_a_number_of_workers_that_cannot_be(workers):
    with pytest.raises(ConfigurationError, match="workers: expected 1 or more"):
        Scorer().score_many([], workers=workers)
