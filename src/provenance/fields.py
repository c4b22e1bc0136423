"""The fields of a document and the values that they hold.

The names are those of the record contract (docs/reference/record.md); `record.spellings` says which other spellings are understood.
"""

from __future__ import annotations

from typing import Final, NamedTuple

BROUGHT: Final = (
    "citations",
    "attributions",
    "claims",
    "repetition",
    "derivations",
    "has_author",
    "attributed",
    "claims_cited",
    "duplicated",
)
"""Fields that a record can bring of what a text or a corpus would show, and that nothing else has."""

FIELDS: Final = (
    "url",
    "canonical",
    "title",
    "authors",
    "publisher",
    "published",
    "modified",
    "retrieved",
    "language",
    "section",
    "license",
    "genre",
    "source_type",
    "corrections",
    "reservations",
    "policies",
    "text",
    "links",
    *BROUGHT,
)
"""Every field that a record can give, in the order in which they are shown."""

FOUND_BY_AN_INDEX: Final = ("cited_documents",)
"""Fields that only a corpus index fills, which is held fixed: no record can give them, and none can hide them."""

SETTLED_BY_AN_INDEX: Final = ("derivations", "duplicated", *FOUND_BY_AN_INDEX)
"""Fields of which an index has the last word, where there is one."""

FOUND_IN_REGISTRIES: Final = ("ratings", "declarations")
"""Fields that only the user's registries fill, which are held fixed too."""

ALL_FIELDS: Final = (*FIELDS, *FOUND_BY_AN_INDEX, *FOUND_IN_REGISTRIES)
"""Every field that a document can have."""

IN_STRINGS: Final = (
    "title",
    "language",
    "section",
    "license",
    "genre",
    "source_type",
    "corrections",
    "reservations",
)
"""Fields whose values are strings and nothing more."""

PLAIN_ANSWERS: Final = frozenset({"has_author", "attributed", "claims_cited", "duplicated"})
"""Fields that hold the least a pipeline knows: a yes or no, or how many of how many."""

NAMED_AUTHORS: Final = frozenset({"person", "organisation", "desk"})
"""Kinds of author that say who it is; a role account ("admin") or a left-over does not."""

IN_WORDS: Final = frozenset({"reference", "footnote", "document", "resolution"})
"""Kinds of citation that name something in words, without an address or identifier."""


class Identity(NamedTuple):
    """Something by which an author can be found: `kind` is url, orcid, isni or email; `site` is where it leads."""

    kind: str
    value: str
    site: str = ""


class Author(NamedTuple):
    """One author as named. `identities` and `about` are None where this input could not show them."""

    name: str
    kind: str  # person, organisation, desk, role_account, implausible
    identities: tuple[Identity, ...] | None = None
    about: bool | None = None  # a description, job title or affiliation is given


class Publisher(NamedTuple):
    """A publisher by its stated name."""

    name: str


class PublisherPolicy(NamedTuple):
    """One published policy or disclosure, under its schema.org name."""

    name: str
    value: str


POLICY_NAMES: Final = (
    "publishingPrinciples",
    "ethicsPolicy",
    "diversityPolicy",
    "correctionsPolicy",
    "ownershipFundingInfo",
    "parentOrganization",
    "funder",
    "masthead",
    "unnamedSourcesPolicy",
    "verificationFactCheckingPolicy",
    "actionableFeedbackPolicy",
    "contactPoint",
    "noBylinesPolicy",
    "missionCoveragePrioritiesPolicy",
)
"""The disclosures of a publisher that are understood, under their schema.org names (https://schema.org/NewsMediaOrganization)."""


class Link(NamedTuple):
    """A link out of the document. `site` is empty for one that stays inside; `start` is -1 where its place is unknown."""

    target: str
    site: str
    start: int = -1
    end: int = -1


class Citation(NamedTuple):
    """Something cited.

    `target` is a normalised URL or identifier, or the words of the reference; `site` is whose it is: the registrable
    domain of a URL, the registrant of a DOI, empty for a link that stays inside the document's own site.
    """

    kind: str  # link, archive (a kept copy of a page), doi, isbn, issn, arxiv, pmid, handle, reference, footnote, document, resolution
    target: str
    site: str
    valid: bool | None = None  # of its checksum, where it has one
    parts: int = 0  # how many of author, title, date and locator are given
    own: bool = False  # leads to the document's own site, whichever that is


class Rating(NamedTuple):
    """What somebody else says of a publisher. Empty where the list does not say; `date` as it is stated."""

    rating: str
    rater: str
    scale: str
    date: str
    licence: str
    scope: str  # what is rated: a domain, a host, or a part of one


STANDINGS: Final = ("confirmed", "one_sided", "unheard", "claimed")
"""How the other side bears out a link between publishers (`Declaration`)."""


class Declaration(NamedTuple):
    """What a publisher's own trust.txt or ads.txt file states.

    `standing` says whether the other side bears a link out: confirmed (its file states the same link), one_sided (its
    file does not), unheard (its file is not among the registries), claimed (only the other side states it); empty for
    what nobody can bear out.
    """

    file: str  # trust.txt, ads.txt
    name: str
    value: str
    standing: str = ""


class Measure(NamedTuple):
    """How many of how many: the plain answer to a question about a share."""

    good: int
    of: int


DERIVATION_KINDS: Final = ("overlap", "exact", "near_duplicate", "partial", "quotation")
DIRECTIONS: Final = ("dated", "credited", "undetermined")
CREDITS: Final = ("accurate", "inaccurate", "none", "unclear")
"""What two documents share, what says which of them is the source, and whether the other says so (docs/reference/output-formats.md)."""


class Derivation(NamedTuple):
    """One pair of documents that share text, as `trace` prints it (W3C PROV)."""

    document: str
    source: str
    kind: str  # overlap, exact, near_duplicate, partial, quotation
    direction: str  # dated, credited, undetermined
    credit: str  # accurate, inaccurate, none, unclear


class CitedDocument(NamedTuple):
    """A document of the index that a document cites.

    `target` is the citation's; `alike` are the targets of other cited documents that are versions of the same text.
    `circle` leads from the citing document back to it, where all that the cited one rests on leads back; `road` leads
    from the cited document to the one where everything cited leads. Both are ids, and empty where there is no such way.
    """

    target: str
    document: str
    alike: tuple[str, ...] = ()
    circle: tuple[str, ...] = ()
    road: tuple[str, ...] = ()
