"""On a terminal, results, problems and progress share one screen: each stands on lines of its own, in order."""

import io
import json
import os
import re
import subprocess
import sys

import pytest

from provenance.cli import main as command
from provenance.cli.streams import Streams


class Screen(io.RawIOBase):
    """What a terminal is sent, by way of standard output and of standard error."""

    def __init__(self):
        self.sent = b""

    def writable(self):
        return True

    def write(self, content):
        self.sent += bytes(content)
        return len(content)

    def lines(self):
        """The lines that somebody sees once all is written: the progress that was cleared is gone."""
        return (
            re.sub(r"\r\x1b\[K[^\n]*?(?=\r\x1b\[K)", "", self.sent.decode())
            .replace("\r\x1b[K", "")
            .splitlines()
        )


@pytest.mark.parametrize("shows_progress", [True, False])
def test_results_and_problems_stand_in_order(tmp_path, monkeypatch, shows_progress):
    monkeypatch.setattr("provenance.cli.streams._PAUSE", 0)
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("a.txt", b"One."),
        ("b.txt", b"%PDF-1.4"),
        ("c.txt", b"Three."),
        ("d.html", b"no page"),
    ):
        (tmp_path / name).write_bytes(text)
    screen = Screen()
    streams = Streams(
        stdin=io.BytesIO(),
        stdout=io.BufferedWriter(screen),
        stderr=io.TextIOWrapper(screen, encoding="utf-8", newline="", line_buffering=True),
        environ={"NO_COLOR": "1"},
        is_terminal=True,
        shows_progress=shows_progress,
    )
    assert command.main(["score", "."], streams) == 3
    places = [
        line.split(":")[0].split()[-1]
        for line in screen.lines()
        if re.search(r"^ *\d+\.\d .*\.|^[bd]\.\w+:", line)
    ]
    assert places == ["a.txt", "b.txt", "c.txt", "d.html"]
    assert screen.lines()[-1] == "2 documents read, 2 could not be"
    assert screen.lines()[0].startswith("shown")
    assert (b"1 document, " in screen.sent) == shows_progress


def test_a_run_that_is_interrupted_before_it_began(monkeypatch, capsys):
    def interrupted(argv, streams):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "main", interrupted)
    assert command.main_with_streams(["score"]) == 130
    assert capsys.readouterr().err == "interrupted\n"


@pytest.mark.parametrize(
    ("environ", "known"),
    [
        ({"LANG": "C"}, {"LANG": "C"}),
        ({"LANG": "C.UTF-8", "LC_CTYPE": "C.UTF-8"}, {"LANG": "C.UTF-8", "LC_CTYPE": "C.UTF-8"}),
    ],
)
def test_the_locale_that_python_gives_itself_is_nobodys_wish(environ, known):
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "from provenance.cli.streams import Streams; import json; print(json.dumps(Streams.of_process().environ))",
        ],
        env={**environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(said.stdout)
    assert {name: found[name] for name in ("LANG", "LC_CTYPE") if name in found} == known
