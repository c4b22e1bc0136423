"""How well are kinds of source told apart? Against 200 labels of our own, made on articles that are not ours to ship.

usage: python source_kinds.py ARTICLES.jsonl[.gz] [--labels source_kinds.jsonl]

ARTICLES holds `id` and `text` in each line (PolNeAR, development split); the labels hold ids, offsets and kinds only.
They were made by one reader who saw the annotated source, its cue and our answer, on 200 sources drawn at random from
those that were found: they measure the kind, not whether the source is found, and a reader who sees an answer is led by it.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from provenance.text import lexicon, quotations, sentences
from provenance.text.attributions import attribute
from provenance.text.facts import NAMED_KINDS, Source
from provenance.text.words import Written

GIVEN = frozenset({"pronoun", "author"})


def rows(path: Path) -> Iterator[dict]:
    """The records of a JSON Lines file, packed or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from map(json.loads, content.decode("utf-8").strip().split("\n"))


def sources(text: str) -> list[Source]:
    """The sources of the outermost attributions of *text*."""
    english = lexicon.load("en")
    assert english is not None
    found = sentences.split(text, english.abbreviations, openers=english.openers)
    attributions = attribute(Written(text, found, english), found, quotations.find(text, found), english)
    return [each.source for each in attributions if each.source is not None and each.depth == 0]


def compare(texts: dict[str, str], labels: list[dict]) -> Counter:
    """How often each kind was taken for each, and how often nothing was found."""
    read = {key: sources(texts[key]) for key in {label["id"] for label in labels}}
    tally: Counter = Counter()
    for label in labels:
        met = [s for s in read[label["id"]] if s.start < label["end"] and label["start"] < s.end]
        tally[label["kind"], met[0].kind.value if met else None] += 1
    return tally


def show(tally: Counter) -> None:
    """Print the share of right kinds, of right named or not, and each confusion."""
    found = Counter({pair: n for pair, n in tally.items() if pair[1] is not None})
    named = {kind.value for kind in NAMED_KINDS}
    asked = {pair: n for pair, n in found.items() if not GIVEN & set(pair)}
    right = sum(n for (expected, given), n in found.items() if expected == given)
    same = sum(n for (expected, given), n in asked.items() if (expected in named) == (given in named))
    print(
        f"kinds: {right} of {sum(found.values())}; named or not: {same} of {sum(asked.values())}; not found: {sum(tally.values()) - sum(found.values())}"
    )
    for (expected, given), n in sorted(found.items(), key=lambda item: -item[1]):
        if expected != given:
            print(f"  {expected} taken for {given}: {n}")


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--labels", type=Path, default=Path(__file__).with_name("source_kinds.jsonl"))
    arguments = parser.parse_args()
    texts = {row["id"]: row["text"] for row in rows(arguments.articles)}
    show(compare(texts, list(rows(arguments.labels))))


if __name__ == "__main__":
    main()
