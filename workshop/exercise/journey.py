"""Where the person stands: the state of the save status and of the journey in the header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis.progress import done
from workshop.content import exercise_names, journey, words
from workshop.content.path import paths
from workshop.widgets.assets import shared_words

if TYPE_CHECKING:
    from workshop.session import Session


def status_state(name: str, session: Session, *, page: str, case: str, empty: bool = False) -> dict[str, Any]:
    """Return the state of `SaveStatus` for the exercise called `name`.

    A worked `case`, and an exercise shown `empty`, is an example: the page keeps nothing on the device.
    """
    return {
        "page": page,
        "workbook": session.place,
        "exercise": name,
        "title": _entry(name)["title"],
        "revision": session.revision,
        "can_undo": session.can_undo,
        "case": str(words("presenter")["words"]["empty"]) if empty else _case_title(case),
        "empty": empty,
        "journey": _journey(done(session.workbook)),
        "paths": [attrs.asdict(path) for path in paths(done(session.workbook))],
        "words": shared_words(),
        "unloaded": unloaded(),
    }


def unloaded() -> str:
    """Return what stands in the place of a widget whose module cannot be fetched."""
    return str(words("frame")["missing"])


def _journey(finished: frozenset[str]) -> list[dict[str, str]]:
    ready = exercise_names()
    return [{"name": entry["name"], "status": _status(entry["name"], ready, finished)} for entry in journey()]


def _status(name: str, ready: tuple[str, ...], finished: frozenset[str]) -> str:
    if name not in ready:
        return "later"
    return "done" if name in finished else "todo"


def _entry(name: str) -> dict[str, Any]:
    return next(dict(entry) for entry in journey() if entry["name"] == name)


def _case_title(case: str) -> str:
    return str(words("wording")["cases"][case]["title"]) if case else ""
