"""What reading the metadata of saved pages costs, beside a bare lxml parse, extruct and trafilatura's metadata.

usage: python benchmarks/pages.py PAGES.jsonl[.gz] [--limit N] [--rounds N]

Each line of PAGES holds `html` and, if known, `url`. Lxml, extruct and trafilatura are measured where they are
installed. Every page goes through all of them in turn, so that what else the machine does is shared; go by the ratios.
"""

import argparse
import gzip
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url


def peers() -> dict[str, Callable[[str, str], object]]:
    """What is measured, by name; what is not installed is left out."""
    found: dict[str, Callable[[str, str], object]] = {
        "provenance": lambda html, url: read_metadata(html, url=read_url(url))
    }
    try:
        parse = import_module("lxml.html").document_fromstring
        found["lxml parse"] = lambda html, _: parse(html.encode())
        extract = import_module("extruct").extract
        found["extruct"] = lambda html, url: extract(
            html, base_url=url, syntaxes=["json-ld", "opengraph", "microdata"], errors="ignore"
        )
        metadata = import_module("trafilatura").extract_metadata
        found["trafilatura"] = lambda html, url: metadata(
            html, default_url=url, date_config={"max_date": "2030-01-01"}
        )
    except ImportError as problem:
        print(f"not measured: {problem.name}")
    return found


def pages(path: Path, limit: int | None) -> list[tuple[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    read = [(page["html"], page.get("url") or "") for page in map(json.loads, content.splitlines())]
    return read[:: max(1, len(read) // limit)] if limit else read


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    measured = peers()
    seconds: dict[str, list[float]] = defaultdict(list)
    read = pages(arguments.pages, arguments.limit)
    for number in range(arguments.rounds + 1):
        for html, url in read:
            for name, run in measured.items():
                started = time.process_time()
                run(html, url)
                if number:  # the first round warms up
                    seconds[name].append(time.process_time() - started)
    base = seconds["provenance"]
    print(
        f"{len(read)} pages, {sum(len(html) for html, _ in read) // len(read)} characters in the mean, {arguments.rounds} rounds"
    )
    for name, times in sorted(seconds.items(), key=lambda item: sum(item[1])):
        ratio = statistics.median(one / other for one, other in zip(times, base, strict=True))
        print(
            f"{name:12s} {sum(times) / len(times) * 1000:8.2f} ms a page, {sum(times) / sum(base):6.2f} x ours, median of pages {ratio:6.2f} x"
        )


if __name__ == "__main__":
    main()
