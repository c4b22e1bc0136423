"""What the how-to shows is what happens."""

import doctest
import io
import re
from pathlib import Path

import pytest

pytest.importorskip("pyspark")

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "spark.md"


def test_what_the_page_shows(session):
    shown = "".join(re.findall(r"```pycon\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(shown, {"session": session}, "spark.md", str(PAGE), 0)
    said = io.StringIO()
    doctest.DocTestRunner().run(test, out=said.write)
    assert said.getvalue() == ""
    assert len(test.examples) > 5
