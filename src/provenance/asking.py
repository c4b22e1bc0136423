"""Layer 5: the signals put to documents, none of them asked again what is known beforehand.

A signal is a pure function of what it looks at. Where the first document with some set of fields is asked, each signal
is watched, and from what it looked at follows how it is answered for all that have the same set:

* it looked at nothing that is there, as when nobody brought what it asks for: its answer is *settled* for all of them;
* it looked at one thing that recurs (`RECURRING`): its answer is *remembered* for what it saw;
* else it is *open*, and is asked each time.

A signal that is told the same goes the same way, so that no answer depends on which document came first.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from provenance.document import Document
from provenance.registry import Registry
from provenance.signal import Assess, Context, Finding
from provenance.watching import HOST, Watched, hosts

RECURRING: Final = frozenset(
    {
        "authors",
        "canonical.host",
        "genre",
        "language",
        "license",
        "policies",
        "publisher",
        "section",
        "url.host",
    }
)
"""What comes again in document after document: fields, and the hosts of fields."""
_MOST_LAID_OUT: Final = 256
_MOST_REMEMBERED: Final = 4096
_PARTICULAR: Final = 2
"""Sets of fields that are laid out, answers that are remembered, and observations of a field that recurs, at most."""


class Asked(NamedTuple):
    """What every signal answers; `alike` is equal for documents whose findings differ at most in basis and note."""

    findings: list[Finding]
    alike: tuple[object, ...]


class _Group(NamedTuple):
    """Signals that look at the same and at nothing else, each with its place."""

    look: str  # of `RECURRING`
    field: str
    by_host: bool  # whether they look at its hosts only
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
            field = fields[group.field]
            key = (questions.name, group.look, hosts(field) if group.by_host else field)
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
        watched = Watched(document.fields)
        asked = document.through(watched)
        found = tuple([(place, assess(asked, self._context)) for place, assess in group.asked])
        shape = tuple([finding[:5] for _, finding in found])
        if len(self._answers) >= _MOST_REMEMBERED or len(self._alike) >= _MOST_REMEMBERED:
            self._answers.clear()
            self._alike.clear()
        answers = _Answers(found, self._alike.setdefault(shape, object()))
        if watched.seen <= {group.look} and len(document.fields[group.field].observations) <= _PARTICULAR:
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
            watched = Watched(document.fields)
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
            tuple(
                [
                    _Group(look, look.removesuffix(HOST), look.endswith(HOST), tuple(asked))
                    for look, asked in groups.items()
                ]
            ),
            tuple(left),
        )
        self._laid_out[frozenset(document.fields)] = questions
        return questions
