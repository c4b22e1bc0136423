"""The signals put to documents, none of them asked again what is known beforehand.

A signal is a pure function of what it looks at. Where the first document with some set of fields is asked, each signal
is watched, and from what it looked at follows how it is answered for all that have the same set:

* it looked at nothing that is there, as when nobody brought what it asks for: its answer is *settled* for all of them;
* it looked at one thing that recurs (`RECURRING`): its answer is *remembered* for what it saw;
* else, as when it looked at the id, it is *open*, and is asked each time.

A signal that is told the same goes the same way, so that no answer depends on which document came first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from provenance.document import Document
from provenance.registry import Registry
from provenance.signal import Assess, Context, Finding
from provenance.watching import PARTS, Watched, seen_by

RECURRING: Final = frozenset(
    {"authors", "genre", "language", "license", "policies", "publisher", "section"}
    | {f"{field}.{part.name}" for field, part in PARTS.items()}
)
"""What comes again in document after document: fields, and parts of the values of others."""
_MOST_LAID_OUT: Final = 256
_MOST_REMEMBERED: Final = 4096
_PARTICULAR: Final = 2
"""Sets of fields that are laid out, answers that are remembered, and observations of a field that recurs, at most."""
_SAID: Final = 5
"""How much of a finding is what it says, without the basis and the note."""


class _Answers(NamedTuple):
    """What a group answers, each at its place; `alike` is one object wherever the findings are alike."""

    found: tuple[tuple[int, Finding], ...]
    alike: object


class _Group(dict[object, _Answers]):
    """What signals answered that look at the same and at nothing else, by what they saw."""

    __slots__ = ("asked", "field", "look", "seen")

    def __init__(self, look: str, asked: Iterable[tuple[int, Assess]]) -> None:
        self.look = look  # of `RECURRING`
        self.field = look.partition(".")[0]
        self.seen = seen_by(look)
        self.asked = tuple(asked)  # each with its place


class _Questions(NamedTuple):
    """What is left to ask of documents with one set of fields."""

    name: object  # one for each set of fields
    settled: tuple[Finding, ...]  # with room for the others
    groups: tuple[_Group, ...]
    open: tuple[Assess, ...]
    places: tuple[int, ...]  # of those that are open


class Asked:
    """What every signal answers; `alike` is equal for documents whose findings differ at most in basis and note."""

    __slots__ = ("_answers", "_opened", "_questions", "alike")

    def __init__(
        self,
        questions: _Questions,
        answers: list[_Answers],
        opened: list[Finding],
        alike: tuple[object, ...],
    ) -> None:
        self._questions = questions
        self._answers = answers
        self._opened = opened
        self.alike = alike

    def __reduce__(self) -> tuple[object, ...]:
        """It travels without what others answered."""
        bare = self._questions._replace(groups=(), open=())
        return Asked, (bare, self._answers, self._opened, self.alike)

    def is_as(self, other: Asked) -> bool:
        """Whether both are the same answers to the same questions."""
        return (
            self._questions is other._questions
            and self._answers == other._answers
            and self._opened == other._opened
        )

    def together(self) -> tuple[Finding, ...]:
        """The findings, one of each signal; the points of most documents are known without."""
        findings = list(self._questions.settled)
        for answers in self._answers:
            for place, finding in answers.found:
                findings[place] = finding
        for place, finding in zip(self._questions.places, self._opened, strict=True):
            findings[place] = finding
        return tuple(findings)


class Asking:
    """The signals of a registry, asked while *context* is held fixed; what it remembers changes no answer."""

    def __init__(self, registry: Registry, context: Context) -> None:
        self._registry = registry
        self._context = context
        self._assess = [(place, signal.assess) for place, signal in enumerate(registry)]
        self._laid_out: dict[tuple[str, ...], _Questions] = {}
        self._remembered = 0
        self._alike: dict[tuple[object, ...], object] = {}
        nothing = Finding(0, 0, 1, None)
        self._unwatched = _questions([nothing] * len(registry), (), self._assess)

    def __reduce__(self) -> tuple[object, ...]:
        """It travels without what it remembers."""
        return Asking, (self._registry, self._context)

    def ask(self, document: Document) -> Asked:
        """What every signal answers."""
        fields, context = document.fields, self._context
        questions = self._laid_out.get(tuple(fields)) or self._lay_out(document)
        answers: list[_Answers] = []
        opened: list[Finding] = []
        alike = [questions.name]
        for group in questions.groups:
            known = group.get(group.seen(fields)) or self._answered(group, document)
            answers.append(known)
            alike.append(known.alike)
        for assess in questions.open:
            finding = assess(document, context)
            opened.append(finding)
            alike.append(finding[:_SAID])
        return Asked(questions, answers, opened, tuple(alike))

    def _answered(self, group: _Group, document: Document) -> _Answers:
        """What a group answers, remembered if it looked at nothing else than it did at first."""
        fields = document.fields
        watched = Watched(fields)
        asked = document.through(watched, watched.seen.add)
        found = tuple([(place, assess(asked, self._context)) for place, assess in group.asked])
        if self._remembered >= _MOST_REMEMBERED:
            self._forget()
        shape = tuple([finding[:_SAID] for _, finding in found])
        answers = _Answers(found, self._alike.setdefault(shape, object()))
        if watched.seen <= {group.look} and len(fields[group.field].observations) <= _PARTICULAR:
            group[group.seen(fields)] = answers
            self._remembered += 1
        return answers

    def _forget(self) -> None:
        for questions in tuple(self._laid_out.values()):  # to which another thread may add
            for group in questions.groups:
                group.clear()
        self._remembered = 0
        self._alike.clear()

    def _lay_out(self, document: Document) -> _Questions:
        """What is left to ask of documents with the fields of this one, the first of them."""
        if len(self._laid_out) >= _MOST_LAID_OUT:
            return self._unwatched
        settled = list(self._unwatched.settled)
        groups: dict[str, list[tuple[int, Assess]]] = {}
        left = []
        for place, assess in self._assess:
            watched = Watched(document.fields)
            finding = assess(document.through(watched, watched.seen.add), self._context)
            if not watched.seen:
                settled[place] = finding
            elif len(watched.seen) == 1 and watched.seen <= RECURRING:
                groups.setdefault(watched.seen.pop(), []).append((place, assess))
            else:
                left.append((place, assess))
        grouped = [_Group(look, asked) for look, asked in groups.items()]
        questions = self._laid_out[tuple(document.fields)] = _questions(settled, grouped, left)
        return questions


def _questions(
    settled: Iterable[Finding], groups: Iterable[_Group], left: Iterable[tuple[int, Assess]]
) -> _Questions:
    """The questions in which *left* are open."""
    places, opened = zip(*left, strict=True) if left else ((), ())
    return _Questions(object(), tuple(settled), tuple(groups), opened, places)
