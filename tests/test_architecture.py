"""Data flows one way: no layer imports a later one, and importing the package does nothing."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import provenance

PACKAGE = Path(provenance.__file__).parent
ROOT = Path(__file__).parents[1]

LAYERS = (
    ("errors", "version", "_version"),
    ("defects", "workers"),
    ("evidence", "codec"),
    ("values",),
    ("text",),
    ("fields",),
    ("identities", "citing"),
    ("page",),
    ("foreign",),
    ("record",),
    ("place",),
    ("document",),
    ("cited",),
    ("corpus", "registries"),
    ("signal",),
    ("answering",),
    ("signals",),
    ("registry",),
    ("watching",),
    ("asking",),
    ("policycheck",),
    ("policy",),
    ("scoring",),
    ("reasons", "counterfactual"),
    ("inspection",),
    ("audit",),
    ("result",),
    ("ledger", "comparison", "summary"),
    ("render",),
    ("exports",),
    ("reading",),
    ("assessing",),
    ("assessment",),
    ("columnar",),
    ("cli", "testing", "integrations", "spark"),
    ("__init__", "__main__"),
)
PLACE = {name: n for n, names in enumerate(LAYERS) for name in names}
UPWARD_FOR_TYPES = {
    ("render/scores.py", "assessment")
}  # a renderer names what it renders; nothing is imported at run time


OF_FILES = {"PathLike", "fspath", "open", "close", "fsync", "O_RDONLY", "walk"}
"""What `os` says of files that a caller named, and nothing of the surroundings."""


def modules():
    return sorted(p for p in PACKAGE.rglob("*.py"))


def layer_of(path):
    return PLACE[path.relative_to(PACKAGE).parts[0].removesuffix(".py")]


def imported(path):
    """The first part of every module of ours that *path* imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "provenance":
            parts = node.module.split(".")[1:]
            yield from (parts[:1] or [alias.name for alias in node.names])
        elif isinstance(node, ast.Import):
            yield from (
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("provenance.")
            )


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path):
    if path.parent == PACKAGE and path.name == "__init__.py":
        pytest.skip("the facade")
    name = path.relative_to(PACKAGE).as_posix()
    for there in imported(path):
        if (name, there) not in UPWARD_FOR_TYPES:
            assert PLACE[there] <= layer_of(path), f"{name} reaches up into {there}"


OUTSIDE = {"__init__", "__main__", "_version"}
"""The facade, the command's entry, and a file that is generated."""


def test_the_table_for_contributors_is_that_of_the_modules():
    """Each stands in it once, and below or beside all that it imports."""
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Where things are")[1].split("\n## ")[0]
    rows = [
        re.findall(r"`(\w+)(?:/|\.py)`", line.split(" | ")[0])
        for line in table.splitlines()
        if line.startswith("| `")
    ]
    listed = [name for row in rows for name in row]
    assert sorted(listed) == sorted(
        {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in modules()} - OUTSIDE
    )
    place = {name: n for n, row in enumerate(rows) for name in row}
    for path in modules():
        name = path.relative_to(PACKAGE).as_posix()
        here = name.split("/")[0].removesuffix(".py")
        for there in () if here in OUTSIDE else imported(path):
            if there not in OUTSIDE and (name, there) not in UPWARD_FOR_TYPES:
                assert place[there] <= place[here], f"{name} imports {there}, which stands below it"


def test_every_module_has_a_layer():
    assert {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in modules()} <= set(PLACE)


@pytest.mark.parametrize(
    "statement", ["import provenance", "import provenance; provenance.Document; provenance.Scorer"]
)
def test_importing_brings_nothing_heavy(statement):
    code = f"import sys; {statement}; print(sorted({{'tldextract', 'requests', 'dateutil', 'argparse', 'hypothesis'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_module_bears_the_name_of_a_public_function():
    names = {p.stem for p in modules()}
    assert {p.stem for p in modules() if p.parent == PACKAGE}.isdisjoint(provenance.__all__)
    assert not {"utils", "helpers", "common", "misc", "base", "manager"} & names


def test_pages_that_the_code_names_are_there():
    named = {
        page
        for path in modules()
        for page in re.findall(
            r"docs/(?:explanation|how-to|reference|tutorial)/[\w/-]+\.md", path.read_text("utf-8")
        )
    }
    assert named
    assert [page for page in sorted(named) if not (ROOT / page).is_file()] == []


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_below_the_command_line_asks_the_surroundings(path):
    """No clock, randomness, environment or locale in a result."""
    if path.relative_to(PACKAGE).parts[0] in ("cli", "testing"):
        return
    tree = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names}
    names |= {
        node.module
        for node in tree
        if isinstance(node, ast.ImportFrom)
        and node.module
        and not {alias.name for alias in node.names} <= OF_FILES
    }
    assert names.isdisjoint({"time", "random", "locale", "os", "logging"})


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_group_is_possessive(path):
    """Python 3.11.0 to 3.11.4 matches `(?:…)*+` wrongly where the group can backtrack; `(?>(?:…)*)` says the same."""
    strings = (
        node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
    )
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\})\+")
    assert [text for text in strings if isinstance(text, str) and possessive.search(text)] == []
