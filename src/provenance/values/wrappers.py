"""Archives and AMP caches: the address of the page itself, out of the address of a copy of it."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from provenance.values.hosts import Url, read_url
from provenance.values.tables import rows, table, words

_REMEMBERED: Final = 1 << 14
_DEEPEST: Final = 3
"""An archived AMP page of an archived page: deeper nesting is nobody's habit."""

_SCHEME: Final = re.compile(r"(https?):/{1,2}(?!/)", re.IGNORECASE)  # archives fold "//" into "/"


class _Wrapper(NamedTuple):
    name: str
    pattern: re.Pattern[str]


def unwrap(url: Url) -> tuple[Url, str | None]:
    """The page that *url* is a copy of, and who keeps the copy; *url* itself and None where it is no copy.

    >>> page = read_url("https://web.archive.org/web/20200102030405/https://example.org/a")
    >>> unwrap(page)[0].site, unwrap(page)[1]
    ('example.org', 'Internet Archive')
    """
    note = None
    for _ in range(_DEEPEST):
        inner = _inside(url)
        if inner is None:
            break
        url, keeper = inner
        note = note or keeper
    return url, note


@lru_cache(maxsize=_REMEMBERED)
def read_page_url(text: str) -> Url | None:
    """The address of the page that *text* leads to, be it kept by an archive; None if *text* is no address.

    >>> read_page_url("https://web.archive.org/web/20200102030405/https://example.org/a").text
    'https://example.org/a'
    """
    url = read_url(text)
    return None if url is None else unwrap(url)[0]


def _inside(url: Url) -> tuple[Url, str] | None:
    """The address inside *url*, and the wrapper's name."""
    wrapper = _wrapper_at(url.host.name)
    if wrapper is None:
        return None
    after_host = url.text.strip().partition("://")[2]
    found = wrapper.pattern.match(after_host[after_host.find("/") :]) if "/" in after_host else None
    if found is None:
        return None
    scheme = "https://" if found.groupdict().get("secure") else "http://"
    given = _SCHEME.match(found["url"])
    address = f"{given[1]}://{found['url'][given.end() :]}" if given else scheme + found["url"]
    inner = read_url(address)
    # An address without a scheme may be a path of the keeper's own: a page lives on a public host.
    return (inner, wrapper.name) if inner and inner.host.kind in {"domain", "platform", "suffix"} else None


@lru_cache(maxsize=_REMEMBERED)
def _wrapper_at(name: str) -> _Wrapper | None:
    """Whose copies stand at the host *name*; None if nobody's do."""
    return _wrappers().get(name) or _wrappers().get("*." + name.partition(".")[2])


@cache
def _wrappers() -> dict[str, _Wrapper]:
    """The table of wrappers by host, read at first use."""
    return {
        host: _Wrapper(str(row["name"]), re.compile(str(row["pattern"])))
        for row in rows(table("wrappers").content, "wrapper")
        for host in words(row, "hosts")
    }
