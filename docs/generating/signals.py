"""A page for each signal, and one that lists them."""

from generating.markdown import number, sentences, table
from provenance.policy import Policy
from provenance.scoring import FAMILIES
from provenance.signal import Direction, SignalSpec

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


def signal_page(spec: SignalSpec, policy: Policy) -> str:
    given = policy.points.get(spec.id, 0)
    worth = (
        f"{number(given)} of 100 in [{policy.id}](../points.md)"
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
        f"- {sentences(weakness)}\n".replace("\n", "\n  ").rstrip() + "\n" for weakness in spec.weaknesses
    )
    return (
        f"# {spec.id}\n\n**{spec.question}**\n\n{sentences(spec.rationale)}\n\n"
        f"{table(('', ''), iter(facts))}\n"
        f"## How it is answered\n\n{sentences(spec.method)}\n\n"
        f"## How it can be fooled\n\n{weaknesses}\n"
        f"## Examples\n\nGood:\n\n```text\n{spec.good_example}\n```\n\nProblem:\n\n```text\n{spec.problem_example}\n```\n\n"
        f"## What would help\n\n{sentences(spec.remediation)}\n"
    )


def signals(specs: list[SignalSpec], policy: Policy) -> str:
    families = dict.fromkeys([*FAMILIES, *(spec.family for spec in specs)])
    parts = [
        "# Signals\n\nEach signal is one question put to a document.\nHow many points it can earn is stated in the [policy](../points.md).\n"
    ]
    for family in families:
        rows = (
            (f"[`{s.id}`]({s.id}.md)", s.question, _worth(s, policy)) for s in specs if s.family == family
        )
        parts.append(
            f"\n## {family}\n\n{sentences(_FAMILY[family])}\n\n{table(('signal', 'question', 'points'), rows)}"
        )
    listed = "\n".join(spec.id for family in families for spec in specs if spec.family == family)
    return "".join(parts) + f"\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"


def _worth(spec: SignalSpec, policy: Policy) -> str:
    given = policy.points.get(spec.id, 0)
    return number(given) if given else "–"
