"""The door: from the name of an exercise to the exercise, with the right answers in it."""

from __future__ import annotations

from workshop.content import case as case_text
from workshop.errors import Complaint
from workshop.exercise.page import Exercise
from workshop.model.document import read
from workshop.session import Session
from workshop.storage import ClosedStore, FileStore, MemoryStore, data_folder


def open_exercise(name: str, case: str | None = None) -> Exercise:
    """Open an exercise and show its save status.

    Args:
        name: of the exercise, `03_five_people`.
        case: name of a worked case to open it with; nothing is stored then. Without one the answers
            are those of this computer's user.

    Raises:
        Complaint: there is no such exercise or case.
    """
    session = _case_session(case) if case else _own_session()
    exercise = Exercise(name, session, case=case or "")
    exercise.show_status()
    return exercise


def _case_session(case: str) -> Session:
    return Session(MemoryStore(read(case_text(case))))


def _own_session() -> Session:
    """Open the person's own answers; where that fails the page still opens and says why it cannot save."""
    folder = data_folder()
    try:
        return Session(FileStore(folder))
    except Complaint as reason:
        return Session(ClosedStore(folder.name, reason))
