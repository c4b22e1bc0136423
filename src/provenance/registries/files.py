"""A registry file: what kind it is of, what is said of it as a whole, its entries, and what nobody could understand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import frozen

from provenance.codec import digest_of
from provenance.errors import ConfigurationError, near, shown
from provenance.registries.entries import KINDS, OF_OTHERS, Entry, Line, Listed, Problem
from provenance.registries.ratings import columns_in, is_ratings, read_ratings
from provenance.registries.statements import read_ads, read_trust, states_ads, states_trust
from provenance.values.dates import read_date
from provenance.values.domains import listed_site

ABOUT: Final = ("kind", "domain", "source", "date", "rater", "scale", "licence")
"""What lines such as ``# source: https://…`` at the top of a file say of all of it."""

_ABOUT: Final = re.compile(r"#\s*([a-zA-Z]+)\s*:\s*(\S.*)")
_SPELLED: Final = {"license": "licence", "retrieved": "date"}


@frozen(kw_only=True)
class RegistryFile:
    """One file of the user's own, as it was understood.

    Attributes:
        name: what it is called, without its folder; a trust.txt or ads.txt file is called by whose it is.
        kind: one of `entries.KINDS`.
        digest: ``sha256:…`` of its bytes.
        source: where it came from, as it says itself; empty if it does not.
        date: the day it is of, as it says itself; empty if it does not.
        entries: what it holds, in order.
        problems: lines that could not be understood.
    """

    name: str
    kind: str
    digest: str
    source: str
    date: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    def described(self) -> dict[str, object]:
        """What an audit record keeps of it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "digest": self.digest,
            "source": self.source or None,
            "date": self.date or None,
            "entries": len(self.entries),
        }


def read_registry(path: str | PathLike[str]) -> RegistryFile:
    """The registry in the file at *path*.

    Raises:
        ConfigurationError: it cannot be read, or does not say what it is, or whose.
    """
    place = Path(path)
    try:
        content = place.read_bytes()
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigurationError(f"{place}: cannot be read: it is not UTF-8") from None
    except (OSError, ValueError) as problem:
        said = getattr(problem, "strerror", None) or problem
        raise ConfigurationError(f"{place}: cannot be read: {said}") from None
    about, problems = _about(text)
    lines = [Line(n, line.strip()) for n, line in enumerate(text.splitlines(), 1)]
    lines = [line for line in lines if line.text and not line.text.startswith("#")]
    kind = _kind(place, about, lines)
    owner = _owner(place, kind, about) if kind in OF_OTHERS else ""
    found = list(_entries(kind, lines, about, owner, "\t" if place.suffix.lower() == ".tsv" else ","))
    return RegistryFile(
        name=f"{owner}/{kind}" if owner else place.name,
        kind=kind,
        digest=digest_of(content),
        source=about.get("source", ""),
        date=about.get("date", ""),
        entries=tuple(e for e in found if not isinstance(e, Problem)),
        problems=(*problems, *(e for e in found if isinstance(e, Problem))),
    )


def _about(text: str) -> tuple[dict[str, str], list[Problem]]:
    """What the comments at the top say of the file."""
    about: dict[str, str] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            break
        found = _ABOUT.fullmatch(line.strip())
        if found is None:
            continue
        name = _SPELLED.get(found[1].lower(), found[1].lower())
        if name == "date" and read_date(found[2]) is None:
            problems.append(Problem(number, f"expected a date with a year, found {shown(found[2])}"))
        elif name in about:
            problems.append(Problem(number, f"{name} is given twice"))
        elif name in ABOUT:
            about[name] = found[2]
    return about, problems


def _kind(place: Path, about: Mapping[str, str], lines: list[Line]) -> str:
    """What the file is: as it says, by its name, or by what stands in it."""
    given = about.get("kind", "").lower()
    if given:
        if given not in KINDS:
            raise ConfigurationError(
                f"{place}: there is no kind of registry {shown(given)}{near(given, KINDS)}"
            )
        return given
    name = place.name.lower()
    for kind, hint in (
        ("trust.txt", "trust.txt"),
        ("ads.txt", "ads.txt"),
        ("protected", "protect"),
        ("affiliates", "affiliat"),
    ):
        if name.endswith(hint) if "." in hint else hint in name:
            return kind
    texts = [line.text for line in lines]
    first = texts[0] if texts else ""
    if is_ratings(columns_in(first)):
        return "ratings"
    if any(map(states_trust, texts)):
        return "trust.txt"
    if any(map(states_ads, texts)):
        return "ads.txt"
    raise ConfigurationError(
        f"{place}: does not say what it is: begin it with '# kind: KIND', one of {', '.join(KINDS)}"
    )


def _entries(
    kind: str, lines: list[Line], about: Mapping[str, str], owner: str, delimiter: str
) -> Iterator[Entry | Problem]:
    if kind == "ratings":
        return read_ratings(lines, about, delimiter)
    if owner:
        bare = [Line(n, text.partition("#")[0].strip()) for n, text in lines]
        return (read_trust if kind == "trust.txt" else read_ads)(bare, owner)
    return _listed(lines)


def _listed(lines: list[Line]) -> Iterator[Entry | Problem]:
    for number, text in lines:
        name = text.partition("#")[0].strip()
        site = listed_site(name)
        if site is None:
            yield Problem(number, f"expected a domain such as example.com, found {shown(name)}")
        else:
            yield Listed(site, number)


def _owner(place: Path, kind: str, about: Mapping[str, str]) -> str:
    """Whose file it is: as it says, by its name (``example.com.trust.txt``), or by that of its folder."""
    named = place.name[: -len(kind)].rstrip("._-")
    folder = place.parent.parent.name if place.parent.name == ".well-known" else place.parent.name
    for name in (about.get("domain", ""), named, folder):
        site = listed_site(name) if "." in name else None
        if site is not None:
            return site
    raise ConfigurationError(
        f"{place}: does not say whose it is: call it example.com.{kind}, or begin it with '# domain: example.com'"
    )
