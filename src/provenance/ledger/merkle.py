"""Merkle trees as RFC 9162 §2.1 (and RFC 6962 before it) defines them: roots, and the two kinds of proof.

A leaf is hashed behind a byte 0, a node behind a byte 1, so that neither can pass for the other.
Hashes are 32 raw bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from hashlib import sha256


def leaf_hash(content: bytes) -> bytes:
    """The hash of a leaf."""
    return sha256(b"\0" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of the node above *left* and *right*."""
    return sha256(b"\1" + left + right).digest()


class Growing:
    """A tree to which leaves are added; it keeps the roots of its full subtrees only, one for each 1 in the size."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self.size = 0
        self._full: list[bytes] = []
        for leaf in leaves:
            self.add(leaf)

    def add(self, leaf: bytes) -> None:
        """Add a leaf, by its hash."""
        self.size += 1
        size = self.size
        while size % 2 == 0:
            leaf = node_hash(self._full.pop(), leaf)
            size //= 2
        self._full.append(leaf)

    def root(self) -> bytes:
        """The root; of a tree without leaves, the hash of nothing."""
        if not self._full:
            return sha256().digest()
        return reduce(lambda right, left: node_hash(left, right), reversed(self._full))


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of a tree over the hashes of its leaves."""
    return Growing(leaves).root()


def inclusion_path(leaves: Sequence[bytes], place: int) -> list[bytes]:
    """The nodes that lead from the leaf at *place*, counted from 0, up to the root (RFC 9162 §2.1.3.1)."""
    if len(leaves) == 1:
        return []
    half = _half(len(leaves))
    left, right = leaves[:half], leaves[half:]
    if place < half:
        return [*inclusion_path(left, place), root_of(right)]
    return [*inclusion_path(right, place - half), root_of(left)]


def consistency_path(leaves: Sequence[bytes], size: int) -> list[bytes]:
    """The nodes that show the tree of the first *size* leaves, at least 1, within the whole (RFC 9162 §2.1.4.1)."""
    return _subproof(leaves, size, is_known=True)


def _subproof(leaves: Sequence[bytes], size: int, *, is_known: bool) -> list[bytes]:
    if size == len(leaves):
        return [] if is_known else [root_of(leaves)]
    half = _half(len(leaves))
    left, right = leaves[:half], leaves[half:]
    if size <= half:
        return [*_subproof(left, size, is_known=is_known), root_of(right)]
    return [*_subproof(right, size - half, is_known=False), root_of(left)]


def _half(size: int) -> int:
    """The largest power of two that is smaller than *size*."""
    return 1 << (size - 1).bit_length() - 1


def is_included(leaf: bytes, place: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether *path* shows that *leaf* is at *place* of a tree of *size* and *root* (RFC 9162 §2.1.3.2)."""
    if not 0 <= place < size:
        return False
    at, last, found = place, size - 1, leaf
    for node in path:
        if not last:
            return False
        if at % 2 or at == last:
            found = node_hash(node, found)
            while at and not at % 2:
                at, last = at // 2, last // 2
        else:
            found = node_hash(found, node)
        at, last = at // 2, last // 2
    return not last and found == root


def is_consistent(size: int, root: bytes, new_size: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether *path* shows that a tree of *size* and *root* grew into one of *new_size* and *new_root* (RFC 9162 §2.1.4.2)."""
    if not 0 < size < new_size:
        return size == new_size and root == new_root and not path
    nodes = [root, *path] if size & (size - 1) == 0 else list(path)
    if len(nodes) < 2:
        return False
    at, last = size - 1, new_size - 1
    while at % 2:
        at, last = at // 2, last // 2
    old = new = nodes[0]
    for node in nodes[1:]:
        if not last:
            return False
        if at % 2 or at == last:
            old, new = node_hash(node, old), node_hash(node, new)
            while at and not at % 2:
                at, last = at // 2, last // 2
        else:
            new = node_hash(new, node)
        at, last = at // 2, last // 2
    return not last and old == root and new == new_root
