"""The people of a worked case as a story tells of them: their names, and what its answers count."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import attrs

from workshop.analysis.members import members
from workshop.content import case
from workshop.exercise.names import name_of
from workshop.model import Workbook
from workshop.model.document import read


@attrs.frozen
class Cast:
    """A case to tell of: its answers, the names of its people by id, and its counts by name."""

    workbook: Workbook
    names: dict[str, str]
    counts: dict[str, int]


@cache
def cast_of(name: str) -> Cast:
    """Return the people of the worked case called `name`."""
    workbook = read(case(name)).workbook
    names = {person.id: name_of(person) for person in workbook.people}
    return Cast(workbook, names, _counts(workbook))


def _counts(workbook: Workbook) -> dict[str, int]:
    """What the sentences about evidence may mention; each is a whole number, 0 or more."""
    five = members(workbook)
    pairs = list(combinations((person.id for person in five), 2))
    ties = [tie for pair in pairs if (tie := workbook.tie(*pair))]
    passed = [entry for entry in workbook.exchanges if entry.direction in {"given", "received"}]
    return {
        "all_people": len(five),
        "all_pairs": len(pairs),
        "pairs": sum(tie.knows == "yes" for tie in ties),
        "bonds": sum(person.cards.bond == "relationship" for person in five),
        "tested": sum(person.trust.under_pressure == "yes" for person in five),
        "outside": sum(person.employer == "outside" for person in five),
        "horizon": workbook.purpose.horizon or 0,
        "given": sum(entry.direction == "given" for entry in passed),
        "received": sum(entry.direction == "received" for entry in passed),
        "asked": sum(entry.initiative == "asked" for entry in passed),
        "passed": len(passed),
    }
