"""M17: who has not heard from you for longer than you want, counted from the last contact.

Due after the cadence, overdue after twice the cadence: this kit's own convention. The fading of a tie is a
teaching model after Burt, 2002; that dormant ties keep value: Levin, Walter & Murnighan, 2011.
"""

from __future__ import annotations

import calendar
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.exchange import entries
from workshop.analysis.members import members, named, names
from workshop.model import Finding
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

HALF_LIFE = 180
"""Days after which half of a tie's strength is left: this kit's own convention."""
DAYS = 7
STATES = ("green", "amber", "red")
_TONES = {"green": "good", "amber": "plain", "red": "watch"}


@attrs.frozen
class Kept:
    """How a tie stands on one day.

    Attributes:
        person: with whom.
        last: day of the last contact; of one noted by month, the latest day it can have been.
        due: day on which the cadence is used up.
        days: days since the last contact, 0 or more.
        state: `green` up to the cadence, `amber` up to twice the cadence, `red` beyond.
    """

    person: Person
    last: date
    due: date
    days: int
    state: str


def strength_left(days: float) -> float:
    """M17: 2^(-t/h), the share of a tie's strength left after so many days, 1 down to 0.

    A teaching model after Burt, Social Networks, 2002; the half-life is this kit's own convention.
    """
    return float(2 ** (-days / HALF_LIFE))


def last_contact(workbook: Workbook, person: Person, today: date = date.max) -> date | None:
    """Return the later of the answer in `01_alliances` and the ledger's latest month, never after `today`.

    A day or month that lies ahead is a plan, not a contact: it is passed over. Within a month noted in the
    ledger the day is not known: the contact was not later than its last day, or than today.
    """
    answered = [date.fromisoformat(person.last_contact)] if person.last_contact else []
    month = latest_months(workbook, today).get(person.id)
    noted = [min(_last_day(month), today)] if month else []
    return max((day for day in answered + noted if day <= today), default=None)


@recalled("people", "exchanges")
def latest_months(workbook: Workbook, today: date) -> dict[str, str]:
    """Return the latest month up to `today` in the ledger of everybody of whom one is noted, by id."""
    found: dict[str, str] = {}
    for entry in entries(workbook, today):
        if entry.person and entry.month:
            found[entry.person] = max(entry.month, found.get(entry.person, ""))
    return found


def _last_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])


def kept(person: Person, workbook: Workbook, today: date) -> Kept | None:
    """Return how the tie with `person` stands; None without a cadence or a last contact."""
    last = last_contact(workbook, person, today)
    if last is None or person.cadence is None:
        return None
    cadence, days = timedelta(days=DAYS * person.cadence), (today - last).days
    late = (days > cadence.days) + (days > 2 * cadence.days)
    return Kept(person, last, last + cadence, days, STATES[late])


def upkeep_status(person: Person, workbook: Workbook, today: date) -> str | None:
    """Return `green`, `amber` when due, `red` beyond twice the cadence; None when it cannot be said."""
    found = kept(person, workbook, today)
    return found.state if found else None


def looked_after(workbook: Workbook) -> tuple[Person, ...]:
    """Return the members, then those on the bench for whom a cadence was chosen."""
    return (*members(workbook), *(person for person in named(workbook.bench) if person.cadence))


def upkeep(workbook: Workbook, today: date) -> tuple[Finding, ...]:
    """Return who is due, who went quiet, about whom nothing can be said, then each tie."""
    people = looked_after(workbook)
    ties = tuple(found for person in people if (found := kept(person, workbook, today)))
    if not ties:
        return (Finding("upkeep.count", "open", "open"),)
    known = {tie.person.id for tie in ties}
    unsaid = tuple(person for person in people if person.id not in known)
    return (_count(ties), _fading(ties), *_unsaid(unsaid, workbook, today), *map(_tie, ties))


def _count(ties: tuple[Kept, ...]) -> Finding:
    states = Counter(tie.state for tie in ties)
    due = names(tie.person for tie in ties if tie.state == "amber")
    overdue = names(tie.person for tie in ties if tie.state == "red")
    values = {"ties": len(ties), "due": due, "overdue": overdue, "late": len(due) + len(overdue)}
    bars = tuple((f"upkeep_{state}", states[state], len(ties)) for state in STATES)
    answers = tuple((literal(tie.person.name), f"upkeep_{tie.state}") for tie in ties)
    if not due and not overdue:
        return Finding("upkeep.count", "fine", "good", values, answers, bars)
    case, tone = ("due", "plain") if not overdue else ("both" if due else "overdue", "watch")
    return Finding("upkeep.count", f"{case}_one" if len(ties) == 1 else case, tone, values, answers, bars)


def _fading(ties: tuple[Kept, ...]) -> Finding:
    """Both sides of a long silence: a tie fades, and a dormant one keeps its value."""
    quiet = tuple(tie for tie in ties if tie.days > HALF_LIFE)
    values = {"names": names(tie.person for tie in quiet), "days": HALF_LIFE}
    answers = tuple((literal(tie.person.name), f"upkeep_left_{_quarters_left(tie)}") for tie in ties)
    case = ("none", "one", "many")[min(len(quiet), 2)]
    return Finding("upkeep.fading", case, "plain", values, answers)


def _quarters_left(tie: Kept) -> int:
    return round(4 * strength_left(tie.days))


def _unsaid(people: tuple[Person, ...], workbook: Workbook, today: date) -> tuple[Finding, ...]:
    if not people:
        return ()
    answers = tuple((literal(person.name), _missing(person, workbook, today)) for person in people)
    return (Finding("upkeep.unsaid", "open", "open", {"names": names(people)}, answers),)


def _missing(person: Person, workbook: Workbook, today: date) -> str:
    if person.cadence is None:
        return "upkeep_no_cadence"
    return "upkeep_no_contact" if last_contact(workbook, person, today) is None else MISSING


def _tie(tie: Kept) -> Finding:
    values = {"name": tie.person.name.strip(), "last": tie.last, "due": tie.due}
    answers = (
        ("upkeep_days", literal(tie.days)),
        ("upkeep_cadence_days", literal((tie.due - tie.last).days)),
    )
    case = tie.state if tie.last.isoformat() == tie.person.last_contact else f"{tie.state}_month"
    return Finding("upkeep.tie", case, _TONES[tie.state], values, answers)
