"""`networkx`, imported when something of it is first used: only the map needs it, and it takes a moment."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    """Return what `networkx` calls `name`.

    Raises:
        AttributeError: it has nothing of that name.
    """
    return getattr(import_module("networkx"), name)
