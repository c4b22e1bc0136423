"""Executors that are killed while they work: Python workers of this Spark session, one after the other."""

import os
import signal
import threading
from contextlib import contextmanager
from pathlib import Path


def workers():
    """The processes below ours that work for Spark: those that its daemon made, and not the daemon."""
    parents, daemons = {}, set()
    for process in Path("/proc").iterdir():
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            parents[int(process.name)] = int(fields[1])
            if b"pyspark.daemon" in (process / "cmdline").read_bytes():
                daemons.add(int(process.name))
        except (OSError, ValueError):
            continue
    return [one for one in daemons if parents[one] in daemons and os.getpid() in list(_above(one, parents))]


def _above(process, parents):
    while process in parents:
        process = parents[process]
        yield process


@contextmanager
def killed_at_random(times, after=1.0):
    """Kill a worker every so many seconds, up to so often; gives the list of those that were."""
    killed, is_over = [], threading.Event()

    def kill():
        while len(killed) < times and not is_over.wait(after):
            for worker in workers()[:1]:
                os.kill(worker, signal.SIGKILL)
                killed.append(worker)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield killed
    finally:
        is_over.set()
        thread.join()
