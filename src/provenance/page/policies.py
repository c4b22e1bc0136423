"""What a publisher discloses about itself on a page: schema.org properties, and links that are named after them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from provenance.evidence import Channel, Observation
from provenance.fields import POLICY_NAMES, PublisherPolicy
from provenance.page.authors import absolute
from provenance.page.elements import Marked
from provenance.page.linked import Graph, organisations
from provenance.page.markup import Markup, searchable, tag_at

_NAMES: Final = frozenset(POLICY_NAMES)
_LOWER: Final = {name.lower(): name for name in POLICY_NAMES}
_VALUES: Final = ("url", "@id", "name", "telephone", "email")
_LONGEST: Final = 500


def read_policies(
    markup: Markup, graph: Graph, properties: Iterable[Marked], base: str
) -> Iterator[Observation[PublisherPolicy]]:
    """The policies that a page discloses, each once for each channel."""
    seen: set[tuple[str, Channel]] = set()
    for found in (*_linked(graph), *_marked(markup, properties), *_shown(markup)):
        policy, channel, _ = found
        if (policy.name, channel) not in seen:
            seen.add((policy.name, channel))
            url = None if any(map(str.isspace, policy.value)) else absolute(policy.value, base)
            yield found if url is None else found._replace(value=PublisherPolicy(policy.name, url.text))


def _linked(graph: Graph) -> Iterator[Observation[PublisherPolicy]]:
    for node in organisations(graph):
        if _NAMES.isdisjoint(node.content):
            continue
        for name in POLICY_NAMES:
            if name not in node.content:
                continue
            for value, at in graph.values(node, name):
                text = _text(value)
                if text:
                    yield Observation(PublisherPolicy(name, text), Channel.JSON_LD, at)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in _VALUES if isinstance(value.get(key), str)), "")
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


def _marked(markup: Markup, properties: Iterable[Marked]) -> Iterator[Observation[PublisherPolicy]]:
    """Links and values that carry the property's name as ``itemprop``, ``property`` or ``rel``."""
    for tag, names, _ in properties:
        value = tag.get("href") or tag.get("content")
        if value:
            for name in sorted(names & _LOWER.keys()):
                yield Observation(
                    PublisherPolicy(_LOWER[name], value[:_LONGEST]),
                    Channel.MICRODATA,
                    markup.place(tag.start, tag.end),
                )


_LONGEST_TAG: Final = 1_000


# --- links that readers are shown -----------------------------------------------------------------------------------

_FOOTER: Final = 30_000
"""Characters of a footer, or at the end of a page without one, in which the links to a publisher's own pages stand."""

_LONGEST_FOOTER: Final = 100_000
_BETWEEN: Final = re.compile(r">(?!\s++<)([^<>]{4,40})<")

_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "correctionsPolicy": ("corrections", "corrections policy", "corrections & clarifications", "corrections and clarifications", "correction policy", "korrekturen", "corrections et clarifications", "correcciones"),
    "ethicsPolicy": ("ethics", "ethics policy", "code of ethics", "ethics guidelines", "code of conduct", "standards & ethics", "standards and ethics", "ethics & standards", "pressekodex", "charte déontologique", "charte éthique", "código ético", "código deontológico", "codice etico"),
    "publishingPrinciples": ("editorial policy", "editorial policies", "editorial standards", "editorial guidelines", "editorial principles", "editorial code", "publishing principles", "redaktionelle leitlinien", "redaktionelle richtlinien", "redaktionsstatut", "principios editoriales", "principios editoriais", "ligne éditoriale"),
    "ownershipFundingInfo": ("ownership", "ownership & funding", "ownership and funding", "who owns us", "our funding", "how we are funded", "our funders", "funding"),
    "masthead": ("masthead", "our staff", "editorial team", "impressum", "mentions légales", "colofon", "staff directory", "newsroom staff", "our team", "quiénes somos", "chi siamo", "redaktion", "expediente"),
    "contactPoint": ("contact", "contact us", "kontakt", "contacts", "contacto", "contato", "contatti", "contactez-nous", "nous contacter", "contáctanos", "impressum", "contactar", "impressum & kontakt", "kontakt & impressum", "feedback", "complaints", "make a complaint", "letters to the editor", "write to us", "email us", "email the newsroom", "report an error", "report a mistake", "submit a correction", "контакты", "お問い合わせ"),
    "verificationFactCheckingPolicy": ("fact-checking policy", "fact checking policy", "fact-check policy", "verification policy", "how we check facts", "how we fact-check", "how we verify", "fact-checking process", "our fact-checking process"),
    "unnamedSourcesPolicy": ("unnamed sources policy", "anonymous sources policy"),
    "diversityPolicy": ("diversity policy", "diversity statement"),
}  # fmt: skip
"""What links to such pages are called, from the indicators of The Trust Project and of the Journalism Trust Initiative
(CWA 17493:2019); an *Impressum* names who is responsible and how to reach them, by law (§ 5 DDG, § 18 MStV)."""


@cache
def _labels() -> dict[str, tuple[tuple[str, str], ...]]:
    """The labels and their policies, under each label as it is searched for."""
    names: dict[str, list[tuple[str, str]]] = {}
    for name, labels in _LABELS.items():
        for label in labels:
            for spelled in dict.fromkeys([label, label.replace("&", "&amp;")]):
                names.setdefault(searchable(spelled), []).append((label, name))
    return {sought: tuple(found) for sought, found in names.items()}


def _shown(markup: Markup) -> Iterator[Observation[PublisherPolicy]]:
    """Links at the end of the page that are called what such policies are called."""
    labels = _labels()
    lower = markup.lower
    foot = lower.rfind("<footer", max(0, len(lower) - _LONGEST_FOOTER))
    foot = max(0, len(lower) - _FOOTER) if foot < 0 else foot
    for found in _BETWEEN.finditer(lower, foot, foot + _FOOTER):
        known = labels.get(found[1].strip())
        if known is None:
            continue
        start, end = found.span(1)
        opened = lower.rfind("<a", max(0, start - _LONGEST_TAG), start)
        tag = tag_at(markup, opened) if opened >= 0 and lower.find("</a", opened, start) < 0 else None
        address = "" if tag is None else tag.get("href").strip()
        if address and not address.startswith(("#", "javascript:")):
            words = markup.shown[start:end].strip().lower().replace("&amp;", "&")
            for label, name in known:
                if label == words:
                    yield Observation(
                        PublisherPolicy(name, address[:_LONGEST]), Channel.TEXT, markup.place(start, end)
                    )
