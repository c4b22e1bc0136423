"""The canonical bytes of a document's evidence: what nearly all fields hold is written straight, in the order of its keys.

They are what `canonical` makes of the evidence, at a third of the time; a record is as quick to seal as its evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any, Final

from provenance.codec import canonical_text
from provenance.evidence import Field
from provenance.fields import IN_STRINGS, Author, Link, Publisher
from provenance.values.dates import Date
from provenance.values.hosts import Host, Url

Json = dict[str, Any]


def sealed(found: Json, texts: Sequence[str]) -> bytes:
    """The canonical bytes of *found*, the evidence of a document, by the canonical *texts* of its fields."""
    fields = ",".join(texts)
    if found["text_length"] is None:
        text = (
            f'{{"digest":{quoted(found["digest"])},"fields":{{{fields}}},"id":{quoted(found["id"])},'
            f'"ignored":{_listed(found["ignored"])},"language":null,"lexicon":null,'
            f'"links_visible":{"true" if found["links_visible"] else "false"},"schema":{quoted(found["schema"])},"text_length":null}}'
        )
    else:
        before = canonical_text({key: value for key, value in found.items() if key < "fields"})
        after = canonical_text({key: value for key, value in found.items() if key > "fields"})
        text = f'{before[:-1]},"fields":{{{fields}}},{after[1:]}'
    return text.encode("utf-8", "backslashreplace")


def sealed_field(name: str, field: Field[Any], shown: Json) -> str:
    """The canonical text of *shown*, which is the field *name*, behind that name."""
    observations, complete, why, problem = field
    rest_of = _REST.get(name)
    if rest_of is None or problem or not observations:
        return f'"{name}":{canonical_text(shown)}'
    texts = ""
    for value, channel, at in observations:
        rest = rest_of(value)
        if rest is None:
            return f'"{name}":{canonical_text(shown)}'
        comma = "," if texts else ""
        texts += f'{comma}{{"at":{quoted(at)},"channel":{quoted(channel)},{rest}}}'
    if complete and why is None:
        return f'"{name}":{{"observations":[{texts}],"state":"present"}}'
    incomplete = "" if complete else '"complete":false,'
    because = "" if why is None else f',"why":{quoted(why)}'
    return f'"{name}":{{{incomplete}"observations":[{texts}],"state":"present"{because}}}'


# --- what stands in an observation behind its place and its channel -------------------------------------------------


def _string(value: str) -> str:
    return f'"value":{quoted(value)}'


def _publisher(publisher: Publisher) -> str:
    return f'"value":{quoted(publisher.name)}'


def _author(author: Author) -> str | None:
    name, kind, identities, about = author
    if identities is not None or about is not None:
        return None
    return f'"kind":{quoted(kind)},"value":{quoted(name)}'


@lru_cache(maxsize=1 << 12)
def _date(date: Date) -> str:
    value, precision, earliest, latest, flags = date
    flagged = f'"flags":{_listed(flags)},' if flags else ""
    return f'"earliest":{earliest},{flagged}"latest":{latest},"precision":{quoted(precision)},"value":{quoted(value)}'


def _link(link: Link) -> str:
    target, site, start, end = link
    if start < 0:
        return f'"site":{quoted(site)},"value":{quoted(target)}'
    return f'"end":{end},"site":{quoted(site)},"start":{start},"value":{quoted(target)}'


def _url(url: Url) -> str:
    text, scheme, host, path, flags = url
    return (
        f'"flags":{_listed(flags)},"host":{_host(host)},"path":{quoted(path)},"scheme":{quoted(scheme)},'
        f'"value":{quoted(text)}'
    )


@lru_cache(maxsize=1 << 12)
def _host(host: Host) -> str:
    return canonical_text(host._asdict())


def _listed(strings: tuple[str, ...] | list[str]) -> str:
    return canonical_text(strings) if strings else "[]"


_REST: Final[dict[str, Callable[[Any], str | None]]] = {
    **dict.fromkeys(("url", "canonical"), _url),
    **dict.fromkeys(("published", "modified", "retrieved"), _date),
    **dict.fromkeys(IN_STRINGS, _string),
    "authors": _author,
    "publisher": _publisher,
    "links": _link,
}
"""By the fields whose values have one; None says that a value has more to it, and is written by way of its JSON."""
