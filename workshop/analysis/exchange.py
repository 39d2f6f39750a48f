"""What has passed between you and each person: balance, mutuality, pattern, and who asks whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import literal
from workshop.analysis.members import members, named
from workshop.model import Finding
from workshop.model.recall import recalled
from workshop.model.reciprocity import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workshop.model import Exchange, Person, Workbook

ENOUGH_QUARTERS = 3
"""Different quarters with an exchange that make a pattern: this kit's own convention."""
MUTUAL_ENOUGH = 0.5
"""Mutuality from which help goes both ways: this kit's own convention."""
FEWEST_CONTACTS = 3
"""Contacts, or things received, before a share of them is spoken of: this kit's own convention."""
ENOUGH_ENTRIES = 6
"""Entries from which the ledger shows a shape: this kit's own convention."""
MOST_BOXES = 20
_TONES = {"open": "open", "open_talks": "open", "pattern": "good"}


@attrs.frozen
class Tally:
    """What the ledger holds about one person.

    Attributes:
        given: times you gave, 0 or more.
        received: times you received, 0 or more.
        talks: times you talked and nothing passed, 0 or more.
        quarters: different quarters of a year in which something was given or received, 0 or more.
        undated: times something passed in a month that is not said, 0 or more.
    """

    given: int = 0
    received: int = 0
    talks: int = 0
    quarters: int = 0
    undated: int = 0

    @property
    def passed(self) -> int:
        """Times something passed, in either direction."""
        return self.given + self.received


@recalled("people", "exchanges")
def entries(workbook: Workbook, today: date = date.max) -> tuple[Exchange, ...]:
    """Return the entries that say with whom and in which direction, with people who have a name.

    A month that lies ahead of `today` is a plan, not an exchange: `ahead` returns those entries.
    """
    month = _month_of(today)
    return tuple(entry for entry in _complete(workbook) if not _lies_ahead(entry, month))


@recalled("people", "exchanges")
def ahead(workbook: Workbook, today: date) -> tuple[Exchange, ...]:
    """Return the entries that are left out of `entries` because their month has not come yet."""
    month = _month_of(today)
    return tuple(entry for entry in _complete(workbook) if _lies_ahead(entry, month))


@recalled("people", "exchanges")
def tallies(workbook: Workbook, today: date = date.max) -> dict[str, Tally]:
    """Return the tally of everybody who is in the ledger up to `today`, by id."""
    by_person: dict[str, list[Exchange]] = defaultdict(list)
    for entry in entries(workbook, today):
        by_person[str(entry.person)].append(entry)
    return {person: _tally(listed) for person, listed in by_person.items()}


def tally(workbook: Workbook, person_id: str, today: date = date.max) -> Tally:
    """Return what the ledger holds about one person up to `today`; zeros for somebody who is not in it."""
    return tallies(workbook, today).get(person_id, Tally())


def balance(given: int, received: int) -> float | None:
    """M4, (g - r) / (g + r): from -1, only received, to 1, only given; None when nothing passed.

    After Gouldner, American Sociological Review, 1960.
    """
    return (given - received) / (given + received) if given + received else None


def mutuality(given: int, received: int) -> float | None:
    """M4, 2 min(g, r) / (g + r): from 0, one way only, to 1, as much each way; None when nothing passed.

    After Gouldner, American Sociological Review, 1960.
    """
    return 2 * min(given, received) / (given + received) if given + received else None


def is_pattern(tally: Tally) -> bool:
    """M5: whether help went both ways, and in three or more quarters, rather than once."""
    mutual = mutuality(tally.given, tally.received)
    return tally.quarters >= ENOUGH_QUARTERS and mutual is not None and mutual >= MUTUAL_ENOUGH


@recalled("people", "exchanges")
def asks(workbook: Workbook, today: date = date.max) -> tuple[int, int]:
    """M6: return in how many contacts you asked and received, and how many contacts there were.

    Help received of which nobody said how it came about is no contact here: it may have been asked for.
    """
    listed = entries(workbook, today)
    received = [entry.initiative for entry in listed if entry.direction == "received" and entry.initiative]
    others = sum(entry.direction != "received" for entry in listed)
    return received.count("asked"), len(received) + others


def in_the_ledger(workbook: Workbook, today: date = date.max) -> tuple[tuple[Person, Tally], ...]:
    """Return the members, then everybody else who has an entry up to `today`, each with their tally."""
    found = tallies(workbook, today)
    five = members(workbook)
    others = [person for person in named(workbook.people) if person.id in found and person not in five]
    return tuple((person, found.get(person.id, Tally())) for person in (*five, *others))


