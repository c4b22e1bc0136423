"""Who works for Spark, killed at work, one after the other: Python workers of this session, or whole executors."""

import os
import signal
import threading
from contextlib import contextmanager
from pathlib import Path


def workers():
    """The processes below ours that work for Spark: those that its daemon made, and not the daemon."""
    found, parents = _below(b"pyspark.daemon")
    return [one for one in found if parents[one] in found]


def executors():
    """The executors below ours, each a virtual machine of its own: there are some in local-cluster mode."""
    return _below(b"CoarseGrainedExecutorBackend")[0]


def _below(words):
    """The processes below ours whose command has *words*, and the parents of all processes."""
    parents, found = {}, []
    for process in Path("/proc").iterdir():
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            parents[int(process.name)] = int(fields[1])
            if words in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except (OSError, ValueError):
            continue
    return [one for one in found if os.getpid() in list(_above(one, parents))], parents


def _above(process, parents):
    while process in parents:
        process = parents[process]
        yield process


@contextmanager
def killed_at_random(times, after=1.0, among=workers):
    """Kill one of those at work every so many seconds, up to so often; gives the list of those that were."""
    killed, is_over = [], threading.Event()

    def kill():
        while len(killed) < times and not is_over.wait(after):
            for worker in among()[:1]:
                os.kill(worker, signal.SIGKILL)
                killed.append(worker)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield killed
    finally:
        is_over.set()
        thread.join()
