"""The attributions of an English text, for the tests of the rules that find them."""

from provenance.text import quotations, sentences
from provenance.text.attributions import attribute
from provenance.text.lexicon import load
from provenance.text.words import Written

ENGLISH = load("en")


def read(text, skip=()):
    """All of them, in order; nobody speaks in the passages to *skip*."""
    found = sentences.split(text, ENGLISH.abbreviations)
    return attribute(Written(text, found, ENGLISH), found, quotations.find(text, found), ENGLISH, skip)


def outermost(text):
    """Those that stand in no other's content."""
    return [each for each in read(text) if each.depth == 0]
