"""The door: from the name of an exercise to the exercise, with the right answers in it."""

from __future__ import annotations

import os

from workshop.content.worked import worked
from workshop.errors import Complaint
from workshop.exercise.page import Exercise
from workshop.session import Session
from workshop.storage import ClosedStore, FileStore, MemoryStore, data_folder
from workshop.widgets.assets import STATIC

CASE = "WORKSHOP_CASE"
"""Environment variable: name of the worked case to open, whatever a notebook itself asks for."""
UNKEPT = "WORKSHOP_UNKEPT"
"""Environment variable: set in a demonstration, where nobody's own answers are ever opened."""


def open_exercise(name: str, case: str | None = None) -> Exercise:
    """Open an exercise and show its save status.

    A case named by the environment variable WORKSHOP_CASE comes first: in the place of the one given here, or
    in the place of the person's own answers, as a copy that is kept apart from them. Where WORKSHOP_UNKEPT is
    set, what opens without a case opens empty, in memory.

    Args:
        name: of the exercise, `03_five_people`.
        case: name of a worked case to open it with; nothing is stored then. Without one the answers
            are those of this computer's user.

    Raises:
        Complaint: there is no such exercise or case.
    """
    if case is None and os.environ.get(UNKEPT):
        return _shown(Exercise(name, Session(MemoryStore()), empty=True))
    chosen = os.environ.get(CASE, "")
    session = _case_session(chosen, case) if case else _kept_session(chosen)
    return _shown(Exercise(name, session, case=chosen or case or "", kept=case is None))


def _shown(exercise: Exercise) -> Exercise:
    exercise.show_status()
    return exercise


def _case_session(chosen: str, own: str) -> Session:
    """Open a case in memory; only the notebook has its stories played, a room plays them itself."""
    as_notebook = not chosen and not os.environ.get(STATIC)
    return Session(MemoryStore(worked(chosen or own, played=as_notebook)))


def _kept_session(case: str) -> Session:
    """Open the person's own answers, or their copy of a case; where that fails, the page says why."""
    start = worked(case) if case else None
    folder = data_folder() / "cases" / case if case else data_folder()
    try:
        return Session(FileStore(folder, start))
    except Complaint as reason:
        return Session(ClosedStore(folder.name, reason, start))
