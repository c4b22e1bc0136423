"""What the words of a text show, read back from an audit record: passages inside the text, in known words."""

from __future__ import annotations

import re
from typing import Final

from provenance.inspection.pieces import Piece
from provenance.record.given import SUPPORTS
from provenance.text import disclosures
from provenance.text.facts import (
    Attribution,
    Claim,
    Cue,
    Notice,
    Repetition,
    Residue,
    Resolution,
    Source,
    SourceKind,
    Span,
    Support,
    TextCitation,
    TextFacts,
)

_FORMS: Final = ("direct", "indirect", "mixed")
_MODES: Final = ("assert", "stance")
_NOTICES: Final = (
    "correction",
    "update",
    "reply",
    "anonymity_explained",
    "retraction",
    "sponsored",
    "ai_statement",
    "outside",
)
_CITATIONS: Final = (
    "link",
    "doi",
    "handle",
    "isbn",
    "issn",
    "arxiv",
    "pmid",
    "pmcid",
    "footnote",
    "document",
    "resolution",
    "reference",
)
_LEXICON: Final = re.compile(r"([a-z-]+)@\S+ sha256:[0-9a-f]{64}")
_LONGER_COMPOSED: Final = 3
"""How many times as long as the text as given its composed form can be (Unicode FAQ, normalization)."""
STATEMENT_KEYS: Final = ("form", "class", "depth", "rule", "source", "cue", "content", "flags")
CLAIM_KEYS: Final = ("start", "end", "why", "support", "by")
"""What every attribution and every claim has, whether it was read in a text or brought by a record."""
_READ_WITH_A_LEXICON: Final = ("attributions", "claims")


def facts_from(piece: Piece) -> TextFacts:
    """The facts of the text of the document *piece*."""
    length = piece["text_length"].integer(0)
    repetition = piece["repetition"].having(("spans", "repeated_chars", "total_chars"))
    total = repetition["total_chars"].integer(0, length * _LONGER_COMPOSED)
    return TextFacts(
        length=length,
        language=piece["language"].or_null(Piece.name),
        lexicon=_lexicon(piece),
        attributions=tuple(_placed_attribution(a, length) for a in piece["attributions"].each()),
        claims=tuple(_placed_claim(c, length) for c in piece["claims"].each()),
        citations=tuple(_text_citation(c, length) for c in piece["citations"].each()),
        quotations=_spans(piece["quotations"], length),
        repetition=tuple(_repetition(r, length) for r in repetition["spans"].each()),
        repeated_chars=repetition["repeated_chars"].integer(0, total),
        total_chars=total,
        quoted_chars=piece["quoted_chars"].integer(0, length * _LONGER_COMPOSED),
        residue=tuple(_residue(r, length) for r in piece["residue"].each()),
        notices=tuple(_notice(n, length) for n in piece["notices"].each()),
        first_person=_spans(piece["voice"].having(("first_person",))["first_person"], length),
        invisible=_spans(piece["invisible"], length),
        manifests=_spans(piece["manifests"], length),
    )


def _lexicon(piece: Piece) -> str | None:
    """The lexicon: of the language of the text, and none where nothing was read with one."""
    lexicon = piece["lexicon"]
    if lexicon.value is None:
        found = [piece[key] for key in _READ_WITH_A_LEXICON] + [piece["voice"]["first_person"]]
        found += [
            notice for notice in piece["notices"].each() if notice["kind"].value not in disclosures.KINDS
        ]
        for each in found:
            if each.value:
                each.refuse("nobody could read this without a lexicon")
        return None
    name = lexicon.like(_LEXICON)
    if name.partition("@")[0] != piece["language"].value:
        lexicon.refuse("is not of the language of the text")
    return name


# --- passages -------------------------------------------------------------------------------------------------------


def _start(piece: Piece, most: int | None) -> int:
    return _offset(piece["start"], 0, most)


def _end(piece: Piece, most: int | None) -> int:
    return _offset(piece["end"], piece["start"].value, most)


def _offset(piece: Piece, least: int, most: int | None) -> int:
    """An offset; in lists that a record brings, where nothing is known of the text, true passes for 1."""
    if most is None and isinstance(piece.value, bool):
        return piece.value
    return piece.integer(least, most)


def _spans(piece: Piece, most: int) -> tuple[Span, ...]:
    return tuple(_span(each, most) for each in piece.each())


def _span(piece: Piece, most: int | None) -> Span:
    piece.having(("start", "end"))
    return Span(_start(piece, most), _end(piece, most))


