"""The family tree of one document."""

from provenance.corpus.entry import Entry
from provenance.corpus.family import family, family_as_text


def line(document, source, jaccard=0.9, direction="dated", **more):
    return {
        "document": document,
        "source": source,
        "kind": "near_duplicate",
        "jaccard": jaccard,
        "containment": 1.0,
        "direction": direction,
        "credit": "none",
        "shared": [],
        **more,
    }


def tree(lines, name):
    return [(kin.name, kin.depth) for kin in family(lines, name)]


def test_each_copy_hangs_under_the_source_it_is_most_like():
    lines = [line("b", "a"), line("c", "a", 0.81), line("c", "b", 0.95), line("d", "a")]
    for name in "abcd":
        assert tree(lines, name) == [("a", 0), ("b", 1), ("c", 2), ("d", 1)]


def test_what_is_undetermined_hangs_nowhere():
    lines = [line("a", "b", direction="undetermined")]
    assert tree(lines, "a") == [("a", 0)]
    assert family_as_text("a", lines, {}) == (
        "> a\nbeside that: a -- b: near-duplicate, 100 % of the shorter text, direction undetermined\n"
    )


def test_credits_in_a_circle_end():
    lines = [line("a", "b"), line("b", "c"), line("c", "a")]
    assert sorted(name for name, _ in tree(lines, "a")) == ["a", "b", "c"]


def test_a_long_chain_of_copies():
    lines = [line(f"n{n + 1:05}", f"n{n:05}") for n in range(5000)]
    assert tree(lines, "n02500")[-1] == ("n05000", 5000)


def test_passages_stand_side_by_side():
    text = "The ferry to Kessandra will not sail before the harbour is dredged again, the council said on Monday."
    entries = {name: Entry(name, text) for name in "ab"}
    shared = [{"start": 4, "end": 40, "source_start": 4, "source_end": 40}]
    told = family_as_text("a", [line("b", "a", shared=shared)], entries)
    assert told.splitlines() == [
        "> a",
        "      b – near-duplicate, 100 % of the shorter text, by date, not credited",
        "",
        f"  {'b':58} | a",
        f"  {'ferry to Kessandra will not sail bef':58} | ferry to Kessandra will not sail bef",
    ]
