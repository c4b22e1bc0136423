"""Canonical JSON, and where two values first differ."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import codec
from provenance.codec import (
    RepeatedKeyError,
    canonical,
    digest_of,
    first_difference,
    json_line,
    parsed_strictly,
    with_each_key_once,
)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec=None), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)


@given(values)
def test_canonical_bytes_round_trip(value):
    sealed = canonical(value)
    assert json.loads(sealed) == value
    assert canonical(json.loads(sealed)) == sealed


@pytest.mark.parametrize(
    ("value", "sealed"),
    [({"b": 1, "a": "é"}, '{"a":"é","b":1}'.encode()), ("\ud800", b'"\\ud800"'), ([], b"[]")],
)
def test_one_spelling(value, sealed):
    assert canonical(value) == sealed


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, {"a": object()}])
def test_what_json_cannot_hold(value):
    for write in (canonical, json_line):
        with pytest.raises((TypeError, ValueError)):
            write(value)


PLAIN = [
    json.JSONEncoder(),
    json.JSONEncoder(ensure_ascii=False),
    json.JSONEncoder(sort_keys=True, separators=(",", ":")),
]


@pytest.mark.parametrize("plain", PLAIN)
@given(value=values | st.floats(allow_nan=True))
def test_what_is_made_once_writes_the_same(plain, value):
    assert codec.encoding(plain)(value) == plain.encode(value)


def test_without_the_part_in_c_it_is_the_encoder_itself(monkeypatch):
    monkeypatch.setattr(codec, "c_make_encoder", None)
    assert codec.encoding(PLAIN[0]) == PLAIN[0].encode


@pytest.mark.parametrize("plain", PLAIN)
def test_what_goes_round_is_refused(plain):
    rounds = []
    rounds.append(rounds)
    with pytest.raises((ValueError, RecursionError)):
        codec.encoding(plain)(rounds)


@given(values)
def test_what_names_each_key_once_is_parsed_as_it_is(value):
    assert parsed_strictly(canonical(value)) == value
    assert with_each_key_once(json.loads(canonical(value), object_pairs_hook=tuple)) == value
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32-le"):
        assert parsed_strictly(json.dumps(value).encode(encoding)) == value


@pytest.mark.parametrize(
    "text", ['{"b":2,"a":1,"c":3,"a":1}', '[{"x":{"a":[],"a":0}}]', '{"a":1,"\\u0061":1}']
)
def test_a_key_that_stands_twice(text):
    assert json.loads(text)
    with pytest.raises(RepeatedKeyError, match="the key 'a' stands twice"):
        parsed_strictly(text)
    with pytest.raises(RepeatedKeyError, match="the key 'a' stands twice"):
        with_each_key_once(json.loads(text, object_pairs_hook=tuple))


def test_digests_name_their_algorithm():
    assert digest_of(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_lines_keep_the_order_of_keys():
    assert json_line({"b": 1, "a": "é"}) == '{"b": 1, "a": "é"}'


def test_what_a_terminal_takes_for_a_command_is_escaped():
    """C0 by JSON itself; DEL and C1, which JSON lets pass, by us."""
    assert json_line("\x1b[2J \x7f é \x85\x9b31m") == r'"\u001b[2J \u007f é \u0085\u009b31m"'
    assert json_line("\x7f") == r'"\u007f"'
    assert json.loads(json_line("é \x9b31m")) == "é \x9b31m"


@pytest.mark.parametrize(
    ("one", "other", "pointer"),
    [
        (1, 1, None),
        (1, 2, ""),
        (1, True, ""),
        ({"a": 1}, {"a": 1}, None),
        ({"a": [1, 2]}, {"a": [1, 3]}, "/a/1"),
        ({"a": [1]}, {"a": [1, 2]}, "/a/1"),
        ({"a": 1}, {"b": 1}, "/a"),
        ({"a/b~c": 1}, {"a/b~c": 2}, "/a~1b~0c"),
        ({"a": {"b": 1}, "c": 1}, {"a": {"b": 2}, "c": 2}, "/a/b"),
        (dict.fromkeys("gfedcba", 1), dict.fromkeys("gfedcba", 2), "/a"),
    ],
)
def test_first_difference(one, other, pointer):
    assert first_difference(one, other) == pointer


@given(values, values)
def test_two_values_differ_or_are_equal(one, other):
    same = canonical(one) == canonical(other)
    assert (first_difference(one, other) is None) == same
