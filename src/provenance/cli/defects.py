"""What nobody foresaw, in one line: a defect of this program, to be reported, or an index that is damaged."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb


def defect(problem: Exception) -> str:
    """What was raised, and where; the same for the same defect on any machine."""
    where = extract_tb(problem.__traceback__)[-1]
    says = " ".join(str(problem).split())
    return f"a defect of this program, please report it: {type(problem).__name__}{f': {says}' if says else ''} ({Path(where.filename).name}, line {where.lineno}, {where.name})"


def fault_of_index(problem: Exception) -> str:
    """What to say of a fault of the database under an index, which is told by its name; empty for anything else."""
    if type(problem).__module__ != "sqlite3":  # to import it costs more than to start
        return ""
    return f"the index cannot be read on: {problem}; build it again"
