"""What the tables of the signal tests are made of: a record goes in, the five numbers of a finding come out."""

from provenance.document import Document
from provenance.evidence import Why
from provenance.registry import Registry
from provenance.signal import Context
from provenance.text.facts import Notice, TextFacts
from provenance.values.dates import read_date

CORE = Registry.core()

YES = (1, 0, 1, (1, 1), None)
NO = (0, 1, 1, (0, 1), None)
RAISED = (0, 1, 1, (1, 1), None)
CLEAR = (1, 0, 1, (0, 1), None)

FINNISH = "Tämä on suomenkielinen teksti satamasta ja sen laitureista, jota tämän kirjaston sanasto ei osaa vielä lukea lainkaan."
"""A text in a language that has no lexicon."""

GERMAN = "Die alte Stadt liegt am Fluss, und sie hat einen kleinen Hafen mit zwei Kais, an denen im Winter nicht viel zu sehen ist, weil die Boote an Land sind und die Cafés geschlossen haben."
"""A text in a language that has no lexicon, in which labels are known."""

SETTING = (
    "The old town lies by the river and it has a small harbour with two quays. There is not much to see in the winter, "
    "when the boats are out of the water and the cafés are shut. "
)
"""Enough English for the language to be known; nobody says anything in it."""


def unknown(why, share=None):
    """An open yes-or-no question."""
    return (0, 0, 1, share, Why(why))


def share(good, bad, of, shown=None, why=None):
    """*good* and *bad* of *of* items and two unseen; *shown* of *of* is the feature (good, if not given)."""
    return (good, bad, of + 2, (good if shown is None else shown, of), None if why is None else Why(why))


NONE_TO_SHARE = (0, 0, 2, None, Why.NOTHING_TO_JUDGE)


def finding(signal, document, *, as_of=None, protected=(), affiliates=()):
    """The finding of the signal named *signal* on a record, a bare text or a document."""
    if isinstance(document, dict):
        document = Document.from_record(document)
    elif isinstance(document, str):
        document = Document.from_text(document)
    context = Context(None if as_of is None else read_date(as_of), tuple(protected), frozenset(affiliates))
    return CORE[signal].assess(document, context)


def judged(signal, document, **held_fixed):
    """Good, bad, of, share and why of a finding."""
    return finding(signal, document, **held_fixed)[:5]


def reading(record=None, **facts):
    """A document whose text was read, in English, and showed just these *facts*."""
    known = TextFacts(length=100, language="en", lexicon="en@1", **facts)
    return Document.from_record({"text": "Some words.", **(record or {})}).with_facts(known)


def says(kind=None, text="x", **more):
    """A reported statement as a record gives it; each *text* is another source."""
    source = None if kind is None else {"kind": kind, "text": text}
    for key in ("resolved", "identity"):
        if key in more:
            source[key] = more.pop(key)
    return {"source": source, **more}


def spoken(*statements, **record):
    """A record without text that brings reported statements, each at a place of its own."""
    placed = [
        {"cue": {"start": 10 * n, "end": 10 * n + 4, "text": "said"}, **s}
        for n, s in enumerate(statements, 1)
    ]
    return {"text": "", "attributions": placed, **record}


def noticed(kind, other):
    """The rows of a signal that asks whether a notice of *kind* stands in the text; *other* is another kind."""
    return [
        ("it stands there", reading(notices=(Notice(3, 20, kind),)), YES),
        ("only again, word for word", reading(notices=(Notice(3, 20, kind, repeated=True),)), NO),
        ("another kind of note", reading(notices=(Notice(3, 20, other),)), NO),
        ("none", reading(), NO),
        ("another language", FINNISH, unknown("no_language")),
        ("no text", {"text": ""}, unknown("nothing_to_judge")),
        ("unreadable", {"text": 7}, unknown("malformed")),
        ("nobody looked", {}, unknown("not_supplied")),
    ]
