"""Lists of ratings: CSV with a header, or JSON Lines; each with its rater, and as far as stated its scale, date and licence."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import Final

from provenance.errors import shown
from provenance.fields import Rating
from provenance.registries.entries import Line, Problem, Rated
from provenance.values.dates import read_date
from provenance.values.domains import listed_site
from provenance.values.hosts import read_url
from provenance.values.scales import is_scale, place_on

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "domain": ("domain", "site", "host", "url", "website"),
    "rating": ("rating", "score", "label"),
    "rater": ("rater", "rated_by"),
    "scale": ("scale",),
    "date": ("date", "rated"),
    "licence": ("licence", "license"),
    "path": ("path",),
}
"""Each property of a rating with the columns that give it; the header of the file gives what all have in common."""

_NAMED: Final = {column: name for name, columns in COLUMNS.items() for column in columns}


def columns_in(line: str) -> list[str]:
    """The columns that the first line of a list names: the keys of an object, or the cells of a header."""
    if not line.startswith("{"):
        return re.split("[,\t]", line)
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return [*found] if isinstance(found, dict) else []


def is_ratings(columns: Iterable[str]) -> bool:
    """Whether these columns are those of a list of ratings."""
    names = {*map(_named, columns)}
    return {"domain", "rating"} <= names


def read_ratings(lines: list[Line], about: Mapping[str, str], delimiter: str) -> Iterator[Rated | Problem]:
    """The ratings in *lines*, with what *about* says of all of them."""
    rows = _objects(lines) if lines and lines[0].text.startswith("{") else _rows(lines, delimiter)
    for row in rows:
        yield row if isinstance(row, Problem) else _rated(*row, about)


_Row = tuple[int, Mapping[str, str]]


def _objects(lines: list[Line]) -> Iterator[_Row | Problem]:
    for number, text in lines:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            yield Problem(number, "expected a JSON object")
        elif rivals := _rivals(found):
            yield Problem(number, rivals)
        else:
            yield number, {_named(key): _plain(value) for key, value in found.items()}


def _named(column: str) -> str:
    """The property that a column gives; its own name if it gives none."""
    return _NAMED.get(column.strip().lower(), column)


def _rivals(columns: Iterable[str]) -> str:
    """What to say of two columns that give one property, of which one would be lost; empty if there are none."""
    giving: dict[str, list[str]] = {}
    for column in columns:
        giving.setdefault(_named(column), []).append(column)
    for name in COLUMNS:
        if len(giving.get(name, ())) > 1:
            return f"{shown(giving[name])} all give the {name}: keep one of them"
    return ""


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < inf
    return str(value) if is_number else ""


def _rows(lines: list[Line], delimiter: str) -> Iterator[_Row | Problem]:
    at = [0]

    def texts() -> Iterator[str]:
        for number, text in lines:
            at[0] = number
            yield text

    names: list[str] | None = None
    reader = csv.reader(texts(), delimiter=delimiter)
    try:
        for row in reader:
            if names is None:
                names = [_named(name) for name in row]
                if not is_ratings(names):
                    yield Problem(at[0], "expected the names of columns, domain and rating among them")
                    return
                if rivals := _rivals(row):
                    yield Problem(at[0], rivals)
                    return
            elif len(row) != len(names):
                yield Problem(at[0], f"expected {len(names)} cells, found {len(row)}")
            else:
                yield at[0], dict(zip(names, map(str.strip, row), strict=True))
    except csv.Error as problem:
        yield Problem(at[0], f"not CSV: {problem}")


def _rated(line: int, row: Mapping[str, str], about: Mapping[str, str]) -> Rated | Problem:
    given = {name: row.get(name) or about.get(name, "") for name in COLUMNS}
    name = given["domain"].strip()
    url = read_url((name if "://" in name else f"https://{name}").rstrip("/") + _path(row.get("path", "")))
    if url is None or listed_site(name) is None:
        return Problem(line, f"expected a domain such as example.com, found {shown(name)}")
    rating, scale = given["rating"], given["scale"]
    if not rating:
        return Problem(line, "there is no rating")
    if not given["rater"]:
        return Problem(
            line, "nobody is named who rated it: add a column, or the line '# rater: NAME' at the top"
        )
    if is_scale(scale) and place_on(scale, rating) is None:
        return Problem(line, f"the rating {shown(rating)} is not on the scale {shown(scale)}")
    date = read_date(given["date"]) if given["date"] else None
    if given["date"] and date is None:
        return Problem(line, f"expected a date with a year, found {shown(given['date'])}")
    host, path = url.host.name.removeprefix("www."), url.path.rstrip("/")
    scope = Rating(
        rating, given["rater"], scale, "" if date is None else date.value, given["licence"], host + path
    )
    return Rated(url.site, host, path, scope, line)


def _path(path: str) -> str:
    path = path.strip().rstrip("/*")
    return f"/{path.lstrip('/')}" if path else ""
