"""Strategies that build legal values from small pools, so that collisions happen; signal authors use them too."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from provenance.document import Document
from provenance.errors import InputError
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Declaration, Rating
from provenance.signal import Context
from provenance.values.dates import read_date
from provenance.values.lookalikes import suspicion

_SENTENCES: Final = (
    "The harbour bridge in Quillbeck will close on Monday, said Mayor Edda Lund.",
    "“We looked at every bolt,” said Lund, who has led the town since 2016.",
    "“Nobody was hurt,” she said.",
    "He noted that the costs were too high.",
    "According to the Osterwick Institute, 42 per cent of the bolts were rusty.",
    "Critics say that the council acted too late.",
    "It is believed that 300 people took part.",
    "Officials who asked not to be named said that the report was wrong.",
    "The report cost 3.2 million crowns in 2019.",
    "Kerr sums up that nothing has changed.",
    "I urge the council to read the report again.",
    "The firm declined to comment.",
    "See https://doi.org/10.5555/12345678 and https://tarnmoorherald.example/about for more.",
    "Correction: an earlier version gave the wrong year.",
    "This is the largest bridge in the region.",
    "Zoë Müller of Café Ångström said: “Señor Dvořák’s naïveté …”",
    "„Das ist alles“, sagte niemand.",
    "“An opening mark without its closing one",
    "Formulir Kontak",
    "[Your Name]",
    "Мэр заявила, что мост закроют в понедельник.",
    "El alcalde dijo que el puente cerrará el lunes, según el informe.",
    "لا أحد يعرف متى يفتح الجسر",
    "",
    " \u00a0 ",
    "a\u0301e\u0301",
    "\u200bhidden\u202e",
)

_HOSTS: Final = (
    "https://www.tarnmoorherald.example/2024/05/01/bridge",
    "https://tarnmoorherald.example/about#team",
    "https://alice.substack.com/p/one",
    "https://xn--trnmoorherald-0cb.example/",
    "https://127.0.0.1/a",
    "https://quillbeck.gov/report",
    "https://doi.org/10.5555/12345678",
    "http://[::1",
    "/relative",
    "mailto:desk@tarnmoorherald.example",
)

_NAMES: Final = (
    "Jane Doe",
    "jane doe",
    "By John Roe and Ada Lovelace",
    "J. Doe",
    "admin",
    "Staff",
    "Reuters",
    "Émile Zola",
    "https://x.example",
    "",
    "1999",
)
_DATES: Final = (
    "2024-05-01",
    "2024-05-01T12:30:00Z",
    "2024-05",
    "2024",
    "10/11/2020",
    "3024-01-01",
    "1999-01-01",
    "May 6, 2024",
    "2024-02-30",
    "yesterday",
    "",
)
_CHANNELS: Final = ("caller", "json-ld", "opengraph", "meta", "byline", "url", "registry", "no-such-channel")
_PUBLISHERS: Final = ("Tarnmoor Herald", "The Tarnmoor Herald", "Quillbeck Post", "  ", "")
_POLICIES: Final = (
    "correctionsPolicy",
    "ownershipFundingInfo",
    "masthead",
    "noBylinesPolicy",
    "publishingPrinciples",
    "contactPoint",
    "unheardOf",
)


def texts(*, lines: int = 8) -> st.SearchStrategy[str]:
    """Texts of sentences that say things, repeat themselves, break off, and change their language."""
    line = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3).map(" ".join)
    return st.lists(line, max_size=lines).flatmap(
        lambda found: st.sampled_from(("\n", "\n\n")).map(lambda end: end.join(found))
    )


def _one_or_more(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, an observation of it, or a list of either."""
    seen = st.builds(
        lambda value, channel: {"value": value, "channel": channel}, values, st.sampled_from(_CHANNELS)
    )
    return st.one_of(values, seen, st.lists(st.one_of(values, seen), max_size=3))


def _attributions() -> st.SearchStrategy[dict[str, Any]]:
    kinds = st.sampled_from(
        ("person", "organisation", "document", "role", "collective", "anonymous", "pronoun", "author")
    )
    source = st.none() | st.builds(
        lambda kind, text: {"kind": kind, "text": text},
        kinds,
        st.sampled_from(("Edda Lund", "critics", "he")),
    )
    flags = st.lists(st.sampled_from(("unresolvable_pronoun", "never_introduced")), max_size=1)
    return st.builds(
        lambda source, flags, depth, stance: {
            "source": source,
            "flags": flags,
            "depth": depth,
            "class": stance,
        },
        source,
        flags,
        st.integers(0, 1),
        st.sampled_from(("assert", "stance")),
    )


