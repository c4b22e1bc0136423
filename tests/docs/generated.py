"""The pages that `docs/generate.py` makes."""

import importlib.util
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location(
    "docs_generate", Path(__file__).parents[2] / "docs" / "generate.py"
)
_MODULE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)

FOLDERS = _MODULE.FOLDERS
INSIDE = _MODULE.INSIDE
pages = _MODULE.pages
