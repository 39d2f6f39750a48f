"""M3: how often two are seen together beside how much they trust each other, and who needs no warm-up.

What counts as visible and how large a gap is named are this kit's own conventions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.members import members, named, names
from workshop.analysis.trust import HIGHEST, STRONG, mean_trust, quoted, rated_items
from workshop.model import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.model import Person, Workbook

VISIBLE = 4
"""Visibility, 1 to 5, from which a tie counts as visible."""
WIDE_GAP = 0.4
"""Gap between visibility and trust, both on a scale from 0 to 1, from which it is named."""


def gap(person: Person) -> float | None:
    """M3: visibility less trust, each on a scale from 0 to 1; -1 to 1, None while either is missing."""
    mean, visibility = mean_trust(person), person.trust.visibility
    return None if mean is None or visibility is None else (visibility - mean) / (HIGHEST - 1)


def runs_ahead(person: Person) -> bool:
    """Whether visibility runs ahead of trust by the gap that is named."""
    found = gap(person)
    return found is not None and found >= WIDE_GAP


def unproven(person: Person) -> bool:
    """Whether a tie is visible, and the answer about pressure is not a yes; no answer says nothing."""
    visible = (person.trust.visibility or 0) >= VISIBLE
    return visible and person.trust.under_pressure in {"not_yet", "unsure"}


def untested(workbook: Workbook) -> tuple[Person, ...]:
    """Return the members who are more visible beside you than tested, in their order."""
    return tuple(person for person in members(workbook) if unproven(person) or runs_ahead(person))


def ready(person: Person) -> bool | None:
    """Whether trust is 4 or more and was seen under pressure; None while either is not answered."""
    mean, evidence = mean_trust(person), person.trust.under_pressure
    return None if mean is None or evidence is None else mean >= STRONG and evidence == "yes"


def visibility(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many ties are more visible than tested, each of them, and who is trusted quietly."""
    compared = tuple(filter(_comparable, members(workbook)))
    flagged, quiet = untested(workbook), tuple(person for person in compared if _quiet(person))
    return (_count(compared, flagged), *map(_tie, flagged), *_quietly(quiet))


def warm_up(workbook: Workbook) -> tuple[Finding, ...]:
    """Return who could start something new tomorrow: of the five, and then of the bench."""
    people = members(workbook)
    asked = tuple(person for person in people if ready(person) is not None)
    could = tuple(filter(ready, asked))
    answers = tuple((literal(person.name), _readiness(person)) for person in people)
    bench = tuple(filter(ready, named(workbook.bench)))
    if not asked:
        return (Finding("warm_up.five", "open", "open", answers=answers), *_on_the_bench(bench))
    values = {"ready": len(could), "asked": len(asked), "names": names(could)}
    case, tone = _how_many(could, asked)
    return (Finding("warm_up.five", case, tone, values, answers), *_on_the_bench(bench))


def _comparable(person: Person) -> bool:
    """Whether it can be said of a tie that it is more visible than tested, or that it is not."""
    seen, pressure = person.trust.visibility, person.trust.under_pressure
    if seen is None:
        return False
    untold = seen < VISIBLE and mean_trust(person) is not None
    return pressure is not None or untold or runs_ahead(person)


def _quiet(person: Person) -> bool:
    found = gap(person)
    return found is not None and found <= -WIDE_GAP


def _count(compared: Sequence[Person], flagged: Sequence[Person]) -> Finding:
    key = "visibility.untested"
    values = {"compared": len(compared), "untested": len(flagged), "names": names(flagged)}
    answers = tuple((literal(person.name), literal(person.trust.visibility)) for person in compared)
    if not compared:
        return Finding(key, "open", "open")
    if not flagged:
        return Finding(key, "none", "good", values, answers)
    case = "many" if len(flagged) > 1 else "one" if len(compared) > 1 else "only"
    return Finding(key, case, "watch", values, answers)


def _tie(person: Person) -> Finding:
    seen = person.trust.visibility or 0
    scores = (("visibility", seen), *rated_items(person).items())
    bars = tuple((item, score, HIGHEST) for item, score in scores)
    answers = (("visibility", literal(seen)), *quoted(person))
    case = f"{person.trust.under_pressure}" if unproven(person) else "ahead"
    return Finding("visibility.tie", case, "plain", {"name": person.name.strip()}, answers, bars)


def _quietly(people: Sequence[Person]) -> tuple[Finding, ...]:
    if not people:
        return ()
    answers = tuple((literal(person.name), literal(person.trust.visibility)) for person in people)
    case = "one" if len(people) == 1 else "many"
    return (Finding("visibility.quiet", case, "plain", {"names": names(people)}, answers),)


def _how_many(could: Sequence[Person], asked: Sequence[Person]) -> tuple[str, str]:
    if not could:
        return "none", "plain"
    if len(could) == len(asked):
        return ("only", "good") if len(asked) == 1 else ("all", "good")
    return ("one" if len(could) == 1 else "some"), "good"


def _readiness(person: Person) -> str:
    found, mean = ready(person), mean_trust(person)
    if found is None or mean is None:
        return MISSING
    if found:
        return "ready"
    return "needs_trust" if mean < STRONG else "needs_evidence"


def _on_the_bench(people: Sequence[Person]) -> tuple[Finding, ...]:
    if not people:
        return ()
    answers = tuple((literal(person.name), "ready") for person in people)
    case = "one" if len(people) == 1 else "many"
    return (Finding("warm_up.bench", case, "good", {"names": names(people)}, answers),)
