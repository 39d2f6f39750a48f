"""M15: how much of all help received comes from one person.

A share above half is flagged: this kit's own convention.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.analysis.exchange import FEWEST_CONTACTS, tallies
from workshop.analysis.members import named
from workshop.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop.model import Workbook


def herfindahl(counts: Iterable[int]) -> float | None:
    """Return the sum of squared shares: 1 when all comes from one, 1/n when n give as much; None at zero."""
    kept = [count for count in counts if count]
    total = sum(kept)
    return sum((count / total) ** 2 for count in kept) if total else None


def dependence_on(workbook: Workbook, today: date = date.max) -> tuple[str, int, int] | None:
    """Return who helped you most, how often, and how often you were helped; None below three times."""
    helped = _helped(workbook, today)
    total = sum(helped.values())
    if total < FEWEST_CONTACTS:
        return None
    most = max(helped, key=helped.__getitem__)
    return _names(workbook)[most], helped[most], total


def dependence(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return the largest share of all help received that comes from one person; a watch above half."""
    found, helped = dependence_on(workbook, today), _helped(workbook, today)
    names = _names(workbook)
    answers = tuple((literal(names[id]), literal(count)) for id, count in helped.items())
    if found is None:
        return (Finding("dependence.share", "open", "open", {}, answers),)
    name, count, total = found
    spread = herfindahl(helped.values()) or 1
    values = {"name": name, "count": count, "total": total, "sources": round(1 / spread)}
    if 2 * count <= total:
        return (Finding("dependence.share", "spread", "good", values, answers),)
    return (Finding("dependence.share", "all" if count == total else "leaning", "watch", values, answers),)


def _helped(workbook: Workbook, today: date) -> dict[str, int]:
    """Return how often each person helped you, in the order of people, those who did not left out."""
    found = tallies(workbook, today)
    received = {
        person.id: found[person.id].received for person in named(workbook.people) if person.id in found
    }
    return {id: count for id, count in received.items() if count}


def _names(workbook: Workbook) -> dict[str, str]:
    return {person.id: person.name.strip() for person in named(workbook.people)}
