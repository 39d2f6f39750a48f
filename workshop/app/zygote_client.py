"""The server's side of the zygote: starts it, orders kernels from it, and says why when there are none."""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from workshop.app.forked import Forked
from workshop.app.limits import FORK_PATIENCE, STARTS_AT_ONCE, ZYGOTE_PATIENCE, ZYGOTE_TRIES

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping

_LONGEST_ANSWER = 4096
_LONGEST_ORDER = 1 << 17
"""Bytes that the zygote reads at once: longer ones are for a plain kernel."""


class NoFork(Exception):  # noqa: N818 - it is what happened
    """The zygote made no kernel; the text says why, for a log."""


class _SilentError(OSError):
    """The zygote ended before it answered."""


class ZygoteClient:
    """One zygote, started anew when it ends, until it has failed too often."""

    def __init__(self, environment: Mapping[str, str], log: logging.Logger) -> None:
        """Begin without a process; `environment` is added to ours for it."""
        self._environment = {**os.environ, **environment}
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._link: socket.socket | None = None
        self._ready = False
        self._failures = 0
        self._closed = False
        self._turn = threading.Lock()
        self._threads = ThreadPoolExecutor(STARTS_AT_ONCE, "zygote")
        self._end_for_kernels, self._end = os.pipe()

    @property
    def serves(self) -> bool:
        """Whether kernels may be ordered: it is open and has not failed too often."""
        return not self._closed and self._failures < ZYGOTE_TRIES

    @property
    def pid(self) -> int | None:
        """The process that is forked; None when there is none."""
        return self._process.pid if self._process else None

    def prepare(self) -> None:
        """Start the process before the first order; a failure is told with that order."""
        with suppress(OSError):
            self._start()

    def _start(self) -> socket.socket:
        """Start the process and return our end of its socket; it prepares itself while the server goes on."""
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        passed = (its.fileno(), self._end_for_kernels)
        command = [sys.executable, "-P", "-m", "workshop.app.zygote", *map(str, passed)]
        _adopt_orphans()
        with its:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command,
                pass_fds=passed,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._link, self._ready = ours, False
        return ours

    async def fork(self, connection_file: str, cwd: str, env: Mapping[str, str]) -> Forked:
        """Return a process that is a kernel listening as `connection_file` says.

        Raises:
            NoFork: there is none; a plain kernel can still be started.
        """
        order = json.dumps({"connection_file": connection_file, "cwd": cwd, "env": dict(env)}).encode()
        if len(order) > _LONGEST_ORDER:
            msg = "its environment is too long for an order"
            raise NoFork(msg)
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._forked, order)

    def close(self) -> None:
        """End the zygote and every kernel that it forked; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._process is not None:
            self._process.kill()  # whoever waits for its answer holds the turn
        with self._turn:
            self._drop()
        self._threads.shutdown(wait=False)
        for descriptor in (self._end, self._end_for_kernels):
            os.close(descriptor)

    def _forked(self, order: bytes) -> Forked:
        listening, its = os.pipe()
        try:
            with self._turn:
                process = self._ordered(order, its)
        finally:
            os.close(its)
        try:
            if _answer(listening, FORK_PATIENCE) != b".":
                process.kill()
                process.wait()
                msg = "the new kernel ended or hung before it listened"
                raise NoFork(msg)
        finally:
            os.close(listening)
        self._failures = 0
        return process

    def _ordered(self, order: bytes, listening: int) -> Forked:
        """Send one order and return what it made; after any trouble the zygote is another one."""
        try:
            link = self._prepared()
            socket.send_fds(link, [order], [listening])
            message, descriptors, *_ = socket.recv_fds(link, _LONGEST_ANSWER, 1)
            told = json.loads(_said(message))
        except OSError as error:
            self._failed()
            msg = f"the zygote is gone or silent ({type(error).__name__} {error})"
            raise NoFork(msg) from error
        if "pid" not in told:
            raise NoFork(told["error"])
        if not descriptors:
            os.kill(told["pid"], signal.SIGKILL)
            msg = "this process may open no further file"
            raise NoFork(msg)
        return Forked(told["pid"], descriptors[0])

    def _prepared(self) -> socket.socket:
        if self._process is not None and (code := self._process.poll()) is not None:
            self._failed()
            if self.serves:
                self._log.error("The zygote has ended (%s). Another is started.", code)
        if not self.serves:
            msg = "there is no zygote any more"
            raise NoFork(msg)
        link = self._link or self._start()
        if not self._ready:
            link.settimeout(ZYGOTE_PATIENCE)
            _said(link.recv(_LONGEST_ANSWER))
            link.settimeout(FORK_PATIENCE)
            self._ready = True
        return link

    def _failed(self) -> None:
        self._failures += 1
        self._drop()
        if not self._closed and not self.serves:
            self._log.error("The zygote has failed %s times: every kernel is plain now.", self._failures)

    def _drop(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def _said(message: bytes) -> bytes:
    if not message:
        msg = "it ended"
        raise _SilentError(msg)
    return message


def _answer(descriptor: int, patience: float) -> bytes:
    """Return the byte that comes through a pipe within `patience` seconds; none if it ends or is silent."""
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    return os.read(descriptor, 1) if waiting.poll(patience * 1000) else b""


def _adopt_orphans() -> None:
    """Become the parent of the kernels of a zygote that has ended, so that they can be reaped."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)
