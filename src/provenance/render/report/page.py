"""The page itself: one document, or an overview of many with the first of them in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from provenance.errors import MissingExtraError
from provenance.render.report.bars import WIDTH
from provenance.render.report.corpora import ORDERS, Corpus
from provenance.render.report.documents import DocumentPage, document_page

if TYPE_CHECKING:
    from jinja2 import Environment

IN_FULL: Final = 20
"""How many documents of a corpus have a section of their own, unless the caller says otherwise."""
_TEMPLATES: Final = ("page.html", "document.html", "corpus.html", "pieces.html", "style.css")


class Page(NamedTuple):
    """What a report shows of one document: its audit record, its text if that is at hand, and what is wrong with it."""

    record: Mapping[str, Any]
    text: str | None = None
    warning: str = ""


def report(pages: Iterable[Page], *, in_full: int = IN_FULL) -> Iterator[str]:
    """The report of *pages* as HTML, piece by piece.

    One document has the page to itself. Of several there is an overview, and the first *in_full* follow in full:
    of the others only a line each is kept in memory.

    Raises:
        MissingExtraError: the extra `report` is not installed.
    """
    template = _environment().get_template("page.html")
    given = iter(pages)
    first = list(islice(given, 2))
    if len(first) == 1:
        sections = [document_page(first[0].record, first[0].text, anchor="d1", warning=first[0].warning)]
        return iter(template.generate(overview=None, sections=sections))
    corpus, sections = Corpus(), list[DocumentPage]()
    for number, (record, text, warning) in enumerate(chain(first, given), 1):
        anchor = f"d{number}"
        corpus.add(record, anchor=anchor, warning=warning, is_whole=number <= in_full)
        if number <= in_full:
            sections.append(document_page(record, text, anchor=anchor, warning=warning))
    return iter(template.generate(overview=corpus.overview(), sections=sections))


@cache
def _environment() -> Environment:
    try:
        from jinja2 import DictLoader, Environment, StrictUndefined
    except ImportError:
        raise MissingExtraError("the report", "report") from None
    folder = files("provenance.render.report") / "templates"
    environment = Environment(
        loader=DictLoader({name: (folder / name).read_text("utf-8") for name in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(WIDTH=WIDTH, ORDERS=ORDERS)
    return environment
