"""Ports and sockets: the first free one, and how kernels are spoken to."""

from __future__ import annotations

import errno
import os
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.netutil import bind_sockets

from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL = 8866
TRIES = 50
_LONGEST_SOCKET = 100
"""Bytes; the path of a Unix socket ends at 104 on macOS and at 108 on Linux."""
_SOCKET_NAME = "/voila_12345678/kernel-12345678-1234-1234-1234-123456789012-ipc-5"
_BUSY = {errno.EADDRINUSE, errno.EACCES, 10013, 10048}
"""The last two are Windows' own numbers for the same."""
EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - names the case, binds nothing


def listening(ip: str, port: int) -> Sequence[socket.socket]:
    """Return sockets listening at `ip` on `port`, or on the first free port above it.

    Raises:
        Complaint: fifty ports in a row are busy, or this machine has no such address.
    """
    for candidate in range(port, min(port + TRIES, 65536)):
        try:
            return bind_sockets(candidate, ip)
        except socket.gaierror:
            raise Complaint("ip_unknown", ip=ip) from None
        except OSError as error:
            _unless_busy(error, ip)
    raise Complaint("ports_busy", first=port, last=min(port + TRIES, 65536) - 1)


def free_port(ip: str, port: int) -> int:
    """Return `port`, or the first free one above it.

    Raises:
        Complaint: as `listening`.
    """
    sockets = listening(ip, port)
    number = int(sockets[0].getsockname()[1])
    for each in sockets:
        each.close()
    return number


def origin(ip: str, port: int) -> str:
    """Return the address to open for a server at `ip`, as `http://127.0.0.1:8866`."""
    host = "127.0.0.1" if ip in EVERYWHERE else ip
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def kernel_transport() -> tuple[str, str]:
    """Return how kernels are spoken to, `ipc` or `tcp`, and the folder for what belongs to it.

    TCP ports race when several servers start kernels; Unix sockets need a short path.
    """
    if os.name != "posix":
        return "tcp", tempfile.gettempdir()
    for folder in (tempfile.gettempdir(), "/tmp"):  # noqa: S108 - a private folder is made inside
        fits = len(os.fsencode(folder + _SOCKET_NAME)) <= _LONGEST_SOCKET
        if fits and Path(folder).is_dir() and os.access(folder, os.W_OK):
            return "ipc", folder
    return "tcp", tempfile.gettempdir()


def _unless_busy(error: OSError, ip: str) -> None:
    if error.errno not in _BUSY:
        raise Complaint("ip_unknown", ip=ip) from None
