"""The facts that reading a text gives, as plain tuples: cheap to make by the thousand, looked at by signals and renderers.

All offsets are Unicode code points into the text as it was given, half-open. Where a fact is marked `repeated`,
the same words stand earlier in the same text: it is shown, and never counted (docs/explanation/laws.md).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class SourceKind(StrEnum):
    """Who speaks, as far as the words show it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    AUTHOR = "author"  # the writer of the text: "I urge"
    ROLE = "role"  # one person without a name: "the expert"
    COLLECTIVE = "collective"  # many people without names: "critics"
    ANONYMOUS = "anonymous"  # a name withheld: "a person familiar with the matter"
    PRONOUN = "pronoun"


# Their names alone, for those who ask thousands of times: to look a member up in its class takes Python 3.11 as long as a call.
PERSON: Final = SourceKind.PERSON
ORGANISATION: Final = SourceKind.ORGANISATION
DOCUMENT: Final = SourceKind.DOCUMENT
AUTHOR: Final = SourceKind.AUTHOR
ROLE: Final = SourceKind.ROLE
COLLECTIVE: Final = SourceKind.COLLECTIVE
ANONYMOUS: Final = SourceKind.ANONYMOUS
PRONOUN: Final = SourceKind.PRONOUN

NAMED_KINDS: Final = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT})
"""Kinds that say who it is."""

IDENTIFIED_KINDS: Final = NAMED_KINDS | {SourceKind.ROLE}
"""Kinds by which it could be found out who it is: the named, and one person in a role."""


class Span(NamedTuple):
    """A passage of the text."""

    start: int
    end: int


class Cue(NamedTuple):
    """The words that say that something is said."""

    start: int
    end: int
    text: str


class Resolution(NamedTuple):
    """A guess at who a pronoun or a bare surname means, with the rule that made it."""

    text: str
    rule: str
    kind: SourceKind


class Source(NamedTuple):
    """The one to whom something is attributed. `identity` is equal for two mentions of one source in one text."""

    start: int
    end: int
    text: str
    kind: SourceKind
    identity: str
    resolved: Resolution | None = None

    @property
    def effective_kind(self) -> SourceKind:
        """The kind that counts: of what a pronoun resolves to, else its own."""
        resolved = self.resolved
        return self.kind if resolved is None else resolved.kind


ACT: Final = "act"
"""The flag of an attribution that tells what somebody did by speaking, and nothing that they said: "attacked the mayor"."""


class Attribution(NamedTuple):
    """Who (source) says (cue) what (content), after PARC 3.0; `source` is None where no one is given."""

    form: str  # direct, indirect or mixed
    mode: str  # assert (says, reports, finds) or stance (wants, supports); "class" in JSON
    depth: int  # 0 for the outermost, 1 and more for what stands inside another's content
    rule: str
    source: Source | None
    cue: Cue | None  # None only for a quotation that nobody beside it is said to say
    content: Span | None
    flags: tuple[str, ...] = ()  # unresolvable_pronoun, never_introduced, act
    repeated: bool = False
    quoted: bool = False  # whether it stands inside a quotation, in words that are another's

    @property
    def begins(self) -> int:
        """Where it begins: its first part, or, where no cue is given, what is said: who says it may stand far off."""
        if self.cue is None and self.content is not None:
            return self.content.start
        return min(
            (part.start for part in (self.source, self.cue, self.content) if part is not None), default=0
        )


class Support(NamedTuple):
    """What supports a claim; `what` names it: an attribution, a quotation, a link, a doi, a footnote, a document."""

    start: int
    end: int
    what: str
    target: str | None = None  # URL or identifier, for links and identifiers


class Claim(NamedTuple):
    """A checkable sentence and what it carries: inline, reference, weak, none or not_applicable."""

    start: int
    end: int
    why: tuple[str, ...]  # statistic, date, quantity, accusation, comparison, event
    support: str
    by: tuple[Support, ...] = ()
    repeated: bool = False


class TextCitation(NamedTuple):
    """A reference that stands in the text itself. `target` is a URL or a normalised identifier ("doi:10.1000/182")."""

    start: int
    end: int
    kind: str  # link, doi, isbn, issn, arxiv, pmid, footnote, document, resolution, reference
    target: str | None
    valid: bool | None = None  # of its checksum, where the identifier has one


class Repetition(NamedTuple):
    """A later copy and the earlier passage that it repeats."""

    start: int
    end: int
    repeats_start: int
    repeats_end: int


class Residue(NamedTuple):
    """Template left-overs: form labels, placeholders, platform remains."""

    start: int
    end: int
    why: str


class Notice(NamedTuple):
    """A passage in which the text speaks of itself or of its sources: correction, update, sponsored, reply and others."""

    start: int
    end: int
    kind: str
    repeated: bool = False


class PlacedLink(NamedTuple):
    """A link whose place in the text is known (from HTML, or from a record that gives offsets)."""

    start: int
    end: int
    target: str


class TextFacts(NamedTuple):
    """All that one text shows by itself.

    Where `language` is None or has no lexicon, `lexicon` is None: attributions, claims, first_person and all notices but
    `disclosures` are then empty because nobody could read them, which is unknown and never absent. The rest is language-neutral.
    """

    length: int  # code points of the text as given
    language: str | None
    lexicon: str | None  # "en@1 sha256:…" of the lexicon that was used
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[TextCitation, ...] = ()
    quotations: tuple[Span, ...] = ()
    repetition: tuple[Repetition, ...] = ()
    repeated_chars: int = 0  # NFC characters of sentences that stand earlier word for word
    total_chars: int = 0  # NFC characters of all sentences
    quoted_chars: int = 0  # NFC characters between quotation marks
    residue: tuple[Residue, ...] = ()
    notices: tuple[Notice, ...] = ()
    first_person: tuple[Span, ...] = ()
    invisible: tuple[Span, ...] = ()  # runs of characters that nobody sees and no script needs
    manifests: tuple[Span, ...] = ()  # signed manifests (C2PA), found and not verified
