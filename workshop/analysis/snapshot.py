"""The snapshot that today is compared with: the last one, how long ago it was, and when to look again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.analysis.day import YEAR, months_later, whole_months
from workshop.model import Finding
from workshop.model.refresh import MOVES, Refresh

if TYPE_CHECKING:
    from workshop.model import Person, Snapshot, Workbook

FEW_DAYS = 60
"""Days up to which time is counted in days, and on until two months are whole."""
FEW_MONTHS = 24
"""Months up to which time is counted in months."""


def basis(workbook: Workbook) -> Snapshot | None:
    """Return the snapshot to compare with, the last; None when there is none with a day."""
    return next((kept for kept in reversed(workbook.snapshots) if kept.day), None)


def day_of(snapshot: Snapshot) -> date:
    """Return the day of a snapshot that has one."""
    return date.fromisoformat(snapshot.day or "")


def moves_told(workbook: Workbook, today: date) -> dict[str, str | None]:
    """Return what was said to have moved since the snapshot to compare with; nothing without an earlier one.

    A `yes` of any snapshot kept in between counts; of two answers of one day, the later.
    """
    kept = basis(workbook)
    if kept is None or day_of(kept) >= today:
        return {}
    since = sorted((one for one in workbook.snapshots if (one.day or "") > (kept.day or "")), key=_day)
    of_today = next((one.refresh for one in since if day_of(one) == today), Refresh())
    rounds = [one.refresh for one in since if day_of(one) < today] + [workbook.refresh.over(of_today)]
    return {move: _latest([answers.told[move] for answers in rounds]) for move in MOVES}


def _day(kept: Snapshot) -> str:
    return kept.day or ""


def _latest(said: list[str | None]) -> str | None:
    return "yes" if "yes" in said else next((one for one in reversed(said) if one), None)


def last_snapshot(workbook: Workbook, today: date) -> tuple[Finding, ...]:
    """Return how old the snapshot to compare with is, and when the next look is due; nothing without one."""
    kept = basis(workbook)
    return (_since(kept, today), _due(workbook, today)) if kept else ()


def _since(kept: Snapshot, today: date) -> Finding:
    days, months = (today - day_of(kept)).days, whole_months(day_of(kept), today)
    values = {"day": day_of(kept), "days": days, "months": months, "years": months // YEAR}
    return Finding("snapshot.since", _span(days, months), "plain", values)


def _span(days: int, months: int) -> str:
    if days <= 1:
        return "ahead" if days < 0 else "yesterday" if days else "today"
    if days < FEW_DAYS or months == 1:
        return "days"
    return "months" if months < FEW_MONTHS else "years"


def _due(workbook: Workbook, today: date) -> Finding:
    """Say when the next look is due, counted from the latest snapshot, whichever one is compared with."""
    key, months = "snapshot.due", workbook.commitment.refresh_months
    if months is None:
        return Finding(key, "open", "open")
    due = months_later(max(day_of(kept) for kept in workbook.snapshots if kept.day), months)
    answers = (("refresh_months", literal(months)),)
    case = "later" if due > today else "now"
    return Finding(key, case, "plain", {"day": due, "months": months}, answers)


def refreshed(workbook: Workbook) -> tuple[Person, ...]:
    """Return whom a refresh is about: those of the snapshot, those seated now, and those thanked."""
    kept = basis(workbook)
    then = {person.id for person in kept.people} if kept else set()
    return tuple(person for person in workbook.people if person.seat or person.id in then)


def newcomers(workbook: Workbook) -> tuple[Person, ...]:
    """Return those seated or thanked who are in no snapshot; all of them when there is none."""
    then = {person.id for kept in workbook.snapshots for person in kept.people}
    return tuple(person for person in workbook.people if person.seat and person.id not in then)
