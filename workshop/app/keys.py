"""The secret that signs a browser's cookie, kept so that a restarted server knows the browser again."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SIZE = 32


def cookie_secret(data: Path | None) -> bytes:
    """Return the 32 secret bytes of the folder `data`, made at first use; fresh ones when there is none."""
    if data is None:
        return secrets.token_bytes(_SIZE)
    path = data / "cookie_secret"
    try:
        path.chmod(0o600)
        found = path.read_bytes()
    except FileNotFoundError:
        found = b""
    return found if len(found) == _SIZE else _written(path)


def _written(path: Path) -> bytes:
    path.unlink(missing_ok=True)
    secret = secrets.token_bytes(_SIZE)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
    return secret
