"""Signs of the four mistakes in what was answered elsewhere: each speaks for a mistake or against it.

Cut-offs are those of the measures that are quoted here; all of them are this kit's own conventions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import literal
from workshop.analysis.change import Change, change
from workshop.analysis.cut import cut_people
from workshop.analysis.day import whole_months
from workshop.analysis.dependence import dependence_on
from workshop.analysis.exchange import FEWEST_CONTACTS, asks
from workshop.analysis.glue import removal
from workshop.analysis.graph import alliance_map, is_one_group
from workshop.analysis.members import members, names
from workshop.analysis.purpose import LONG_ENOUGH
from workshop.analysis.shock import judged_shocks
from workshop.analysis.snapshot import basis, day_of, moves_told
from workshop.analysis.upkeep import upkeep_status
from workshop.analysis.visibility import untested
from workshop.model import YOU
from workshop.model.stress import DRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from workshop.analysis.survivors import Survivors
    from workshop.model import Person, Snapshot, Workbook

STALE = 12
"""Months after which a snapshot, or an unchanged membership, is named."""


@attrs.frozen
class Sign:
    """One piece of evidence.

    Attributes:
        name: label key of what was looked at.
        value: what was found, as an answer is quoted.
        speaks_for: whether it speaks for the mistake, rather than against it.
    """

    name: str
    value: str
    speaks_for: bool


def leaning_signs(workbook: Workbook, today: date) -> Iterator[Sign]:
    """MI1: whom the map cannot lose, you among them, and the largest share of help received (M13, M15)."""
    drawn = alliance_map(workbook)
    if drawn.ready:
        worst, best = cut_people(drawn.worst), cut_people(drawn.best)
        if worst and worst == best:
            yield Sign("sign_cut", literal(", ".join(drawn.named(worst))), speaks_for=True)
        elif worst:
            yield Sign("sign_cut_unsure", literal(", ".join(drawn.named(worst))), speaks_for=True)
        elif not best and is_one_group(drawn.worst):
            yield Sign("sign_cut", "nobody_alone", speaks_for=False)
        without_you = removal(drawn, YOU).case
        if without_you in {"holds", "splits"}:
            yield Sign("sign_without_you", f"glue_{without_you}", speaks_for=without_you == "splits")
    found = dependence_on(workbook, today)
    if found:
        name, count, total = found
        yield Sign("sign_help", literal(f"{name} {count} / {total}"), speaks_for=2 * count > total)


def neglecting_signs(workbook: Workbook, today: date) -> Iterator[Sign]:
    """MI2: members not heard of for twice your cadence, and contacts in which you asked (M17, M6)."""
    states = {person: upkeep_status(person, workbook, today) for person in members(workbook)}
    known = {person: state for person, state in states.items() if state}
    late = tuple(person for person, state in known.items() if state == "red")
    if late:
        yield Sign("sign_overdue", literal(", ".join(names(late))), speaks_for=True)
    elif known:
        yield Sign("sign_overdue", literal(f"0 / {len(known)}"), speaks_for=False)
    asked, contacts = asks(workbook, today)
    if contacts >= FEWEST_CONTACTS:
        yield Sign("sign_asked", literal(f"{asked} / {contacts}"), speaks_for=2 * asked > contacts)


def seeming_signs(workbook: Workbook, _today: date) -> Iterator[Sign]:
    """MI3: members more visible beside you than tested, and those who stood by under pressure (M3)."""
    flagged = untested(workbook)
    if flagged:
        yield Sign("sign_untested", literal(", ".join(names(flagged))), speaks_for=True)
    seen = tuple(person for person in members(workbook) if _stood(person))
    if seen:
        yield Sign("sign_stood", literal(", ".join(names(seen))), speaks_for=False)


def rigid_signs(workbook: Workbook, today: date) -> Iterator[Sign]:
    """MI4: age of the last snapshot, members since (M19), the horizon, shocks looked at, changes answered.

    A long horizon is told beside other signs against the mistake, and is none by itself.
    """
    kept = basis(workbook)
    signs = [*_since(kept, change(kept, workbook), workbook, today)] if kept is not None else []
    signs += _outlasted(judged_shocks(workbook))
    yield from signs
    years = workbook.purpose.horizon
    if years is not None and (years < LONG_ENOUGH or not all(sign.speaks_for for sign in signs)):
        yield Sign("sign_horizon", literal(years), speaks_for=years < LONG_ENOUGH)


def _outlasted(judged: tuple[Survivors, ...]) -> Iterator[Sign]:
    """Tell how many shocks are outlasted; nothing while that depends on unsure answers throughout."""
    held = sum(found.surely for found in judged)
    if len(judged) >= DRAWN and (held or not any(found.possibly for found in judged)):
        yield Sign("sign_shocks", literal(f"{held} / {len(judged)}"), speaks_for=not held)


def _since(kept: Snapshot, found: Change, workbook: Workbook, today: date) -> Iterator[Sign]:
    """Tell what became of a snapshot; a month has to pass before its age or its members say anything."""
    months = whole_months(day_of(kept), today)
    stale = months >= STALE
    changed = bool(found.joined or found.left)
    if months:
        yield Sign("sign_snapshot", literal(months), speaks_for=stale)
    if (months and changed) or (stale and found.stayed):
        yield Sign("sign_members", "members_changed" if changed else "members_same", speaks_for=not changed)
    moved = list(moves_told(workbook, today).values()).count("yes")
    if moved:
        answered = changed or kept.sentence.split() != workbook.purpose.sentence.split()
        yield Sign("sign_moved", literal(f"{moved} / 3"), speaks_for=not answered)


def _stood(person: Person) -> bool:
    return person.trust.under_pressure == "yes"
