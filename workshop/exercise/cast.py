"""The people of a worked case as a story tells of them: their names, and what its answers count."""

from __future__ import annotations

from functools import cache

import attrs

from workshop.analysis.evidence import evidence
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
    return Cast(workbook, names, evidence(workbook))
