"""What scoring costs, as multiples of one ``json.loads`` of the same records, sampled side by side.

    python benchmarks/speed.py [--rounds N] [--json FILE]

Microseconds of two runs or two machines cannot be compared; ratios from one run can. `best` is best over best, `paired`
the median over pairs sampled next to one another, the steadier of the two on a busy machine. Clock: CPU time.
The records are made here: invented articles of 4 to 5 KB with the metadata that a crawl of a news site has.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import provenance

SAID = (
    "“We looked at every {thing} in {town},” said {name}, who has led the {body} since {year}.",
    "According to the {body}, {number} per cent of the {thing}s in {town} were replaced in {year}.",
    "{name} declined to comment on the {thing}s.",
    "Critics say that the {body} of {town} acted too late.",
    "It is believed that the {thing}s cost {number} million crowns.",
    "The {body} published its report on {town} in {year}, after {number} hearings.",
    "Residents of {town} have walked past the {thing}s every morning for as long as anyone remembers.",
    "The road from {town} to the coast runs past them, between two fields of barley and an old mill.",
    "In {year} the {body} had closed the bridge for {number} days, and most of the traffic went round by the north.",
    "A new {thing} weighs less than half of an old one, and lasts three times as long in salt water.",
    "Work on the last of the {thing}s is due to end in the spring.",
    "For {number} years the {thing}s in {town} had been painted each summer, and nobody had thought of them again.",
    "The money comes out of a fund for roads and harbours, which {town} shares with its neighbours.",
)
WORDS = {
    "thing": ("bolt", "beam", "lamp", "rail", "window", "well"),
    "town": ("Quillbeck", "Osterwick", "Tarnmoor", "Lindenfurt", "Elmcross"),
    "name": ("Edda Lund", "Ada Kerr", "Lars Brandt", "Mina Farrow", "Tess Orr"),
    "body": ("harbour board", "Osterwick Institute", "county council", "rail authority"),
}


def article(rng: random.Random, length: int = 4000) -> str:
    """An invented article of about *length* characters."""
    paragraphs, size = [], 0
    while size < length:
        words = {key: rng.choice(values) for key, values in WORDS.items()}
        words |= {"year": str(rng.randint(1990, 2024)), "number": str(rng.randint(2, 90))}
        paragraphs.append(" ".join(sentence.format(**words) for sentence in rng.sample(SAID, 3)))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def records(count: int) -> list[dict[str, object]]:
    """Records with their text."""
    rng = random.Random(20261121)
    return [
        {
            "id": f"doc-{n:06}",
            "url": f"https://www.tarnmoor{n % 97}.example/2024/05/{n}",
            "title": f"What became of the bridge, part {n}",
            "publisher": f"Tarnmoor {n % 97}",
            "authors": [rng.choice(WORDS["name"])],
            "published": f"{2005 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}T{n % 24:02}:30:00Z",
            "modified": f"2024-{1 + n % 12:02}-{1 + n % 28:02}",
            "language": "en",
            "links": [f"https://www.tarnmoor{n % 97}.example/a/{n}", "https://quillbeck.example/report"],
            "text": article(rng),
        }
        for n in range(count)
    ]


def with_new_words(given: list[dict[str, object]], rng: random.Random) -> list[dict[str, object]]:
    """*given* with every eighth word of each text made up, as a news text holds some eighty that were never met before."""
    return [record | {"text": _with_new_words(str(record["text"]), rng)} for record in given]


def _with_new_words(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    for at in range(4, len(words), 8):
        if words[at].isalpha():
            words[at] = "".join(rng.choices("abdefgiklmnoprstu", k=8))
    return " ".join(words)


def compare(
    contenders: dict[str, Callable[[], object]], base: Callable[[], object], rounds: int
) -> dict[str, dict[str, float]]:
    """The cost of each contender over that of *base*, one of each a round, with the base beside each."""
    best, beside, best_base = (
        dict.fromkeys(contenders, float("inf")),
        {name: [] for name in contenders},
        float("inf"),
    )
    for _ in range(rounds):
        for name, work in contenders.items():
            one = _seconds(base)
            cost = _seconds(work)
            best_base, best[name] = min(best_base, one), min(best[name], cost)
            beside[name].append(cost / one)
    return {
        name: {"best": best[name] / best_base, "paired": statistics.median(beside[name])}
        for name in contenders
    }


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    args = parser.parse_args()
    whole = records(120)
    light = [{key: value for key, value in record.items() if key != "text"} for record in whole]
    lines = [json.dumps(record, ensure_ascii=False) for record in whole]
    rng = random.Random(7)
    new = iter(
        [with_new_words(whole, rng) for _ in range(args.rounds)]
    )  # a set for each round: words are remembered
    scorer, read = provenance.Scorer(), provenance.Document.from_record

    def each(
        given: list[dict[str, object]], take: Callable[[provenance.Assessment], object]
    ) -> Callable[[], object]:
        return lambda: [take(scorer.score(read(record))) for record in given] and None

    figures = compare(
        {
            "metadata: score and features": each(light, lambda a: (a.score, a.features)),
            "metadata: audit record": each(light, lambda a: a.to_record()),
            "text: score": each(whole, lambda a: a.score),
            "text: score, words never met before": lambda: (
                [scorer.score(read(r)).score for r in next(new)] and None
            ),
            "text: audit record": each(whole, lambda a: a.to_record()),
        },
        lambda: [json.loads(line) for line in lines] and None,
        args.rounds,
    )
    print(f"{'as multiples of json.loads of a whole record':48s}{'best':>8s}{'paired':>8s}")
    for name, figure in figures.items():
        print(f"{name:48s}{figure['best']:8.1f}{figure['paired']:8.1f}")
    print(f"{'time to the first scored record, seconds':48s}{_first(lines[0]):8.2f}")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _first(line: str) -> float:
    """Seconds from the start of the command to its end, for one record."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.jsonl")
        path.write_text(line + "\n", "utf-8")
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "provenance", "score", str(path)], check=True, capture_output=True
        )
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
