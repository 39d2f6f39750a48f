"""The server's side of the zygote: starts it, orders kernels from it, and says why when there are none."""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import select
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from workshop.app.forked import Forked
from workshop.app.limits import FORK_PATIENCE, STARTS_AT_ONCE, ZYGOTE_PATIENCE, ZYGOTE_TRIES

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping

_LONGEST_ANSWER = 4096


class NoFork(Exception):  # noqa: N818 - it is what happened
    """The zygote made no kernel; the text says why, for a log."""


class _SilentError(OSError):
    """The zygote ended or did not answer."""


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
        self._turn = threading.Lock()
        self._threads = ThreadPoolExecutor(STARTS_AT_ONCE, "zygote")
        self._end_for_kernels, self._end = os.pipe()

    def start(self) -> socket.socket:
        """Start the process and return our end of its socket; it prepares itself while the server goes on."""
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        passed = (its.fileno(), self._end_for_kernels)
        command = [sys.executable, "-m", "workshop.app.zygote", *map(str, passed)]
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
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._forked, order)

    def close(self) -> None:
        """End the zygote and every kernel that it forked."""
        self._failures = ZYGOTE_TRIES
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
            self._failures += 1
            self._drop()
            msg = f"the zygote is gone or silent: {error}"
            raise NoFork(msg) from error
        if "pid" not in told:
            raise NoFork(told["error"])
        return Forked(told["pid"], descriptors[0])

    def _prepared(self) -> socket.socket:
        if self._failures >= ZYGOTE_TRIES:
            msg = "the zygote has failed too often"
            raise NoFork(msg)
        if self._process is not None and self._process.poll() is not None:
            self._log.error("The zygote has ended (%s). Another is started.", self._process.returncode)
            self._drop()
        link = self._link or self.start()
        if not self._ready:
            link.settimeout(ZYGOTE_PATIENCE)
            _said(link.recv(_LONGEST_ANSWER))
            link.settimeout(FORK_PATIENCE)
            self._ready = True
        return link

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
        raise _SilentError
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
