"""The kit as a person starts it: a process of its own, on a free port, with a data folder of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

from kernel_processes import kernel_processes

from workshop.model import value_at
from workshop.storage import FileStore


def free_port():
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Kit:
    """A running server: the address it printed, and its kernels."""

    def __init__(self, folder, *arguments, command="app", port=None):
        self.folder = folder
        words = [] if command == "app" else [command]
        data = [] if command == "demo" else ["--data", str(folder)]
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "workshop",
                *words,
                "--no-browser",
                "--port",
                str(port or free_port()),
                *data,
                *arguments,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "JUPYTER_CONFIG_DIR": str(folder / "no-config")},
        )
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, f"no address in {line!r}"
        self.address = found[0]
        self.origin = re.match(r"http://[^/]+", self.address)[0]
        self.port = int(self.origin.rsplit(":", 1)[1])

    def page(self, name):
        """The address of one exercise."""
        return f"{self.origin}/voila/render/{name}.ipynb"

    def kernels(self):
        """The process ids of its kernels, of pages and kept ready."""
        return kernel_processes(self.process.pid)

    def kill_kernels(self):
        """Kill every kernel, as a crash would."""
        for number in self.kernels():
            os.kill(number, signal.SIGKILL)

    def pause(self):
        """Stop answering, as a network that is gone would."""
        os.kill(self.process.pid, signal.SIGSTOP)

    def resume(self):
        """Answer again."""
        os.kill(self.process.pid, signal.SIGCONT)

    def stop(self):
        """End it and wait until it has ended."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def stored(folder, path, value):
    """Wait until an answer is on the disk, ten seconds at most; return what is there."""
    for _ in range(100):
        found = value_at(FileStore(folder).load().workbook, path)
        if found == value:
            break
        time.sleep(0.1)
    return found


@contextmanager
def running(folder, *arguments, **options):
    """Run the kit for a while."""
    kit = Kit(folder, *arguments, **options)
    try:
        yield kit
    finally:
        kit.stop()
