"""One next rung for each tie that could evolve: the first card that still says trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import label
from workshop.analysis.members import named
from workshop.analysis.rung import rung
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

EASIEST_FIRST = ("contact", "news", "credit", "help", "bond", "future")
"""The six cards, from what one phone call can change to what takes years."""


def next_card(person: Person) -> str | None:
    """Return the easiest card that says trade, or else is not sorted yet; None when all say relationship."""
    sides = {card: getattr(person.cards, card) for card in EASIEST_FIRST}
    trades = [card for card, side in sides.items() if side == "trade"]
    unsorted = [card for card, side in sides.items() if side in {None, "unsure"}]
    return next(iter(trades + unsorted), None)


def next_rungs(workbook: Workbook) -> tuple[Finding, ...]:
    """Return one step for each named ally whose tie could evolve."""
    allies = named(workbook.allies)
    evolving = [ally for ally in allies if rung(ally) == "evolving"]
    if evolving:
        return tuple(_step(ally) for ally in evolving)
    if any(rung(ally) for ally in allies):
        return (Finding("next_rungs.none", "none"),)
    return (Finding("next_rungs.none", "open", "open"),)


def _step(ally: Person) -> Finding:
    card = next_card(ally)
    if card is None:
        return Finding("next_rungs.step", "keep", "plain", {"name": ally.name.strip()})
    answers = ((f"card_{card}", label("card", getattr(ally.cards, card))),)
    return Finding("next_rungs.step", card, "plain", {"name": ally.name.strip()}, answers)
