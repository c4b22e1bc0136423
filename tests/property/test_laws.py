"""The laws of scoring, one class a law, over generated documents and the whole registry."""

import copy
import json
import os
import pickle
import random
import subprocess
import sys
import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, InputError, Scorer, verify
from provenance.audit import conclusion, recompute
from provenance.audit.sealing import rows_of
from provenance.codec import canonical
from provenance.corpus.index import Index
from provenance.errors import AuditError
from provenance.registry import Registry
from provenance.signal import Signal, yes
from provenance.testing import (
    any_json,
    check_bounds,
    check_forgery,
    check_hiding,
    check_recomputation,
    check_signal,
    check_sums,
    documents,
    records,
)
from provenance.testing.pools import CITED, SENTENCES
from provenance.testing.strategies import contexts, texts

SCORERS = (
    Scorer(),
    Scorer(as_of="2026-11-21"),
    Scorer(
        as_of="2024-05-01",
        protected=["tarnmoorherald.example", "tarnmoorherold.example"],
        affiliates=["quillbeck.gov"],
    ),
    Scorer(profile="text"),
)
scorers = st.sampled_from(SCORERS)

NAMES = ("Jane Doe", "John Roe", "admin", "Émile Zola", "Reuters")
SPELLINGS = {
    "https://quillbeck.gov/report": (
        "http://www.quillbeck.gov:80/report/",
        "https://quillbeck.gov/%72eport?utm_source=x#a",
    ),
    "https://doi.org/10.5555/12345678": (
        "https://dx.doi.org/10.5555/12345678",
        "https://doi.org:443/10.5555/12345678",
    ),
    "https://alice.substack.com/p/one": ("https://alice.substack.com/p//one",),
}
VALUES = {
    "authors": NAMES,
    "links": (*SPELLINGS, "/relative", "mailto:a@b.example"),
    "citations": (*SPELLINGS, "Kerr, A. 2019: Bolts", "10.5555/12345678"),
    "published": ("2024-05-01", "2024-05", "2024", "3024-01-01", "10/11/2020"),
    "publisher": ("Tarnmoor Herald", "Quillbeck Post", {"value": "Tarnmoor Herald", "channel": "json-ld"}),
}
OWN = (
    "https://tarnmoorherald.example/about",
    "http://tarnmoorherald.example:8080/a?b=c",
    "/relative",
    "https://web.archive.org/web/2020/https://tarnmoorherald.example/about",
)


def numbers(assessment):
    """What must agree between two spellings of one document."""
    return assessment.score, assessment.ceiling, assessment.coverage, assessment.band, assessment.features


class TestSignals:
    """Every registered signal is complete, pure, total, and reads only what it says."""

    @pytest.mark.parametrize("signal", list(Registry.core()), ids=lambda s: s.spec.id)
    def test_signal(self, signal):
        check_signal(signal)


class TestSum:
    """Contributions add up to score and ceiling, exactly, by family and as a whole."""

    @given(documents(), scorers)
    def test_sums(self, document, scorer):
        check_sums(scorer.score(document))


class TestBounds:
    """0 ≤ score ≤ ceiling ≤ applicable ≤ 100."""

    @given(documents(), scorers)
    def test_bounds(self, document, scorer):
        check_bounds(scorer.score(document))


class TestHiding:
    """Hiding a field or an observation never raises what any contribution earns or loses; learning only narrows."""

    @given(documents(), scorers)
    def test_hiding(self, document, scorer):
        check_hiding(scorer, document)

    @given(records(), scorers)
    def test_hiding_a_key_of_a_record(self, record, scorer):
        try:
            full = scorer.score(Document.from_record(record)).card.contributions
        except InputError:
            return
        for key in record:
            if key in record.get("observed") or () if isinstance(record.get("observed"), list) else ():
                continue  # removing a listed field says that it is absent
            for variant in ({k: v for k, v in record.items() if k != key}, {**record, key: None}):
                for less, more in zip(
                    scorer.score(Document.from_record(variant)).card.contributions, full, strict=True
                ):
                    assert less.earned <= more.earned, key
                    assert less.lost <= more.lost, key


