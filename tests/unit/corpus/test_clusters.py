"""Clusters hang together by more than a chain."""

import random

from hypothesis import given
from hypothesis import strategies as st
from stories import record, story

from provenance.corpus.clusters import clusters
from provenance.corpus.trace import trace
from provenance.document import Document

A, B = story("a"), story("b")
CREDIT = "\n\nOriginally published by Tarnmoor Herald."


def line(document, source, kind="exact", containment=1.0, direction="undetermined"):
    return {
        "document": document,
        "source": source,
        "kind": kind,
        "jaccard": containment,
        "containment": containment,
        "direction": direction,
    }


def clustered(*records):
    return clusters(trace([Document.from_record(each) for each in records]))


def test_copies_are_a_cluster_with_its_earliest_member():
    (cluster,) = clustered(
        record("a", A, published="2018", publisher="Tarnmoor Herald"),
        record("b", A, published="2019"),
        record("c", A + CREDIT, published="2017"),
    )
    assert cluster.members == ("a", "b", "c")
    assert cluster.earliest == ("a",)
    assert cluster.share == 1.0


def test_a_page_that_joins_two_stories_does_not_join_their_clusters():
    found = clustered(
        record("a1", A), record("a2", A), record("ab", A + "\n\n" + B), record("b1", B), record("b2", B)
    )
    assert [cluster.members for cluster in found] == [("a1", "a2", "ab"), ("b1", "b2")]


def test_a_common_quotation_holds_nothing_together():
    assert clusters([line("a", "b", "quotation", 0.9), line("b", "c", "overlap", 0.9)]) == []


def test_the_weakest_link_is_shown():
    (cluster,) = clusters([line("a", "b"), line("b", "c", containment=0.9), line("a", "c", containment=0.6)])
    assert (cluster.weakest.document, cluster.weakest.source, cluster.weakest.containment) == ("b", "c", 0.9)


def test_a_chain_is_cut():
    found = clusters(
        [line("a", "b", containment=0.9), line("b", "c", containment=0.8), line("c", "d", containment=0.9)]
    )
    assert [cluster.members for cluster in found] == [("a", "b"), ("c", "d")]


def test_half_of_the_pairs_is_not_enough():
    (cluster,) = clusters([line("a", "b"), line("b", "c", containment=0.9)])
    assert cluster.members == ("a", "b")


def test_where_nothing_decides_every_member_may_be_the_earliest():
    (cluster,) = clusters([line("a", "b")])
    assert cluster.earliest == ("a", "b")


PAIRS = st.sets(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda pair: pair[0] < pair[1])
)


@given(PAIRS, st.data())
def test_clusters_do_not_hang_on_the_order_of_lines(pairs, data):
    lines = [line(*pair, containment=data.draw(st.sampled_from([0.5, 0.7, 1.0]))) for pair in sorted(pairs)]
    expected = clusters(lines)
    random.Random(1).shuffle(lines)
    assert clusters(lines) == expected


@given(PAIRS)
def test_clusters_are_apart_and_dense(pairs):
    found = clusters([line(*pair) for pair in sorted(pairs)])
    names = [name for cluster in found for name in cluster.members]
    assert len(names) == len(set(names))
    for cluster in found:
        linked = sum(1 for pair in pairs if set(pair) <= set(cluster.members))
        assert (
            cluster.share == linked / (len(cluster.members) * (len(cluster.members) - 1) / 2) > 0.5
            or len(cluster.members) == 2
        )
