"""The strategies reach every answer of every signal: a law holds by itself of what it is never put to."""

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings

from provenance.registry import Registry
from provenance.testing.strategies import contexts, informed_documents

CORE = Registry.core()
UNREACHABLE = {"originality.quoted_share": {"bad"}}
"""No part of a text is bad for not being quoted."""


@pytest.fixture(scope="module")
def reached():
    """For each signal, whether its findings over generated documents earned, lost, left open and counted anything."""
    found = defaultdict(set)

    @settings(max_examples=800, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(informed_documents(), contexts())
    def assess(document, context):
        for signal in CORE:
            good, bad, of, *_ = signal.assess(document, context)
            answers = {"good": good, "bad": bad, "open": of - good - bad, "counted": of not in (1, 3)}
            found[signal.spec.id].update(answer for answer, items in answers.items() if items)

    assess()
    return found


@pytest.mark.parametrize("name", CORE.ids)
def test_every_answer_is_reached(reached, name):
    assert reached[name] - {"counted"} == {"good", "bad", "open"} - UNREACHABLE.get(name, set())


@pytest.mark.parametrize("name", CORE.ids)
def test_what_says_that_it_counts_does(reached, name):
    assert ("counted" in reached[name]) is CORE[name].spec.counts
