"""The page of points: what each signal can earn, what is guarded, and how bands are read."""

from generating.markdown import number, table
from provenance.policy import Policy
from provenance.registry import Registry
from provenance.scoring import FAMILIES

_POINTS = """# Points

The policy `{id}`: {title}.
The points are reasoned from published standards, not fitted to data; only how the twenty for attribution are divided was settled after texts had been examined. [Where they come from](../explanation/points.md) says from which standards, and what is known of them.
"""


def points(policy: Policy, registry: Registry) -> str:
    parts = [_POINTS.format(id=policy.id, title=policy.title[0].lower() + policy.title[1:])]
    for family in FAMILIES:
        of_family = {name: given for name, given in policy.points.items() if name.partition(".")[0] == family}
        rows = (
            (f"[`{name}`](signals/{name}.md)", registry[name].spec.question, number(given))
            for name, given in of_family.items()
        )
        parts.append(
            f"\n## {family}: {number(sum(of_family.values()))}\n\n{table(('signal', 'question', 'points'), rows)}"
        )
    whole = number(sum(policy.points.values()))
    parts.append(
        f"\nIn all: {whole} points.\n\n## Gates\n\nA flag subtracts nothing: while it is raised, what it guards cannot earn, and its points are lost; while it cannot be judged, they stay open.\n\n"
    )
    parts.append(
        table(
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
    parts.append(table(("", "families"), iter([*axes, *profiles])))
    parts.append("\n## Bands\n\nA band is read from score ÷ applicable points.\n\n")
    bands = [(band.letter, f"{band.least / 100:g} %", band.says) for band in policy.bands]
    unjudged = policy.unjudged
    parts.append(table(("band", "from", "the origin is"), iter(bands)))
    parts.append(
        f"\nWhere less than {unjudged.least / 100:g} % of the points could be judged there is no band: {unjudged.letter}, “{unjudged.says}”, "
        "is neither better nor worse than a letter.\n"
    )
    return "".join(parts)
