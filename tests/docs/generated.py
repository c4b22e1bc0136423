"""The pages that `docs/generating` makes, which is no part of the library: whoever wants them looks into `docs`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "docs"))

from generating import FOLDERS, INSIDE, pages

__all__ = ["FOLDERS", "INSIDE", "pages"]
