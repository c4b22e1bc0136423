"""What reading the metadata of saved pages costs, beside a bare lxml parse, extruct and trafilatura's metadata.

usage: python benchmarks/pages.py PAGES.jsonl[.gz] [--limit N]

    pip install lxml extruct trafilatura    # whatever of these is missing is left out

Each line of PAGES holds `html` and, if known, `url`. After a warm-up every page goes once through all in turn, in CPU
time, so that nobody has seen a page before and what else the machine does is shared: go by the ratios. All get the
characters of the page; lxml, which has its own decoder, gets them as UTF-8.
"""

import argparse
import gzip
import json
import logging
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url

_WARM_UP = 3

Run = Callable[[str, str], object]


def peers() -> dict[str, Run]:
    """What is measured, by name; what is not installed is left out."""
    found: dict[str, Run] = {"provenance": lambda html, url: read_metadata(html, url=read_url(url))}
    for name, module, named in (
        ("lxml parse", "lxml.html", _parse),
        ("extruct, all its syntaxes", "extruct", _all_syntaxes),
        ("extruct, three", "extruct", _three_syntaxes),
        ("trafilatura metadata", "trafilatura", _metadata),
    ):
        try:
            found[name] = named(import_module(module))
        except ImportError as problem:
            print(f"not measured: {name} ({problem.name} is not installed)")
    return found


def _parse(lxml):
    parse = lxml.document_fromstring
    return lambda html, _: parse(html.encode())


def _all_syntaxes(extruct):
    extract = extruct.extract
    return lambda html, url: extract(html, base_url=url, errors="ignore")


def _three_syntaxes(extruct):
    extract = extruct.extract
    syntaxes = ["json-ld", "opengraph", "microdata"]
    return lambda html, url: extract(html, base_url=url, syntaxes=syntaxes, errors="ignore")


def _metadata(trafilatura):
    extract = trafilatura.extract_metadata
    return lambda html, url: extract(html, default_url=url or None)


def pages(path: Path, limit: int | None) -> list[tuple[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    read = [(page["html"], page.get("url") or "") for page in map(json.loads, content.splitlines())]
    return read[:: max(1, len(read) // limit)] if limit else read


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, help="measure N pages, spread over the file")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    measured = peers()
    seconds: dict[str, float] = defaultdict(float)
    read = pages(arguments.pages, arguments.limit)
    for number, (html, url) in enumerate(read):
        for name, run in measured.items():
            started = time.process_time()
            run(html, url)
            if number >= _WARM_UP:
                seconds[name] += time.process_time() - started
    counted = max(1, len(read) - _WARM_UP)
    characters = sum(len(html) for html, _ in read) // max(1, len(read))
    print(f"{len(read)} pages, {characters} characters in the mean")
    ours = seconds["provenance"]
    for name, taken in sorted(seconds.items(), key=lambda item: item[1]):
        print(f"{name:28s}{taken / counted * 1000:8.2f} ms a page, {taken / ours:6.2f} x ours")


if __name__ == "__main__":
    main()
