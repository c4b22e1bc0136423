import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import tries

words = st.lists(st.text("ab'.+", min_size=1, max_size=4), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("team", "team"),
        ("tea", "tea"),
        ("teams", None),
        ("tea's", None),
        ("the tea", None),
        ("TEA", None),
        ("tea-pot", "tea"),
    ],
)
def test_a_word_to_its_end(text, found):
    match = tries.here(["tea", "team", "ten"]).match(text)
    assert (match and match[1]) == found


@given(words)
def test_every_word_is_found_whole(known):
    pattern = tries.here(known)
    for word in known:
        match = pattern.match(f"{word} ")
        assert match is not None
        assert match[1] == word


@given(words, st.text("ab'.+", min_size=1, max_size=4))
def test_nothing_else_is_found(known, other):
    match = tries.here(known).fullmatch(other)
    assert (match is not None) == (other in known)
