"""All that one text shows by itself: the parts of the text layer, put together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from provenance.text import (
    attributions,
    claims,
    disclosures,
    figures,
    invisible,
    language,
    manifests,
    notices,
    quotations,
    references,
    repetition,
    residue,
    triggers,
    voice,
)
from provenance.text.composition import composed
from provenance.text.copies import with_noted_copies, with_quoted_copies
from provenance.text.facts import PlacedLink, Span, TextFacts
from provenance.text.lexicon import Lexicon, load
from provenance.text.placement import in_composed_text, in_given_text
from provenance.text.sentences import lines, split
from provenance.text.support import Evidence
from provenance.text.words import Written


def read(text: str, *, links: Sequence[PlacedLink] = ()) -> TextFacts:
    """What *text* shows by itself; *links* are those whose place in it is known.

    The lexicon is chosen from the text alone. Where there is none for its language, attributions, claims and voice are
    left empty, of notices only `disclosures` are found, and `lexicon` is None: the rest is unknown, never absent.

    >>> read("Leave a Reply").residue
    (Residue(start=0, end=13, why='form label'),)
    """
    form = composed(text)
    facts = _read(form.text, in_composed_text(links, form))
    if form.starts is not None:
        facts = in_given_text(facts, text, form)
    return facts._replace(length=len(text), invisible=invisible.find(text), manifests=manifests.find(text))


def _read(text: str, links: Sequence[PlacedLink]) -> TextFacts:
    """The facts of a text in composed form."""
    code = language.identify(text.splitlines())
    lexicon = load(code) if code else None
    paragraphs = lines(text)
    abbreviations, openers = (lexicon.abbreviations, lexicon.openers) if lexicon else ((), ())
    sentences = split(text, abbreviations, paragraphs, openers=openers)
    quoted = quotations.find(text, sentences, paragraphs)
    sentences = with_quoted_copies(text, sentences, quoted)
    passages = tuple(Span(each.start, each.end) for each in quoted)
    numbers = figures.find(text)
    leftovers = residue.find(text, paragraphs)
    extent = repetition.measure(text, sentences)
    facts = TextFacts(
        length=len(text),
        language=code,
        lexicon=None,
        citations=references.find(text, numbers, passages, _document_nouns(lexicon)),
        quotations=passages,
        repetition=repetition.find(text, sentences) if extent.repeated else (),
        repeated_chars=extent.repeated,
        total_chars=extent.total,
        quoted_chars=_covered(passages),
        residue=leftovers.residue,
    )
    if lexicon is None:
        labels = disclosures.find(text, sentences, code) if code else ()
        return facts._replace(notices=notices.once(text, labels))
    skip = sorted([*(Span(each.start, each.end) for each in leftovers.residue), *leftovers.boilerplate])
    written = Written(text, sentences, lexicon)
    found = attributions.attribute(written, sentences, quoted, lexicon, skip)
    why = triggers.find(written, sentences, numbers, lexicon, skip)
    said = notices.find(written, sentences, lexicon)
    if notes := notices.of_changes(text, sentences, said, lexicon):
        why = [() if at in notes else reasons for at, reasons in enumerate(why)]
        sentences = with_noted_copies(text, sentences, notes)
    evidence = Evidence(found, quoted, facts.citations, links)
    title = claims.title_place(
        sentences, {each.start for each in said if each.kind == notices.SPONSORED}, skip
    )
    return facts._replace(
        lexicon=lexicon.name,
        attributions=found,
        claims=claims.find(written, sentences, why, evidence, lexicon, title=title),
        notices=notices.once(text, said),
        first_person=voice.find(written, quoted, lexicon),
    )


def _covered(passages: Sequence[Span]) -> int:
    """How many characters lie in any of *passages*, which may overlap."""
    covered = reached = 0
    for start, end in sorted(passages):
        if end > reached:
            covered += end - max(start, reached)
            reached = end
    return covered


@cache
def _document_nouns(lexicon: Lexicon | None) -> frozenset[str]:
    return lexicon.words("claims", "documents") if lexicon else frozenset()
