"""What every test runs under: no network, settled Hypothesis profiles, an end."""

import os
import signal
import socket

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "nightly", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Where a test may speak to a process that it started itself: the driver of a browser, the driver of a cluster."""


@pytest.fixture(autouse=True, scope="session")
def _offline():
    """Nothing that we do may ask the network for anything."""
    patch = pytest.MonkeyPatch()
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def looking_up(host, *args, **kwargs):
        assert host in LOOPBACK, "the network was asked for something"
        return look_up(host, *args, **kwargs)

    def connecting(self, address):
        is_local = self.family == socket.AF_UNIX or address[0] in LOOPBACK
        assert is_local, "the network was asked for something"
        return connect(self, address)

    patch.setattr(socket, "getaddrinfo", looking_up)
    patch.setattr(socket.socket, "connect", connecting)
    yield
    patch.undo()


LONGEST = 0 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 300
"""Seconds after which a test has failed: a hundred times the slowest, and little for what is quadratic in hostile input."""


@pytest.fixture(autouse=True)
def _answered():
    """Nothing that we are given may keep us for ever."""
    if not LONGEST or not hasattr(signal, "SIGALRM"):
        yield
        return

    def give_up(signum, frame):
        raise TimeoutError(f"no answer in {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
