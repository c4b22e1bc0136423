import pytest

from provenance.text.silences import after_silence


@pytest.mark.parametrize(
    ("silences", "place", "expected"),
    [
        ((), 5, 5),
        (((0, 4),), 0, 4),
        (((0, 4),), 3, 4),
        (((0, 4),), 4, 4),
        (((0, 4), (6, 9)), 5, 5),
        (((0, 4), (6, 9)), 8, 9),
        (((6, 9),), 2, 2),
    ],
)
def test_where_somebody_speaks_again(silences, place, expected):
    assert after_silence(silences, place) == expected
