"""Which exercises are done, sensibly rather than completely: the short path is enough."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from workshop.analysis.exchange import entries
from workshop.analysis.members import members, named
from workshop.analysis.plans import ENOUGH, complete
from workshop.analysis.rung import computed_rung

if TYPE_CHECKING:
    from workshop.model import Workbook
    from workshop.model.clinic import Played

ALLIES = 3
SEATS = 2
ENTRIES = 3
SHOCKS = 3
STORIES = 2
DECISIONS = 3
"""Decisions in a story; a letter after them, or what was taken from it, says that the outcome was seen."""


def done(workbook: Workbook) -> frozenset[str]:
    """Return the names of the exercises that are done."""
    answered = {
        "00_start": bool(workbook.start.rules and workbook.start.goal),
        "01_alliances": sum(bool(computed_rung(ally)) for ally in named(workbook.allies)) >= ALLIES,
        "02_purpose": bool(workbook.purpose.sentence.strip() and workbook.purpose.horizon),
        "03_five_people": _five_chosen(workbook),
        "04_alliance_map": _map_drawn(workbook),
        "05_trust": _rated(workbook),
        "06_reciprocity": len(entries(workbook)) >= ENTRIES and _something_meant(workbook),
        "07_sustain": bool(workbook.forum.form and workbook.forum.cadence),
        "08_stress_test": _shocks_answered(workbook) >= SHOCKS,
        "09_commit": sum(complete(plan) for plan in workbook.plans) >= ENOUGH,
        "10_refresh": bool(workbook.snapshots) and _changes_told(workbook),
        "11_case_clinic": sum(map(_seen_to_the_end, workbook.clinic)) >= STORIES,
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


def _rated(workbook: Workbook) -> bool:
    """Whether trust and evidence are answered for two or more members."""
    rated = [
        person.trust.under_pressure and (person.trust.reliability or person.trust.discretion)
        for person in members(workbook)
    ]
    return sum(map(bool, rated)) >= SEATS


def _something_meant(workbook: Workbook) -> bool:
    """Whether a give, a credit or an ask is meant for somebody."""
    loop = workbook.reciprocity
    return any(intent.person and intent.words.strip() for intent in (loop.give, loop.credit, loop.ask))


def _shocks_answered(workbook: Workbook) -> int:
    """How many of the shocks drawn have an answer for every named member."""
    answered = {stand.id for stand in workbook.stands if stand.stays}
    people = [person.id for person in members(workbook)]
    return sum(
        bool(people) and all(f"{shock}~{id}" in answered for id in people) for shock in workbook.stress.drawn
    )


def _seen_to_the_end(played: Played) -> bool:
    asked = len(played.choices) + bool(played.takeaway.strip()) > DECISIONS
    return asked and played.predicted is not None


def _changes_told(workbook: Workbook) -> bool:
    """Whether it was said what has moved: now, or before a snapshot that was kept."""
    rounds = (workbook.refresh, *(kept.refresh for kept in workbook.snapshots))
    return any(all(answers.told.values()) for answers in rounds)
