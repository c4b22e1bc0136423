"""Do the points for attribution tell health reporting from press releases, and do they in long texts too?

usage: python releases.py [--points SIGNAL=N …] [--labels releases.jsonl]

The labels hold twelve releases and twelve reports on the same subjects, all invented: in a release one body speaks through
its own people, in a report several outside sources and documents do. Longer texts are made by joining two or three of a
kind; in a joined release the people of the first one speak throughout. What is printed is the area under the curve: how
often a report earns more than a release, draws counting half. Twelve pairs by one writer show a direction and no more.
`--points attribution.introduced=5` shows what other points would do; those of the policy are used where none are named.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from provenance import Document, Scorer

LENGTHS = (1, 2, 3)
FAMILY = "attribution."
BESIDE = "citation.claims_supported"  # shown, and not counted in the family


def joined(rows: Sequence[dict], first: int, count: int) -> str:
    """The text *first* with those after it; in releases the names of the first stand for those of the others."""
    texts = []
    for step in range(count):
        row = rows[(first + step) % len(rows)]
        text = row["text"]
        for old, new in zip(row.get("names", ()), rows[first].get("names", ()), strict=True):
            text = text.replace(old, new).replace(f" {old.split()[-1]} ", f" {new.split()[-1]} ")
        texts.append(text)
    return "\n\n".join(texts)


def earned(scorer: Scorer, text: str) -> dict[str, tuple[float, float]]:
    """What each signal of the family, and one beside it, earns of what it can, and that, in points."""
    assessment = scorer.score(Document.from_record({"id": "text", "text": text}))
    return {
        each.signal: (each.earned / 1000, each.points / 1000)
        for each in assessment.contributions
        if each.signal.startswith((FAMILY, BESIDE))
    }


def curve(reports: Sequence[float], releases: Sequence[float]) -> float:
    """How often a report has more than a release."""
    pairs = [(a > b) + 0.5 * (a == b) for a in reports for b in releases]
    return sum(pairs) / len(pairs)


def main() -> None:
    """Print the areas, of the family and of each signal, for each length."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--labels", type=Path, default=Path(__file__).with_suffix(".jsonl"))
    parser.add_argument("--points", nargs="*", default=[], metavar="SIGNAL=N")
    arguments = parser.parse_args()
    other = {name: float(points) for name, points in (each.split("=") for each in arguments.points)}
    rows = [json.loads(line) for line in arguments.labels.read_text("utf-8").splitlines()]
    by_kind = {kind: [row for row in rows if row["kind"] == kind] for kind in ("report", "release")}
    scorer = Scorer(profile="text")
    for length in LENGTHS:
        found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for kind, of_kind in by_kind.items():
            for first in range(len(of_kind)):
                total = 0.0
                for name, (points, available) in earned(scorer, joined(of_kind, first, length)).items():
                    worth = points / available * other.get(name, available)
                    found[name][kind].append(worth)
                    total += worth if name != BESIDE else 0
                found["the family"][kind].append(total)
        print(f"{length} of a kind")
        for name, of_signal in sorted(found.items()):
            reports, releases = of_signal["report"], of_signal["release"]
            means = f"{sum(reports) / len(reports):5.2f} {sum(releases) / len(releases):5.2f}"
            print(f"  {name:34} {curve(reports, releases):.2f}   reports, releases: {means}")


if __name__ == "__main__":
    main()
