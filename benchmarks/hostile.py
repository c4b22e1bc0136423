"""A thousand broken pages and the worst that were thought of: no exception, time in proportion, memory bounded.

usage: python -m benchmarks.hostile FOLDER-OF-PAGES [--pages N] [--seed N]

Every page of the folder (`tests/unit/page/wild` will do) is truncated, spliced, overwritten and read in a wrong
charset, N times in all. Ends with the exception if one raises, and with 1 if one took more than 5 µs a character
or more memory than is promised.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import peak
from provenance.page.reader import LONGEST, read_metadata, read_page
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/2024/02/03/rain")
_SLOWEST = 5e-6
"""Seconds a character; a plain page takes a hundredth of that."""
_SHORT = 100_000
"""Characters below which the clock says nothing."""
_BYTES_A_CHARACTER = 32
_JUNK = (
    b"\x00" * 99,
    b"<script>",
    b"<!--",
    b"<style",
    b'="',
    b"<svg>",
    b"&#" + b"9" * 9999,
    b"<h1>",
    b"{[" * 999,
)
_CHARSETS = (None, "utf-8", "utf-16", "shift_jis", "iso-8859-1", "koi8-r", "none such")


def broken(pages: list[bytes], number: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """*number* pages with things done to them."""
    choose = random.Random(seed)
    for count in range(number):
        page = choose.choice(pages)
        for _ in range(choose.randint(1, 4)):
            start, end = sorted(choose.randint(0, len(page)) for _ in range(2))
            page = choose.choice(
                (
                    page[:end],
                    page[start:],
                    page[:start] + page[end:],
                    page[:end] + page[start:],
                    page[:start] + choose.choice(_JUNK) + page[end:],
                    page[:start] + choose.randbytes(end - start) + page[end:],
                    page[:start] + choose.choice(pages)[start:],
                )
            )
        yield f"broken {count}", page


def giants() -> Iterator[tuple[str, bytes]]:
    """The worst that were thought of."""
    script = b'<script type="application/ld+json">'
    yield "50 MB of paragraphs", b"<p>Rain on the hill</p>" * 2_200_000
    yield "50 MB beyond Latin letters", "<p class=byline>дождь 😀".encode() * 1_700_000
    yield "50 MB of bytes", random.Random(1).randbytes(50_000_000)
    yield "50 MB of comments", b"<!-- -->a" * 5_600_000
    yield "100,000 nested tags", b'<div class="byline">' * 100_000
    yield "100,000 nested authors", b'<span itemprop="author">' * 100_000
    yield "a million attributes", b"<div " + b" ".join(b'a%d="b"' % n for n in range(1_000_000)) + b">"
    yield "JSON-LD nested 900,000 times", script + b"[" * 900_000
    yield "JSON-LD of 90,000 articles", script + b"[" + b'{"@type":"Article"},' * 90_000 + b"]"
    yield "JSON-LD number of a million digits", script + b'{"datePublished":' + b"9" * 1_000_000 + b"}"
    for unit in (b"<", b"<!-- ", b"<script>", b"<svg>", b"<template><", b"<h1>", b"<title>x", b"<b itemprop=author>",
                 b"<time>1 May 2020</time>", b"<p>by ", b"<p>1.1.", b'<a href="/author/x">Jane Doe', b"&amp;", b"\x00"):  # fmt: skip
        yield f"2 MB of {unit.decode()!r}", b"<h1>Rain on the hill</h1>" + unit * (2_000_000 // len(unit))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    pages = [path.read_bytes() for path in sorted(arguments.folder.glob("*.html"))]
    failures, slowest, count = [], (0.0, ""), 0
    for number, (name, page) in enumerate(broken(pages, arguments.pages, arguments.seed)):
        count += 1
        with _named(name):
            read_page(page, url=URL, charset=_CHARSETS[number % len(_CHARSETS)])
    for name, page in giants():
        count += 1
        before, started = peak(), time.process_time()
        with _named(name):
            read_metadata(page.decode("utf-8", "replace"), url=URL)
        taken = (time.process_time() - started) / max(min(len(page), LONGEST), _SHORT)
        slowest = max(slowest, (taken, name))
        if taken > _SLOWEST:
            failures.append(f"{name}: {taken * 1e6:.2f} µs a character")
        over = peak() - before - 6 * len(page)  # the page itself, as bytes and decoded
        if over > LONGEST * _BYTES_A_CHARACTER:
            failures.append(f"{name}: {over} bytes of memory")
    print("\n".join(failures) or "nothing failed")
    print(f"{count} pages; slowest: {slowest[1]}, {slowest[0] * 1e6:.2f} µs a character; {peak() >> 20} MB")
    return bool(failures)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """An exception says which page it comes from."""
    try:
        yield
    except Exception as problem:
        problem.add_note(name)
        raise


if __name__ == "__main__":
    sys.exit(main())
