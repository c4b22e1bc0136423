import pytest

from provenance.text.invisible import find


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", []),
        ("caf\u00e9 \u00a0“…”\n", []),
        ("in\u200bvis\u200b\u2060ible", [(2, 3), (6, 8)]),
        ("\ufeffstart", []),
        ("mid\ufeffdle", [(3, 4)]),
        ("a\u202eb\u202c", [(1, 2), (3, 4)]),
        ("a\u200eb", [(1, 2)]),
        ("\u05d0\u200f.", []),
        ("\u0645\u06cc\u200c\u062e\u0648", []),
        ("a\u200cb", [(1, 2)]),
        ("a\u200db", [(1, 2)]),
        ("\U0001f468\u200d\U0001f469", []),
        ("\u2764\ufe0f\u200d\U0001f525", []),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", []),
        ("a\U000e0067\U000e0062", [(1, 3)]),
        ("a\ufeff" + "\ufe00" * 8 + "b", []),
        ("soft\u00adhyphen", []),
    ],
)
def test_runs_of_invisible_characters(text, spans):
    assert find(text) == tuple(spans)
