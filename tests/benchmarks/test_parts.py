"""The benchmarks run, on next to nothing; how fast anything is, no test asks."""

import subprocess
import sys
from math import isfinite
from pathlib import Path

import pytest

from benchmarks.measuring import Base, MeasuringError, run
from benchmarks.parts import PARTS
from benchmarks.plan import Plan
from benchmarks.report import TITLES, table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_runs(part, tmp_path):
    plan = Plan(Base(), tmp_path, rounds=1, records=60, sizes=(3, 9), texts=(3, 9), keys=20)
    rows = PARTS[part](plan)
    assert all("note" in row or all(map(isfinite, row.values())) for row in rows.values())
    assert any("note" not in row for row in rows.values())
    assert table(rows).count("\n") == len(rows) + 1
    assert TITLES[part]


def test_a_command_that_fails_says_how(tmp_path):
    with pytest.raises(MeasuringError, match="ended with 3: soon"):
        run([sys.executable, "-c", "import sys; print('soon', file=sys.stderr); sys.exit(3)"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "api,speed"), "'speed' is not among api"),
        (("--rounds", "0"), "--rounds: expected 1 or more"),
    ],
)
def test_wrong_usage_says_what_is_right(arguments, said):
    command = [sys.executable, "-m", "benchmarks", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
