"""Makes the reference pages that say what the code says: signals, points, fields of a record, commands, public names.

`python tests/docs/update.py` writes them; a test fails where they differ from the code.
"""

from generating.commands import commands
from generating.names import INSIDE, python, values
from generating.points import points
from generating.record import record
from generating.registries import registries
from generating.signals import signal_page, signals
from provenance.policy import Policy
from provenance.registry import Registry

__all__ = ["FOLDERS", "INSIDE", "pages"]

FOLDERS = ("reference/signals",)
"""Folders of `docs` that hold generated pages and nothing else."""

_NOTE = "<!-- Generated from the code by tests/docs/update.py: change the code, not this page. -->\n\n"


def pages() -> dict[str, str]:
    """The generated pages, by their path in `docs`."""
    registry, policy = Registry.core(), Policy.default()
    specs = [signal.spec for signal in registry]
    made = {f"reference/signals/{spec.id}.md": signal_page(spec, policy) for spec in specs}
    made["reference/signals/index.md"] = signals(specs, policy)
    made["reference/points.md"] = points(policy, registry)
    made["reference/record.md"] = record()
    made["reference/registries.md"] = registries()
    made["reference/command-line.md"] = commands()
    made["reference/python.md"] = python()
    made["reference/values.md"] = values()
    return {path: _NOTE + content for path, content in made.items()}
