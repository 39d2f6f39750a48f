"""One server for one data folder: who holds it, and at which address."""

from __future__ import annotations

import json
import os
import secrets
import time
import urllib.request
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from workshop.errors import Complaint

if TYPE_CHECKING:
    from pathlib import Path

ALIVE = "/alive"
_PATIENCE = 10.0
"""Seconds that a server which is just starting may take to answer."""


class Running:
    """A server's hold on its data folder, from `hold` to `release`, or to the end of the process."""

    def __init__(self, data: Path) -> None:
        """Name the folder; nothing is touched yet."""
        self._lock = FileLock(data / "server.lock", mode=0o600)
        self._card = data / "server.json"
        self.mark = secrets.token_hex(16)

    def hold(self) -> bool:
        """Take the folder; False when another server has it."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def announce(self, origin: str, address: str) -> None:
        """Write down where this server answers, for the next one that is started."""
        card = {"pid": os.getpid(), "origin": origin, "address": address, "mark": self.mark}
        new = self._card.with_suffix(".new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(card, file)
        new.replace(self._card)

    def release(self) -> None:
        """Give the folder back."""
        self._card.unlink(missing_ok=True)
        self._lock.release()

    def other_address(self) -> str:
        """Return the address of the server that has the folder, once it answers.

        Raises:
            Complaint: it does not answer.
        """
        for _ in range(max(1, int(_PATIENCE / 0.25))):
            card = self._read()
            if card and _answers(card):
                return str(card["address"])
            time.sleep(0.25)
        raise Complaint("server_silent", folder=self._card.parent, pid=self._read().get("pid", "?"))

    def _read(self) -> dict[str, Any]:
        try:
            card = json.loads(self._card.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return card if isinstance(card, dict) else {}


def _answers(card: dict[str, Any]) -> bool:
    """Whether the very server that wrote `card` answers, and not another program on its port."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(str(card["origin"]) + ALIVE, timeout=2) as answer:
            return bool(answer.read(64).decode("ascii") == card["mark"])
    except (OSError, ValueError, KeyError):
        return False