PRESS = (
    ("b", CITED[0], SENTENCES[:2], ["https://quillbeck.gov/report"]),
    ("c", "https://quillbeck.gov/report", SENTENCES[4:6], [CITED[0]]),
    ("d", "https://brackwater.org/tides", SENTENCES[4:5], ["https://grendal.net/sluice"]),
    ("e", "https://grendal.net/sluice", SENTENCES[:1], []),
    ("f", "https://press-league.example/charter", SENTENCES[:1], ["https://grendal.net/sluice"]),
)
"""A corpus of what the generated documents say and cite: copies, a circle, and two that go back to a third."""


@pytest.fixture(scope="module")
def informed(tmp_path_factory):
    """A scorer with an index and registries that know the generated documents."""
    folder = tmp_path_factory.mktemp("held fixed")
    with Index.build(folder / "index") as index:
        for name, url, said, links in PRESS:
            index.add(
                Document.from_record(
                    {
                        "id": name,
                        "url": url,
                        "text": "\n".join(said),
                        "links": links,
                        "published": "2024-05-02",
                    }
                )
            )
    registry = folder / "registry"
    registry.mkdir()
    (registry / "ratings.csv").write_text(
        "# rater: Osterwick Media Watch\n# scale: 0-100\n# date: 2026-05-01\n# licence: CC BY 4.0\n"
        "domain,rating\ntarnmoorherald.example,87.5\nquillbeck.gov,3\n"
    )
    (registry / "tarnmoorherald.example.trust.txt").write_text(
        "control=quillbeck.gov\ndatatrainingallowed=no\n"
    )
    (registry / "protected.txt").write_text("tarnmoorherald.example\n")
    return Scorer(index=folder / "index", registry=registry)


class TestHeldFixed:
    """The laws hold with an index and registries, too, as long as they are held fixed."""

    @given(document=documents())
    def test_the_laws_hold(self, informed, document):
        assessment = informed.score(document)
        check_bounds(assessment)
        check_sums(assessment)
        check_hiding(informed, document)
        check_recomputation(assessment)


class TestOthers:
    """Whichever scorers saw a document before, its record is the same."""

    @given(document=documents(), place=st.integers(0, len(SCORERS)), data=st.data())
    def test_who_saw_it_before(self, informed, document, place, data):
        all_scorers = (*SCORERS, informed)
        before = data.draw(st.lists(st.sampled_from(all_scorers), min_size=1, max_size=3))
        alone = all_scorers[place].score(pickle.loads(pickle.dumps(document))).to_record()
        for scorer in before:
            scorer.score(document).to_record()
        assert all_scorers[place].score(document).to_record() == alone


def _asked_beside(_document, _context):
    return yes(note="always")


BESIDE = Signal(
    attrs.evolve(Registry.core()["author.named"].spec, id="house.beside", implies=()), _asked_beside
)


class TestNeutrality:
    """A signal without points changes nothing but the list of what was asked, wherever it stands in that."""

    @given(document=documents(), place=st.sampled_from((0, 7, len(Registry.core()))))
    def test_a_signal_without_points(self, document, place):
        core = Registry.core().signals
        plain, more = SCORERS[0], Scorer(signals=Registry([*core[:place], BESIDE, *core[place:]]))
        before, after = plain.score(document), more.score(document)
        assert after.features.pop("house.beside") == 1
        assert numbers(after)[:4] == numbers(before)[:4]
        assert {**after.features, "house.beside": 1} == {**before.features, "house.beside": 1}
        assert after.contributions == before.contributions
        assert after.reasons == before.reasons
        record, own = after.to_record(), before.to_record()
        assert record["signals"].pop(place)["id"] == "house.beside"
        for key in ("document", "suspicions", "run", "signals", "result"):
            assert record[key] == own[key]


