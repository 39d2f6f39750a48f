"""Who counts: people with a name; a role still needed is an open seat, not a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop.model import Person, Workbook

FEWEST = 3
"""People it takes before anything is said about them as a group."""


def named(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those of `people` who have a name and are not a role still needed."""
    return tuple(person for person in people if person.name.strip() and not person.role_needed)


def members(workbook: Workbook) -> tuple[Person, ...]:
    """Return the named people among the five."""
    return named(workbook.five)


def open_seats(workbook: Workbook) -> tuple[Person, ...]:
    """Return the roles still needed among the five."""
    return tuple(person for person in workbook.five if person.role_needed)


def names(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the names of `people`, in their order, without blanks around them."""
    return tuple(person.name.strip() for person in people)
