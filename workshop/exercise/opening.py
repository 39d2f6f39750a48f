"""The door: from the name of an exercise to the exercise, with the right answers in it."""

from __future__ import annotations

import os
from contextlib import suppress

from workshop.content import case as case_text
from workshop.errors import Complaint, Stale
from workshop.exercise.page import Exercise
from workshop.model.document import Document, read
from workshop.session import Session
from workshop.storage import ClosedStore, FileStore, MemoryStore, data_folder

CASE = "WORKSHOP_CASE"
"""Environment variable: name of the worked case to open, whatever a notebook itself asks for."""


def open_exercise(name: str, case: str | None = None) -> Exercise:
    """Open an exercise and show its save status.

    A case named by the environment variable WORKSHOP_CASE comes first: in the place of the one given here, or
    in the place of the person's own answers, as a copy that is kept apart from them.

    Args:
        name: of the exercise, `03_five_people`.
        case: name of a worked case to open it with; nothing is stored then. Without one the answers
            are those of this computer's user.

    Raises:
        Complaint: there is no such exercise or case.
    """
    chosen = os.environ.get(CASE, "") or case or ""
    exercise = Exercise(name, _session(chosen, kept=case is None), case=chosen, kept=case is None)
    exercise.show_status()
    return exercise


def _session(case: str, *, kept: bool) -> Session:
    if case and not kept:
        return Session(MemoryStore(read(case_text(case))))
    return _kept_session(case)


def _kept_session(case: str) -> Session:
    """Open the person's own answers, or their copy of a case; where that fails, the page says why."""
    folder = data_folder() / "cases" / case if case else data_folder()
    try:
        store = FileStore(folder)
        if case and not store.revision():
            with suppress(Stale):  # another tab has just made it
                store.save(Document(read(case_text(case)).workbook, 1))
        return Session(store)
    except Complaint as reason:
        return Session(ClosedStore(folder.name, reason))
