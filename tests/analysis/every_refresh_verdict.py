"""Workbooks for every verdict about snapshots, what has changed, promises kept, and how strong ties are."""

from __future__ import annotations

from itertools import chain, product

import attrs
from answered import five, map_of

from workshop.model import Person, Plan, Purpose, Snapshot, Workbook
from workshop.model.person import Strength
from workshop.model.refresh import Refresh
from workshop.model.workbook import Commitment

LONG_AGO = "2025-05-20"
DAYS = ("2026-11-22", "2026-11-21", "2026-11-01", "2026-05-22", "2021-05-22", "2026-12-24")


def examples():
    """Return all of them."""
    return [*chain(ages(), dues(), memberships(), ties(), sentences(), moves(), plans(), strengths())]


def kept(workbook, day=LONG_AGO):
    """Return what `workbook` says as a snapshot of `day`."""
    return Snapshot(
        "s1", day=day, sentence=workbook.purpose.sentence, people=workbook.five, ties=workbook.ties
    )


def compared(then, now, day=LONG_AGO, **more):
    """Return `now` with a snapshot of `then`."""
    return attrs.evolve(now, snapshots=(kept(then, day),), **more)


def ages():
    """Yield snapshots of every age."""
    for day in DAYS:
        yield Workbook(snapshots=(Snapshot("s1", day=day),))


def dues():
    """Yield refreshes due later, due now, and not chosen."""
    for day, months in product((LONG_AGO, "2026-11-01"), (None, 6)):
        yield Workbook(snapshots=(Snapshot("s1", day=day),), commitment=Commitment(refresh_months=months))


def memberships():
    """Yield memberships unchanged for a short and a long time, larger, smaller, swapped and mostly new."""
    people = five()
    other = tuple(Person(f"n{n}", name=f"New {n}", seat="five") for n in range(5))
    for now, day in [
        (people, LONG_AGO),
        (people, "2026-11-01"),
        (people + other[:1], LONG_AGO),
        (people[:4], LONG_AGO),
        (people[:4] + other[:1], LONG_AGO),
        (people[:1] + other[:4], LONG_AGO),
        ((), LONG_AGO),
    ]:
        yield compared(Workbook(people=people), Workbook(people=now), day)
    for now, day in [
        (people[:1], LONG_AGO),
        (people[:1], "2026-11-01"),
        (people[:3], LONG_AGO),
        (other[:3], LONG_AGO),
    ]:
        yield compared(Workbook(people=people[:1]), Workbook(people=now), day)


def ties():
    """Yield ties kept, gained, faded, both, and in doubt."""
    for then, now, unsure in [
        (("ab",), ("ab",), ()),
        (("ab",), ("ab", "bc"), ()),
        (("ab", "bc"), ("ab",), ()),
        (("ab",), ("bc",), ()),
        (("ab",), (), ("ab",)),
        (("ab",), ("bc",), ("ab",)),
        (("ab", "bc"), (), ("ab",)),
        (("ab", "bc"), ("cd",), ("ab",)),
    ]:
        yield compared(map_of(then), map_of(now, unsure))


def sentences():
    """Yield sentences kept, reworded, written since, and no longer there."""
    for then, now in [("One", "One"), ("One", "Two"), ("", "Two"), ("One", "")]:
        yield compared(Workbook(purpose=Purpose(sentence=then)), Workbook(purpose=Purpose(sentence=now)))


def moves():
    """Yield what moved around a coalition that did and did not move."""
    people = five(3)
    for role, now in [("no", people), ("yes", people), ("yes", people[:2])]:
        refresh = Refresh(role=role, strategy="unsure")
        yield compared(Workbook(people=people), Workbook(people=now), refresh=refresh)


def plans():
    """Yield promises kept, in part, and not yet, one or more; and one that was rewritten."""
    for said in [(None,), ("yes",), ("partly",), ("no",), *product(("yes", "partly", "no"), repeat=2)]:
        made = tuple(Plan(f"p{n}", action="call", kept=kept) for n, kept in enumerate(said))
        yield Workbook(plans=made)
    before = Snapshot("s1", day=LONG_AGO, plans=(Plan("p0", action="write"),))
    yield Workbook(plans=(Plan("p0", action="call", kept="yes"),), snapshots=(before,))


def strengths():
    """Yield ties of every strength, alike and mixed."""
    for said in [(1, 1), (3, 3), (5, 5), (1, 5), (5,)]:
        people = (
            attrs.evolve(person, strength=Strength(closeness=value, frequency=value))
            for person, value in zip(five(), said, strict=False)
        )
        yield Workbook(people=tuple(people))
