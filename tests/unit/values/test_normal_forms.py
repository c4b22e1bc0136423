import unicodedata

import pytest

from provenance.values.normal_forms import normalized

FORMS = ("NFC", "NFKC", "NFKD")
MARKS = ("\u0301\u0323", "\u0301\uff9e", "\u0323\uff9f")
"""Each with marks that are out of order in one form at least."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text", ["plain", "Zoe\u0308", "ﬁ…½", "e" + MARKS[0] * 15, "カ\uff9e" * 50, "—" * 30]
)
def test_what_is_written_is_as_python_has_it(form, text):
    assert normalized(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("marks", MARKS)
def test_of_a_long_run_of_marks_the_beginning_is_kept(form, marks):
    run = normalized(form, f"e{marks * 100_000}x")
    assert unicodedata.is_normalized(form, run)
    assert len(run) <= 32
    assert run[-1] == "x"
