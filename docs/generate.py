"""Makes the reference pages that say what the code says: signals, points, fields of a record, commands, public names.

`python tests/docs/update.py` writes them; a test fails where they differ from the code.
"""

import ast
import inspect
import re
from argparse import Action
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import ForwardRef

import provenance
from provenance.cli.arguments import Parser, add_input, add_scoring
from provenance.cli.main import COMMANDS
from provenance.evidence import VOICE, Voice
from provenance.fields import FOUND_BY_AN_INDEX, FOUND_IN_REGISTRIES, PLAIN_ANSWERS, POLICY_NAMES
from provenance.policy import Policy
from provenance.reading.sources import KINDS
from provenance.record import FRAGMENTS, SHAPES, SPELLINGS
from provenance.record.spellings import Shape
from provenance.record.values import channel_of
from provenance.registries.entries import KINDS as KINDS_OF_REGISTRIES
from provenance.registries.files import ABOUT
from provenance.registries.ratings import COLUMNS
from provenance.registries.statements import INVERSE, TRUST
from provenance.registry import Registry
from provenance.scoring import FAMILIES
from provenance.signal import Direction, SignalSpec

FOLDERS = ("reference/signals",)
"""Folders of `docs` that hold generated pages and nothing else."""

_NOTE = "<!-- Generated from the code by tests/docs/update.py: change the code, not this page. -->\n\n"
_FLAG = re.compile(r"(?<![\w`-])(--[a-z][a-z-]*)(?![\w`])")
_DEFINED = re.compile(r"^(\w+: .*?) = field\(.*\)")
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z“`])")

_FAMILY = {
    "publisher": "Who answers for the document, and does another voice bear it out?",
    "author": "Who wrote it, and could that person be found?",
    "date": "When was it written, and is a change shown?",
    "attribution": "Who says what in the text?",
    "citation": "What bears out the claims, and whose is it?",
    "originality": "Are the words its own, or credited?",
    "disclosure": "What does it say about itself? Reported, never scored.",
    "integrity": "Is anything hidden in it? Reported, never scored.",
}

_DIRECTION = {
    Direction.RAISES: "a high value speaks for the document",
    Direction.LOWERS: "a high value speaks against the document",
    Direction.FLAG: "it disqualifies evidence, and subtracts nothing",
    Direction.REPORTED: "it speaks neither for the document nor against it",
}

_FIELD = {
    "url": "The address of the document. It shows which links are its own, who hosts it, and often when it was published.",
    "canonical": "The address that the document itself names as its own (`rel=canonical`, `og:url`, `mainEntityOfPage`).",
    "title": "The headline.",
    "authors": "One name, a list of names, or objects with `name` and, if known, `url`, `sameAs`, `identifier`, `orcid`, `email` (by which the author can be found) and `description`, `jobTitle`, `affiliation`, `knowsAbout` (who that is). A byline with several names is split.",
    "publisher": "The stated name of the publisher or site, or an object with `name`.",
    "published": "When it was published, as precisely as known: `2026`, `2026-11`, `2026-11-21` or a time. A date without a year is refused; `10/11/2020` is kept as ambiguous.",
    "modified": "When it was last changed.",
    "retrieved": "When it was fetched. Where no `--as-of` is given, dates are judged from this day.",
    "language": "The declared language. It is only reported: the lexicon is chosen from the text alone. `inspect` shows both.",
    "section": "The section or category, from which the kind of text is read, as from `genre`.",
    "license": "The licence. Reported, never scored.",
    "genre": "What kind of text it is: schema.org types and genres, or a label such as Opinion. Eight kinds are distinguished: news, opinion, analysis, review, sponsored, satire, press release, fact check.",
    "source_type": "How it was made, as an IPTC digital source type such as `trainedAlgorithmicMedia`.",
    "corrections": "What was corrected in it: strings, or objects with `text`.",
    "reservations": "Reservations of use for training and mining: `noai`, `noimageai`, `noml`, `tdm-reservation: 1` or `0`; a `robots` value is searched for these. The key `tdm_reservation` takes 0 or 1. `[]` means that page and server were checked.",
    "policies": "An object of disclosures by their schema.org names, each with an address or words. Each may also be a key of the record itself. Understood: "
    + ", ".join(f"`{name}`" for name in POLICY_NAMES)
    + ".",
    "text": "The words of the document, from which attributions, claims, citations, repetition and residue are read.",
    "links": "The addresses that the document links to: strings, or objects with `target` (or `url`, `href`) and, if known, `start` and `end` in the text.",
    "citations": "What it cites: strings (addresses, DOIs, ISBNs, references in words), or objects with `target`, `doi`, `url` or `title` and, if known, `author`, `title`, `date`, `pages`.",
    "attributions": "Statements with their sources, as `inspect` prints them; only `source` with its `kind` is needed, which is null where no source is given. See [bring your own extractors](../how-to/bring-your-own-extractors.md).",
    "claims": "Checkable sentences, as `inspect` prints them; only `support` is needed.",
    "repetition": "How much of the text repeats an earlier part of it: a share from 0 to 1, or an object with `share`.",
    "derivations": "Pairs of documents that share text, as `trace` prints them. `[]` means that they were looked for and there are none.",
    "has_author": "Plain answer: whether an author is named.",
    "attributed": "Plain answer: how many statements have a source, of how many: `[5, 9]`; or true or false.",
    "claims_cited": "Plain answer: how many checkable claims carry a source, of how many: `[3, 7]`; or true or false.",
    "duplicated": "Plain answer: whether the document copies another.",
}


_POINTS = """# Points

The policy `{id}`: {title}.
The points are reasoned from published standards, not fitted to data; [where they come from](../explanation/points.md) says from which, and what is known of them.
"""

_RECORD = """# The record

A record is a JSON object that says what is known of one document.
Every key may be left out; unknown keys are ignored and counted.
A record that names a key twice is refused, because JSON leaves open which of the two counts (RFC 8259 §4).

| a key that is | means that the field is |
| --- | --- |
| missing, or `null` | **unknown**: nobody looked, or nobody said |
| `""` or `[]` | **absent**: somebody looked, and there is none |
| missing or `null`, and listed in `observed` | **absent** |
| present but unreadable | **unknown**, and the output says what was expected |

Empty CSV cells are unknown, unless `--observed` lists their column.

A value may be an observation, which names its channel, or a list of observations:

```json
{"published": [{"value": "2026-11-12", "channel": "json-ld"}, {"value": "2026-11-12", "channel": "byline"}]}
```

What a page *declares* has one of the channels {declared}; what is *observed* has {observed}.
The same value in both of these voices corroborates; twice in one voice counts once.
A plain value has the channel `caller`.
The channels of an index and of registries are reserved for the library: a record that could name them would be its own second voice.

## `id`

The name of the document in every output: a string, or a number, which is kept as JSON writes it (`7`, `7.0`).
If it is missing, the path and the line number are used.

## `observed`

A list of fields that were looked for: one that is missing or null then counts as absent, not unknown.

## `html`

The page itself.
What it declares and shows is read in addition to the record's other keys; a `text` in the record takes precedence over the text of the page.
This is how to score a saved page together with the address at which it was found.

## Bodies as markup

{fragments} hold the markup of a body without the rest of the page; `bodies` holds a list of them.
Its words give the text, unless the record has a `text`, and its links give the links.

## `@graph`

A JSON-LD graph: the document is the node with the most keys of a work, and references by `@id` are followed.

## Shapes

The keys below are understood in any record.
In records of these shapes, recognised by keys that only they have, some keys mean something else:

{shapes}
A crawl's date says when a page was fetched, not when it was published: it gives `retrieved`.
For fields under other names, use [`--map`](../how-to/read-what-you-have.md#keys-of-your-own).
"""

_REGISTRIES = """# Registry files

[Use registries](../how-to/use-registries.md) explains what they are for.
The kind of a registry file is one of {kinds}.
Lines such as `# source: https://…` at its top apply to the whole file: {about}.
Files are UTF-8; other lines that begin with `#` are comments.

