"""What one document adds to a summary, whatever told of it: an audit record, or a score line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance.reasons import UNSEEN
from provenance.result import MOST, result_of
from provenance.values.hosts import read_url

Json = Mapping[str, Any]
_DISCLOSURE: Final = "disclosure."
_PRESENT, _ABSENT, _UNKNOWN = "present", "absent", "unknown"
_DAY: Final = len("2026-11-21")


class Entry(NamedTuple):
    """One document. What was not told is None, or empty.

    `domain` is registrable; `size` counts the bytes of the text in UTF-8, `characters` its code points;
    `published` is the day, or the month or year, as it is stated; `score` and `points` are millipoints, `coverage` is in
    ten-thousandths; `disclosed` says of each disclosure whether it is present, absent or unknown, and `unjudged` holds
    the millipoints that are open, by reason.
    """

    domain: str
    size: int | None
    characters: int | None
    published: str
    score: int
    points: int
    coverage: int
    band: str
    disclosed: Mapping[str, str]
    unjudged: Mapping[str, int]


def entry_of(line: Json, text: str | None = None) -> Entry:
    """The entry of an audit record, or of a score line; *text* are the words, where they are at hand.

    Raises:
        ValueError: no line says this of a document; one that is not whole raises whatever comes of that.
    """
    found = _of_record(line, text) if "run" in line else _of_line(line)
    are_possible = all(0 <= amount <= MOST for amount in found.unjudged.values())
    if not (are_possible and (found.characters or 0) >= 0 and isinstance(found.domain, str)):
        raise ValueError(found)
    return found


def _of_record(record: Json, text: str | None) -> Entry:
    document, result = record["document"], result_of(record)
    fields = document["fields"]
    url = _first(fields, "url")
    return Entry(
        url["host"]["registrable"] or url["host"]["name"] if url else "",
        None if text is None else len(text.encode("utf-8", "surrogatepass")),
        document["text_length"],
        _day(_first(fields, "published")),
        result.score,
        result.applicable,
        result.coverage,
        result.band,
        {row["id"]: str(row["outcome"]) for row in record["signals"] if row["id"].startswith(_DISCLOSURE)},
        _unjudged(record),
    )


def _first(fields: Json, name: str) -> Json | None:
    seen = fields.get(name, {}).get("observations", ())
    return seen[0] if seen else None


def _day(date: Json | None) -> str:
    """The day, month or year of publication; nothing of a date that can be read in two ways."""
    return "" if date is None or "ambiguous_day_month" in date.get("flags", ()) else str(date["value"])[:_DAY]


def _unjudged(record: Json) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in record["signals"]:
        if row.get("open"):
            why = str(row.get("why", UNSEEN))
            found[why] = found.get(why, 0) + row["open"]
    return found


def _of_line(line: Json) -> Entry:
    """A score line tells neither size nor dates; its domain is that of an id that is an address."""
    url, result = read_url(line["id"]), result_of(line)
    return Entry(
        "" if url is None else url.host.registrable or url.host.name,
        None,
        None,
        "",
        result.score,
        result.applicable,
        result.coverage,
        result.band,
        {
            name: _UNKNOWN if share is None else _PRESENT if share else _ABSENT
            for name, share in line["features"].items()
            if name.startswith(_DISCLOSURE)
        },
        {},
    )
