"""The two ways through the exercises: the short path and the full one, and what is left of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.content import journey, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

SHORT, FULL = "express", "full"
_HOUR = 60


@attrs.frozen
class Path:
    """How far somebody is on one of the two ways.

    Attributes:
        name: `express` or `full`.
        title: what it is called.
        text: how many of its exercises are done, and about how many minutes are left.
    """

    name: str
    title: str
    text: str


def paths(done: frozenset[str]) -> tuple[Path, ...]:
    """Return both ways for somebody who has finished the exercises `done`."""
    said = words("frame")["paths"]
    return tuple(Path(name, said[name], _text(on_path(name), name, done)) for name in (SHORT, FULL))


def on_path(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the exercises of the `express` or the `full` path, in their order."""
    return tuple(entry for entry in journey() if entry[name])


def duration(minutes: int) -> str:
    """Return a number of minutes in words: `25 minutes`, `1 hour 50 minutes`."""
    said = words("frame")["minutes"]
    hours, rest = divmod(minutes, _HOUR)
    spoken = [
        said[f"{unit}_one" if count == 1 else f"{unit}_many"].format(count=count)
        for unit, count in (("hour", hours), ("minute", rest))
        if count
    ]
    return " ".join(spoken)


def _text(entries: tuple[Mapping[str, Any], ...], name: str, done: frozenset[str]) -> str:
    said = words("frame")["paths"]
    left = [entry for entry in entries if entry["name"] not in done]
    if not left:
        return str(said["finished"]).format(total=len(entries))
    minutes = sum(entry[f"{name}_minutes"] for entry in left)
    if len(left) == len(entries):
        return str(said["untouched"]).format(total=len(entries), time=duration(minutes))
    return str(said["going"]).format(
        done=len(entries) - len(left), total=len(entries), time=duration(minutes)
    )
