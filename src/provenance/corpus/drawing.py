"""A family tree of documents for Graphviz and Mermaid: who derives from whom, how, and whether it says so."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.corpus.derivations import Direction, Line


def as_dot(lines: Iterable[Line]) -> str:
    """*lines* as a Graphviz graph: an arrow from each copy to its source, a plain edge where nothing decides."""
    edges = "".join(
        f"  {_quoted(line['document'])} -> {_quoted(line['source'])} [label={_quoted(_label(line))}{_arrow(line)}];\n"
        for line in lines
    )
    return f"digraph provenance {{\n  rankdir=RL;\n{edges}}}\n"


def as_mermaid(lines: Iterable[Line]) -> str:
    """*lines* as a Mermaid flow chart, drawn the same way."""
    numbers: dict[str, int] = {}
    edges = []
    for line in lines:
        one, other = (numbers.setdefault(line[side], len(numbers)) for side in ("document", "source"))
        edges.append(f"  n{one} {'---' if _is_open(line) else '-->'}|{_label(line)}| n{other}\n")
    nodes = (f'  n{number}["{_escaped(name)}"]\n' for name, number in numbers.items())
    return "flowchart RL\n" + "".join(nodes) + "".join(edges)


def _is_open(line: Line) -> bool:
    return bool(line["direction"] == Direction.UNDETERMINED)


def _arrow(line: Line) -> str:
    return ", dir=none" if _is_open(line) else ""


def _label(line: Line) -> str:
    credit = "" if _is_open(line) else f", credit {line['credit']}"
    return f"{line['kind'].replace('_', '-')} {100 * line['containment']:.0f} %{credit}"


def _quoted(text: str) -> str:
    """*text* as a quoted string of the DOT language, in which only the mark itself is escaped, on one line."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _escaped(text: str) -> str:
    """*text* as a label of Mermaid, which reads entities."""
    return "".join(c if c.isalnum() or c in " .-_/:" else f"#{ord(c)};" for c in " ".join(text.split()))
