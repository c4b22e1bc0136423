"""A record that is a JSON-LD graph: which of its nodes the document is, with what that refers to put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_WORKS: Final = ("headline", "articleBody", "datePublished", "author")
"""What tells a work from its publisher, its page and its pictures (https://schema.org/Article)."""
_BESIDE: Final = ("id", "url", "html", "observed")
"""What a pipeline says of a record beside the graph."""


def main_node(record: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """The node that the document is, and the pointer to it; the record itself where there is no such node."""
    graph = record["@graph"]
    nodes = [
        (n, node)
        for n, node in enumerate(graph if isinstance(graph, list) else [graph])
        if isinstance(node, dict)
    ]
    if not nodes:
        return record, ""
    named = {node["@id"]: node for _, node in reversed(nodes) if _is_named(node) and len(node) > 1}
    place, main = max(nodes, key=lambda item: (sum(key in item[1] for key in _WORKS), -item[0]))
    own = {key: record[key] for key in _BESIDE if record.get(key) is not None}
    return {**{key: _opened(value, named) for key, value in main.items()}, **own}, f"/@graph/{place}"


def _opened(value: Any, named: Mapping[str, Any]) -> Any:
    """*value*, with the nodes in the place of references to them."""
    return [_node(item, named) for item in value] if isinstance(value, list) else _node(value, named)


def _node(value: Any, named: Mapping[str, Any]) -> Any:
    """The node that *value* refers to; *value* itself where it is no reference."""
    is_reference = isinstance(value, dict) and set(value) <= {"@id", "@type"} and _is_named(value)
    return named.get(value["@id"], value) if is_reference else value


def _is_named(node: Mapping[str, Any]) -> bool:
    return isinstance(node.get("@id"), str)
