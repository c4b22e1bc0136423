"""Strategies that build legal values from small pools, so that collisions happen; signal authors use them too."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from provenance.citing import citation_from
from provenance.document import Document
from provenance.errors import InputError
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import (
    CREDITS,
    DERIVATION_KINDS,
    DIRECTIONS,
    FIELDS,
    PLAIN_ANSWERS,
    STANDINGS,
    CitedDocument,
    Declaration,
    Rating,
)
from provenance.record.given import SUPPORTS
from provenance.signal import Context
from provenance.testing.pools import CHANNELS, CITED, DATES, HOSTS, NAMES, POLICIES, PUBLISHERS, SENTENCES
from provenance.values.dates import read_date
from provenance.values.lookalikes import suspicion


def texts(*, lines: int = 8) -> st.SearchStrategy[str]:
    """Texts of sentences that say things, repeat themselves, break off, and change their language."""
    line = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
    return st.lists(line, max_size=lines).flatmap(
        lambda found: st.sampled_from(("\n", "\n\n")).map(lambda end: end.join(found))
    )


def _one_or_more(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, an observation of it, or a list of either."""
    seen = _observed(values, CHANNELS)
    return st.one_of(values, seen, st.lists(st.one_of(values, seen), max_size=3))


def _observed(values: st.SearchStrategy[Any], channels: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"value": values, "channel": st.sampled_from(channels)})


def _attributions() -> st.SearchStrategy[dict[str, Any]]:
    kinds = st.sampled_from(
        ("person", "organisation", "document", "role", "collective", "anonymous", "pronoun", "author")
    )
    source = st.fixed_dictionaries({"kind": kinds, "text": st.sampled_from(("Edda Lund", "critics", "he"))})
    return st.fixed_dictionaries(
        {
            "source": st.none() | source,
            "flags": st.lists(
                st.sampled_from(("unresolvable_pronoun", "never_introduced", "act")), max_size=1
            ),
            "depth": st.integers(0, 1),
            "class": st.sampled_from(("assert", "stance")),
        }
    )


def _claims() -> st.SearchStrategy[dict[str, Any]]:
    support = st.sampled_from(SUPPORTS)
    return st.builds(
        lambda support, start: {"support": support, "start": start, "end": start + 10},
        support,
        st.integers(0, 5),
    )


def _measures() -> st.SearchStrategy[Any]:
    return st.booleans() | st.integers(0, 9).flatmap(
        lambda of: st.integers(0, of).map(lambda good: [good, of])
    )


def _derivations() -> st.SearchStrategy[dict[str, Any]]:
    ids = st.sampled_from(("a", "b"))
    return st.fixed_dictionaries(
        {
            "document": ids,
            "source": ids,
            "kind": st.sampled_from(DERIVATION_KINDS),
            "direction": st.sampled_from(DIRECTIONS),
            "credit": st.sampled_from(CREDITS),
        }
    )


def _authors() -> st.SearchStrategy[Any]:
    name = st.sampled_from(NAMES)
    detailed = st.fixed_dictionaries(
        {
            "@type": st.just("Person"),
            "name": name,
            "url": st.sampled_from((*HOSTS, "https://orcid.org/0000-0002-1825-0097", None, "")),
            "jobTitle": st.sampled_from(("Reporter", None, "")),
        }
    )
    return _one_or_more(st.one_of(name, detailed))


