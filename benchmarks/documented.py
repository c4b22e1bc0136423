"""The page of costs in the documentation: its tables and plots are those of the kept results.

python -m benchmarks.documented        # `python -m benchmarks --keep VERSION` does it too
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from benchmarks import results
from benchmarks.report import stated, table

PAGE: Final = Path(__file__).parents[1] / "docs" / "explanation" / "what-it-costs.md"
PLOTS: Final = PAGE.with_name("costs")
_BLOCK: Final = re.compile(r"(<!-- costs: (\w+) -->\n).*?(?=<!-- end of costs -->)", re.DOTALL)


def refreshed(page: str, kept: results.Results) -> str:
    """*page* with the tables of the *kept* results; `conditions` is what they were measured under."""

    def block(match: re.Match[str]) -> str:
        part = match[2]
        shown = stated(kept["conditions"]) if part == "conditions" else table(kept["parts"][part])
        return f"{match[1]}{shown}\n"

    return _BLOCK.sub(block, page)


def main() -> None:
    """Rewrites the page, and its plots if they can be made here."""
    kept = results.latest()
    if kept is None:
        raise SystemExit(f"{results.KEPT}: no results are kept")
    page = refreshed(PAGE.read_text("utf-8"), kept)
    PAGE.write_text(page, "utf-8")
    try:
        from benchmarks.plots import plotted
    except ImportError:
        print("the plots are as they were: matplotlib is not installed")
        return
    PLOTS.mkdir(exist_ok=True)
    plotted({part: rows for part, rows in kept["parts"].items() if f"costs/{part}.svg" in page}, PLOTS)


if __name__ == "__main__":
    main()
