"""What the answers of a worked case count, for the sentences of its story."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from workshop.analysis.members import members

if TYPE_CHECKING:
    from workshop.model import Workbook


def evidence(workbook: Workbook) -> dict[str, int]:
    """Return what the sentences about evidence may mention; each is a whole number, 0 or more."""
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