def _fields() -> dict[str, st.SearchStrategy[Any]]:
    links = st.lists(st.sampled_from(HOSTS), max_size=4)
    placed = st.builds(
        lambda url, start: {"url": url, "start": start, "end": start + 5},
        st.sampled_from(HOSTS),
        st.integers(0, 100),
    )
    return {
        "url": _one_or_more(st.sampled_from(HOSTS)),
        "canonical": st.sampled_from(HOSTS),
        "title": st.sampled_from(("A bridge closes", "\u200bA bridge", "")),
        "authors": _authors(),
        "publisher": _one_or_more(st.sampled_from(PUBLISHERS)),
        "published": _one_or_more(st.sampled_from(DATES)),
        "modified": _one_or_more(st.sampled_from(DATES)),
        "retrieved": _one_or_more(st.sampled_from(DATES)),
        "language": st.sampled_from(("en", "ru", "")),
        "license": st.sampled_from(("CC-BY-4.0", "")),
        "section": st.sampled_from(("Opinion", "Local", "")),
        "genre": _one_or_more(st.sampled_from(("NewsArticle", "SatiricalArticle", "Sponsored", "?"))),
        "source_type": st.sampled_from(("trainedAlgorithmicMedia", "digitalCreation", "")),
        "corrections": st.sampled_from(("The year was wrong.", "", 5)),
        "reservations": st.sampled_from(
            ("noai", ["tdm-reservation: 1"], ["tdm-reservation: 0"], "index", [], 5)
        ),
        "policies": st.dictionaries(
            st.sampled_from(POLICIES),
            st.sampled_from(("https://tarnmoorherald.example/p", "", None)),
            max_size=4,
        ),
        "text": texts(),
        "links": links | st.lists(placed, max_size=3),
        "citations": links
        | st.lists(
            st.fixed_dictionaries({"url": st.sampled_from(HOSTS), "title": st.sampled_from(("A", ""))}),
            max_size=3,
        ),
        "attributions": st.lists(_attributions(), max_size=4),
        "claims": st.lists(_claims(), max_size=4),
        "claims_cited": _measures(),
        "attributed": _measures(),
        "has_author": st.booleans(),
        "duplicated": st.booleans(),
        "derivations": st.lists(_derivations(), max_size=3),
        "repetition": st.sampled_from((0, 0.25, {"share": 0.5}, {"share": 7})),
        "observed": st.lists(
            st.sampled_from(("authors", "published", "text", "links", "citations", "publisher")), max_size=4
        ),
    }


def records() -> st.SearchStrategy[dict[str, Any]]:
    """Records of any legal shape, sparse and full; a few contradict themselves, which is an `InputError`."""
    return _sparse_records() | full_records()


def _sparse_records() -> st.SearchStrategy[dict[str, Any]]:
    """Records in which any field may be missing, and nothing fits anything else but by chance."""
    fields = {name: st.none() | values for name, values in _fields().items()}
    return st.fixed_dictionaries({"id": st.sampled_from(("a", "b"))}, optional=fields)


def full_records() -> st.SearchStrategy[dict[str, Any]]:
    """Records of which every field is known, and in which two channels often say the same."""
    observed = st.just([name for name in FIELDS if name not in PLAIN_ANSWERS])
    asked = {name: values for name, values in _fields().items() if name not in PLAIN_ANSWERS}
    fields = {**asked, **_agreeing_fields(), "observed": observed}
    return st.fixed_dictionaries({"id": st.sampled_from(("a", "b")), **fields})


def _agreeing_fields() -> dict[str, st.SearchStrategy[Any]]:
    """Fields with few values and few channels, so that what one says another often says too, and long texts."""
    person = {"@type": "Person", "url": HOSTS[1], "jobTitle": "Reporter"}
    people = st.sampled_from(("Jane Doe", "JANE DOE", "admin")).flatmap(
        lambda name: st.sampled_from((name, {"name": name, **person}))
    )
    parts = st.fixed_dictionaries(
        {"url": st.sampled_from(CITED)}, optional={"title": st.just("Tides"), "author": st.just("Ada Kerr")}
    )
    return {
        "url": st.sampled_from(HOSTS[:5]),
        "canonical": st.sampled_from(HOSTS[:2]),
        "title": st.sampled_from(("A bridge closes", "Retracted: A bridge closes", "\u200bA bridge")),
        "authors": _heard(people),
        "publisher": _heard(st.sampled_from(PUBLISHERS[:3])),
        "published": _heard(st.sampled_from(("2024-05-01", "2024-05-01T12:30:00Z", "2024-05", "3024-01-01"))),
        "modified": st.sampled_from(("", "2024-05-02", "1999-01-01", "2024-05")),
        "retrieved": st.sampled_from(("", "2024-06-01", "2024")),
        "text": texts() | st.permutations(SENTENCES).map("\n".join),
        "links": st.lists(st.sampled_from(CITED), max_size=8),
        "citations": st.lists(parts, max_size=4),
    }


