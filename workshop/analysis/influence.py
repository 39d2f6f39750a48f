"""Formal authority beside informal influence: where one stands without the other.

High is 4 or 5, low is 1 or 2: this kit's own convention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.analysis.members import members, names
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

HIGH = 4
LOW = 2


def mostly_title(person: Person) -> bool:
    """Whether formal authority is high and informal influence low."""
    return (person.authority or 0) >= HIGH and (person.influence or HIGH) <= LOW


def mostly_influence(person: Person) -> bool:
    """Whether informal influence is high and formal authority low."""
    return (person.influence or 0) >= HIGH and (person.authority or HIGH) <= LOW


def title_and_influence(workbook: Workbook) -> tuple[Finding, ...]:
    """Return who brings title more than influence, who the reverse, or that nobody does."""
    people = tuple(person for person in members(workbook) if person.authority and person.influence)
    if not people:
        return (Finding("influence.balance", "open", "open"),)
    findings = (
        *_lean("influence.title", tuple(filter(mostly_title, people))),
        *_lean("influence.room", tuple(filter(mostly_influence, people))),
    )
    return findings or (Finding("influence.balance", "even", "good", {}, _answers(people)),)


def _lean(key: str, people: tuple[Person, ...]) -> tuple[Finding, ...]:
    if not people:
        return ()
    case = "one" if len(people) == 1 else "many"
    tone = "watch" if key == "influence.title" else "plain"
    return (Finding(key, case, tone, {"names": names(people)}, _answers(people)),)


def _answers(people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (literal(person.name), literal(f"{person.authority} / {person.influence}")) for person in people
    )
