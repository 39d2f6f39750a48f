"""What the files to take away are called, and whose real names may stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.members import named
from workshop.exercise.names import everyday_words, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook

State = dict[str, Any]


def take_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    """Return the files of the step, and the people that have a code name."""
    return {"files": [dict(file) for file in words["files"]], "people": people_with_names(workbook)}


def people_with_names(workbook: Workbook) -> list[State]:
    """Return everybody who may have a real name in an export: the five and the bench, then the others.

    An `everyday` name stays in sentences: it mostly means itself there.
    """
    seated = named(workbook.five + workbook.bench)
    others = tuple(person for person in named(workbook.people) if person not in seated)
    return [
        {"id": one.id, "name": name_of(one), "everyday": name_of(one).casefold() in everyday_words()}
        for one in (*seated, *others)
    ]
