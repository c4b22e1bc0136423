"""The registries of a run together: what they say of a document, held fixed and independent of their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from provenance.document import Document
from provenance.errors import ConfigurationError
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Declaration, Rating
from provenance.registries.entries import OF_OTHERS, Listed, Rated, Stated
from provenance.registries.files import RegistryFile, read_registry
from provenance.registries.statements import INVERSE, SELLERS
from provenance.values.hosts import Url


class Shelf:
    """Registry files to look things up in; immutable and picklable."""

    def __init__(self, files: Iterable[RegistryFile]) -> None:
        by_digest = {file.digest: file for file in sorted(files, key=lambda f: f.name, reverse=True)}
        self.files = tuple(sorted(by_digest.values(), key=lambda f: (f.kind, f.name, f.digest)))
        self._ratings: dict[str, list[tuple[str, Rated]]] = {}
        self._statements: dict[tuple[str, str], list[tuple[str, Stated]]] = {}
        self._links: dict[tuple[str, str, str], str] = {}
        for file in self.files:
            for entry in file.entries:
                place = f"{file.name}:{entry.line}"
                if isinstance(entry, Rated):
                    self._ratings.setdefault(entry.site, []).append((place, entry))
                elif isinstance(entry, Stated):
                    self._statements.setdefault((entry.site, file.kind), []).append((place, entry))
                    if entry.other:
                        self._links.setdefault((entry.site, entry.name, entry.other), place)
        self._claims: dict[str, list[tuple[str, str, str]]] = {}
        for (site, name, other), place in self._links.items():
            if (other, INVERSE[name], site) not in self._links:
                self._claims.setdefault(other, []).append((INVERSE[name], site, place))

    @classmethod
    def of(cls, paths: Iterable[str | PathLike[str]]) -> Shelf:
        """The registries in the files at *paths*; a folder stands for the files in it.

        Raises:
            ConfigurationError: a file cannot be read, or holds what cannot be understood.
        """
        files = [read_registry(path) for given in paths for path in files_at(given)]
        for file in files:
            if file.problems and file.kind not in OF_OTHERS:
                line, problem = file.problems[0]
                more = f" (and {len(file.problems) - 1} more)" if len(file.problems) > 1 else ""
                raise ConfigurationError(
                    f"{file.name}:{line}: {problem}{more}; `provenance registry check` names every problem"
                )
        return cls(files)

    def sites(self, kind: str) -> frozenset[str]:
        """The domains in the lists of *kind*."""
        entries = (entry for file in self.files if file.kind == kind for entry in file.entries)
        return frozenset(entry.site for entry in entries if isinstance(entry, Listed))

    def described(self) -> list[dict[str, object]]:
        """What an audit record keeps of the registries, in one order."""
        return [file.described() for file in self.files]

    # -- what they say of a document -----------------------------------------------------------------------------------

    def informed(self, document: Document) -> Document:
        """*document* with what the registries say of its publisher; unknown while its address is."""
        kinds = {file.kind for file in self.files}
        if "ratings" in kinds:
            document = document.with_field("ratings", self._seen(document, self.ratings_of))
        if kinds & OF_OTHERS:
            document = document.with_field("declarations", self._seen(document, self.declarations_of))
        return document

    def _seen(self, document: Document, said_of: Callable[[Url], Iterator[tuple[str, Any]]]) -> Field[Any]:
        url = document.url
        found = {
            Observation(value, Channel.REGISTRY, place)
            for each in url.values
            for place, value in said_of(each)
        }
        return Field(tuple(sorted(found)), url.complete, None if url.complete else Why.URL_UNKNOWN)

    def ratings_of(self, url: Url) -> Iterator[tuple[str, Rating]]:
        """The ratings that hold for an address, each with its place: of one rater and scale those of the narrowest scope."""
        host = url.host.name.removeprefix("www.")
        holding = [(place, e) for place, e in self._ratings.get(url.site, ()) if _holds(e, host, url.path)]
        for place, entry in holding:
            rivals = [e for _, e in holding if _same_question(e.rating, entry.rating)]
            if (len(entry.host), len(entry.path)) == max((len(e.host), len(e.path)) for e in rivals):
                yield place, entry.rating

    def declarations_of(self, url: Url) -> Iterator[tuple[str, Declaration]]:
        """What the publisher of an address states, and what others state of it that it does not."""
        for place, said in self._statements.get((url.site, "trust.txt"), ()):
            yield place, Declaration("trust.txt", said.name, said.other or said.value, self.standing(said))
        for name, other, place in self._claims.get(url.site, ()):
            yield place, Declaration("trust.txt", name, other, "claimed")
        ads = self._statements.get((url.site, "ads.txt"), ())
        for how in SELLERS:
            selling = [(place, said) for place, said in ads if said.name == how]
            if selling:
                yield (
                    selling[0][0],
                    Declaration("ads.txt", how, str(len({said.value for _, said in selling}))),
                )
        for place, said in ads:
            if said.name not in SELLERS:
                yield place, Declaration("ads.txt", said.name, said.value)

    def standing(self, said: Stated) -> str:
        """Whether the other side of a link states it too; empty for what is no link."""
        if not said.other:
            return ""
        if (said.other, INVERSE[said.name], said.site) in self._links:
            return "confirmed"
        return "one_sided" if (said.other, "trust.txt") in self._statements else "unheard"

    # -- what contradicts itself ---------------------------------------------------------------------------------------

    def conflicts(self) -> Iterator[tuple[str, str]]:
        """Ratings that contradict one another: the place of each, and what it contradicts."""
        for ratings in self._ratings.values():
            first: dict[tuple[str, ...], tuple[str, Rating]] = {}
            for place, entry in ratings:
                rating = entry.rating
                key = (rating.rater, rating.scale, rating.date, rating.scope)
                earlier, other = first.setdefault(key, (place, rating))
                if other.rating != rating.rating:
                    yield (
                        place,
                        f"{rating.scope} is rated {rating.rating}, and {other.rating} at {earlier}, by the same rater on the same day",
                    )


def files_at(path: str | PathLike[str]) -> Iterator[Path]:
    """The file at *path*, or those in a folder and below it, in order.

    Raises:
        ConfigurationError: there is none.
    """
    place = Path(path)
    if not place.is_dir():
        yield place
        return
    found = [p for p in sorted(place.rglob("*")) if p.is_file() and not p.name.startswith(".")]
    if not found:
        raise ConfigurationError(f"{place}: holds no file")
    yield from found


def _holds(entry: Rated, host: str, path: str) -> bool:
    of_host = host == entry.host or host.endswith("." + entry.host)
    return of_host and (not entry.path or path == entry.path or path.startswith(entry.path + "/"))


def _same_question(one: Rating, other: Rating) -> bool:
    return (one.rater, one.scale) == (other.rater, other.scale)
