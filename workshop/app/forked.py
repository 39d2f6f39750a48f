"""A process that the zygote forked: not our child, but spoken to as if it were."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress


class Forked:
    """One forked kernel, with that part of `subprocess.Popen` which a kernel provisioner uses.

    It is held by a file descriptor of the process itself (`pidfd`), so that another process which has got its
    number meanwhile is never signalled.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, pidfd: int) -> None:
        """Hold the process `pid` by `pidfd`, which is closed when the process has ended."""
        self.pid = pid
        self.returncode: int | None = None
        self._pidfd = pidfd

    def poll(self) -> int | None:
        """Return 0 when it has ended, None while it runs; how it ended only its parent knows."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait until it has ended, `timeout` seconds at most; return as `poll`."""
        return self._ended(None if timeout is None else round(timeout * 1000))

    def send_signal(self, number: int) -> None:
        """Send it signal `number`, unless it has ended."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def _ended(self, milliseconds: int | None) -> int | None:
        if self.returncode is None:
            waiting = select.poll()
            waiting.register(self._pidfd, select.POLLIN)
            if waiting.poll(milliseconds):
                self.returncode = 0
                with suppress(ChildProcessError):  # the zygote has reaped it, unless it ended first
                    os.waitid(os.P_PIDFD, self._pidfd, os.WEXITED | os.WNOHANG)
                os.close(self._pidfd)
        return self.returncode