def _heard(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One to three observations, of one voice or of two; or nobody is named."""
    return st.lists(_observed(values, ("json-ld", "byline")), max_size=3)


def documents() -> st.SearchStrategy[Document]:
    """Documents of records and of bare texts; a contradictory record gives the document of nothing."""
    return st.one_of(records().map(_document), texts().map(Document.from_text))


def informed_documents() -> st.SearchStrategy[Document]:
    """Documents with what registries say of them, and an index of what they cite, as a scorer that has them makes them."""
    held_fixed = st.fixed_dictionaries(
        {},
        optional={
            "ratings": _registered(_ratings()),
            "declarations": _registered(_declarations()),
            "cited_documents": _indexed(),
        },
    )
    return st.builds(_informed, documents(), held_fixed)


def _informed(document: Document, found: dict[str, Field[Any]]) -> Document:
    for name, field in found.items():
        document = document.with_field(name, field)
    return document


def _indexed() -> st.SearchStrategy[Field[CitedDocument]]:
    """What an index knows of the documents that are cited: of some of them, or that all go back to one."""
    targets = sorted({found.target for url in CITED if (found := citation_from(url)) is not None})
    cited = st.builds(
        CitedDocument,
        target=st.sampled_from(targets),
        document=st.sampled_from(("b", "c")),
        alike=st.lists(st.sampled_from(targets), max_size=2).map(tuple),
        circle=st.sampled_from(((), ("a", "b", "a"))),
        road=st.sampled_from(((), ("b", "c"))),
    )
    known = st.lists(cited, max_size=6) | st.just([CitedDocument(t, "b", road=("b", "c")) for t in targets])
    return known.map(
        lambda found: Field(tuple(Observation(c, Channel.CORPUS, c.document) for c in found), True)
    )


def _registered(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Field[Any]]:
    seen = st.builds(Observation, values, st.just(Channel.REGISTRY), st.sampled_from(("a.csv:2", "b.csv:7")))
    return st.builds(
        lambda found, complete: Field(tuple(found), complete, None if complete else Why.URL_UNKNOWN),
        st.lists(seen, max_size=3),
        st.booleans(),
    )


def _ratings() -> st.SearchStrategy[Rating]:
    scaled = (("0-100", "0"), ("0-100", "87.5"), ("low < mixed < high", "mixed"), ("stars", "4"), ("", "?"))
    return st.builds(
        lambda on_scale, rater, date, licence: Rating(
            on_scale[1], rater, on_scale[0], date, licence, "tarnmoorherald.example"
        ),
        st.sampled_from(scaled),
        st.sampled_from(("Osterwick Media Watch", "Press League")),
        st.sampled_from(("2026-05-01", "2024", "")),
        st.sampled_from(("CC BY 4.0", "")),
    )


def _declarations() -> st.SearchStrategy[Declaration]:
    links = st.builds(
        Declaration,
        file=st.just("trust.txt"),
        name=st.sampled_from(("member", "belongto", "control", "vendor")),
        value=st.sampled_from(("quillbeck.gov", "press-league.example")),
        standing=st.sampled_from(STANDINGS),
    )
    return links | st.sampled_from(
        (
            Declaration("trust.txt", "datatrainingallowed", "no"),
            Declaration("ads.txt", "ownerdomain", "tarnmoor-media.example"),
            Declaration("ads.txt", "reseller", "340"),
        )
    )


def _document(record: dict[str, Any]) -> Document:
    try:
        return Document.from_record(record)
    except InputError:
        return Document("contradictory", {})


def contexts() -> st.SearchStrategy[Context]:
    """What can be held fixed: with and without a day, a list of protected domains, affiliates."""
    return st.builds(
        Context,
        suspect=st.just(suspicion),
        as_of=st.sampled_from(("2024-05-01", "2026-11-21")).map(read_date) | st.none(),
        protected=st.sampled_from(
            ((), ("tarnmoorherald.example",), ("tarnmoorherold.example", "quillbeck.gov"))
        ),
        affiliates=st.sampled_from((frozenset[str](), frozenset({"quillbeck.gov"}))),
    )


def any_json() -> st.SearchStrategy[Any]:
    """Any JSON value, and records whose fields hold any."""
    leaves = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(st.characters(codec=None), max_size=20)
    )
    value = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    )
    return value | st.dictionaries(st.sampled_from(("id", *_fields())), value, max_size=5)
