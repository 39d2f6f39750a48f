"""The loop to begin: one visible give, one credit, and last one ask."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.exchange import tally
from workshop.analysis.members import named
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook
    from workshop.model.reciprocity import Intent

STEPS = ("give", "credit", "ask")
GIFTS = ("give", "credit")


def loop(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return how far the loop is named, and whether the ask goes to somebody to whom you have given."""
    meant = {step: _meant(workbook, getattr(workbook.reciprocity, step)) for step in STEPS}
    count = sum(person is not None for person in meant.values())
    values: dict[str, object] = {"count": count, "steps": len(STEPS)}
    answers = tuple(
        (f"loop_{step}", literal(person.name) if person else MISSING) for step, person in meant.items()
    )
    if not count:
        return (Finding("loop.steps", "open", "open"),)
    asked = meant["ask"]
    if asked is None or count < len(STEPS):
        case = "ask_only" if asked and count == 1 else "begun"
        return (Finding("loop.steps", case, "plain", values, answers),)
    values["name"] = asked.name.strip()
    case, tone = _order(tally(workbook, asked.id, today).given, asked, meant)
    return (Finding("loop.steps", case, tone, values, answers),)


def _meant(workbook: Workbook, intent: Intent) -> Person | None:
    """Return whom an intent is for, once it names somebody and says something."""
    person = workbook.person(intent.person) if intent.person and intent.words.strip() else None
    return person if person and named([person]) else None


def _order(given: int, asked: Person, meant: dict[str, Person | None]) -> tuple[str, str]:
    if given:
        return "ready", "good"
    return ("in_order" if asked in [meant[gift] for gift in GIFTS] else "early"), "plain"
