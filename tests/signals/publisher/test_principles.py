import pytest

from signals.tables import NO, YES, finding, judged, unknown

NAMES = ["publishingPrinciples", "ethicsPolicy", "diversityPolicy", "missionCoveragePrioritiesPolicy"]
OTHER = {"correctionsPolicy": "https://tarnmoor-herald.co.uk/other"}
WHERE = "https://tarnmoor-herald.co.uk/about"

TABLE = [
    *[(f"{name} is declared", {"policies": {name: WHERE}}, YES) for name in NAMES],
    *[(f"{name} at the top of the record", {name: WHERE}, YES) for name in NAMES],
    ("declared beside another", {"policies": {**OTHER, NAMES[0]: WHERE}}, YES),
    ("all were looked for, only another is there", {"policies": OTHER}, NO),
    ("all were looked for, none is there", {"policies": []}, NO),
    ("another was brought, nobody looked for this", dict(OTHER), unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
    ("left empty", {"policies": {NAMES[0]: ""}}, NO),
    ("null", {"policies": {NAMES[0]: None}}, unknown("not_supplied")),
    ("unreadable", {"policies": "many"}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_principles(record, expected):
    assert judged("publisher.principles", record) == expected


def test_it_rests_on_the_policies_that_say_so():
    record = {"policies": {**OTHER, **dict.fromkeys(NAMES, WHERE)}}
    assert finding("publisher.principles", record).basis == tuple(
        sorted(f"/policies/{name}" for name in NAMES)
    )
