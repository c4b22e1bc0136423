"""The strategies reach every answer of every signal: a law holds by itself of what it is never put to."""

import contextlib
from collections import defaultdict

from hypothesis import HealthCheck, Phase, given, settings

from provenance.registry import Registry
from provenance.testing.strategies import contexts, informed_documents

CORE = Registry.core()
UNREACHABLE = {"originality.quoted_share": {"bad"}}
"""No part of a text is bad for not being quoted."""


WANTED = {
    signal.spec.id: {"good", "bad", "open", *(("counted",) if signal.spec.counts else ())}
    - UNREACHABLE.get(signal.spec.id, set())
    for signal in CORE
}


class AllReachedError(Exception):
    """There is nothing left to look for."""


def test_every_answer_is_reached():
    """Some finding of each signal has good items, some has bad ones, and some open ones; what counts has other numbers of them."""
    found = defaultdict(set)

    @settings(
        max_examples=1000,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(informed_documents(), contexts())
    def assess(document, context):
        for signal in CORE:
            good, bad, of, *_ = signal.assess(document, context)
            items = {"good": good, "bad": bad, "open": of - good - bad, "counted": of not in (1, 3)}
            found[signal.spec.id].update(answer for answer, some in items.items() if some)
        if found == WANTED:
            raise AllReachedError

    with contextlib.suppress(AllReachedError):
        assess()
    assert found == WANTED
