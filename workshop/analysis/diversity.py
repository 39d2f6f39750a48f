"""M8 and M9: how mixed the five are, beside the most that so many people allow.

Blau's B is the chance that two draws differ, so B / B_max is a ratio of counts: pairs of people who differ,
over the pairs that could. That is how it is said, never as a decimal.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from workshop.analysis.answer import label, literal
from workshop.analysis.members import FEWEST, members
from workshop.model import Finding
from workshop.model.person import FUNCTIONS, LEVELS, PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.model import Person, Workbook

GROUPINGS = {"function": FUNCTIONS, "level": LEVELS, "perspective": PERSPECTIVES}


def blau(sizes: Sequence[int]) -> Fraction:
    """Return B = 1 − Σ p² for group sizes, 0 to 1; 0 for nobody (Blau 1977)."""
    people = sum(sizes)
    return 1 - Fraction(sum(size * size for size in sizes), people * people) if people else Fraction(0)


def highest_blau(people: int, kinds: int) -> Fraction:
    """Return the largest B that `people` spread over `kinds` groups can have: 0.64 for 5 people, 3 kinds."""
    return blau(_evenly(people, kinds))


def pairs_that_differ(sizes: Sequence[int]) -> int:
    """Return how many pairs of people are in different groups: B · n² / 2."""
    return int(blau(sizes) * sum(sizes) ** 2 / 2)


def most_pairs_that_differ(people: int, kinds: int) -> int:
    """Return the most pairs that can differ when `people` spread over `kinds` groups: 8 for 5 and 3."""
    return pairs_that_differ(_evenly(people, kinds))


def external_internal(outside: int, inside: int) -> Fraction | None:
    """Return (E − I)/(E + I), −1 to 1; None for nobody (Krackhardt & Stern 1988)."""
    people = outside + inside
    return Fraction(outside - inside, people) if people else None


def diversity(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the mix of functions, levels and perspectives, and who is outside the employer."""
    people = members(workbook)
    mixes = tuple(_mix(people, grouping, len(kinds)) for grouping, kinds in GROUPINGS.items())
    return (*mixes, _employer(people))


def _evenly(people: int, kinds: int) -> list[int]:
    quotient, rest = divmod(people, kinds)
    return [quotient + 1] * rest + [quotient] * (kinds - rest)


def _mix(people: tuple[Person, ...], grouping: str, kinds: int) -> Finding:
    key, answers = f"diversity.{grouping}", _answers(people, grouping)
    sizes = list(
        Counter(getattr(person, grouping) for person in people if getattr(person, grouping)).values()
    )
    described = sum(sizes)
    if described < FEWEST:
        return Finding(key, "open", "open", answers=answers)
    values = {
        "here": len(sizes),
        "reachable": min(kinds, described),
        "described": described,
        "differ": pairs_that_differ(sizes),
        "could_differ": most_pairs_that_differ(described, kinds),
    }
    if len(sizes) == 1:
        return Finding(key, "same", "watch", values, answers)
    fullest = blau(sizes) == highest_blau(described, kinds)
    return (
        Finding(key, "most", "good", values, answers)
        if fullest
        else Finding(key, "some", "plain", values, answers)
    )


def _employer(people: tuple[Person, ...]) -> Finding:
    key, answers = "diversity.employer", _answers(people, "employer")
    places = Counter(person.employer for person in people if person.employer)
    index = external_internal(places["outside"], places["inside"])
    if index is None or places.total() < FEWEST:
        return Finding(key, "open", "open", answers=answers)
    values = {"outside": places["outside"], "described": places.total()}
    if index == -1:
        return Finding(key, "inside", "watch", values, answers)
    return Finding(key, "outside" if index == 1 else "some", "plain", values, answers)


def _answers(people: tuple[Person, ...], grouping: str) -> tuple[tuple[str, str], ...]:
    return tuple((literal(person.name), label(grouping, getattr(person, grouping))) for person in people)
