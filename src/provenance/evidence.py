"""What is known of one field: observations, and whether anybody looked.

A field is *present* (there are observations), *absent* (it was looked for and is not there) or *unknown*
(not looked for, not supplied, unreadable); unknown always says why and is never turned into anything else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final, Generic, NamedTuple, Never, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Word(StrEnum):
    """A closed set of words; hashed as the strings they are, which is what makes them cheap as keys."""

    __hash__ = str.__hash__


class State(Word):
    """The three states of a field, and of the answer to a signal's question; deliberately not a bool."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"

    def __bool__(self) -> Never:
        """Refuse: there are three values, compare with `is`."""
        raise TypeError("a State has three values; compare it with `is`")


class Why(Word):
    """Why something is unknown."""

    NOT_SUPPLIED = "not_supplied"  # nobody brought it
    NOT_SHOWN = "not_shown"  # this kind of input cannot show it (a bare text has no links)
    MALFORMED = "malformed"  # it is there and cannot be read
    HIDDEN = "hidden"  # taken away on purpose, to see what rests on it
    NO_LANGUAGE = "no_language"  # the language of the text is not identified: too short, mixed, or none of those that are known
    NO_LEXICON = "no_lexicon"  # no lexicon for the language of the text is shipped
    NO_AS_OF = "no_as_of"  # whether a date lies in the future cannot be told
    URL_UNKNOWN = "url_unknown"  # which links are the document's own, or whose host it is, cannot be told
    TEXT_UNKNOWN = "text_unknown"  # the text could still say otherwise
    LINKS_UNKNOWN = "links_unknown"  # a link that nobody could see might support it
    LISTS_UNKNOWN = "lists_unknown"  # more may be cited than was shown
    ONE_VOICE = "one_voice"  # only one voice was heard; nothing can confirm or contradict it
    NOT_NAMED = "not_named"  # said to exist, but not shown
    UNDECIDED = "undecided"  # known, and open to more than one reading
    NOTHING_TO_JUDGE = "nothing_to_judge"  # the question did not come up


class Channel(Word):
    """The way by which an observation came."""

    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    OPENGRAPH = "opengraph"
    META = "meta"
    HTTP = "http"
    URL = "url"
    BYLINE = "byline"
    TEXT = "text"
    CALLER = "caller"
    CORPUS = "corpus"
    REGISTRY = "registry"


class Voice(Word):
    """Who says it: two voices that agree corroborate, one voice saying it twice says it once."""

    DECLARED = "declared"
    OBSERVED = "observed"
    ATTESTED = "attested"


VOICE: Final[dict[Channel, Voice]] = {
    Channel.JSON_LD: Voice.DECLARED,
    Channel.MICRODATA: Voice.DECLARED,
    Channel.OPENGRAPH: Voice.DECLARED,
    Channel.META: Voice.DECLARED,
    Channel.HTTP: Voice.OBSERVED,
    Channel.URL: Voice.OBSERVED,
    Channel.BYLINE: Voice.OBSERVED,
    Channel.TEXT: Voice.OBSERVED,
    Channel.CALLER: Voice.OBSERVED,
    Channel.CORPUS: Voice.OBSERVED,
    Channel.REGISTRY: Voice.ATTESTED,
}
"""Which voice speaks through a channel (docs/reference/record.md)."""


class Observation(NamedTuple, Generic[T_co]):
    """One value of one field, with the channel it came by and where it stands (JSON pointer, span or URL)."""

    value: T_co
    channel: Channel
    at: str


class Field(NamedTuple, Generic[T_co]):
    """What is known of one field of one document.

    `complete` says that there is nothing more to learn of it: every channel that this input has was looked at.
    What is present can qualify at once; only what is complete can be found wanting.
    """

    observations: tuple[Observation[T_co], ...] = ()
    complete: bool = False
    why: Why | None = None
    problem: str = ""  # what could not be read, for people

    @property
    def state(self) -> State:
        """Present, absent or unknown."""
        if self.observations:
            return State.PRESENT
        return State.ABSENT if self.complete else State.UNKNOWN

    @property
    def values(self) -> tuple[T_co, ...]:
        """The values observed, in order."""
        return tuple([observation.value for observation in self.observations])

    @property
    def first(self) -> T_co | None:
        """The first value, for display only; points never rest on an order."""
        return self.observations[0].value if self.observations else None

    @property
    def voices(self) -> frozenset[Voice]:
        """The voices that were heard."""
        return frozenset(VOICE[observation.channel] for observation in self.observations)

    def places(self) -> tuple[str, ...]:
        """Where the observations stand."""
        return tuple(observation.at for observation in self.observations)


NOT_SUPPLIED: Final[Field[Never]] = Field((), False, Why.NOT_SUPPLIED)
ABSENT: Final[Field[Never]] = Field((), True)
HIDDEN: Final[Field[Never]] = Field((), False, Why.HIDDEN)


CALLER: Final = Channel.CALLER
"""A name of its own, since to ask an enumeration for a member takes ten times as long."""
made: Final = tuple.__new__
"""Makes a named tuple of a tuple of all that it holds, in half the time: this runs for nearly every field of every record."""


def brought(value: object, at: str) -> Field[Any]:
    """The field of which a caller brings one value, and beside which there is nothing to learn."""
    return made(Field, ((made(Observation, (value, CALLER, at)),), True, None, ""))


def unreadable(problem: str) -> Field[Never]:
    """A field that is there and cannot be read."""
    return Field((), False, Why.MALFORMED, problem)


def without(field: Field[T], position: int) -> Field[T]:
    """*field* as it is known to someone who missed the observation at *position*: no longer complete."""
    left = field.observations[:position] + field.observations[position + 1 :]
    return Field(left, False, Why.HIDDEN)
