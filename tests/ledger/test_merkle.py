"""The Merkle tree, against the reference tree of Certificate Transparency and against a model that nobody could get wrong."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.ledger.merkle import (
    Growing,
    consistency_path,
    inclusion_path,
    is_consistent,
    is_included,
    leaf_hash,
    node_hash,
    root_of,
)

# The tree of eight leaves that implementations of RFC 6962 are compared by (certificate-transparency-go and
# transparency-dev/merkle, testonly/constants.go): its leaves, its root at every size, and some of its proofs.
CONTENTS = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
LEAVES = [leaf_hash(bytes.fromhex(content)) for content in CONTENTS]
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
INCLUSION = (
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
)
CONSISTENCY = (
    (
        2,
        5,
        [
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
)


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_root_of_the_reference_tree(size):
    assert root_of(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("place", "size", "path"), INCLUSION)
def test_inclusion_in_the_reference_tree(place, size, path):
    assert [node.hex() for node in inclusion_path(LEAVES[:size], place)] == path


@pytest.mark.parametrize(("size", "new_size", "path"), CONSISTENCY)
def test_consistency_of_the_reference_tree(size, new_size, path):
    assert [node.hex() for node in consistency_path(LEAVES[:new_size], size)] == path


def model(leaves):
    """The definition of RFC 9162 §2.1.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\1" + model(leaves[:half]) + model(leaves[half:])).digest()


trees = st.lists(st.binary(max_size=3).map(leaf_hash), min_size=1, max_size=70)


@given(trees)
def test_a_growing_tree_is_what_the_standard_defines(leaves):
    growing = Growing()
    for size, leaf in enumerate(leaves, 1):
        growing.add(leaf)
        assert (growing.size, growing.root()) == (size, model(leaves[:size]))


@given(trees, st.data())
def test_every_leaf_proves_its_place_and_no_other(leaves, data):
    place = data.draw(st.integers(0, len(leaves) - 1))
    path, root, size = inclusion_path(leaves, place), root_of(leaves), len(leaves)
    assert is_included(leaves[place], place, size, path, root)
    other = data.draw(st.integers(-1, size + 1).filter(lambda n: n != place))
    assert not is_included(leaves[place], other, size, path, root) or leaves[place] == leaves[other]
    assert not is_included(leaf_hash(b"another"), place, size, path, root)
    assert not is_included(leaves[place], place, size, [*path, root], root)
    assert not is_included(leaves[place], place, size, path, leaf_hash(root))
    if path:
        assert not is_included(leaves[place], place, size, path[:-1], root)


@given(trees, st.data())
def test_every_size_is_consistent_with_the_whole_and_no_other_history_is(leaves, data):
    size = data.draw(st.integers(1, len(leaves)))
    path = consistency_path(leaves, size)
    old, new = root_of(leaves[:size]), root_of(leaves)
    assert is_consistent(size, old, len(leaves), new, path)
    assert not is_consistent(size, leaf_hash(old), len(leaves), new, path)
    assert not is_consistent(size, old, len(leaves), leaf_hash(new), path)
    assert not is_consistent(size, old, len(leaves), new, [*path, new])
    if path:
        assert not is_consistent(size, old, len(leaves), new, path[:-1])
        changed = data.draw(st.integers(0, len(path) - 1))
        path[changed] = node_hash(path[changed], path[changed])
        assert not is_consistent(size, old, len(leaves), new, path)


@pytest.mark.parametrize(("size", "new_size"), [(0, 3), (4, 3), (-1, 3), (3, 3)])
def test_sizes_that_cannot_be(size, new_size):
    new = root_of(LEAVES[:3])
    assert not is_consistent(size, leaf_hash(b""), new_size, new, [new, new])
