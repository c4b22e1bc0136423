"""The normal forms of Unicode, in linear time on any text.

Marks on one letter have an order, and Python puts them in it by comparing each with all before it: a hundred thousand on
one letter would take minutes. No writing has more than a few.
"""

import re
import unicodedata
from functools import cache
from typing import Final, Literal

LONGEST_RUN: Final = 30
"""Marks on one letter that are still put in order: the limit of Unicode's Stream-Safe Text Format (UAX #15, §13)."""


def normalized(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """*text* in a Unicode form; of a run of marks that no writing has, only the beginning is kept."""
    if text.isascii() or unicodedata.is_normalized(form, text):
        return text
    if _not_ascii_run().search(
        text
    ):  # looking for marks is what costs, and few texts have what could be a run
        text = _marks().sub(lambda run: run[0][:LONGEST_RUN], text)
    return unicodedata.normalize(form, text)


@cache
def _not_ascii_run() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]{31}")


@cache
def _marks() -> re.Pattern[str]:
    """More than 30 characters that are neither letters nor spaces: marks, whatever else they may be.

    The two of Katakana in half width are letters, and marks in NFKC and NFKD.
    """
    return re.compile(r"(?:[^\w\s\x00-\x7f]|[\uff9e\uff9f]){31,}")
