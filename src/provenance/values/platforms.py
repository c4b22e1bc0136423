"""The platforms on which strangers publish, and how their addresses name the tenant."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from provenance.values.tables import rows, table, words


class TenantPaths(NamedTuple):
    """Where a platform's paths name a tenant."""

    pattern: re.Pattern[str]
    own: frozenset[str]
    site: str
    exact_case: bool


class Platforms(NamedTuple):
    """The table of platforms, by domain and by host."""

    own: frozenset[str]
    registries: frozenset[str]
    subdomains: Mapping[str, str]  # domain -> how its tenants' site is written
    paths: Mapping[str, TenantPaths | None]


@cache
def platforms() -> Platforms:
    """The table of platforms, read at the first unknown host."""
    content = table("platforms").content
    subdomains = {
        domain: str(row.get("site", "{tenant}." + domain))
        for row in rows(content, "subdomain")
        for domain in words(row, "domains")
    }
    paths = {str(row["host"]): _path_rule(row) for row in rows(content, "path")}
    return Platforms(
        frozenset(words(content, "own")), frozenset(words(content, "registries")), subdomains, paths
    )


def _path_rule(row: Mapping[str, object]) -> TenantPaths | None:
    """One line of the table as a pattern; None where the address does not tell who publishes."""
    patterns: Sequence[str] = words(row, "paths")
    if not patterns:
        return None
    parts = []
    for number, pattern in enumerate(patterns):
        before, _, after = pattern.partition("{tenant}")
        parts.append(f"{re.escape(before)}(?P<tenant{number}>[^/]+){re.escape(after)}(?:/|$)")
    site = str(row.get("site", f"{row['host']}{{where}}{{tenant}}"))
    return TenantPaths(
        re.compile("|".join(parts)), frozenset(words(row, "own")), site, bool(row.get("exact_case", False))
    )


def paths_of(name: str, known: Platforms) -> tuple[TenantPaths | None, str]:
    """Where the paths of *name* name a tenant, and the host for which the table says so."""
    rest = name
    while rest:
        if rest in known.paths:
            return known.paths[rest], rest
        rest = rest.partition(".")[2]
    return None, ""
