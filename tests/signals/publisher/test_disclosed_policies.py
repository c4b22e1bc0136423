"""Six signals that each ask for the policies of a publisher under some of their schema.org names."""

import pytest

from provenance.fields import POLICY_NAMES
from signals.tables import NO, YES, finding, judged, unknown

ASKED = {
    "publisher.corrections_policy": ["correctionsPolicy"],
    "publisher.ownership": ["funder", "ownershipFundingInfo", "parentOrganization"],
    "publisher.feedback_contact": ["actionableFeedbackPolicy", "contactPoint"],
    "publisher.principles": [
        "diversityPolicy",
        "ethicsPolicy",
        "missionCoveragePrioritiesPolicy",
        "publishingPrinciples",
    ],
    "publisher.sources_policy": ["unnamedSourcesPolicy", "verificationFactCheckingPolicy"],
    "publisher.masthead": ["masthead"],
}
WHERE = "https://tarnmoor-herald.co.uk/about"


@pytest.mark.parametrize("name", POLICY_NAMES)
@pytest.mark.parametrize("signal", ASKED)
def test_one_policy_answers_those_that_ask_for_it(signal, name):
    is_asked_for = name in ASKED[signal]
    assert judged(signal, {"policies": {name: WHERE}}) == (YES if is_asked_for else NO)
    assert judged(signal, {name: WHERE}) == (YES if is_asked_for else unknown("not_supplied"))


TABLE = [
    ("all are declared", {"policies": dict.fromkeys(POLICY_NAMES, WHERE)}, YES),
    ("all were looked for, none is there", {"policies": []}, NO),
    ("all are empty", {"policies": dict.fromkeys(POLICY_NAMES, "")}, NO),
    ("all are null", {"policies": dict.fromkeys(POLICY_NAMES)}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"policies": "many"}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
@pytest.mark.parametrize("signal", ASKED)
def test_all_policies_at_once(signal, record, expected):
    assert judged(signal, record) == expected


@pytest.mark.parametrize("signal", ASKED)
def test_it_rests_on_the_policies_that_say_so(signal):
    basis = finding(signal, {"policies": dict.fromkeys(POLICY_NAMES, WHERE)}).basis
    assert basis == tuple(f"/policies/{name}" for name in ASKED[signal])
