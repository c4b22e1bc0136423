"""Every module under `signals/` is registered, under the id that its path gives, with a complete specification."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from provenance import signals
from provenance.document import Document
from provenance.fields import ALL_FIELDS
from provenance.signal import Context, Direction, Finding

MODULES = [m.name for m in pkgutil.walk_packages(signals.__path__, "provenance.signals.") if not m.ispkg]
BY_ID = {signal.spec.id: signal for signal in signals.CORE}
TESTS = Path(__file__).parent


def test_every_module_is_registered_and_nothing_else():
    assert {name.removeprefix("provenance.signals.") for name in MODULES} == set(BY_ID)
    assert len(signals.CORE) == len(BY_ID)


def test_the_families_stand_together():
    families = [signal.spec.family for signal in signals.CORE]
    assert [f for n, f in enumerate(families) if n == 0 or families[n - 1] != f] == list(
        dict.fromkeys(families)
    )


@pytest.mark.parametrize("name", MODULES)
def test_a_module_holds_its_own_signal(name):
    module = importlib.import_module(name)
    signal = BY_ID[name.removeprefix("provenance.signals.")]
    assert module.SIGNAL is signal
    assert signal.spec is module.SPEC
    assert signal.assess is module.assess
    assert module.__doc__.strip().endswith("?")


@pytest.mark.parametrize("signal", signals.CORE, ids=list(BY_ID))
class TestSpec:
    """What a reader of the documentation is told."""

    def test_is_complete(self, signal):
        spec = signal.spec
        for words in (
            spec.title,
            spec.problem,
            spec.question,
            spec.rationale,
            spec.method,
            spec.remediation,
            spec.good_example,
            spec.problem_example,
            *spec.weaknesses,
            spec.standard.name,
            spec.standard.clause,
        ):
            assert words == words.strip()
            assert words
        assert spec.weaknesses
        assert spec.version >= 1

    def test_is_well_written(self, signal):
        spec = signal.spec
        assert spec.question.endswith("?")
        for sentence in (spec.rationale, spec.method, spec.remediation, *spec.weaknesses):
            assert sentence.endswith(".")
            assert sentence[0].isupper() or sentence[0] == "“"
        for title in (spec.title, spec.problem):
            assert len(title) <= 45
            assert not title.endswith(".")
        for line in (spec.good_example, spec.problem_example):
            assert "\n" not in line

    def test_a_problem_says_what_was_found_and_not_what_there_is(self, signal):
        """Nobody looked further than this document, and by lists of words: a denial is one of what was found."""
        denies = signal.spec.problem.startswith(("No ", "Neither ", "Nothing "))
        assert not denies or re.search(r" (found|confirmed|explained|counts)\b", signal.spec.problem)

    def test_points_to_a_published_text(self, signal):
        assert re.fullmatch(r"https://[a-z0-9.-]+/\S*", signal.spec.standard.url)

    def test_reads_fields_of_a_document(self, signal):
        assert signal.spec.reads
        assert signal.spec.reads <= set(ALL_FIELDS)

    def test_has_a_table(self, signal):
        tables = (TESTS / signal.spec.family).glob("test_*.py")
        assert any(f'"{signal.spec.id}"' in table.read_text("utf-8") for table in tables)

    def test_says_nothing_of_a_document_that_nobody_knows(self, signal):
        finding = signal.assess(Document.from_record({}), Context())
        assert isinstance(finding, Finding)
        assert (finding.good, finding.bad, finding.share) == (0, 0, None)
        assert finding.why is not None

    def test_shows_problem_and_title_apart_where_it_earns(self, signal):
        spec = signal.spec
        if spec.direction in (Direction.RAISES, Direction.LOWERS):
            assert spec.title != spec.problem
