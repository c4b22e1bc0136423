"""What the corpus layer costs, as ratios of `json.loads` of the same records, on texts made up on the spot.

    python benchmarks/corpus.py [--signature] [--growth 10000,40000] [--keys 200000]

--signature  keys from raw text, beside json.loads of a record that holds it and beside the signatures of datasketch and
             rensa where these are installed, interleaved
--growth     time of indexing and of tracing per document at each size, one document in ten a copy with changed words
--keys       an index of so many documents of ready-made keys: time per document, peak memory, size of the file
"""

import argparse
import json
import random
import re
import resource
import sqlite3
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from provenance.corpus.entry import Entry
from provenance.corpus.index import Index
from provenance.corpus.keys import keys_of
from provenance.corpus.postings import Postings
from provenance.corpus.store import Store, sealed

LETTERS = (
    "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummmwwffggyyppbbvkjxqz"
)
"""As frequent as in English prose."""


def vocabulary(rng, size):
    return [
        "".join(rng.choice(LETTERS) for _ in range(rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9))))
        for _ in range(size)
    ]


def article(rng, words, length=700):
    """An article of so many words, the common ones often, in sentences and paragraphs."""
    chosen = (words[int(len(words) * rng.random() ** 3)] for _ in range(length))
    text, sentence = [], []
    for word in chosen:
        sentence.append(word)
        if len(sentence) >= 8 and rng.random() < 0.1:
            text.append(" ".join(sentence).capitalize() + ("." if rng.random() < 0.8 else ".\n\n"))
            sentence = []
    return " ".join(text)


def corpus(count, seed=1):
    """Articles, of which one in ten is an earlier one with one word in twenty changed."""
    rng = random.Random(seed)
    words = vocabulary(rng, 20_000)
    recent = []
    for number in range(count):
        if number % 10 == 9:
            text = " ".join(
                rng.choice(words) if rng.random() < 0.05 else word for word in rng.choice(recent).split(" ")
            )
        else:
            text = article(rng, words)
            recent = [*recent[-200:], text]
        site = f"paper{number % 997}.com"
        yield Entry(f"d{number:07}", text, (f"{site}/{number}",), (), (site,), site, (site,))


def cpu(run):
    start = time.process_time()
    run()
    return time.process_time() - start


def signature():
    texts = [entry.text for entry in corpus(300)]
    lines = [
        json.dumps({"id": n, "url": f"https://paper{n}.com/", "text": text}) for n, text in enumerate(texts)
    ]
    contenders = {
        "json.loads": lambda: [json.loads(line) for line in lines],
        "keys": lambda: [keys_of(text) for text in texts],
        **{name: lambda sign=sign: [sign(text) for text in texts] for name, sign in peers()},
    }
    took = {name: [] for name in contenders}
    for _ in range(15):
        for name, work in contenders.items():
            took[name].append(cpu(work))
    size = statistics.mean(map(len, texts))
    keys = statistics.mean(len(keys_of(text)) for text in texts)
    print(f"signature of {size:.0f} characters, {keys:.0f} keys; time at best, and beside it")
    for name, own in took.items():
        for other in sorted({"json.loads", "keys"} - {name}):
            ratio = statistics.median(one / base for one, base in zip(own, took[other], strict=True))
            print(f"  {name}: {min(own) / min(took[other]):.1f} x {other}, {ratio:.1f}")


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))]


def peers():
    """The signatures of other libraries, as far as they are installed, from the same texts: 128 values of 5-shingles."""
    try:
        from datasketch import MinHash
    except ImportError:
        pass
    else:

        def one_by_one(text):
            signature = MinHash(num_perm=128)
            for shingle in shingles(text):
                signature.update(shingle.encode())
            return signature

        def at_once(text):
            signature = MinHash(num_perm=128)
            signature.update_batch([shingle.encode() for shingle in shingles(text)])
            return signature

        yield "datasketch.MinHash, update", one_by_one
        yield "datasketch.MinHash, update_batch", at_once
    try:
        from rensa import RMinHash
    except ImportError:
        return

    def rensa(text):
        signature = RMinHash(num_perm=128, seed=42)
        signature.update(shingles(text))
        return signature

    yield "rensa.RMinHash", rensa


def fill(index, entries):
    for entry in entries:
        index.add(entry)


def growth(sizes):
    for size in sizes:
        entries = list(corpus(size))
        index = Index.in_memory()
        adding = cpu(partial(fill, index, entries))
        freezing = cpu(index.freeze)
        tracing = cpu(index.lines)
        parts = (
            ("adding", adding),
            ("freezing", freezing),
            ("tracing", tracing),
            ("whole", adding + freezing + tracing),
        )
        print(
            f"{size:>9,} documents: "
            + ", ".join(f"{name} {1e6 * seconds / size:.0f} us" for name, seconds in parts)
        )


def ready_made(count, keys=55):
    """The cost of an index apart from the keys: entries without text, every tenth sharing the keys of another."""
    rng = random.Random(1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    making = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index")
        start = time.process_time()
        database = sqlite3.connect(path, isolation_level=None)
        database.execute("PRAGMA journal_mode = OFF")
        store, postings = Store.create(database), Postings(database)
        database.execute("BEGIN")
        recent = []
        for number in range(count):
            began = time.process_time()
            own = rng.choice(recent) if number % 10 == 9 else {rng.getrandbits(32) for _ in range(keys)}
            recent = [*recent[-50:], own]
            making += time.process_time() - began
            site = f"paper{number % 997}.com"
            postings.add(
                store.add(
                    sealed(Entry(f"d{number:07}", "", (f"{site}/{number}",), (), (site,), site, (site,))),
                    own,
                ),
                own,
            )
            if postings.is_full:
                postings.flush()
        postings.flush()
        index = Index(store)
        index.freeze()
        database.execute("COMMIT")
        took = time.process_time() - start - making
        size = path.stat().st_size
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(
        f"{count:,} documents of {keys} keys: {1e6 * took / count:.0f} us, {peak / count:.0f} B of memory and {size / count:.0f} B on disk each"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--signature", action="store_true")
    parser.add_argument("--growth", metavar="SIZES", default="")
    parser.add_argument("--keys", metavar="COUNT", type=int, default=0)
    args = parser.parse_args()
    if args.signature:
        signature()
    if args.growth:
        growth([int(size) for size in args.growth.split(",")])
    if args.keys:
        ready_made(args.keys)


if __name__ == "__main__":
    main()
