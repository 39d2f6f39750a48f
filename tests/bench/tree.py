"""A server and everything below it: processes, memory and CPU time, alike for every kind of kernel."""

import time
from contextlib import suppress
from pathlib import Path

import psutil

GONE = (psutil.Error, OSError)


class Tree:
    """The process `pid` and its descendants; a forked kernel is a grandchild, a plain one a child."""

    def __init__(self, pid):
        self.root = psutil.Process(pid)

    def processes(self):
        """Every living process of it."""
        found = [self.root, *self.root.children(recursive=True)]
        return [process for process in found if _living(process)]

    def count(self):
        """How many processes it has."""
        return len(self.processes())

    def pss(self):
        """MB that it takes, what is shared counted once."""
        return sum(_rollup(process.pid, "Pss:") for process in self.processes()) / 1000

    def private(self):
        """MB that its processes share with nobody, each by its process id."""
        return {process.pid: _rollup(process.pid, "Private_") / 1000 for process in self.processes()}

    def cpu(self):
        """CPU seconds used so far, those of ended and waited-for children included."""
        total = 0.0
        for process in self.processes():
            with suppress(*GONE):
                total += sum(process.cpu_times()[:4])
        return total

    def settle(self, limit=6.0, quiet=0.4):
        """Wait until it has done nothing for a while, or until `limit` seconds have passed."""
        end = time.monotonic() + limit
        before = self.cpu()
        while time.monotonic() < end:
            time.sleep(quiet)
            now = self.cpu()
            if now - before < 0.04 * quiet:
                return
            before = now

    def shrink_to(self, number, limit=20.0):
        """Wait until it has no more than `number` processes; return how many more it has."""
        end = time.monotonic() + limit
        while self.count() > number and time.monotonic() < end:
            time.sleep(0.2)
        return max(0, self.count() - number)


def _living(process):
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except GONE:
        return False


def _rollup(pid, beginning):
    """KB in the lines that begin so, of a process that may have ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith(beginning))
    return 0
