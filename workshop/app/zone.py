"""The time zone of this computer, where it can be found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.takeaway.timezone import zone_named

if TYPE_CHECKING:
    from collections.abc import Mapping

LINK = Path("/etc/localtime")
_FOLDER = "zoneinfo"
_NOWHERE = frozenset({"UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich", "localtime"})
"""Set on servers, whoever works there and wherever."""


def own_zone(environment: Mapping[str, str] = os.environ, link: Path = LINK) -> str:
    """Return the name of this computer's zone in the IANA database; empty when it cannot be said.

    `TZ` comes before the link in `/etc`. A computer set to UTC does not say where its user is.
    """
    found = environment["TZ"].removeprefix(":") if "TZ" in environment else _target(link)
    name = _below_folder(found)
    elsewhere = name.rpartition("/")[2] in _NOWHERE or name.startswith("Etc/")
    return name if is_zone(name) and not elsewhere else ""


def is_zone(name: str) -> bool:
    """Whether the IANA database has a zone called `name`."""
    return zone_named(name) is not None


def _target(link: Path) -> str:
    try:
        return str(link.resolve(strict=True)) if link.is_symlink() else ""
    except (OSError, RuntimeError):
        return ""


def _below_folder(path: str) -> str:
    """Return `Europe/Berlin` of `/usr/share/zoneinfo/Europe/Berlin`, and other names as they are."""
    parts = Path(path).parts
    if _FOLDER not in parts:
        return path
    below = parts[parts.index(_FOLDER) + 1 :]
    return "/".join(below[1:] if below[:1] in {("posix",), ("right",)} else below)
