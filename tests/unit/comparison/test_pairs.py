"""The lines of two runs meet by their ids, in whatever order they come."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from provenance.comparison import pairs

runs = st.lists(st.sampled_from(["a", "b", "c", "d", "\ud800", "é"]), max_size=12)


def lines(ids, run):
    return [{"id": name, "run_": run, "place": n} for n, name in enumerate(ids)]


@given(runs, runs)
def test_every_line_is_paired_once_with_one_of_its_id(before, after):
    found = list(pairs(iter(lines(before, 1)), iter(lines(after, 2))))
    assert Counter(p.before["id"] for p in found if p.before) == Counter(before)
    assert Counter(p.after["id"] for p in found if p.after) == Counter(after)
    for pair in found:
        if pair.before and pair.after:
            assert pair.before["id"] == pair.after["id"]
    both = Counter(before) & Counter(after)
    assert sum(1 for p in found if p.before and p.after) == both.total()


@given(runs, st.randoms(use_true_random=False))
def test_an_id_that_stands_twice_meets_its_counterparts_in_their_order(ids, random):
    mixed = list(ids)
    random.shuffle(mixed)
    found = list(pairs(iter(lines(ids, 1)), iter(lines(mixed, 2))))
    for name in set(ids):
        places = [(p.before["place"], p.after["place"]) for p in found if p.before["id"] == name]
        assert sorted(a for a, _ in places) == sorted(n for n, i in enumerate(ids) if i == name)
        assert sorted(b for _, b in places) == sorted(n for n, i in enumerate(mixed) if i == name)


def test_what_stands_alone_comes_last_the_first_run_before_the_second():
    found = list(pairs(iter(lines("axb", 1)), iter(lines("yab", 2))))
    assert [(p.before and p.before["id"], p.after and p.after["id"]) for p in found] == [
        ("a", "a"),
        ("b", "b"),
        ("x", None),
        (None, "y"),
    ]
