"""What was asked for last stays at hand, as far as there is room for it."""

from provenance.corpus.at_hand import AtHand


def at_hand(most):
    made = []

    def make(key):
        made.append(key)
        return key * 2

    return AtHand(make, len, most), made


def test_what_was_asked_for_last_is_not_made_again():
    held, made = at_hand(8)
    assert [held(key) for key in ("a", "bb", "a", "c", "a", "bb")] == ["aa", "bbbb", "aa", "cc", "aa", "bbbb"]
    assert made == ["a", "bb", "c"]


def test_what_was_asked_for_longest_ago_makes_room():
    held, made = at_hand(8)
    for key in ("a", "b", "a", "ccc", "a", "b"):
        held(key)
    assert made == ["a", "b", "ccc", "b"]


def test_two_are_at_hand_however_long_they_are():
    held, made = at_hand(1)
    for key in ("aaa", "bbb", "aaa", "bbb", "c", "bbb", "aaa"):
        held(key)
    assert made == ["aaa", "bbb", "c", "aaa"]


def test_nothing_is_at_hand_when_it_is_cleared():
    held, made = at_hand(8)
    held("a")
    held.clear()
    held("a")
    assert made == ["a", "a"]
