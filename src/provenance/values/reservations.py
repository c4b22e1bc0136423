"""What a publisher says about use of its texts for training and mining: robots directives, and the TDM reservation protocol."""

from __future__ import annotations

from typing import Final

DIRECTIVES: Final = ("noai", "noimageai", "noml")
"""Robots directives that speak of training: of no search engine, but in wide use."""
_TDM: Final = "tdm-reservation"
"""W3C Community Group, TDM Reservation Protocol (https://www.w3.org/community/tdmrep/): 1 reserves, 0 does not."""


def read_robots(content: str) -> str | None:
    """The directives in a robots value that speak of training; None where none does.

    >>> read_robots("index, NOAI, noimageai"), read_robots("googlebot: noindex")
    ('noai, noimageai', None)
    """
    tokens = {part.rpartition(":")[2].strip().lower() for part in content.split(",")}
    found = [directive for directive in DIRECTIVES if directive in tokens]
    return ", ".join(found) or None


def read_tdm(content: str) -> str | None:
    """The value of ``tdm-reservation``, as it is kept; None for what is none."""
    return f"{_TDM}: {content.strip()}" if content.strip() in ("0", "1") else None


def read_stated(text: str) -> str | None:
    """Either of them, as a record states it: ``noai``, or ``tdm-reservation: 1``."""
    name, colon, value = text.partition(":")
    return read_tdm(value) if colon and name.strip().lower() == _TDM else read_robots(text)


def is_reserved(stated: str) -> bool:
    """Whether what is kept reserves anything: ``tdm-reservation: 0`` says that nothing is."""
    return stated != f"{_TDM}: 0"
