"""What nobody foresaw: a defect of this program, or of a signal that a user wrote, in one line to report."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb


def defect(problem: Exception) -> str:
    """What was raised, and where; the same for the same defect on any machine."""
    where = extract_tb(problem.__traceback__)[-1]
    says = " ".join(str(problem).split())
    return f"a defect of this program, please report it: {type(problem).__name__}{f': {says}' if says else ''} ({Path(where.filename).name}, line {where.lineno}, {where.name})"
