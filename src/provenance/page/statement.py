"""What one place of a page says about one field, before it is read as a name, a date or an address."""

from __future__ import annotations

from typing import Final, NamedTuple

from provenance.evidence import Channel


class Person(NamedTuple):
    """What a page says of an author beside the name."""

    kind: str = ""  # "organisation" where the page says so
    addresses: tuple[str, ...] = ()  # profile pages, identifiers, e-mail, as written
    about: bool = False  # a description, job title or affiliation is given


def are_siblings(address: str, other: str) -> bool:
    """Whether two addresses differ in their last part alone, as those of two profiles on one site do.

    >>> are_siblings("/author/jane-doe/", "/author/john-roe/")
    True
    """
    (folder, _, name), (beside, _, others) = (text.rstrip("/").rpartition("/") for text in (address, other))
    return bool(folder) and folder == beside and name != others


class Statement(NamedTuple):
    """One thing said, where, and how much the place is to be trusted for display: the lower `rank`, the earlier."""

    field: str
    text: str
    channel: Channel
    at: str
    rank: int = 5
    person: Person = Person()


ARTICLE: Final = 0
"""Said of the article itself, in a format made for saying it."""

DECLARED: Final = 1
"""Said in a `<meta>` element that means just this."""

MARKED: Final = 2
"""Marked up where it is shown."""

SHOWN: Final = 3
"""Shown to the reader beside the headline."""

ABOUT_PAGE: Final = 4
"""Said of the page, which may be more than the article."""

LOOSE: Final = 5
"""Said under a name that pages use for several things."""

LAST: Final = 6
"""A trace: an address, a date somewhere in the page."""
