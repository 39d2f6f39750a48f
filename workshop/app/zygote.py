"""The zygote: a process that has imported what a page needs, and is forked once for each kernel.

`python -m workshop.app.zygote SOCKET PIPE` names two inherited descriptors: orders come through the socket,
and the pipe ends with the server. It has neither threads nor sockets of a kernel: its forks are whole.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import ipywidgets
from traitlets.config import Config

from workshop import exercise
from workshop.app.forked_kernel import ForkedApp

LONGEST_ORDER = 1 << 17
"""Bytes: an environment of 128 kB is the most that a process may hand on anyway."""

if TYPE_CHECKING:
    from collections.abc import Iterator

Order = dict[str, Any]
"""`connection_file`, `cwd` and the whole `env` of a kernel."""


def main() -> None:
    """Prepare, say so, and fork until the server is gone; in a fork, be the kernel."""
    link, server = socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2])
    app = prepared()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with suppress(ConnectionError):
        link.send(b"ready")
        for order, listening in orders(link):
            if forked(link):
                live(app, order, listening, server)
                return


def prepared() -> ForkedApp:
    """Return a kernel's application with everything done that can be done before the fork."""
    sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type] # 7 MB that no page uses
    app = ForkedApp.instance(config=Config(HistoryManager={"enabled": False}), capture_fd_output=False)
    exercise.prepare()
    app.prepare()
    ipywidgets.register_comm_target()
    gc.collect()
    gc.freeze()
    return app


def orders(link: socket.socket) -> Iterator[tuple[Order, int]]:
    """Yield orders until the server is gone, each with the descriptor to write to when the kernel listens."""
    while True:
        message, descriptors, *_ = socket.recv_fds(link, LONGEST_ORDER, 1)
        if not message:
            return
        yield json.loads(message), descriptors[0]
        os.close(descriptors[0])


def forked(link: socket.socket) -> bool:
    """Fork and tell the server how that went; return whether this is the fork."""
    try:
        pid = os.fork()
    except OSError as error:
        link.send(json.dumps({"error": f"{error.strerror}"}).encode())
        return False
    if pid:
        try:
            held = os.pidfd_open(pid)
        except OSError as error:  # it has ended already
            link.send(json.dumps({"error": f"{error.strerror}"}).encode())
            return False
        socket.send_fds(link, [json.dumps({"pid": pid}).encode()], [held])
        os.close(held)
        return False
    link.close()
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    return True


def live(app: ForkedApp, order: Order, listening: int, server: int) -> None:
    """Be the kernel that `order` asks for; end with the server."""
    os.environ.clear()
    os.environ.update(order["env"])
    os.chdir(order["cwd"])
    app.connection_file = order["connection_file"]
    app.initialize([])  # type: ignore[no-untyped-call]
    threading.Thread(target=_end_with, args=(server,), daemon=True).start()
    try:
        os.write(listening, b".")
    except BrokenPipeError:  # the server waits no longer; an exception would leave the threads
        os._exit(1)
    os.close(listening)
    app.start()  # type: ignore[no-untyped-call]
    os._exit(0)  # the interpreter's own end would wait for threads


def _end_with(server: int) -> None:
    """End this process, whatever it does, when the pipe `server` ends."""
    os.read(server, 1)
    os._exit(0)


if __name__ == "__main__":
    main()
