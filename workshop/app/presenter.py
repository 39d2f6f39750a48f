"""What a demonstration shows besides the page: the presenter's bar, and the facilitator's notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from workshop import content
from workshop.app.frame import case_title
from workshop.content.agenda import blocks_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.content.block import Block

BEST = "best"
"""In the place of a case: each exercise with the case that teaches it best."""
KEPT = ("present", "case", "empty")
"""What of an address goes on to the next exercise."""
_QUOTED = re.compile("“([^”]+)”")


def query_of(asked: Mapping[str, str]) -> str:
    """Return the end of an address that keeps what was `asked`, such as `?present=1`; perhaps nothing."""
    kept = {key: asked[key] for key in KEPT if asked.get(key)}
    return f"?{urlencode(kept)}" if kept else ""


def bar(frame: Mapping[str, Any], case: str, own: str, *, empty: bool) -> dict[str, Any]:
    """Return what the presenter's bar says, and what its script knows.

    Args:
        frame: of the page.
        case: name of the case that is shown; empty for each exercise with its own.
        own: name of the case that the exercise is told with; empty where there is none.
        empty: whether the exercise is shown without answers.
    """
    told = content.words("presenter")
    return {
        "words": told["words"],
        "keys": told["key"],
        "cases": _cases(told["words"], case, own),
        "empty": empty,
        "facts": {
            "exercise": (frame["here"] or {}).get("name", ""),
            "before": (frame["before"] or {}).get("name", ""),
            "after": (frame["after"] or {}).get("name", ""),
            "after_title": (frame["after"] or {}).get("title", ""),
            "case": case,
            "case_title": case_title(case or own) if case or own else "",
            "empty": empty,
            "place": told["words"]["place"],
        },
    }


def notes() -> dict[str, Any]:
    """Return the facilitator's notes for every exercise, with their words."""
    entries = {entry["name"]: entry for entry in content.journey()}
    return {
        "words": content.words("presenter")["notes"],
        "exercises": {name: _notes_of(name, entries[name]["title"]) for name in content.exercise_names()},
    }


def _cases(words: Mapping[str, str], case: str, own: str) -> list[dict[str, Any]]:
    said = words["case_own"].format(title=case_title(own)) if own else words["case_best"]
    best = {"key": "0", "name": BEST, "text": said, "current": not case}
    return [best] + [
        {
            "key": str(key),
            "name": name,
            "text": words["case_one"].format(key=key, title=case_title(name)),
            "current": name == case,
        }
        for key, name in enumerate(content.case_names(), start=1)
    ]


def _notes_of(name: str, title: str) -> dict[str, Any]:
    steps = content.exercise(name)["steps"]
    titles = {told["title"]: key for key, told in steps.items()}
    return {
        "title": title,
        "steps": {key: {"title": told["title"], "line": told["facilitator"]} for key, told in steps.items()},
        "blocks": [_block(block, titles) for block in blocks_of(name)],
    }


def _block(block: Block, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return what the notes say of a block; its steps quote the titles of the exercise's."""
    quoted = {title for step in block.steps for title in _QUOTED.findall(step.text)}
    debrief = block.debrief
    return {
        "title": block.title,
        "minutes": block.minutes,
        "about": [key for title, key in titles.items() if title in quoted],
        "say": list(block.say),
        "steps": [{"text": step.text, "minutes": step.minutes} for step in block.steps],
        "watch": [{"sign": watch.sign, "move": watch.move} for watch in block.watch],
        "debrief": [debrief.what, debrief.so_what, debrief.now_what] if debrief else [],
    }
