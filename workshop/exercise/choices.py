"""Which people a form lists or offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from workshop.analysis.members import members, named
from workshop.analysis.snapshot import newcomers, refreshed
from workshop.content import words
from workshop.exercise.names import name_of
from workshop.model import YOU, Person, Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

_PEOPLE: dict[str, Callable[[Workbook], tuple[Person, ...]]] = {
    "any": lambda workbook: _told(workbook.people),
    "ally": lambda workbook: workbook.allies,
    "five": lambda workbook: workbook.five,
    "bench": lambda workbook: workbook.bench,
    "seated": lambda workbook: workbook.five + workbook.bench,
    "seated_or_allies": lambda workbook: workbook.five + workbook.bench or _told(workbook.allies),
    "members": members,
    "refreshed": refreshed,
    "newcomers": newcomers,
    "named_seats": lambda workbook: named(workbook.five + workbook.bench),
    "members_or_known": lambda workbook: members(workbook) or named(workbook.people),
}


def _told(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Those of `people` of whom something is said, be it only a seat: a card left empty is nobody yet."""
    return tuple(person for person in people if evolve(person, ally=None) != Person(id=person.id))


def people_where(condition: str, workbook: Workbook) -> tuple[Person, ...]:
    """Return the people of `workbook` for whom `condition` holds: a word of `content/exercises`."""
    return _PEOPLE[condition](workbook)


def options_from(source: str, workbook: Workbook) -> list[dict[str, Any]]:
    """Return people as options of a question; `members_and_you` offers the participant as well."""
    condition = source.removesuffix("_and_you")
    options = [
        {"value": person.id, "label": name_of(person), "hint": ""}
        for person in people_where(condition, workbook)
    ]
    if source != condition:
        options.append({"value": YOU, "label": words("wording")["you"], "hint": ""})
    return options
