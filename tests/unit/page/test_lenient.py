"""JSON as pages write it."""

import pytest

from provenance.page.lenient import DEEPEST, LONGEST, read_json

CASES = [
    ("as it should be", '{"a": [1, "x", null, true]}', [{"a": [1, "x", None, True]}]),
    ("trailing commas", '{"a": [1, 2,], "b": {"c": "d",},}', [{"a": [1, 2], "b": {"c": "d"}}]),
    ("comments", '// of a kind\n{"a": /* here */ "b", // there\n "c": "d"}', [{"a": "b", "c": "d"}]),
    ("line breaks in strings", '{"a": "b\nc\td"}', [{"a": "b\nc\td"}]),
    (
        "quotation marks in strings",
        '{"a": "she said "rain" today", "b": "c"}',
        [{"a": 'she said "rain" today', "b": "c"}],
    ),
    ("broken off", '{"a": {"b": ["c", "d', [{"a": {"b": ["c", "d"]}}]),
    ("CDATA", '//<![CDATA[\n{"a": "b"}\n//]]>', [{"a": "b"}]),
    ("an HTML comment around it", '<!-- {"a": "b"} -->', [{"a": "b"}]),
    ("a closing semicolon", '{"a": "b"};', [{"a": "b"}]),
    ("entities", "{&quot;a&quot;: &quot;b &amp;amp; c&quot;}", [{"a": "b &amp; c"}]),
    ("two values", '{"a": "b"}\n{"c": "d"}', [{"a": "b"}, {"c": "d"}]),
    ("escapes in what is broken", r'{"a": "b\u00e9\"c",}', [{"a": 'bé"c'}]),
    ("a bad escape", r'{"a": "b\qc",}', [{"a": "bqc"}]),
    ("the first of two keys", '{"a": "b", "a": "c",}', [{"a": "b"}]),
    ("a key without a value", '{"a": "b", "c"}', [{"a": "b"}]),
    ("closed too often", '{"a": "b",}}]}', [{"a": "b"}]),
    ("a byte order mark", '\ufeff{"a": "b"}', [{"a": "b"}]),
    ("no JSON", "function () { return 1 }", None),
    ("nothing", "   ", []),
    ("a number of too many digits", '{"a": ' + "9" * 5000 + "}", [{"a": "9" * 5000}]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_read_json(text, expected):
    found = read_json(text)
    if expected is not None:
        assert found == expected


def test_what_is_nested_too_deeply_is_left_out():
    found = read_json('{"name": "Rain", "a": ' + "[" * 100_000)
    depth, value = 0, found[0]["a"]
    while value:
        depth, value = depth + 1, value[0]
    assert found[0]["name"] == "Rain"
    assert depth < DEEPEST


def test_a_block_that_is_too_long_is_not_read():
    assert read_json("[" + "1," * LONGEST + "1]") == []
