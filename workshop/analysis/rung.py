"""M1, the rung of a tie: how many of six either/or cards say relationship rather than trade.

The cuts at 2 and 4 are this kit's own convention.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import label, literal
from workshop.analysis.members import named
from workshop.model import Cards, Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

CARDS = tuple(attrs.fields_dict(Cards))
ENOUGH_CARDS = 4
"""Cards to sort before a rung is named."""
HIGHEST_ALLIANCE = 2
HIGHEST_EVOLVING = 4
_TONES = {"alliance": "plain", "evolving": "plain", "coalition": "good"}


def sorted_cards(person: Person) -> int:
    """Return how many of the six cards were sorted to one side, 0 to 6."""
    return sum(getattr(person.cards, card) in {"trade", "relationship"} for card in CARDS)


def relational(person: Person) -> int:
    """Return how many of the six cards say relationship, 0 to 6."""
    return sum(getattr(person.cards, card) == "relationship" for card in CARDS)


def computed_rung(person: Person) -> str | None:
    """Return `alliance`, `evolving` or `coalition` by the cards; None below four sorted cards.

    A card that is unsure or left out counts as a trade: the rung is the lowest it can be.
    """
    return _rung(relational(person)) if sorted_cards(person) >= ENOUGH_CARDS else None


def rung(person: Person) -> str | None:
    """Return the rung that holds: what the person chose over the cards, or else what the cards say."""
    return person.overrule or computed_rung(person)


def rungs(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the count of ties by rung, then one finding for each named ally."""
    allies = named(workbook.allies)
    return (_count(allies), *(_tie(ally) for ally in allies))


def _rung(count: int) -> str:
    if count <= HIGHEST_ALLIANCE:
        return "alliance"
    return "evolving" if count <= HIGHEST_EVOLVING else "coalition"


def _count(allies: tuple[Person, ...]) -> Finding:
    tally = Counter(found for ally in allies if (found := rung(ally)))
    if not tally:
        return Finding("rungs.count", "open", "open")
    values = {name: tally[name] for name in _TONES} | {"sorted": tally.total()}
    answers = tuple((name, literal(tally[name])) for name in _TONES)
    return Finding("rungs.count", "some", "plain", values, answers)


def _tie(ally: Person) -> Finding:
    count, held = relational(ally), rung(ally)
    values = {"name": ally.name.strip(), "relational": count, "sorted": sorted_cards(ally)}
    if held is None:
        return Finding("rungs.tie", "open", "open", values, _answers(ally))
    return Finding("rungs.tie", _case(ally, held), _TONES[held], values, _answers(ally))


def _case(ally: Person, held: str) -> str:
    by_cards = computed_rung(ally)
    if by_cards is None:
        return f"chosen_{held}"
    if by_cards != held:
        return f"overruled_{held}"
    open_cards = len(CARDS) - sorted_cards(ally)
    might_be_higher = not ally.overrule and _rung(relational(ally) + open_cards) != held
    return f"{held}_at_least" if might_be_higher else held


def _answers(ally: Person) -> tuple[tuple[str, str], ...]:
    cards = tuple((f"card_{card}", label("card", getattr(ally.cards, card))) for card in CARDS)
    chosen = (("overrule", ally.overrule),) if ally.overrule else ()
    reason = (("overrule_reason", literal(ally.overrule_reason)),) if ally.overrule_reason.strip() else ()
    return (*cards, *chosen, *reason)