class TestPadding:
    """Saying a thing again never raises a score."""

    @given(records(), scorers, st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), st.data())
    def test_an_author_twice(self, record, scorer, authors, data):
        again = data.draw(
            st.sampled_from(authors).map(data.draw(st.sampled_from((str, str.upper, "  {} ".format))))
        )
        self._never_raises({**record, "authors": authors}, {**record, "authors": [*authors, again]}, scorer)

    @given(records(), scorers, st.sampled_from(("citations", "links")), st.data())
    def test_a_citation_in_another_spelling(self, record, scorer, key, data):
        cited = data.draw(st.lists(st.sampled_from(sorted(SPELLINGS)), min_size=1, max_size=3))
        again = data.draw(st.sampled_from(SPELLINGS[cited[0]]))
        self._never_raises({**record, key: cited}, {**record, key: [*cited, again]}, scorer)

    @given(records(), scorers, st.sampled_from(OWN), st.lists(st.sampled_from(sorted(SPELLINGS)), max_size=3))
    def test_citing_oneself(self, record, scorer, own, links):
        record = {**record, "url": "https://www.tarnmoorherald.example/2024/05/01/bridge", "links": links}
        self._never_raises(record, {**record, "links": [*links, own]}, scorer)

    @given(texts(), scorers, st.data())
    def test_a_line_anywhere(self, text, scorer, data):
        lines = text.split("\n")
        line = data.draw(st.sampled_from(lines))
        place = data.draw(st.integers(0, len(lines)))
        padded = "\n".join([*lines[:place], line, *lines[place:]])
        before, after = (scorer.score(Document.from_text(t)).card for t in (text, padded))
        assert after.earned <= before.earned, (line, place)

    def _never_raises(self, record, padded, scorer):
        try:
            before = scorer.score(Document.from_record(record))
        except InputError:
            return
        assert scorer.score(Document.from_record(padded)).score <= before.score


class TestDeterminism:
    """The same bytes for any order of keys; the same numbers for any order of authors or links, and for NFC and NFD."""

    @given(records(), scorers, st.randoms(use_true_random=False))
    def test_order_of_keys(self, record, scorer, rng):
        keys = list(record)
        rng.shuffle(keys)
        try:
            first = scorer.score(Document.from_record(record)).to_record()
        except InputError:
            return
        assert canonical(
            scorer.score(Document.from_record({k: record[k] for k in keys})).to_record()
        ) == canonical(first)

    @given(records(), scorers, st.randoms(use_true_random=False), st.sampled_from(sorted(VALUES)), st.data())
    def test_order_of_values(self, record, scorer, rng, key, data):
        values = data.draw(st.lists(st.sampled_from(VALUES[key]), min_size=2, max_size=4))
        shuffled = rng.sample(values, len(values))
        try:
            first = numbers(scorer.score(Document.from_record({**record, key: values})))
        except InputError:
            return
        assert numbers(scorer.score(Document.from_record({**record, key: shuffled}))) == first

    @given(records(), scorers)
    def test_normal_forms(self, record, scorer):
        found = []
        for form in ("NFC", "NFD"):
            try:
                found.append(numbers(scorer.score(Document.from_record(normalised(record, form)))))
            except InputError:
                found.append(None)
        assert found[0] == found[1]

    def test_other_surroundings(self, tmp_path):
        rng = random.Random(0)
        lines = [
            json.dumps(
                {
                    "id": str(n),
                    "url": f"https://a{n}.example/2024/x",
                    "authors": ["Zoë Müller", "admin"],
                    "text": "“Yes,” said Zoë Müller. Critics disagree.\n" * rng.randint(1, 3),
                }
            )
            for n in range(30)
        ]
        path = tmp_path / "records.jsonl"
        path.write_text("\n".join(lines), "utf-8")
        outputs = set()
        for more in (
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns"},
            {"PYTHONOPTIMIZE": "1"},
        ):
            done = subprocess.run(
                [sys.executable, "-m", "provenance", "score", str(path), "--audit", str(tmp_path / "audit")],
                capture_output=True,
                check=True,
                cwd=tmp_path,
                env={**os.environ, **more},
            )
            outputs.add((done.stdout, (tmp_path / "audit").read_bytes()))
        assert len(outputs) == 1


