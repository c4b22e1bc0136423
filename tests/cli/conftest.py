"""Runs the command in this process, with streams of its own."""

import io

import pytest

from provenance.cli.main import main
from provenance.cli.streams import Streams


class Ran:
    """What a run of the command left behind."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def provenance():
    """A function that runs ``provenance ARGS`` and gives its exit code and what it wrote."""

    def run(*args, stdin=b"", terminal=False, environ=None):
        streams = Streams(
            stdin=io.BufferedReader(io.BytesIO(stdin)),
            stdout=io.BytesIO(),
            stderr=io.StringIO(),
            environ=environ or {},
            is_terminal=terminal,
        )
        code = main([str(a) for a in args], streams)
        return Ran(code, streams.stdout.getvalue().decode("utf-8"), streams.stderr.getvalue())

    return run


RECORDS = b"""{"id": "rich", "url": "https://tarnmoorherald.example/a", "publisher": "Tarnmoor Herald", "authors": ["Jane Doe"], "published": "2024-05-01"}
{"id": "poor"}
"""


@pytest.fixture
def records(tmp_path):
    """A file of two records."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(RECORDS)
    return path


POLICY = """schema = "provenance.policy/1"
id = "mine@1"
title = "Mine"
[points]
"author.named" = 5
[axes]
source = ["author"]
[bands]
A = { from = 0, says = "all" }
[unjudged]
band = "F"
coverage = 0.3
says = "no"
"""


@pytest.fixture
def policy(tmp_path):
    """A file with a policy of one signal."""
    path = tmp_path / "policy.toml"
    path.write_text(POLICY)
    return path
