"""Which exercises are done, sensibly rather than completely: the short path is enough."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from workshop.analysis.members import members, named
from workshop.analysis.plans import ENOUGH, complete
from workshop.analysis.rung import computed_rung

if TYPE_CHECKING:
    from workshop.model import Workbook

ALLIES = 3
SEATS = 2


def done(workbook: Workbook) -> frozenset[str]:
    """Return the names of the exercises that are done."""
    answered = {
        "00_start": bool(workbook.start.rules and workbook.start.goal),
        "01_alliances": sum(bool(computed_rung(ally)) for ally in named(workbook.allies)) >= ALLIES,
        "02_purpose": bool(workbook.purpose.sentence.strip() and workbook.purpose.horizon),
        "03_five_people": _five_chosen(workbook),
        "04_alliance_map": _map_drawn(workbook),
        "09_commit": sum(complete(plan) for plan in workbook.plans) >= ENOUGH,
    }
    return frozenset(name for name, is_done in answered.items() if is_done)


def _five_chosen(workbook: Workbook) -> bool:
    """Whether two or more people or roles of the five have a name, and each of these a function."""
    seats = [person for person in workbook.five if person.name.strip()]
    return len(seats) >= SEATS and all(seat.function for seat in seats)


def _map_drawn(workbook: Workbook) -> bool:
    """Whether there are two or more named members, and every pair of them is answered."""
    pairs = list(combinations((person.id for person in members(workbook)), 2))
    ties = [workbook.tie(*pair) for pair in pairs]
    return bool(pairs) and all(tie and tie.knows for tie in ties)
