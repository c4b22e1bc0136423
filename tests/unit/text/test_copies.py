"""Sentences that stand more than once, and which of them count; all text is invented."""

import pytest

from provenance.text.copies import with_quoted_copies
from provenance.text.quotations import find
from provenance.text.sentences import Copy, split

SAID = "The bridge is shut, said Mayor Edda Lund."


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"{SAID} It rained.", set()),
        (f"{SAID}\n{SAID}\n{SAID}", {1, 2}),
        (f"{SAID}\n“It was late. {SAID.upper()} It rained.”", {0, 2}),
        (f"“It was late. {SAID} It rained.”\n{SAID}", {1, 3}),
        (f"“A mark that nobody closes. {SAID}\n{SAID}", {1, 2}),
        (f"“It was late,” she said. {SAID}\n{SAID}", {2}),
        ("“The bridge is shut,” said Lund.\n“The bridge is shut,” said Lund.", {1}),
    ],
)
def test_what_is_said_in_a_quotation_counts_nowhere(text, numbers):
    sentences = split(text)
    settled = with_quoted_copies(text, sentences, find(text, sentences))
    assert {number for number, each in enumerate(settled) if each.copy == Copy.LATER} == numbers
    assert [each.is_isolated for each in settled] == [each.is_isolated for each in sentences]
