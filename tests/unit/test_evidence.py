"""Three states, each with its reason."""

import pytest

from provenance.evidence import (
    ABSENT,
    HIDDEN,
    NOT_SUPPLIED,
    VOICE,
    Channel,
    Field,
    Observation,
    State,
    Voice,
    Why,
    unreadable,
    without,
)


def seen(*values, complete=True):
    return Field(tuple(Observation(v, Channel.CALLER, f"/{n}") for n, v in enumerate(values)), complete)


@pytest.mark.parametrize("state", list(State))
def test_a_state_is_no_bool(state):
    with pytest.raises(TypeError, match="three values"):
        bool(state)


@pytest.mark.parametrize(
    ("field", "state"),
    [
        (NOT_SUPPLIED, State.UNKNOWN),
        (ABSENT, State.ABSENT),
        (HIDDEN, State.UNKNOWN),
        (unreadable("x"), State.UNKNOWN),
        (seen(1), State.PRESENT),
        (seen(1, complete=False), State.PRESENT),
    ],
)
def test_states(field, state):
    assert field.state is state
    assert (state is State.UNKNOWN) <= (field.why is not None)


def test_what_a_field_gives():
    field = seen("a", "b")
    assert (field.values, field.first, field.places()) == (("a", "b"), "a", ("/0", "/1"))
    assert ABSENT.first is None
    assert field.voices == {Voice.OBSERVED}


def test_a_field_that_lost_an_observation_is_no_longer_complete():
    left = without(seen("a", "b"), 0)
    assert (left.values, left.complete, left.why) == (("b",), False, Why.HIDDEN)
    assert without(seen("a"), 0).state is State.UNKNOWN


def test_every_channel_has_a_voice():
    assert set(VOICE) == set(Channel)


def test_words_hash_as_strings():
    assert {Why.HIDDEN: 1}["hidden"] == 1