def _check_text(piece: Piece) -> None:
    """The words quoted for people are as long as the passage that they are quoted from."""
    if len(piece["text"].string()) != piece["end"].value - piece["start"].value:
        piece["text"].refuse("is not of the length of its passage")


def _check_place(piece: Piece, start: int) -> None:
    """Line and column are such as the *start* of a passage can have: every line before it ends in a character."""
    line = piece["line"].integer(1, start + 1)
    piece["column"].integer(1, start + 2 - line)


def _repetition(piece: Piece, most: int) -> Repetition:
    piece.having(Repetition._fields)
    first = piece["repeats_start"].integer(0, most)
    return Repetition(
        _start(piece, most), _end(piece, most), first, piece["repeats_end"].integer(first, most)
    )


def _residue(piece: Piece, most: int) -> Residue:
    piece.having((*Residue._fields, "text"))
    found = Residue(_start(piece, most), _end(piece, most), piece["why"].name())
    _check_text(piece)
    return found


def _notice(piece: Piece, most: int) -> Notice:
    piece.having((*Notice._fields, "text"))
    found = Notice(
        _start(piece, most), _end(piece, most), piece["kind"].word(_NOTICES), piece["repeated"].boolean()
    )
    _check_text(piece)
    return found


def _text_citation(piece: Piece, most: int) -> TextCitation:
    piece.having(("start", "end", "kind"), ("target", "valid"))
    target, valid = piece.get("target"), piece.get("valid")
    return TextCitation(
        _start(piece, most),
        _end(piece, most),
        piece["kind"].word(_CITATIONS),
        None if target is None else target.string(),
        None if valid is None else valid.boolean(),
    )


# --- who says what --------------------------------------------------------------------------------------------------


def _placed_attribution(piece: Piece, most: int) -> Attribution:
    piece.having((*STATEMENT_KEYS, "line", "column"), ("repeated",))
    piece["form"].word(_FORMS)
    found = attribution_from(piece, most)
    if found.source is None and found.cue is None and found.content is None:
        piece.refuse("nothing of it stands anywhere")
    _check_place(piece, found.begins)
    return found


def attribution_from(piece: Piece, most: int | None = None) -> Attribution:
    """An attribution; *most* is the length of the text, None where a record brought it and nobody knows."""
    depth = piece["depth"]
    return Attribution(
        piece["form"].name(),
        piece["class"].word(_MODES),
        _offset(depth, 0, most),
        piece["rule"].string(),
        piece["source"].or_null(lambda source: _source(source, most)),
        piece["cue"].or_null(lambda cue: _cue(cue, most)),
        piece["content"].or_null(lambda content: _span(content, most)),
        piece["flags"].strings(),
        _is_repeated(piece),
    )


def _source(piece: Piece, most: int | None) -> Source:
    piece.having(("start", "end", "text", "kind", "identity"), ("resolved",))
    resolved = piece.get("resolved")
    return Source(
        _start(piece, most),
        _end(piece, most),
        piece["text"].string(),
        SourceKind(piece["kind"].word({*SourceKind})),
        piece["identity"].string(),
        None if resolved is None else _resolution(resolved),
    )


def _resolution(piece: Piece) -> Resolution:
    piece.having(Resolution._fields)
    return Resolution(
        piece["text"].name(), piece["rule"].string(), SourceKind(piece["kind"].word({*SourceKind}))
    )


def _cue(piece: Piece, most: int | None) -> Cue:
    piece.having(Cue._fields)
    return Cue(_start(piece, most), _end(piece, most), piece["text"].string())


def _is_repeated(piece: Piece) -> bool:
    repeated = piece.get("repeated")
    return repeated is not None and repeated.boolean()


# --- claims ---------------------------------------------------------------------------------------------------------


def _placed_claim(piece: Piece, most: int) -> Claim:
    piece.having((*CLAIM_KEYS, "line", "column", "text"), ("repeated",))
    found = claim_from(piece, most)
    _check_place(piece, found.start)
    _check_text(piece)
    return found


def claim_from(piece: Piece, most: int | None = None) -> Claim:
    """A checkable sentence; *most* is the length of the text, None where a record brought it and nobody knows."""
    return Claim(
        _start(piece, most),
        _end(piece, most),
        piece["why"].strings(),
        piece["support"].word(SUPPORTS),
        tuple(_support(each, most) for each in piece["by"].each()),
        _is_repeated(piece),
    )


def _support(piece: Piece, most: int | None) -> Support:
    piece.having(("start", "end", "what"), ("target",))
    target = piece.get("target")
    return Support(
        _start(piece, most),
        _end(piece, most),
        piece["what"].string(),
        None if target is None else target.string(),
    )