## Ratings

CSV with a header (tabs in `.tsv`), or JSON Lines with the same names.
What no column gives can be given at the top of the file.

{columns}
## trust.txt

A link is confirmed if the file of the other side states its counterpart.

{trust}
## ads.txt

Sellers (`domain, account, DIRECT` or `RESELLER`) are counted by domain; `OWNERDOMAIN` and `MANAGERDOMAIN` are kept.

## Protected domains and affiliates

One domain a line.
"""

_COMMANDS = """# The command line

Results go to standard output, everything else to standard error.
Each command ends with one of the [exit codes](exit-codes.md).

`PATH` is a file, a folder (read in order of names, subfolders included), a glob in quotation marks, or `-` for standard input.
Standard input is read as JSON Lines of records unless `--input-format` says otherwise.
The ending of a file's name says how it is read:

{endings}
A further `.gz` or `.zst` is allowed, and files compressed with gzip or zstandard are opened whatever they are called.
A `.json` file may hold one record, a list of records, or JSON Lines; so may files of audit records.
Links to folders inside a folder are not followed, and the run says that they were skipped; a link that you name yourself is followed.

Colour appears on a terminal only; a non-empty `NO_COLOR` turns it off, `FORCE_COLOR` turns it on, and `NO_COLOR` wins.
"""

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


def pages() -> dict[str, str]:
    """The generated pages, by their path in `docs`."""
    registry, policy = Registry.core(), Policy.default()
    specs = [signal.spec for signal in registry]
    made = {f"reference/signals/{spec.id}.md": _signal(spec, policy) for spec in specs}
    made["reference/signals/index.md"] = _signals(specs, policy)
    made["reference/points.md"] = _points(policy, registry)
    made["reference/record.md"] = _record()
    made["reference/registries.md"] = _registries()
    made["reference/command-line.md"] = _commands()
    made["reference/python.md"] = _python()
    made["reference/values.md"] = _values()
    return {path: _NOTE + content for path, content in made.items()}


def _sentences(text: str) -> str:
    """*text* with one sentence a line."""
    return _SENTENCE.sub("\n", text)


def _number(millipoints: int) -> str:
    return f"{millipoints / 1000:g}"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


# --- signals --------------------------------------------------------------------------------------------------------


def _signal(spec: SignalSpec, policy: Policy) -> str:
    given = policy.points.get(spec.id, 0)
    worth = (
        f"{_number(given)} of 100 in [{policy.id}](../points.md)"
        if given
        else "none: it is reported beside the score"
    )
    gated = [
        flag
        for flag, patterns in policy.gates.items()
        if spec.family + ".*" in patterns or spec.id in patterns
    ]
    guards = [pattern for flag, patterns in policy.gates.items() if flag == spec.id for pattern in patterns]
    facts = [
        ("Points", worth),
        ("Direction", f"{spec.direction}: {_DIRECTION[spec.direction]}"),
        ("Reads", ", ".join(f"[`{name}`](../record.md#{name})" for name in sorted(spec.reads))),
        ("Standard", f"[{spec.standard.name}]({spec.standard.url}), {spec.standard.clause}"),
        ("Version", f"{spec.version}, {spec.lifecycle}"),
    ]
    if given and gated:
        facts.append(("Kept from earning by", ", ".join(f"[`{flag}`]({flag}.md)" for flag in gated)))
    if guards:
        facts.append(("Keeps from earning", ", ".join(f"`{pattern}`" for pattern in guards)))
    weaknesses = "".join(
        f"- {_sentences(weakness)}\n".replace("\n", "\n  ").rstrip() + "\n" for weakness in spec.weaknesses
    )
    return (
        f"# {spec.id}\n\n**{spec.question}**\n\n{_sentences(spec.rationale)}\n\n"
        f"{_table(('', ''), iter(facts))}\n"
        f"## How it is answered\n\n{_sentences(spec.method)}\n\n"
        f"## How it can be fooled\n\n{weaknesses}\n"
        f"## Examples\n\nGood:\n\n```text\n{spec.good_example}\n```\n\nProblem:\n\n```text\n{spec.problem_example}\n```\n\n"
        f"## What would help\n\n{_sentences(spec.remediation)}\n"
    )


def _signals(specs: list[SignalSpec], policy: Policy) -> str:
    families = dict.fromkeys([*FAMILIES, *(spec.family for spec in specs)])
    parts = [
        "# Signals\n\nEach signal is one question put to a document.\nHow many points it can earn is stated in the [policy](../points.md).\n"
    ]
    for family in families:
        rows = (
            (f"[`{s.id}`]({s.id}.md)", s.question, _worth(s, policy)) for s in specs if s.family == family
        )
        parts.append(
            f"\n## {family}\n\n{_sentences(_FAMILY[family])}\n\n{_table(('signal', 'question', 'points'), rows)}"
        )
    listed = "\n".join(spec.id for family in families for spec in specs if spec.family == family)
    return "".join(parts) + f"\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"


def _worth(spec: SignalSpec, policy: Policy) -> str:
    given = policy.points.get(spec.id, 0)
    return _number(given) if given else "–"


# --- points ---------------------------------------------------------------------------------------------------------


def _points(policy: Policy, registry: Registry) -> str:
    parts = [_POINTS.format(id=policy.id, title=policy.title[0].lower() + policy.title[1:])]
    for family in FAMILIES:
        of_family = {name: given for name, given in policy.points.items() if name.partition(".")[0] == family}
        rows = (
            (f"[`{name}`](signals/{name}.md)", registry[name].spec.question, _number(given))
            for name, given in of_family.items()
        )
        parts.append(
            f"\n## {family}: {_number(sum(of_family.values()))}\n\n{_table(('signal', 'question', 'points'), rows)}"
        )
    whole = _number(sum(policy.points.values()))
    parts.append(
        f"\nIn all: {whole} points.\n\n## Gates\n\nA flag subtracts nothing: while it is raised, what it guards cannot earn, and its points are lost; while it cannot be judged, they stay open.\n\n"
    )
    parts.append(
        _table(
            ("flag", "guards"),
            (
                (f"[`{flag}`](signals/{flag}.md)", ", ".join(f"`{p}`" for p in of))
                for flag, of in policy.gates.items()
            ),
        )
    )
    parts.append(
        "\n## Axes and profiles\n\nAn axis is a part of the score that is judged separately.\nA profile, which you choose, restricts the score to some families.\n\n"
    )
    axes = ((f"axis `{name}`", ", ".join(of)) for name, of in policy.axes.items())
    profiles = ((f"profile `{name}`", ", ".join(of)) for name, of in policy.profiles.items())
    parts.append(_table(("", "families"), iter([*axes, *profiles])))
    parts.append("\n## Bands\n\nA band is read from score ÷ applicable points.\n\n")
    bands = [(band.letter, f"{band.least / 100:g} %", band.says) for band in policy.bands]
    unjudged = policy.unjudged
    parts.append(_table(("band", "from", "the origin is"), iter(bands)))
    parts.append(
        f"\nWhere less than {unjudged.least / 100:g} % of the points could be judged there is no band: {unjudged.letter}, “{unjudged.says}”, "
        "is neither better nor worse than a letter.\n"
    )
    return "".join(parts)


# --- the fields of a record -----------------------------------------------------------------------------------------


_NOT_GIVEN = {
    **dict.fromkeys(
        FOUND_BY_AN_INDEX,
        "Which documents of a corpus are cited, and how they derive from one another. "
        "A record cannot give it: only `--index` fills it, see [find who copied whom](../how-to/find-copies.md).",
    ),
    **dict.fromkeys(
        FOUND_IN_REGISTRIES,
        "What the files given with `--registry` say about the document's address. "
        "A record cannot give it; see [use registries](../how-to/use-registries.md).",
    ),
}
"""Fields that a document can have and a record cannot."""


def _channels(voice: Voice) -> str:
    """The channels of *voice* by which a record can speak."""
    return ", ".join(f"`{c}`" for c, its in VOICE.items() if its is voice and channel_of({"channel": c}))


def _record() -> str:
    shapes = ((shape.name, ", ".join(f"`{key}`" for key in shape.telling), _meant(shape)) for shape in SHAPES)
    parts = [
        _RECORD.replace("{fragments}", ", ".join(f"`{key}`" for key in FRAGMENTS))
        .replace("{shapes}", _table(("shape", "known by", "there"), shapes))
        .replace("{declared}", _channels(Voice.DECLARED))
        .replace("{observed}", _channels(Voice.OBSERVED))
    ]
    for name, spellings in SPELLINGS.items():
        others = ", ".join(f"`{other}`" for other in spellings if other != name)
        also = f"\nAlso understood: {others}.\n" if others else ""
        plain = (
            "\nFor pipelines that know no more than this; see [bring your own extractors](../how-to/bring-your-own-extractors.md).\n"
            if name in PLAIN_ANSWERS
            else ""
        )
        parts.append(f"\n## `{name}`\n\n{_sentences(_FIELD[name])}\n{also}{plain}")
    for name, says in _NOT_GIVEN.items():
        parts.append(f"\n## `{name}`\n\n{_sentences(says)}\n")
    return "".join(parts)


def _meant(shape: Shape) -> str:
    return ", ".join(
        f"`{key}` gives `{field}`" if field else f"`{key}` gives nothing"
        for key, field in shape.means.items()
    )


# --- registries -----------------------------------------------------------------------------------------------------


def _registries() -> str:
    columns = ((f"`{name}`", ", ".join(f"`{c}`" for c in names)) for name, names in COLUMNS.items())
    stated = ((f"`{name}`", f"`{INVERSE[name]}`" if name in INVERSE else "–") for name in TRUST)
    return _REGISTRIES.format(
        kinds=", ".join(f"`{kind}`" for kind in KINDS_OF_REGISTRIES),
        about=", ".join(f"`{name}`" for name in ABOUT),
        columns=_table(("gives", "column"), columns),
        trust=_table(("states", "confirmed by"), stated),
    )


# --- commands -------------------------------------------------------------------------------------------------------


_SHARED = {"Input options": add_input, "Scoring options": add_scoring}
"""The options that several commands share, under the headings at which they are described."""


def _commands() -> str:
    kinds: dict[str, list[str]] = {}
    for ending, kind in KINDS.items():
        kinds.setdefault(kind, []).append(f"`{ending}`")
    parts = [_COMMANDS.format(endings=_table(("ending", "read as"), _endings(kinds)))]
    shared = {heading: _options(adding) for heading, adding in _SHARED.items()}
    for name, says in COMMANDS.items():
        rows = _options(import_module(f"provenance.cli.{name}").add_arguments)
        used = [heading for heading, of in shared.items() if set(of) <= set(rows)]
        own = [row for row in rows if not any(row in shared[heading] for heading in used)]
        also = " and the ".join(f"[{h.lower()}](#{h.lower().replace(' ', '-')})" for h in used)
        parts.append(f"\n## provenance {name}\n\n{says[0].upper()}{says[1:]}.\n")
        parts.append(f"\nIt takes the {also}" + (", and:\n" if own else ".\n") if used else "")
        parts.append(f"\n{_table(('', ''), iter(own))}" if own else "")
    for heading, rows in shared.items():
        parts.append(f"\n## {heading}\n\n{_table(('', ''), iter(rows))}")
    return "".join(parts)


def _endings(kinds: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    return ((", ".join(endings), f"`{kind}`") for kind, endings in kinds.items())


def _options(adding: Callable[[Parser], object]) -> list[tuple[str, str]]:
    """The options that *adding* gives to a parser, each with what it says of itself."""
    parser = Parser(add_help=False)
    adding(parser)
    return [_option(action) for action in vars(parser)["_actions"]]


def _option(action: Action) -> tuple[str, str]:
    choices = f" (`{'`, `'.join(map(str, action.choices))}`)" if action.choices else ""
    option = ", ".join(
        f"`{o}{'' if action.nargs == 0 else ' ' + str(action.metavar or action.dest.upper())}`"
        for o in action.option_strings
    )
    again = " …" if action.nargs in ("+", "*") else ""
    says = _FLAG.sub(r"`\1`", str(action.help).replace("%%", "%"))
    return option or f"`{action.metavar or action.dest}{again}`", says + choices


# --- public names ---------------------------------------------------------------------------------------------------


def _python() -> str:
    parts = [_PYTHON]
    for name in provenance.__all__:
        value = getattr(provenance, name)
        parts.append(f"\n## `{name}`\n\n" + "".join(_described(name, value)))
    return "".join(parts)


def _values() -> str:
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
        yield "\n" + _table(("member", "what it gives"), iter(rows))


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
