"""A duplicate in the corpus never raises anyone's score or corroboration, whatever it is a duplicate of."""

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import Document, Scorer
from provenance.corpus.corroboration import Corroborations
from provenance.corpus.index import Index

NAMES = ("ada", "ben", "cleo", "dov", "edda")


def passage(number):
    """Fifty words that no other passage has."""
    rng = random.Random(f"passage {number}")
    words = [
        "".join(rng.choice("bdfglmnprstvkxz") + rng.choice("aeiou") for _ in range(3)) for _ in range(50)
    ]
    return " ".join(words).capitalize() + "."


PAGES = st.fixed_dictionaries(
    {
        "text": st.lists(st.integers(0, 2), min_size=1, max_size=2).map(
            lambda numbers: "\n\n".join(map(passage, numbers))
        ),
        "published": st.sampled_from(["2024-05-01", "2024-05-02", "2024", ""]),
        "links": st.lists(st.sampled_from(NAMES), max_size=3).map(
            lambda names: [f"https://{name}-press.com/1" for name in names]
        ),
    }
)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), PAGES, min_size=2), st.data())
def test_a_duplicate_never_raises_a_score_or_adds_a_voice(pages, data):
    records = [
        {"id": name, "url": f"https://{name}-press.com/1", "citations": [], "canonical": "", **page}
        for name, page in sorted(pages.items())
    ]
    twin = data.draw(st.sampled_from(records))
    elsewhere = data.draw(st.sampled_from(["", "https://twin-press.com/1"]))
    again = {**twin, "id": data.draw(st.sampled_from(["0", "z"])), "url": elsewhere or twin["url"]}
    before, after = judged(records, records), judged([*records, again], records)
    for name, (score, voices) in before.items():
        assert after[name][0] <= score, (name, "score")
        assert after[name][1] <= voices, (name, "voices")


def judged(corpus, records):
    """The score and the number of independent origins of each of *records* beside an index of *corpus*."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index")
        with Index.build(path) as index:
            for record in corpus:
                index.add(Document.from_record(record))
        index = Index.open(path)
        known, scorer = Corroborations(index), Scorer(index=path)
        found = {}
        for record in records:
            voices = known.of(record["id"])
            score = scorer.score(Document.from_record(record)).score
            found[record["id"]] = score, 0 if voices is None else len(voices.origins)
        index.close()
        return found
