import pytest

from signals.tables import NO, YES, finding, judged, unknown

POLICY = {"noBylinesPolicy": "https://tarnmoor-herald.co.uk/no-bylines"}

TABLE = [
    ("no author, and a policy that says why", {"authors": [], "policies": POLICY}, YES),
    ("a role account, and a policy", {"authors": ["admin"], "policies": POLICY}, YES),
    ("no author, no policy", {"authors": [], "policies": []}, NO),
    ("nothing to excuse", {"authors": ["Nora Feldkamp"], "policies": POLICY}, NO),
    ("nothing to excuse, policies unknown", {"authors": ["Nora Feldkamp"]}, NO),
    ("no policy, authors unknown", {"policies": []}, NO),
    ("a policy, authors unknown", {"policies": POLICY}, unknown("not_supplied")),
    ("a policy, authors unreadable", {"policies": POLICY, "authors": 7.5}, unknown("malformed")),
    ("no author, policies unknown", {"authors": []}, unknown("not_supplied")),
    ("no author, policies unreadable", {"authors": [], "policies": "many"}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_excused(record, expected):
    assert judged("author.excused", record) == expected


def test_it_rests_on_the_policy():
    assert finding("author.excused", {"authors": [], "policies": POLICY}).basis == (
        "/policies/noBylinesPolicy",
    )
