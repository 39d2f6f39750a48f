"""What the coalition was on one day: kept to be compared with, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.errors import Refused
from workshop.model import fields
from workshop.model.evolution import evolved
from workshop.model.person import Person
from workshop.model.plan import Plan
from workshop.model.refresh import Refresh
from workshop.model.sustain import Forum
from workshop.model.tie import Tie

if TYPE_CHECKING:
    from datetime import date

    from workshop.model.workbook import Workbook

MOST = 200


@attrs.frozen
class Snapshot:
    """The purpose sentence, the five and the bench, their ties, the plans and the forum of one `day`.

    `refresh` holds what was said to have moved until then, since the snapshot before.
    """

    id: str = fields.identifier()
    day: str | None = fields.day()
    note: str = fields.text(60)
    sentence: str = fields.text(280)
    people: tuple[Person, ...] = fields.items(Person, 10)
    ties: tuple[Tie, ...] = fields.items(Tie, 45)
    plans: tuple[Plan, ...] = fields.items(Plan, 3)
    forum: Forum = fields.part(Forum)
    refresh: Refresh = fields.part(Refresh)

    @property
    def five(self) -> tuple[Person, ...]:
        """The members on that day, roles still needed among them."""
        return tuple(person for person in self.people if person.seat == "five")


def taken(workbook: Workbook, id: str, day: date) -> Snapshot:
    """Return what the coalition of `workbook` is on `day`, without a note."""
    people = workbook.five + workbook.bench
    ids = {person.id for person in people}
    return Snapshot(
        id=id,
        day=day.isoformat(),
        sentence=workbook.purpose.sentence,
        people=people,
        ties=tuple(tie for tie in workbook.ties if ids.issuperset(tie.ends)),
        plans=workbook.plans,
        forum=workbook.forum,
        refresh=workbook.refresh,
    )


def is_rewritten(plan: Plan, snapshots: tuple[Snapshot, ...]) -> bool:
    """Whether person, trigger or action of `plan` differ from those in the last snapshot that holds it."""
    by_day = sorted(snapshots, key=lambda kept: kept.day or "")
    known = [one for kept in by_day for one in kept.plans if one.id == plan.id and one.action.strip()]
    return bool(known) and known[-1].promise != plan.promise


def with_snapshot(workbook: Workbook, day: date) -> Workbook:
    """Return `workbook` with a snapshot of `day`, last, in the place of one taken earlier that day.

    What was said to have moved goes into the snapshot, and is open again for the time after it. Whether a
    rewritten plan was kept is open again, too.

    Raises:
        Refused: there is neither a purpose nor anybody seated, or no room for one more.
    """
    before = next((kept for kept in workbook.snapshots if kept.day == day.isoformat()), None)
    plans = tuple(
        attrs.evolve(plan, kept=None) if is_rewritten(plan, workbook.snapshots) else plan
        for plan in workbook.plans
    )
    fresh = attrs.evolve(taken(workbook, f"s{day:%Y%m%d}", day), plans=plans)
    if before:
        fresh = attrs.evolve(fresh, note=before.note, refresh=fresh.refresh.over(before.refresh))
    if not fresh.people and not fresh.sentence.strip():
        raise Refused("snapshot_empty")
    others = tuple(kept for kept in workbook.snapshots if kept.day != fresh.day and kept.id != fresh.id)
    if len(others) >= MOST:
        raise Refused("list_full", most=MOST)
    return evolved(workbook, snapshots=(*others, fresh), plans=plans, refresh=Refresh())


def compared_with(workbook: Workbook, id: str, today: date) -> Workbook:
    """Return `workbook` with the snapshot to compare with last: `id`, else the latest before `today`.

    Analyses compare with the last one; when all were taken today or later, that is the latest of them.
    """
    chosen = next((kept for kept in workbook.snapshots if kept.id == id), None)
    if chosen is None:
        by_day = sorted(workbook.snapshots, key=lambda kept: kept.day or "")
        earlier = [kept for kept in by_day if (kept.day or "") < today.isoformat()]
        chosen = next(reversed(earlier or by_day), None)
    if chosen is None or chosen is workbook.snapshots[-1]:
        return workbook
    others = tuple(kept for kept in workbook.snapshots if kept is not chosen)
    return evolved(workbook, snapshots=(*others, chosen))
