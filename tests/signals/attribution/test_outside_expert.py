import pytest

from provenance.text.facts import Notice
from signals.tables import CORE, NO, SETTING, YES, finding, judged, noticed, reading

OUTSIDE = Notice(3, 20, "outside")

TABLE = noticed("outside", "reply")


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_outside_expert(document, expected):
    assert judged("attribution.outside_expert", document) == expected


def test_it_rests_on_where_it_is_said():
    assert finding(
        "attribution.outside_expert", reading(notices=(Notice(50, 60, "outside"), OUTSIDE))
    ).basis == ("3-20", "50-60")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (CORE["attribution.outside_expert"].spec.good_example, YES),
        ("“It is small,” said Tomas Okoro, who wasn't involved with the research.", YES),
        ("“It is small,” said Tomas Okoro, who took no part in the trial.", YES),
        ("Okoro, who wasn’t part of the team, called it small.", YES),
        ("Okoro was involved in the study.", NO),
        ("Okoro was not involved in the scandal.", NO),
        (CORE["attribution.outside_expert"].spec.problem_example, NO),
    ],
)
def test_what_is_said_of_them(said, expected):
    assert judged("attribution.outside_expert", SETTING + said)[:3] == expected[:3]
