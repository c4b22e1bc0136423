"""The pages that are made from the code say what the code says; `python tests/docs/update.py` makes them again."""

import builtins
import collections.abc
import re
import typing

import pytest
from generated import FOLDERS, INSIDE, pages
from shown import ROOT

import provenance
from provenance.cli.main import COMMANDS
from provenance.fields import FIELDS
from provenance.registry import Registry
from provenance.text.lexicon import load

PAGES = pages()


@pytest.mark.parametrize("path", sorted(PAGES))
def test_a_generated_page_says_what_the_code_says(path):
    assert (ROOT / "docs" / path).read_text("utf-8") == PAGES[path], "run: python tests/docs/update.py"


def test_no_generated_page_is_left_over():
    found = {
        p.relative_to(ROOT / "docs").as_posix()
        for folder in FOLDERS
        for p in (ROOT / "docs" / folder).glob("*.md")
    }
    assert found == {path for path in PAGES if path.rpartition("/")[0] in FOLDERS}


def test_every_signal_field_and_command_has_its_words():
    for name in Registry.core().ids:
        assert f"reference/signals/{name}.md" in PAGES
    for name in FIELDS:
        assert f"\n## `{name}`\n" in PAGES["reference/record.md"]
    for name in COMMANDS:
        assert f"\n## provenance {name}\n" in PAGES["reference/command-line.md"]


APART = {"Plan", "Scorecard", "Assess"}
"""What is under an assessment and a scorer, theirs to change; and the function that a signal is."""


def test_what_public_members_give_is_described():
    names, values = PAGES["reference/python.md"], PAGES["reference/values.md"]
    types = re.findall(r"->([^`|\n]*)", names) + re.findall(r"^\w+: ([^#=\n]*)", values, re.MULTILINE)
    given = {name for words in types for name in re.findall(r"\b[A-Z]\w+", words)}
    known = {*provenance.__all__, *dir(builtins), *dir(typing), *dir(collections.abc), *APART}
    assert [name for name in sorted(given - known) if f".{name}`\n" not in values] == []


@pytest.mark.parametrize("name", sorted(INSIDE))
def test_members_that_are_left_out_are_there_and_are_left_out(name):
    of = getattr(provenance, name)
    _, _, after = PAGES["reference/python.md"].partition(f"\n## `{name}`\n")
    section = after.partition("\n## `")[0]
    for member in INSIDE[name]:
        assert hasattr(of, member)
        assert f"| `{member}" not in section


def test_the_guide_to_languages_names_every_table_of_a_lexicon():
    guide = (ROOT / "docs" / "how-to" / "add-a-language.md").read_text("utf-8")
    tables = [name for name, table in load("en").tables.items() if isinstance(table, (dict, list))]
    assert [name for name in tables if f"[{name}]" not in guide] == []
