"""The frame around an exercise as plain values for the template: journey, neighbours, minutes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from workshop import content
from workshop.content.path import paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def frame(current: str, ready: Sequence[str], done: frozenset[str], case: str = "") -> dict[str, Any]:
    """Return what the page of exercise `current` says around it.

    Args:
        current: name of the exercise that is shown.
        ready: names of the exercises that can be opened.
        done: names of the finished ones.
        case: name of the worked case that stands in for the person's own answers.
    """
    steps = [_step(entry, number, current, ready, done) for number, entry in enumerate(by_day(), start=1)]
    days = [{"day": day, "steps": list(group)} for day, group in groupby(steps, key=lambda step: step["day"])]
    here = next((step for step in steps if step["current"]), None)
    return {
        "days": days,
        "steps": steps,
        "here": here,
        "total": len(steps),
        "paths": [attrs.asdict(path) for path in paths(done)],
        "query": f"?case={case}" if case else "",
        "case": case,
        "case_title": case_title(case) if case else "",
        "cases": [{"name": name, "title": case_title(name)} for name in content.case_names()],
        **_neighbours(steps, here),
    }


def case_title(case: str) -> str:
    """Return the title of a worked case."""
    return str(content.words("wording")["cases"][case]["title"])


def by_day() -> tuple[Mapping[str, Any], ...]:
    """Return the journey with the exercises of a day together."""
    entries = content.journey()
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
        "minutes": minutes(entry["express_minutes"] if entry["express"] else 0, entry["full_minutes"]),
        "status": status,
        "current": name == current,
        "short_path": entry["express"],
    }


def minutes(express: int, full: int) -> str:
    """Return the time an exercise takes, in words."""
    words = content.words("frame")["minutes"]
    kind = "range" if 0 < express < full else "about"
    return str(words[kind].format(express=express, full=full))


def _neighbours(steps: list[dict[str, Any]], here: dict[str, Any] | None) -> dict[str, Any]:
    """The exercises before and after, and where the short path goes on when that is not the one after."""
    if here is None:
        return {"before": None, "after": None, "short_on": None}
    open_ones = [step for step in steps if step["status"] != "later" or step["current"]]
    place = open_ones.index(here)
    following = open_ones[place + 1 :]
    before = open_ones[place - 1] if place else None
    after = following[0] if following else None
    short_on = next((step for step in following if step["short_path"]), None)
    detour = here["short_path"] and short_on is not after
    return {"before": before, "after": after, "short_on": short_on if detour else None}
