"""Ledgers, games and loops that, together, bring out every verdict of give and receive."""

from __future__ import annotations

from itertools import chain

import attrs
from answered import five

from workshop.model import Exchange, Game, Workbook
from workshop.model.reciprocity import PARTNERS, ROUNDS, Intent, Reciprocity

MONTHS = ("2026-01", "2026-04", "2026-07", "2026-10")


def examples():
    """Return all of them."""
    return [*ledgers(), *loops(), *games()]


def ledger(*entries, people=5, **more):
    """Return a workbook with entries such as `a+0`: person, sign, and perhaps the month.

    `+` is given, `-` received, `?` received when asked for, `.` a talk.
    """
    signs = {"+": ("given", "offered"), "-": ("received", "offered"), "?": ("received", "asked")}
    noted = []
    for number, entry in enumerate(entries):
        direction, initiative = signs.get(entry[1], ("talk", None))
        month = MONTHS[int(entry[2:]) % len(MONTHS)] if entry[2:] else MONTHS[0]
        noted.append(Exchange(f"x{number}", entry[0], direction, "advice", month, initiative))
    return Workbook(people=five(people), exchanges=tuple(noted), **more)


def ahead_of_today(*months):
    """Return a workbook with one gift in each of these months."""
    noted = tuple(Exchange(f"x{n}", "a", "given", "advice", month) for n, month in enumerate(months))
    return Workbook(people=five(), exchanges=noted)


def undated(signs):
    """Return a workbook in which something passed with one person in months that are not said."""
    noted = ledger(*(f"a{sign}" for sign in signs))
    return attrs.evolve(noted, exchanges=tuple(attrs.evolve(one, month=None) for one in noted.exchanges))


PATTERN = ("+0", "-1", "+2")


def ledgers():
    """Yield ledgers from one entry to a pattern with everybody, one way and both ways."""
    both = [f"{id}{sign}" for id in "abc" for sign in PATTERN]
    yield from (ledger(), ledger("a."), ledger("a+"), ledger("a+", "a-"), ledger("a+", "b+"))
    yield from (ledger(*(["a+"] * 6)), ledger(*(["a+"] * 4), "a-"), ledger(*(["a-"] * 4), "a+"))
    yield from (ledger("a-", "b-"), ledger("a+", "b-"), ledger("a?", "b?", "a-"), ledger("a?", "b.", "a."))
    yield from (ahead_of_today("2027-01"), ahead_of_today("2027-01", "2100-12"), undated("+-+"))
    yield from (ledger(*both), ledger(*both, "d+"), ledger("a-", "a-", "b-"), ledger("a-", "b-", "c-"))


def loops():
    """Yield loops from the ask alone to all three, with and without something given before."""
    call = {id: Intent(id, "a call") for id in "abc"}
    for loop in chain(
        [Reciprocity(ask=call["a"]), Reciprocity(give=call["a"])],
        [Reciprocity(call[id], call["b"], call["a"]) for id in "ac"],
    ):
        yield Workbook(people=five(), reciprocity=loop)
    yield ledger("a+", reciprocity=Reciprocity(call["b"], call["c"], call["a"]))


def games():
    """Yield twenty rounds that earn as much as answering in kind, more, and less."""
    for moves in (("give",) * ROUNDS, ("give",) * (ROUNDS - 1) + ("hold",), ("hold",) * ROUNDS):
        for partner in PARTNERS:
            yield Workbook(game=Game(partner=partner, **{partner: moves}))
