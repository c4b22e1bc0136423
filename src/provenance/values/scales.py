"""Scales of ratings: where a rating stands on the scale that its rater uses."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_NUMBER: Final = r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?"
_RANGE: Final = re.compile(rf"({_NUMBER})\s{{0,3}}(?:-|–|to|\.\.)\s{{0,3}}({_NUMBER})")
_ORDER: Final = "<"


def is_scale(scale: str) -> bool:
    """Whether places on *scale* can be told: a range such as 0-100, or words in order such as low < mixed < high."""
    return _ends(scale) is not None or len(_steps(scale)) > 1


def place_on(scale: str, rating: str) -> Fraction | None:
    """How far up *scale* the *rating* stands, 0 to 1; None where it stands nowhere on it.

    >>> place_on("0-100", "62.5"), place_on("low < mixed < high", "Mixed"), place_on("0-100", "120")
    (Fraction(5, 8), Fraction(1, 2), None)
    """
    ends = _ends(scale)
    if ends is not None:
        low, high = ends
        if re.fullmatch(_NUMBER, rating) is None:
            return None
        place = (Fraction(rating) - low) / (high - low)
        return place if 0 <= place <= 1 else None
    steps = _steps(scale)
    if len(steps) < 2 or rating.casefold() not in steps:
        return None
    return Fraction(steps.index(rating.casefold()), len(steps) - 1)


def _ends(scale: str) -> tuple[Fraction, Fraction] | None:
    found = _RANGE.fullmatch(scale.strip())
    if found is None:
        return None
    low, high = Fraction(found[1]), Fraction(found[2])
    return (low, high) if low != high else None


def _steps(scale: str) -> list[str]:
    """The words of a scale in order, the lowest first; none where one stands twice."""
    steps = [step.strip().casefold() for step in scale.split(_ORDER)]
    return steps if all(steps) and len({*steps}) == len(steps) else []
