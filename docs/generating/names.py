"""The pages of public names: what can be imported, and what the members of it give."""

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import ForwardRef

import provenance
from generating.markdown import table

_DEFINED = re.compile(r"^(\w+: .*?) = field\(.*\)")

INSIDE = {
    "Annotation": ("read",),
    "Document": (
        "with_field",
        "with_facts",
        "replacing",
        "through",
        "denying",
        "brings",
        "derived",
        "remembering",
    ),
    "Ledger": ("append_seals",),
    "Scorer": (
        "annotated",
        "annotations_of",
        "card_of",
        "denials_of",
        "record_bytes_of",
        "record_of",
        "recomputing",
    ),
}
"""Members that only the library's own modules call, and that can change with any version."""

_PYTHON = """# Python

Import public names from `provenance`; they are loaded on first use, so that the import itself is fast.

| To … | use |
| --- | --- |
| describe a document that you have metadata of | `Document.from_record` |
| read files, pages, texts | `read`, `read_many`, `read_html`, `read_text` |
| score one document, or many | `score`, or a `Scorer` and its `score_many` |
| use the result | `Assessment`: `score`, `ceiling`, `features`, `explain()`, `to_line()`, `to_record()` |
| check an audit record | `verify` |
| choose points and signals | `Policy`, `Registry` |

All names have been here since 0.1.
Members that are not listed are internal, and can change with any version.
What their members give is described under [values](values.md).
"""


GIVEN = {
    "evidence": ("Field", "Observation", "State", "Why", "Channel", "Voice"),
    "fields": (
        "Author",
        "Identity",
        "Publisher",
        "PublisherPolicy",
        "Link",
        "Citation",
        "Measure",
        "Derivation",
        "CitedDocument",
        "Rating",
        "Declaration",
    ),
    "values.dates": ("Date",),
    "values.hosts": ("Url", "Host"),
    "text.facts": (
        "TextFacts",
        "Attribution",
        "Source",
        "SourceKind",
        "Cue",
        "Resolution",
        "Claim",
        "Support",
        "TextCitation",
        "Repetition",
        "Residue",
        "Notice",
        "Span",
    ),
    "scoring": ("Contribution",),
    "reasons": ("Reason",),
    "counterfactual": ("WhatIf", "Goal", "Way", "Step", "Change", "Denial"),
    "signal": ("Signal", "SignalSpec", "Standard", "Direction", "Lifecycle", "Finding", "Context"),
    "values.lookalikes": ("Suspicion",),
    "policycheck": ("Band",),
    "ledger": ("Appended", "Entry", "Head"),
}
"""What public members give, by its module; whoever names the type of one imports it from there."""

_VALUES = """# Values

What the members of the [public names](python.md) give: a document its fields, an assessment its reasons.
These are values to read; most are tuples with named fields.
To name a type in your own code, import it from the module that its heading names.
"""


def python() -> str:
    parts = [_PYTHON]
    for name in provenance.__all__:
        value = getattr(provenance, name)
        parts.append(f"\n## `{name}`\n\n" + "".join(_described(name, value)))
    return "".join(parts)


def values() -> str:
    parts = [_VALUES]
    for module, names in GIVEN.items():
        for name in names:
            value = getattr(import_module(f"provenance.{module}"), name)
            words = f"{_words(value)}{_fields_of(value)}{''.join(_members(name, value))}"
            parts.append(f"\n## `provenance.{module}.{name}`\n\n{words}")
    return "".join(parts)


def _fields_of(value: type) -> str:
    """The fields of a tuple, an attrs class or an enumeration as they stand in the code, with their comments."""
    source = inspect.getsource(value)
    lines = source.splitlines()
    (definition,) = ast.parse(source).body
    shown = [
        _DEFINED.sub(r"\1", line.removeprefix("    "))
        for node in definition.body
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and not lines[node.lineno - 1].startswith("    _")
        for line in lines[node.lineno - 1 : node.end_lineno]
    ]
    return "\n```text\n" + "\n".join(shown) + "\n```\n"


def _described(name: str, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield "The version of the library.\n"
        return
    is_class = inspect.isclass(value)
    is_error = is_class and issubclass(value, Exception)
    if not is_error and not (is_class and hasattr(value, "__attrs_attrs__")):
        yield f"```text\n{name}{_signature(value)}\n```\n\n"
    yield _words(value)
    if is_class and hasattr(value, "__attrs_attrs__"):
        yield _fields_of(value)
    if is_class and not is_error:
        yield from _members(name, value)


def _members(of: str, value: type) -> Iterator[str]:
    rows = []
    for name, member in vars(value).items():
        if name.startswith("_") or name in INSIDE.get(of, ()):
            continue
        if isinstance(member, property):
            rows.append((f"`{name}`", _first_line(member)))
        elif isinstance(member, classmethod):
            rows.append((f"`{name}{_signature(member.__func__)}`", _first_line(member.__func__)))
        elif inspect.isfunction(member):
            rows.append((f"`{name}{_signature(member)}`", _first_line(member)))
    if rows:
        yield "\n" + table(("member", "what it gives"), iter(rows))


class _Bare:
    """An annotation that is shown without the quotation marks of its source."""

    def __init__(self, annotation: object) -> None:
        self._annotation = annotation

    def __repr__(self) -> str:
        return str(self._annotation)


def _signature(value: object) -> str:
    signature = inspect.signature(value)
    shown = [
        p.replace(annotation=_Bare(getattr(p.annotation, "__forward_arg__", p.annotation)))
        if isinstance(p.annotation, (str, ForwardRef))
        else p
        for p in signature.parameters.values()
        if p.name not in ("self", "cls")
    ]
    bare = signature.replace(parameters=shown)
    if isinstance(signature.return_annotation, str):
        bare = bare.replace(return_annotation=_Bare(signature.return_annotation))
    return str(bare).removesuffix(" -> None")


def _first_line(value: object) -> str:
    return _plain((inspect.getdoc(value) or "").partition("\n")[0])


def _words(value: object) -> str:
    """A docstring as Markdown: its sections as lists, its examples as they stand."""
    text = inspect.getdoc(value) or ""
    lines, kept = text.splitlines(), []
    for line in lines:
        if line.rstrip(":") in ("Args", "Raises", "Returns", "Attributes") and line.endswith(":"):
            kept.append(f"{line}\n")
        elif line.startswith("    ") and kept and not line.startswith(("    ...", ">>>")):
            label, colon, says = line.strip().partition(": ")
            kept.append(
                f"- `{label}`: {_plain(says)}" if colon and " " not in label else f"  {_plain(line.strip())}"
            )
        else:
            kept.append(line)
    out, inside = [], False
    for line in kept:
        if line.startswith(">>>") and not inside:
            out.append("```pycon")
            inside = True
        if inside and not line.strip():
            out.append("```")
            inside = False
        out.append(line if inside else _plain(line))
    if inside:
        out.append("```")
    return "\n".join(out).rstrip() + "\n"


def _plain(text: str) -> str:
    return text.replace("``", "`")
