from fractions import Fraction

import pytest

from provenance.values.scales import is_scale, place_on


@pytest.mark.parametrize(
    ("scale", "rating", "place"),
    [
        ("0-100", "62.5", Fraction(5, 8)),
        ("0 – 100", "0", Fraction(0)),
        ("1 to 5", "3", Fraction(1, 2)),
        ("-1..1", "-1", Fraction(0)),
        ("5-1", "1", Fraction(1)),  # a scale whose best is its lowest number
        ("0-100", "101", None),
        ("0-100", "-1", None),
        ("0-100", "A", None),
        ("0-0", "0", None),
        ("low < mixed < high", "HIGH", Fraction(1)),
        ("low < mixed < high", "none", None),
        ("a < a", "a", None),
        ("a <", "a", None),
        ("stars", "5", None),
        ("", "", None),
    ],
)
def test_places(scale, rating, place):
    assert place_on(scale, rating) == place


def test_what_is_a_scale():
    assert [is_scale(s) for s in ("0-100", "F < A", "stars", "5-5", "")] == [True, True, False, False, False]
