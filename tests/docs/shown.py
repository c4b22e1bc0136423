"""Runs what the documentation shows: `console` and `python` blocks of a page, in order, in a folder of the page's own.

A `console` block holds commands after ``$`` and what they print on a terminal; a `python` block holds ``>>>`` examples.
A block of any language after ``<!-- file: NAME -->`` is a file that the commands of the page find under that name.
The library's version and the digest of an audit record change from commit to commit: they are shown as 0.1 and as `…`.
"""

import contextlib
import doctest
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NamedTuple

from provenance import __version__

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
_FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"<!-- file: (\S+) -->\n$")
RUNNABLE = ("provenance", "echo", "cat", "head", "python", "wc")


class Block(NamedTuple):
    """A fenced block: its language, what it holds, where that stands in the page, and the file that it is, if any."""

    language: str
    content: str
    start: int
    end: int
    file: str


def blocks(page):
    """The fenced blocks of *page*, in order."""
    for match in _FENCE.finditer(page):
        name = _FILE.search(page, 0, match.start())
        yield Block(match[1], match[2], match.start(2), match.end(2), name[1] if name else "")


def refreshed(page):
    """*page* with what its blocks print now, instead of what it says that they print."""
    with Session() as session:
        pieces, at = [], 0
        for block in blocks(page):
            pieces += [page[at : block.start], session.played(block)]
            at = block.end
    return "".join([*pieces, page[at:]])


class Session:
    """A folder in which the blocks of one page run one after the other."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="shown-"))
        (self.folder / "docs").symlink_to(ROOT / "docs")
        _make_commands(self.folder / ".commands")
        self.names = {"__name__": "__main__"}
        self.code = 0
        self._came_from = Path.cwd()
        self._modules = set(sys.modules)
        sys.path.insert(0, str(self.folder))
        os.chdir(self.folder)
        return self

    def __exit__(self, *_exception):
        os.chdir(self._came_from)
        sys.path.remove(str(self.folder))
        for name in set(sys.modules) - self._modules:
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(self.folder)):
                del sys.modules[name]
        shutil.rmtree(self.folder)

    def played(self, block):
        """The content of *block*, with what it prints now."""
        if block.file:
            (self.folder / block.file).write_text(block.content, "utf-8")
        elif block.language == "console":
            return "".join(map(self._command, _commands(block.content)))
        elif block.language == "python":
            return "".join(map(self._example, _examples(block.content)))
        return block.content

    def _command(self, shown):
        """A command after its ``$``, and what it prints now."""
        self.code, printed = _on_terminal(f"(exit {self.code}); {shown}", self.folder)
        assert "Traceback (most recent call last)" not in printed, printed
        return f"$ {shown}\n{settled(printed)}"

    def _example(self, example):
        if isinstance(example, str):
            return example
        with contextlib.redirect_stdout(io.StringIO()) as out:
            self._execute(example.source)
        got = settled(out.getvalue())
        assert example.exc_msg or "Traceback (most recent call last)" not in got, f"{example.source}{got}"
        if example.want and doctest.OutputChecker().check_output(example.want, got, doctest.ELLIPSIS):
            got = example.want
        lines = example.source.splitlines()
        return (
            "".join(f"{'...' if n else '>>>'} {line}".rstrip() + "\n" for n, line in enumerate(lines)) + got
        )

    def _execute(self, source):
        hook, sys.displayhook = sys.displayhook, sys.__displayhook__
        try:
            exec(compile(source, "<shown>", "single"), self.names)
        except Exception as problem:  # noqa: BLE001 - shown as Python shows it
            last = "".join(traceback.format_exception_only(problem))
            sys.stdout.write(f"Traceback (most recent call last):\n    ...\n{last}")
        finally:
            sys.displayhook = hook


def _commands(content):
    """The commands of a console block, without what they printed."""
    for line in content.splitlines():
        if line.startswith("$ "):
            yield line[2:]


def _examples(content):
    """The examples of a python block, and the blank lines between them."""
    return [part for part in doctest.DocTestParser().parse(content) if part != ""]


def _on_terminal(command, folder):
    """The exit code of *command* and what it prints on a terminal, standard error after standard output."""
    mine, its = pty.openpty()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            ["sh", "-c", command],
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=its,
            stderr=errors,
        )
        os.close(its)
        out = b"".join(_until_closed(mine))
        os.close(mine)
        code = process.wait()
        errors.seek(0)
        return code, (out.replace(b"\r\n", b"\n") + errors.read()).decode()


def _until_closed(terminal):
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # Linux says so when the other end is closed
            return
        if not part:
            return
        yield part


def _environment(folder):
    """An environment in which `provenance` and `python` are those of this process, in English, without colour."""
    path = f"{folder / '.commands'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    settled_for = {
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "COLUMNS": "100",
        "PYTHONIOENCODING": "utf-8",
    }
    return {**os.environ, **settled_for, "PATH": path}


def _make_commands(folder):
    """Puts `provenance` and `python` into *folder*: the module that is under test, and the Python that tests it."""
    folder.mkdir()
    for name, arguments in (("provenance", " -m provenance"), ("python", "")):
        command = folder / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n', "utf-8")
        command.chmod(0o755)


def settled(printed):
    """*printed* with 0.1 for the version of this commit."""
    return printed.replace(__version__, "0.1")
