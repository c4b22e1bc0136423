"""What the README and the documentation show is what happens; `python tests/docs/update.py` refreshes it."""

import doctest

import pytest
from shown import PAGES, ROOT, RUNNABLE, blocks, refreshed

SHOWING = [
    page
    for page in PAGES
    if any(b.language in ("console", "python") for b in blocks(page.read_text("utf-8")))
]


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_is_shown_is_what_happens(page):
    shown = page.read_text("utf-8")
    assert refreshed(shown) == shown, "run: python tests/docs/update.py"


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_that_looks_run_is_run(page):
    for block in blocks(page.read_text("utf-8")):
        if block.language == "console":
            lines = block.content.splitlines()
            assert lines[0].startswith("$ ")
            assert all(line[2:].startswith(RUNNABLE) for line in lines if line.startswith("$ "))
        if block.language == "python" and not block.file:
            assert doctest.DocTestParser().get_examples(block.content)


def test_the_readme_leads_to_every_how_to():
    readme = (ROOT / "README.md").read_text("utf-8")
    pages = sorted(page.name for page in (ROOT / "docs" / "how-to").glob("*.md"))
    assert [page for page in pages if f"(docs/how-to/{page})" not in readme] == []


def test_the_readme_has_its_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    for marker in ("run", "test"):
        after = readme.split(f"<!-- {marker} -->\n", 1)[1]
        first = next(iter(blocks(after)))
        assert first.language == "sh"
        assert first.content.startswith("python3 -m venv .venv && .venv/bin/pip install -q ")
