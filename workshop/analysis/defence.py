"""Three lines to stand up for a member: written, short enough to say, and said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.analysis.members import members
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

LINES = ("line_fact", "line_value", "line_next")
LONGEST = 20
"""Words that can be said in one breath: this kit's own convention."""


def defence(workbook: Workbook) -> tuple[Finding, ...]:
    """Return whether the rehearsal is complete: a member, what is said against them, three short lines."""
    held, person = workbook.defence, _defended(workbook)
    lines = {name: getattr(held, name).strip() for name in LINES}
    written = sum(map(bool, lines.values()))
    long = sum(len(line.split()) > LONGEST for line in lines.values())
    if not (written or person):
        return (Finding("defence.lines", "open", "open"),)
    named = {"name": person.name.strip()} if person else {}
    values = {"written": written, "long": long, "longest": LONGEST, **named}
    case, tone = _case(person, written, long, said=bool(held.rehearsed), charge=bool(held.charge.strip()))
    quoted = {"person": person.name if person else "", "charge": held.charge, **lines}
    answers = tuple((f"defence_{name}", literal(text)) for name, text in quoted.items())
    return (Finding("defence.lines", case, tone, values, answers),)


def _defended(workbook: Workbook) -> Person | None:
    return next((person for person in members(workbook) if person.id == workbook.defence.person), None)


def _case(person: Person | None, written: int, long: int, *, said: bool, charge: bool) -> tuple[str, str]:
    if written < len(LINES):
        return "begun", "plain"
    if long:
        return "long_one" if long == 1 else "long_many", "plain"
    if person is None:
        return "nobody", "plain"
    if not charge:
        return "no_charge", "plain"
    return ("rehearsed", "good") if said else ("ready", "good")
