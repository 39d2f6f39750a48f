"""Everything that a page needs before it knows whose it is, loaded ahead of time."""

from __future__ import annotations

from workshop.content import case_names, complaint, exercise, exercise_names
from workshop.content.worked import worked
from workshop.exercise.day import day_of
from workshop.exercise.journey import status_state
from workshop.exercise.step import Step
from workshop.exercise.vocabulary import vocabulary
from workshop.model import Document
from workshop.model.document import read, written
from workshop.model.recall import forget
from workshop.session import Session
from workshop.storage import MemoryStore
from workshop.widgets import assets


def prepare() -> None:
    """Load words, verdicts, scripts and whatever else is made once, by computing every page of every case.

    For a process that is forked into one kernel for each page. It makes no widget, starts no thread, keeps no
    file open and stores nothing; what it found in the cases is forgotten.
    """
    complaint("unexpected")
    vocabulary()
    for asset in (assets.MODULES, assets.STYLES, assets.PLOTLY):
        assets.named(asset)
    for case in ("", *case_names()):
        _show_all(case)
    forget()


def _show_all(case: str) -> None:
    document = worked(case) if case else Document()
    session, today = Session(MemoryStore(read(written(document)))), day_of(case)
    for name in exercise_names():
        status_state(name, session, page="", case=case)
        for key, step in exercise(name)["steps"].items():
            Step(f"{name}.{key}", step, "").state(session.workbook, today)
