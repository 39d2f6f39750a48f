"""M2, trust in a tie: reliability, discretion and fairness, each 1 to 5, and what was seen under pressure.

After Maister, Green & Galford, 2000; the bands as in the Wilder collaboration inventory.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.members import members, named
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

ITEMS = ("reliability", "discretion", "fairness")
"""The three parts of trust, from what one kept promise can change to what takes longest."""
ENOUGH_ITEMS = 2
"""Parts to rate before their mean is taken."""
HIGHEST = 5
GROWING, STRONG = 3, 4
"""Means from which trust counts as growing, and as strong."""
BANDS = ("strong", "growing", "thin")
_TONES = {"strong": "good", "growing": "plain", "thin": "plain"}


def rated_items(person: Person) -> dict[str, int]:
    """Return the parts of trust that were rated, each 1 to 5, in their order."""
    return {item: score for item in ITEMS if (score := getattr(person.trust, item)) is not None}


def mean_trust(person: Person) -> float | None:
    """M2: the mean of the parts that were rated, 1 to 5; None while fewer than two are."""
    scores = rated_items(person).values()
    return sum(scores) / len(scores) if len(scores) >= ENOUGH_ITEMS else None


def trust_band(person: Person) -> str | None:
    """Return `thin` below 3, `growing` below 4, `strong` from 4 on; None while it cannot be said."""
    mean = mean_trust(person)
    if mean is None:
        return None
    return BANDS[(mean < STRONG) + (mean < GROWING)]


def weakest_item(person: Person) -> str | None:
    """Return the lowest part of trust, the first of several; None when all that were rated are alike."""
    scores = rated_items(person)
    if len(set(scores.values())) <= 1:
        return None
    return min(scores, key=scores.__getitem__)


def trust(workbook: Workbook) -> tuple[Finding, ...]:
    """Return one finding for each tie of the five and the bench on which rating has begun."""
    begun = tuple(person for person in named(workbook.five + workbook.bench) if rated_items(person))
    return tuple(map(_tie, begun)) or (Finding("trust.ties", "open", "open"),)


def trust_overview(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many ties of the five stand in each band: for the coalition, never person by person."""
    bands = Counter(filter(None, map(trust_band, members(workbook))))
    rated, ties = bands.total(), len(members(workbook))
    if not rated:
        return (Finding("trust.overview", "open", "open"),)
    values = {"rated": rated, "ties": ties, **{band: bands[band] for band in BANDS}}
    bars = tuple((f"trust_{band}", bands[band], rated) for band in BANDS)
    case = "some" if rated < ties else "only" if ties == 1 else "all"
    answers = tuple((f"trust_{band}", literal(bands[band])) for band in BANDS)
    return (Finding("trust.overview", case, "plain", values, answers, bars),)


def _tie(person: Person) -> Finding:
    scores, band, weakest = rated_items(person), trust_band(person), weakest_item(person)
    bars = tuple((item, score, HIGHEST) for item, score in scores.items())
    values = {"name": person.name.strip(), "rated": len(scores)}
    if band is None:
        return Finding("trust.tie", "open", "open", values, quoted(person), bars)
    case = f"{band}_{weakest or ('full' if set(scores.values()) == {HIGHEST} else 'even')}"
    return Finding("trust.tie", case, _TONES[band], values, quoted(person), bars)


def quoted(person: Person) -> tuple[tuple[str, str], ...]:
    """Return the answers about trust as a finding quotes them."""
    scores = rated_items(person)
    items = tuple((item, literal(scores[item]) if item in scores else MISSING) for item in ITEMS)
    return (*items, ("under_pressure", person.trust.under_pressure or MISSING))
