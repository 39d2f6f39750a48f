"""What the ledger shows: whom and what there is to choose from, and the latest entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.members import members, named
from workshop.content import words as content_words
from workshop.exercise.names import initials, name_of
from workshop.model import Exchange, Person, Workbook, limits_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

State = dict[str, Any]

LATEST = 12
"""Entries that are listed at first."""
MOST_LISTED = 60
"""Entries that are listed at most; all of them count."""
CHIPS = 4
"""Months offered as chips: this one and those before it."""
YEARS = 10
"""Years back that an earlier month may lie in."""


def ledger_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the choices for the next entry and the latest entries, the one noted last first."""
    everybody = named(workbook.people)
    five = members(workbook)
    return {
        "people": [_option(person) for person in five],
        "others": [_option(person) for person in everybody if person not in five],
        "draft": [dict(field) for field in words["draft"]],
        "month": f"{today:%Y-%m}",
        "months": [_month(today, back) for back in range(CHIPS)],
        "month_names": _month_names(),
        "years": [today.year - back for back in range(YEARS + 1)],
        "rows": [_row(entry, workbook) for entry in reversed(workbook.exchanges[-MOST_LISTED:])],
        "latest": LATEST,
        "total": len(workbook.exchanges),
        "most": limits_at("exchanges")["most"],
    }


def _option(person: Person) -> State:
    title = name_of(person)
    return {"value": person.id, "label": title, "initials": initials(title)}


def _month(today: date, back: int) -> State:
    year, index = divmod(today.year * 12 + today.month - 1 - back, 12)
    return {"value": f"{year}-{index + 1:02}", "label": _month_names()[index]}


def _month_names() -> list[str]:
    return str(content_words("pictures")["words"]["months"]).split()


def _row(entry: Exchange, workbook: Workbook) -> State:
    person = workbook.person(entry.person) if entry.person else None
    return {
        "id": entry.id,
        "name": name_of(person) if person and person.name.strip() else "",
        "direction": entry.direction,
        "kind": entry.kind,
        "month": entry.month,
        "initiative": entry.initiative,
    }
