"""Single values of a record: strings, dates, addresses, plain answers; alone, in lists, or as observations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from provenance.errors import near, shown
from provenance.evidence import ABSENT, NOT_SUPPLIED, Channel, Field, Observation, Why, brought, unreadable
from provenance.fields import Measure, Publisher
from provenance.record.sound import sound
from provenance.values.dates import read_moment
from provenance.values.placeholders import is_placeholder
from provenance.values.reservations import read_stated, read_tdm
from provenance.values.wrappers import read_page_url

Reader = Callable[[object, str], "Field[Any]"]
"""What reads the value of a key: the value and its JSON pointer in, a field out."""


def kind_of(value: object) -> str:
    """What kind of JSON value *value* is, in words."""
    if isinstance(value, Misplaced):
        return f"the channel {shown(value.channel)}, by which a record cannot speak{near(value.channel, _SPEAKING)}"
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(
        type(value), "a number" if isinstance(value, (int, float)) else f"a {type(value).__name__}"
    )


def expected(what: str, value: object) -> Field[Any]:
    """The field that a value of another kind than *what* makes."""
    return unreadable(f"expected {what}, found {kind_of(value)}")


class Misplaced(NamedTuple):
    """What stands in the place of a value that came by no channel of which a record can speak."""

    channel: str


_MOST_PLACES: Final = 1 << 7
_MOST_REMEMBERED: Final = 1 << 11
_SHORT: Final = 200
"""Places whose strings are remembered, strings of one place, and characters of the longest: publishers, dates, sections recur."""
_SPEAKING: Final = frozenset(Channel) - {Channel.CORPUS, Channel.REGISTRY}
"""A record relays what a page shows; it cannot attest, nor speak for a corpus."""


def channel_of(item: Mapping[str, object]) -> Channel | None:
    """The channel that an observation names, the caller where it names none; None where a record cannot use it."""
    given = item.get("channel")
    if given is None:
        return Channel.CALLER
    return Channel(given) if isinstance(given, str) and given in _SPEAKING else None


def items_of(value: object, at: str) -> list[tuple[object, Channel, str]]:
    """The values given, each with its channel and place; observation objects are opened."""
    if not isinstance(value, list):
        return [(*_opened(value), at)]
    return [(*_opened(item), f"{at}/{n}") for n, item in enumerate(value) if item is not None]


def _opened(item: object) -> tuple[object, Channel]:
    """A value and its channel; what else an observation carries (kind, identities) stays with the value as an object."""
    if not (isinstance(item, dict) and "value" in item):
        return item, Channel.CALLER
    channel = channel_of(item)
    if channel is None:
        return Misplaced(str(item["channel"])), Channel.CALLER
    more = {
        k: v for k, v in item.items() if k not in ("value", "channel", "at", "precision", "kind", "flags")
    }
    return ({"name": item["value"], **more} if more else item["value"]), channel


class Remembered(dict[str, Field[Any]]):
    """What *read* makes of strings that stand at *at*; short ones are not read again where they recur."""

    def __init__(self, read: Callable[[str, str], Field[Any]], at: str) -> None:
        self._read = read
        self._at = at

    def __missing__(self, text: str) -> Field[Any]:
        field = self._read(sound(text), self._at)
        if len(text) <= _SHORT:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[text] = field
        return field


class Scalar:
    """A reader for fields whose values are single strings; an object counts by the first of *names* that it has.

    `recurring` says whether the strings recur from record to record.
    """

    __slots__ = ("_names", "_parse", "_what", "recurring")

    def __init__(
        self, parse: Callable[[str], object], what: str, *names: str, recurring: bool = True
    ) -> None:
        self._parse = parse
        self._what = what
        self._names = names
        self.recurring = recurring

    def __call__(self, value: object, at: str) -> Field[Any]:
        """The field that *value* makes, which stands at *at*."""
        if isinstance(value, str):
            return self.of_string(value, at)
        observations, problem, is_missing = [], "", False
        for item, channel, place in items_of(value, at):
            text = text_of(item, self._names)
            if text and is_placeholder(text):
                is_missing = True
                continue
            parsed = self._parse(text) if text else None
            if parsed is not None:
                observations.append(Observation(parsed, channel, place))
            elif text is None or text:
                problem = f"expected {self._what}, found {shown(item) if text else kind_of(item)}"
        if not observations and not problem:
            return NOT_SUPPLIED if is_missing else ABSENT
        return Field(tuple(observations), not problem, Why.MALFORMED if problem else None, problem)

    def of_string(self, value: str, at: str) -> Field[Any]:
        """The field that a string makes."""
        if not value or value.isspace():
            return ABSENT
        if is_placeholder(value):
            return NOT_SUPPLIED
        parsed = self._parse(value)
        if parsed is None:
            return unreadable(f"expected {self._what}, found {shown(value)}")
        return brought(parsed, at)


@lru_cache(maxsize=_MOST_PLACES)
def reading_strings(read: Reader, at: str) -> Callable[[str], Field[Any]]:
    """What makes of a string that stands at *at* the field that *read* makes of it."""
    if not isinstance(read, Scalar):
        return lambda text: read(sound(text), at)
    of_string = read.of_string
    return (
        Remembered(of_string, at).__getitem__ if read.recurring else lambda text: of_string(sound(text), at)
    )


def text_of(item: object, names: tuple[str, ...]) -> str | None:
    """The string in *item*: itself, or of an object the first of *names*; None where there is none to read."""
    if isinstance(item, dict):
        item = next((item[name] for name in names if isinstance(item.get(name), str)), None)
    if isinstance(item, float) and item.is_integer():  # as a column of whole numbers with gaps is kept
        item = int(item)
    if isinstance(item, bool) or not isinstance(item, (str, int)):
        return None
    return item.strip() if isinstance(item, str) else (str(item) if abs(item) < 10**15 else None)


def _string(text: str) -> str | None:
    return text.strip() or None


def _publisher(text: str) -> Publisher | None:
    name = " ".join(text.split())
    return Publisher(name) if any(c.isalnum() for c in name) else None


read_publisher = Scalar(_publisher, "a name", "name", "legalName")
read_address = Scalar(
    read_page_url, "an absolute http or https address", "@id", "url", "name", recurring=False
)
read_string = Scalar(_string, "a string", "name", "url", "@id")
read_title = Scalar(_string, "a string", "name", "url", "@id", recurring=False)
read_correction = Scalar(_string, "a correction", "text", "name", "url", "@id")
read_day = Scalar(read_moment, "a date with a year", "@value", "name")


def read_reservations(value: object, at: str) -> Field[Any]:
    """What is stated about training and mining; a robots value that says nothing of it reserves nothing."""
    return _reservations(value, at, read_stated)


def read_tdm_reservation(value: object, at: str) -> Field[Any]:
    """The value of ``tdm-reservation``: 0 or 1."""
    return _reservations(int(value) if isinstance(value, bool) else value, at, read_tdm)


def _reservations(value: object, at: str, read: Callable[[str], str | None]) -> Field[Any]:
    stated = [(text_of(item, ()), channel, place) for item, channel, place in items_of(value, at)]
    found = [(read(text), channel, place) for text, channel, place in stated if text is not None]
    if len(found) < len(stated):
        return expected("strings such as noai or tdm-reservation: 1", value)
    return Field(tuple(Observation(said, channel, place) for said, channel, place in found if said), True)


def read_text(value: object, at: str) -> Field[Any]:
    """A text; white space alone is none."""
    if not isinstance(value, str):
        return expected("a string", value)
    if not value or value.isspace():
        return ABSENT
    return NOT_SUPPLIED if is_placeholder(value) else brought(value, at)


def read_bool(value: object, at: str) -> Field[Any]:
    """A plain yes or no."""
    if isinstance(value, bool):
        return brought(value, at)
    return expected("true or false", value)


def read_measure(value: object, at: str) -> Field[Any]:
    """How many of how many, or a plain yes or no."""
    if isinstance(value, bool):
        return brought(Measure(int(value), 1), at)
    match value:
        case [int(good), int(of)] if (
            not isinstance(good, bool) and not isinstance(of, bool) and 0 <= good <= of < 10**9
        ):
            return brought(Measure(good, of), at)
    return expected("true, false or [how many, of how many]", value)