@recalled("people", "exchanges")
def noted(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return how many entries there are, in each direction, with how many people, and those that wait."""
    return (_noted(workbook, entries(workbook, today)), *_waiting(ahead(workbook, today)))


def _noted(workbook: Workbook, listed: tuple[Exchange, ...]) -> Finding:
    if not listed:
        return Finding("ledger.entries", "open", "open")
    people = {entry.person for entry in listed}
    counts = {direction: sum(entry.direction == direction for entry in listed) for direction in DIRECTIONS}
    values = {
        "entries": len(listed),
        "people": len(people),
        "names": tuple(person.name.strip() for person in workbook.people if person.id in people),
        "given": counts["given"],
        "received": counts["received"],
        "talks": counts["talk"],
    }
    size = "some" if len(listed) >= ENOUGH_ENTRIES else "few"
    case = "one" if len(listed) == 1 else f"{size}_one" if len(people) == 1 else size
    return Finding("ledger.entries", case, "plain", values)


def _waiting(plans: tuple[Exchange, ...]) -> tuple[Finding, ...]:
    if not plans:
        return ()
    case = "one" if len(plans) == 1 else "many"
    return (Finding("ledger.ahead", case, "plain", {"entries": len(plans)}),)


def balances(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return in how many ties there is a pattern, then what passed with each person."""
    people = in_the_ledger(workbook, today)
    return (_patterns(people), *(_tie(person, counted) for person, counted in people))


def asking(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return the share of contacts in which you asked for something; a watch above half."""
    asked, contacts = asks(workbook, today)
    values = {"asked": asked, "contacts": contacts}
    answers = (("exchange_asked", literal(asked)), ("exchange_contacts", literal(contacts)))
    if contacts < FEWEST_CONTACTS:
        return (Finding("asking.share", "open", "open", values, answers),)
    bars = (("exchange_asked", asked, contacts),) if contacts <= MOST_BOXES else ()
    case = "often" if 2 * asked > contacts else "some" if asked else "none"
    return (Finding("asking.share", case, "watch" if case == "often" else "plain", values, answers, bars),)


def _tally(listed: Iterable[Exchange]) -> Tally:
    kept = list(listed)
    passed = [entry for entry in kept if entry.direction != "talk"]
    given = sum(entry.direction == "given" for entry in passed)
    months = [entry.month for entry in passed if entry.month]
    quarters, undated = len(set(map(_quarter, months))), len(passed) - len(months)
    return Tally(given, len(passed) - given, len(kept) - len(passed), quarters, undated)


def _complete(workbook: Workbook) -> Iterator[Exchange]:
    known = {person.id for person in named(workbook.people)}
    return (entry for entry in workbook.exchanges if entry.direction and entry.person in known)


def _month_of(day: date) -> str:
    return day.isoformat()[:7]


def _lies_ahead(entry: Exchange, month: str) -> bool:
    return entry.month is not None and entry.month > month


def _quarter(month: str) -> tuple[str, int]:
    year, number = month.split("-")
    return year, (int(number) - 1) // 3


def _patterns(people: Iterable[tuple[Person, Tally]]) -> Finding:
    passed = [(person, counted) for person, counted in people if counted.passed]
    patterns = tuple(person.name.strip() for person, counted in passed if is_pattern(counted))
    answers = tuple((literal(person.name), literal(counted.quarters)) for person, counted in passed)
    values: Mapping[str, object] = {"ties": len(passed), "patterns": len(patterns), "names": patterns}
    if not passed:
        return Finding("balance.pattern", "open", "open")
    if not patterns:
        return Finding("balance.pattern", "none", "plain", dict(values), answers)
    case = "all" if len(patterns) == len(passed) else "some"
    return Finding("balance.pattern", case, "good", dict(values), answers)


def _tie(person: Person, counted: Tally) -> Finding:
    case = _case(counted)
    values = {
        "name": person.name.strip(),
        **{name: getattr(counted, name) for name in ("given", "received", "undated")},
    }
    facts = [(name, getattr(counted, name)) for name in ("given", "received", "talks", "quarters")]
    answers = tuple((f"exchange_{name}", literal(count)) for name, count in facts)
    bars = tuple((f"exchange_{name}", count, counted.passed) for name, count in facts[:2])
    drawn = bars if 0 < counted.passed <= MOST_BOXES else ()
    return Finding("balance.tie", case, _TONES.get(case, "plain"), values, answers, drawn)


def _case(counted: Tally) -> str:
    mutual = mutuality(counted.given, counted.received)
    if mutual is None:
        return "open_talks" if counted.talks else "open"
    if is_pattern(counted):
        return "pattern"
    if mutual >= MUTUAL_ENOUGH:
        return "both_undated" if counted.quarters + counted.undated >= ENOUGH_QUARTERS else "both"
    side = "giving" if (balance(counted.given, counted.received) or 0) > 0 else "receiving"
    return f"mostly_{side}" if mutual else side
