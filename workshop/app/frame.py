"""The frame around an exercise as plain values for the template: journey, neighbours, minutes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from workshop import content

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def frame(current: str, ready: Sequence[str], done: frozenset[str]) -> dict[str, Any]:
    """Return what the page of exercise `current` says around it.

    Args:
        current: name of the exercise that is shown.
        ready: names of the exercises that can be opened.
        done: names of the finished ones.
    """
    steps = [_step(entry, number, current, ready, done) for number, entry in enumerate(by_day(), start=1)]
    days = [{"day": day, "steps": list(group)} for day, group in groupby(steps, key=lambda step: step["day"])]
    here = next((step for step in steps if step["current"]), None)
    return {"days": days, "steps": steps, "here": here, "total": len(steps), **_neighbours(steps, here)}


def by_day() -> tuple[Mapping[str, Any], ...]:
    """Return the agenda with the exercises of a day together."""
    entries = content.agenda()
    days = list(dict.fromkeys(entry["day"] for entry in entries))
    return tuple(sorted(entries, key=lambda entry: days.index(entry["day"])))


def _step(
    entry: Mapping[str, Any], number: int, current: str, ready: Sequence[str], done: frozenset[str]
) -> dict[str, Any]:
    name = entry["name"]
    status = "later" if name not in ready else "done" if name in done else "todo"
    return {
        "name": name,
        "number": number,
        "short": entry["short"],
        "title": entry["title"],
        "day": entry["day"],
        "minutes": minutes(entry["express_minutes"], entry["full_minutes"]),
        "status": status,
        "current": name == current,
    }


def minutes(express: int, full: int) -> str:
    """Return the time an exercise takes, in words."""
    words = content.words("frame")["minutes"]
    kind = "range" if 0 < express < full else "about"
    return str(words[kind].format(express=express, full=full))


def _neighbours(steps: list[dict[str, Any]], here: dict[str, Any] | None) -> dict[str, Any]:
    if here is None:
        return {"before": None, "after": None}
    open_ones = [step for step in steps if step["status"] != "later" or step["current"]]
    place = open_ones.index(here)
    before = open_ones[place - 1] if place else None
    after = open_ones[place + 1] if place + 1 < len(open_ones) else None
    return {"before": before, "after": after}
