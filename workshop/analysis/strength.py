"""M16, tie strength: the mean of closeness, frequency, confiding and exchange, each 1 to 5 read as 0 to 1.

Granovetter 1973; Marsden and Campbell 1984. The cuts at one and two thirds are this kit's own convention.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.members import members
from workshop.model import Finding
from workshop.model.person import Strength

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

SIGNS = tuple(attrs.fields_dict(Strength))
ENOUGH_SIGNS = 2
"""Signs to answer before anything is said about a tie."""
BANDS = ("thin", "middling", "strong")


def mean_strength(person: Person) -> float | None:
    """Return the strength of your tie to `person`, 0 to 1; None below two of four answers.

    >>> from workshop.model import Person
    >>> mean_strength(Person("a", strength=Strength(closeness=5, frequency=3)))
    0.75
    """
    given = _given(person)
    return sum(value - 1 for value in given) / (4 * len(given)) if len(given) >= ENOUGH_SIGNS else None


def band(person: Person) -> str | None:
    """Return `thin`, `middling` or `strong` by thirds; None below two of four answers."""
    if mean_strength(person) is None:
        return None
    given = _given(person)
    thirds = 3 * sum(value - 1 for value in given)  # in whole numbers: a third has no exact fraction
    most = 4 * len(given)
    return BANDS[0] if thirds < most else BANDS[1] if thirds < 2 * most else BANDS[2]


def strength(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the count of ties by strength, then one finding for each named member."""
    people = members(workbook)
    return (_count(people), *(_tie(person) for person in people))


def _given(person: Person) -> list[int]:
    return [value for sign in SIGNS if (value := getattr(person.strength, sign)) is not None]


def _count(people: tuple[Person, ...]) -> Finding:
    tally = Counter(found for person in people if (found := band(person)))
    key, said = "strength.count", tally.total()
    if not said:
        return Finding(key, "open", "open")
    values = {"said": said, "people": len(people), **{name: tally[name] for name in BANDS}}
    bars = tuple((f"strength_{name}", tally[name], said) for name in reversed(BANDS))
    if said == 1:
        return Finding(key, "one", values=values, bars=bars)
    alike = next((name for name in BANDS if tally[name] == said), None)
    return Finding(key, f"all_{alike}" if alike else "mixed", values=values, bars=bars)


def _tie(person: Person) -> Finding:
    found, given = band(person), _given(person)
    values = {"name": person.name.strip(), "answered": len(given), "signs": len(SIGNS)}
    answers = tuple((f"strength_{sign}", _said(getattr(person.strength, sign))) for sign in SIGNS)
    if found is None:
        return Finding("strength.tie", "open", "open", values, answers)
    return Finding("strength.tie", found, "plain", values, answers)


def _said(value: int | None) -> str:
    return MISSING if value is None else literal(value)
