"""What the how-to shows for each tool is what happens, with the tool itself."""

import contextlib
import doctest
import io
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "score-where-the-data-is.md"
_RECIPE = re.compile(r"<!-- needs: ([^\n]+) -->\n```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECIPES = [(match[1].split(), match[2]) for match in _RECIPE.finditer(PAGE.read_text("utf-8"))]


def test_every_block_says_what_it_needs():
    assert len(RECIPES) == PAGE.read_text("utf-8").count("```pycon") >= 11


@pytest.mark.filterwarnings("default")  # those of the tools among themselves
@pytest.mark.parametrize(("needs", "shown"), RECIPES, ids=[needs[0] for needs, _ in RECIPES])
def test_a_recipe(needs, shown, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for module in needs:
        pytest.importorskip(module, exc_type=ImportError)
    test = doctest.DocTestParser().get_doctest(shown, {"__name__": "__main__"}, needs[0], str(PAGE), 0)
    said = io.StringIO()
    with contextlib.redirect_stderr(io.StringIO()):
        doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(test, out=said.write)
    assert said.getvalue() == ""
