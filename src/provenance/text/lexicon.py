"""The words of one language, read from its file in `lexicons/`; no rule knows a word that does not stand there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from provenance.errors import ConfigurationError
from provenance.text.lexiconcheck import problems
from provenance.text.tables import source, table


class Lexicon:
    """What the rules must know of one language; equal only to itself, so that what is built from it can be kept."""

    def __init__(self, language: str, tables: Mapping[str, Any], content: bytes) -> None:
        self.language = language
        self.tables = tables
        self._content = content

    @cached_property
    def name(self) -> str:
        """Language, version and digest of the file: ``en@1 sha256:…``."""
        return f"{self.language}@{self.tables['version']} sha256:{hashlib.sha256(self._content).hexdigest()}"

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words that keep their full stop, without it, in the cases in which they are met."""
        words = self.tables["abbreviations"]["words"].split()
        return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that with a capital begin a sentence even after an abbreviation."""
        return frozenset(map(str.capitalize, self.words("abbreviations", "openers")))

    def words(self, *path: str) -> frozenset[str]:
        """The single words of the table at *path*: white space parts them."""
        found = self._at(path)
        if not isinstance(found, str):
            raise TypeError(f"{'.'.join(path)} holds phrases: read it with phrases()")
        return frozenset(found.split())

    def phrases(self, *path: str) -> tuple[str, ...]:
        """The phrases of the list at *path*, in the order of the file."""
        return tuple(self._at(path))

    def _at(self, path: Iterable[str]) -> Any:
        found: Any = self.tables
        for name in path:
            found = found[name]
        return found


@cache
def load(language: str) -> Lexicon | None:
    """The lexicon of *language*, or None where it has no file (nothing is then read in it).

    Raises:
        ConfigurationError: the file is no lexicon; the message tells every problem by its key.
    """
    try:
        content = source(language)
    except OSError:
        return None
    try:
        tables = table(language)
    except ValueError as error:
        raise ConfigurationError(f"lexicons/{language}.toml: {error}") from None
    if found := problems(tables, language):
        raise ConfigurationError(f"lexicons/{language}.toml: {'; '.join(found)}")
    return Lexicon(language, tables, content)
