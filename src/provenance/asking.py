"""Layer 5: the signals put to documents, none of them asked again what is known beforehand.

A signal is a pure function of the fields that it looks at. Where the first document with some set of fields is asked,
each signal is watched, and from what it looked at follows how it is answered for all that have the same set:

* it looked at none that are there, as when nobody brought what it asks for: its answer is *settled* for all of them;
* it looked at one, whose values recur (`RECURRING`): its answer is *remembered* for the value that it saw;
* else it is *open*, and is asked each time.

A signal that is told the same goes the same way, so that no answer depends on which document came first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from provenance.document import Document
from provenance.evidence import Field
from provenance.registry import Registry
from provenance.signal import Assess, Context, Finding

RECURRING: Final = frozenset({"authors", "genre", "language", "license", "policies", "publisher", "section"})
"""Fields whose values come again in document after document."""
_MOST_LAID_OUT: Final = 256
_MOST_REMEMBERED: Final = 4096
_PARTICULAR: Final = 2
"""Sets of fields that are laid out, answers that are remembered, and observations of a field that recurs, at most."""


class Asked(NamedTuple):
    """What every signal answers; `alike` is equal for documents whose findings differ at most in basis and note."""

    findings: list[Finding]
    alike: tuple[object, ...]


class _Group(NamedTuple):
    """Signals that look at the same field and no other, each with its place."""

    field: str
    asked: tuple[tuple[int, Assess], ...]


class _Answers(NamedTuple):
    """What a group answers, each at its place; `alike` is one object wherever the findings are alike."""

    found: tuple[tuple[int, Finding], ...]
    alike: object


class _Questions(NamedTuple):
    """What is left to ask of documents with one set of fields."""

    name: object  # one for each set of fields
    settled: list[Finding]  # with room for the others
    groups: tuple[_Group, ...]
    open: tuple[tuple[int, Assess], ...]


class Asking:
    """The signals of a registry, asked while *context* is held fixed; what it remembers changes no answer."""

    def __init__(self, registry: Registry, context: Context) -> None:
        self._registry = registry
        self._context = context
        self._assess = tuple(enumerate(signal.assess for signal in registry))
        self._laid_out: dict[frozenset[str], _Questions] = {}
        self._answers: dict[tuple[object, ...], _Answers] = {}
        self._alike: dict[tuple[object, ...], object] = {}
        nothing = Finding(0, 0, 1, None)
        self._unwatched = _Questions(None, [nothing] * len(registry), (), self._assess)

    def __reduce__(self) -> tuple[object, ...]:
        """It travels without what it remembers."""
        return Asking, (self._registry, self._context)

    def ask(self, document: Document) -> Asked:
        """What every signal answers."""
        fields, context = document.fields, self._context
        questions = self._laid_out.get(frozenset(fields)) or self._lay_out(document)
        findings = questions.settled.copy()
        alike = [questions.name]
        for group in questions.groups:
            key = (questions.name, group.field, fields[group.field])
            answers = self._answers.get(key) or self._answered(group, key, document)
            for place, finding in answers.found:
                findings[place] = finding
            alike.append(answers.alike)
        for place, assess in questions.open:
            findings[place] = finding = assess(document, context)
            alike.append(finding[:5])
        return Asked(findings, tuple(alike))

    def _answered(self, group: _Group, key: tuple[object, ...], document: Document) -> _Answers:
        """What a group answers, remembered if it looked at nothing else than it did at first."""
        watched = _Watched(document.fields)
        asked = document.through(watched)
        found = tuple([(place, assess(asked, self._context)) for place, assess in group.asked])
        shape = tuple([finding[:5] for _, finding in found])
        if len(self._answers) >= _MOST_REMEMBERED or len(self._alike) >= _MOST_REMEMBERED:
            self._answers.clear()
            self._alike.clear()
        answers = _Answers(found, self._alike.setdefault(shape, object()))
        if len(document.fields[group.field].observations) <= _PARTICULAR and watched.seen <= {group.field}:
            self._answers[key] = answers
        return answers

    def _lay_out(self, document: Document) -> _Questions:
        """What is left to ask of documents with the fields of this one, the first of them."""
        if len(self._laid_out) >= _MOST_LAID_OUT:
            return self._unwatched
        settled = self._unwatched.settled.copy()
        groups: dict[str, list[tuple[int, Assess]]] = {}
        left = []
        for place, assess in self._assess:
            watched = _Watched(document.fields)
            finding = assess(document.through(watched), self._context)
            if not watched.seen:
                settled[place] = finding
            elif len(watched.seen) == 1 and watched.seen <= RECURRING:
                groups.setdefault(watched.seen.pop(), []).append((place, assess))
            else:
                left.append((place, assess))
        questions = _Questions(
            object(),
            settled,
            tuple(_Group(field, tuple(asked)) for field, asked in groups.items()),
            tuple(left),
        )
        self._laid_out[frozenset(document.fields)] = questions
        return questions


class _Watched(Mapping[str, Field[Any]]):
    """The fields of a document, and which of them were looked at; all, where somebody goes through them."""

    def __init__(self, fields: Mapping[str, Field[Any]]) -> None:
        self._fields = fields
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Field[Any]:
        field = self._fields[name]
        self.seen.add(name)
        return field

    def __iter__(self) -> Iterator[str]:
        self.seen.update(self._fields)
        return iter(self._fields)

    def __len__(self) -> int:
        self.seen.update(self._fields)
        return len(self._fields)