def _claims() -> st.SearchStrategy[dict[str, Any]]:
    support = st.sampled_from(("inline", "reference", "weak", "none", "not_applicable"))
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
    return st.builds(
        lambda document, source, kind, direction, credit: {
            "document": document,
            "source": source,
            "kind": kind,
            "direction": direction,
            "credit": credit,
        },
        ids,
        ids,
        st.sampled_from(("exact", "near_duplicate", "partial", "quotation", "overlap")),
        st.sampled_from(("dated", "credited", "undetermined")),
        st.sampled_from(("accurate", "inaccurate", "none", "unclear")),
    )


def _authors() -> st.SearchStrategy[Any]:
    name = st.sampled_from(_NAMES)
    detailed = st.builds(
        lambda name, url, title: {"@type": "Person", "name": name, "url": url, "jobTitle": title},
        name,
        st.sampled_from((*_HOSTS, "https://orcid.org/0000-0002-1825-0097", None, "")),
        st.sampled_from(("Reporter", None, "")),
    )
    return _one_or_more(st.one_of(name, detailed))


def _fields() -> dict[str, st.SearchStrategy[Any]]:
    links = st.lists(st.sampled_from(_HOSTS), max_size=4)
    placed = st.builds(
        lambda url, start: {"url": url, "start": start, "end": start + 5},
        st.sampled_from(_HOSTS),
        st.integers(0, 100),
    )
    return {
        "url": _one_or_more(st.sampled_from(_HOSTS)),
        "canonical": st.sampled_from(_HOSTS),
        "title": st.sampled_from(("A bridge closes", "\u200bA bridge", "")),
        "authors": _authors(),
        "publisher": _one_or_more(st.sampled_from(_PUBLISHERS)),
        "published": _one_or_more(st.sampled_from(_DATES)),
        "modified": _one_or_more(st.sampled_from(_DATES)),
        "retrieved": _one_or_more(st.sampled_from(_DATES)),
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
            st.sampled_from(_POLICIES),
            st.sampled_from(("https://tarnmoorherald.example/p", "", None)),
            max_size=4,
        ),
        "text": texts(),
        "links": links | st.lists(placed, max_size=3),
        "citations": links
        | st.lists(
            st.builds(
                lambda url, title: {"url": url, "title": title},
                st.sampled_from(_HOSTS),
                st.sampled_from(("A", "")),
            ),
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
    """Records of any legal shape; a few contradict themselves, which is an `InputError`."""
    fields = {name: st.none() | values for name, values in _fields().items()}
    return st.fixed_dictionaries({"id": st.sampled_from(("a", "b"))}, optional=fields)


def documents() -> st.SearchStrategy[Document]:
    """Documents of records and of bare texts; a contradictory record gives the document of nothing."""
    return st.one_of(records().map(_document), texts().map(Document.from_text))


def registered_documents() -> st.SearchStrategy[Document]:
    """Documents with what registries say of them, as a scorer with registries makes them."""
    rated = st.builds(Document.with_field, documents(), st.just("ratings"), _registered(_ratings()))
    return st.builds(Document.with_field, rated, st.just("declarations"), _registered(_declarations()))


def _registered(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Field[Any]]:
    seen = st.builds(Observation, values, st.just(Channel.REGISTRY), st.sampled_from(("a.csv:2", "b.csv:7")))
    return st.builds(
        lambda found, complete: Field(tuple(found), complete, None if complete else Why.URL_UNKNOWN),
        st.lists(seen, max_size=3),
        st.booleans(),
    )


def _ratings() -> st.SearchStrategy[Rating]:
    return st.builds(
        Rating,
        rating=st.sampled_from(("0", "40", "87.5", "mixed", "?")),
        rater=st.sampled_from(("Osterwick Media Watch", "Press League")),
        scale=st.sampled_from(("0-100", "low < mixed < high", "stars", "")),
        date=st.sampled_from(("2026-05-01", "2024", "")),
        licence=st.sampled_from(("CC BY 4.0", "")),
        scope=st.just("tarnmoorherald.example"),
    )


def _declarations() -> st.SearchStrategy[Declaration]:
    links = st.builds(
        Declaration,
        file=st.just("trust.txt"),
        name=st.sampled_from(("member", "belongto", "control", "vendor")),
        value=st.sampled_from(("quillbeck.gov", "press-league.example")),
        standing=st.sampled_from(("confirmed", "one_sided", "unheard", "claimed")),
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
