"""Results as they are kept: one JSON file for each version, with the conditions under which it was measured."""

from __future__ import annotations

import json
import os
import platform
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

KEPT: Final = Path(__file__).parent / "results"
_PEERS: Final = (
    "datatrove",
    "dolma",
    "spacy",
    "textacy",
    "datasketch",
    "rensa",
    "lxml",
    "extruct",
    "trafilatura",
)

Results = dict[str, Any]
"""`conditions`, and under `parts` the rows of each."""


def conditions() -> dict[str, Any]:
    """The machine in general terms, how busy it is, and the versions of what is measured."""
    found = {
        "provenance": version("provenance-credibility"),
        "day": time.strftime("%Y-%m-%d", time.gmtime()),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": load(),
    }
    return found | {"peers": {name: peer for name in _PEERS if (peer := _installed(name))}}


def load() -> float:
    """How many processes want a core now."""
    return round(os.getloadavg()[0], 1)


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def keep(name: str, found: Results) -> None:
    """What was *found*, as the results of a version; parts that were not measured now stay as they were kept."""
    path = KEPT / f"{name}.json"
    before = read(path) or {"parts": {}}
    write(path, {"conditions": found["conditions"], "parts": {**before["parts"], **found["parts"]}})


def read(path: Path) -> Results | None:
    """What is kept in a file; None if there is none."""
    return json.loads(path.read_bytes()) if path.exists() else None


def write(path: Path, results: Results) -> None:
    """Four digits of each figure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(_shortened(results), indent=1, ensure_ascii=False) + "\n", "utf-8")


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shortened(each) for name, each in value.items()}
    return float(f"{value:.4g}") if isinstance(value, float) else value


def latest() -> Results | None:
    """The kept results of the highest version."""
    paths = sorted(KEPT.glob("*.json"), key=lambda path: [int(n) for n in path.stem.split(".")])
    return read(paths[-1]) if paths else None