def normalised(value, form):
    if isinstance(value, str):
        return unicodedata.normalize(form, value)
    if isinstance(value, list):
        return [normalised(v, form) for v in value]
    return {k: normalised(v, form) for k, v in value.items()} if isinstance(value, dict) else value


JUNK = (
    *(
        None,
        True,
        False,
        -1,
        0,
        5,
        10**30,
        -(10**30),
        1.5,
        "",
        "x",
        "é",
        "sha256:" + "0" * 64,
        "2024",
        "9" * 50,
    ),
    *([], {}, ["x"], {"a": 1}, [[]], [1, 2, 3], ["x", "x"], {"state": "absent"}, {"start": 0, "end": 10**9}),
)
DROPPED = object()


def nodes(value):
    """Every place in a JSON value: what it stands in, and the key or index."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(part, (dict, list)):
            yield from nodes(part)


def with_what_follows(record):
    """The record as a thorough forger leaves it: with the rows and the result that follow from what he changed."""
    try:
        card, _ = recompute(record, Registry.core())
    except AuditError:
        return record
    rows = rows_of(card.standing)
    return {**record, "signals": rows, "result": conclusion(card.standing)}


class TestRecomputation:
    """The audit record alone gives the same assessment, byte for byte, and no byte of it can be changed unnoticed."""

    @given(documents(), scorers)
    def test_recomputes(self, document, scorer):
        check_recomputation(scorer.score(document))

    @given(documents(), st.integers(0, 10**6), st.integers(32, 126))
    def test_tampering(self, document, place, byte):
        sealed = canonical(SCORERS[1].score(document).to_record())
        place %= len(sealed)
        changed = sealed[:place] + bytes([byte]) + sealed[place + 1 :]
        try:
            same = json.loads(changed) == json.loads(sealed)
        except ValueError:
            same = False
        if not same:
            with pytest.raises(AuditError):
                verify(changed)

    @given(documents(), scorers, st.booleans(), st.data())
    def test_forgery(self, document, scorer, is_thorough, data):
        record = json.loads(canonical(scorer.score(document).to_record()))
        places = list(nodes(record))
        owner, key = data.draw(st.sampled_from(places))
        other, theirs = data.draw(st.sampled_from(places))
        what = data.draw(st.sampled_from(JUNK) | st.just(other[theirs]) | st.just(DROPPED))
        if what is DROPPED:
            del owner[key]
        else:
            owner[key] = copy.deepcopy(what)
        check_forgery(with_what_follows(record) if is_thorough else record)


class TestTotality:
    """Any JSON value: an assessment or an InputError, and nothing else."""

    @given(any_json(), contexts())
    def test_any_json(self, value, context):
        try:
            assessment = Scorer(as_of=context.as_of).score(Document.from_record(value))
            check_bounds(assessment)
            canonical(assessment.to_record())
        except InputError as problem:
            assert str(problem)  # noqa: PT017

    @given(st.binary(max_size=300), st.sampled_from((".txt", ".jsonl", ".json", ".csv", ".html", ".txt.gz")))
    def test_any_bytes(self, tmp_path_factory, content, ending):
        from provenance import read_many

        path = tmp_path_factory.mktemp("bytes") / f"input{ending}"
        path.write_bytes(content)
        for found in read_many(path):
            if not isinstance(found, InputError):
                check_bounds(SCORERS[0].score(found))
