"""Lists of domains in files: ``--protected`` and ``--affiliates``."""

from __future__ import annotations

from pathlib import Path

from provenance.errors import ConfigurationError, shown
from provenance.values.domains import listed_site


def domains_in(path: str | None) -> list[str]:
    """The domains in the file at *path*, one a line; ``#`` begins a comment. None where there is no file.

    Raises:
        ConfigurationError: the file cannot be read, or a line is no domain.
    """
    return [name for group in _groups_in(path) for name in group]


def domain_groups_in(path: str | None) -> list[frozenset[str]]:
    """The sites of the domains in the file at *path*, in groups that an empty line ends.

    Raises:
        ConfigurationError: the file cannot be read, or a line is no domain.
    """
    return [frozenset(filter(None, map(listed_site, group))) for group in _groups_in(path)]


def _groups_in(path: str | None) -> list[list[str]]:
    if path is None:
        return []
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8"
        raise ConfigurationError(f"{path}: cannot be read: {said}") from None
    groups: list[list[str]] = [[]]
    for number, line in enumerate(lines, 1):
        name = line.partition("#")[0].strip()
        if name and listed_site(name) is None:
            raise ConfigurationError(
                f"{path}:{number}: expected a domain such as example.com, found {shown(name)}"
            )
        if name:
            groups[-1].append(name)
        elif not line.strip() and groups[-1]:
            groups.append([])
    return [group for group in groups if group]
