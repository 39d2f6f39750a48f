"""What the answers put into a calendar: the forum, ties to look after, plans, and the next refresh."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.day import months_later
from workshop.analysis.plans import begun
from workshop.analysis.upkeep import DAYS, kept, looked_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop.model import Workbook

KINDS = ("forum", "contact", "plan", "refresh")


@attrs.frozen
class Dated:
    """One entry of a calendar.

    Attributes:
        kind: one of `KINDS`.
        day: the first day, today or later.
        weeks: after so many weeks it comes again; None for once.
        about: id of the person or the plan; empty where there is one alone.
        late: whether its day has passed, so that it is put on today.
    """

    kind: str
    day: date
    weeks: int | None = None
    about: str = ""
    late: bool = False


def dates(workbook: Workbook, today: date) -> tuple[Dated, ...]:
    """Return every date from `today` on, the earliest first, those of one day as `KINDS` are listed.

    A plan is left out once its day has passed or it was kept. One that is half written has its date already.
    """
    found = (*_forum(workbook, today), *_contacts(workbook, today), *_plans(workbook, today))
    return tuple(sorted((*found, *_refresh(workbook, today)), key=lambda dated: dated.day))


def next_meeting(workbook: Workbook, today: date) -> date | None:
    """Return the day of the forum that is next, today or later; None when it cannot be said."""
    forum = workbook.forum
    if forum.next_day is None:
        return None
    day = date.fromisoformat(forum.next_day)
    if day >= today:
        return day
    if forum.cadence is None:
        return None
    rhythm = DAYS * forum.cadence
    return day + timedelta(days=-(-(today - day).days // rhythm) * rhythm)


def refresh_day(workbook: Workbook, today: date) -> date | None:
    """Return when to look again, counted from the latest snapshot, or from today when that day has passed."""
    months = workbook.commitment.refresh_months
    if months is None:
        return None
    days = [date.fromisoformat(snapshot.day) for snapshot in workbook.snapshots if snapshot.day]
    counted = months_later(max((day for day in days if day <= today), default=today), months)
    return counted if counted > today else months_later(today, months)


def _forum(workbook: Workbook, today: date) -> Iterator[Dated]:
    day = next_meeting(workbook, today)
    if day:
        yield Dated("forum", day, workbook.forum.cadence)


def _contacts(workbook: Workbook, today: date) -> Iterator[Dated]:
    for person in looked_after(workbook):
        tie = kept(person, workbook, today)
        if tie:
            yield Dated("contact", max(tie.due, today), person.cadence, person.id, late=tie.due < today)


def _plans(workbook: Workbook, today: date) -> Iterator[Dated]:
    for plan in workbook.plans:
        if plan.due and begun(plan) and plan.kept != "yes" and date.fromisoformat(plan.due) >= today:
            yield Dated("plan", date.fromisoformat(plan.due), None, plan.id)


def _refresh(workbook: Workbook, today: date) -> Iterator[Dated]:
    day = refresh_day(workbook, today)
    if day:
        yield Dated("refresh", day)
