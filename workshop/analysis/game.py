"""M20: one round or twenty of give or hold, against partners who are Moore machines.

Payoffs 3, 0, 5 and 1 as in Axelrod, The Evolution of Cooperation, 1984.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import literal
from workshop.analysis.exchange import in_the_ledger, is_pattern
from workshop.model import Finding
from workshop.model.reciprocity import PARTNERS, ROUNDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workshop.model import Workbook

GIVE, HOLD = "give", "hold"
PAYOFFS = {(GIVE, GIVE): (3, 3), (GIVE, HOLD): (0, 5), (HOLD, GIVE): (5, 0), (HOLD, HOLD): (1, 1)}
"""What one round earns: your move and theirs, points for you and for them."""
STRANGER = HOLD
"""What somebody does whom you meet once: in a single round it earns more, whatever the other does."""


@attrs.frozen
class Machine:
    """A Moore machine: what it plays in each state, and its next state after each of your moves."""

    start: str
    plays: Mapping[str, str]
    after: Mapping[str, Mapping[str, str]]


def _machine(start: str, **states: tuple[str, str, str]) -> Machine:
    """Return a machine of states: what it plays, the state after a give, and after a hold."""
    plays = {state: move for state, (move, _, _) in states.items()}
    after = {state: {GIVE: given, HOLD: held} for state, (_, given, held) in states.items()}
    return Machine(start, plays, after)


GIVER = _machine("calm", calm=(GIVE, "calm", "calm"))
MACHINES = {
    "mirror": _machine("calm", calm=(GIVE, "calm", "cross"), cross=(HOLD, "calm", "cross")),
    "wall": _machine("shut", shut=(HOLD, "shut", "shut")),
    "patient": _machine(
        "calm", calm=(GIVE, "calm", "once"), once=(GIVE, "calm", "cross"), cross=(HOLD, "calm", "cross")
    ),
    "grudge": _machine("calm", calm=(GIVE, "calm", "shut"), shut=(HOLD, "shut", "shut")),
}
"""The partners: tit for tat, always hold, hold after two holds in a row, give until the first hold."""
STRATEGIES = {"answer": MACHINES["mirror"], HOLD: MACHINES["wall"], GIVE: GIVER}
"""What you could have played throughout: tit for tat, always hold, always give."""


@attrs.frozen
class Match:
    """Rounds played.

    Attributes:
        theirs: the partner's moves, one for each of yours.
        yours: your points, 0 to 100 in twenty rounds.
        partners: the partner's points, 0 to 100 in twenty rounds.
    """

    theirs: tuple[str, ...]
    yours: int
    partners: int


def played(partner: str, moves: Sequence[str]) -> Match:
    """Return how `partner` plays against your `moves`, and what both earn."""
    machine, theirs = MACHINES[partner], []
    state = machine.start
    for move in moves:
        theirs.append(machine.plays[state])
        state = machine.after[state][move]
    points = [PAYOFFS[pair] for pair in zip(moves, theirs, strict=True)]
    return Match(tuple(theirs), sum(mine for mine, _ in points), sum(other for _, other in points))


def strategic(strategy: str, partner: str, rounds: int = ROUNDS) -> Match:
    """Return the match of one of `STRATEGIES` against `partner` over `rounds`."""
    machine, moves = STRATEGIES[strategy], []
    state = machine.start
    for _ in range(rounds):
        moves.append(machine.plays[state])
        state = machine.after[state][played(partner, moves).theirs[-1]]
    return played(partner, moves)


def finished(workbook: Workbook) -> str | None:
    """Return the partner with whom all twenty rounds are played, the one chosen last first; or None."""
    partners = (workbook.game.partner, *PARTNERS)
    whole = (partner for partner in partners if partner and len(getattr(workbook.game, partner)) == ROUNDS)
    return next(whole, None)


def game(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return which game each tie of the ledger plays, then how the twenty rounds ended."""
    return (_ledger(workbook, today), _twenty(workbook))


def _ledger(workbook: Workbook, today: date) -> Finding:
    found = in_the_ledger(workbook, today)
    people = [(person.name.strip(), counted) for person, counted in found if counted.passed]
    giving = tuple(name for name, counted in people if not counted.received)
    receiving = tuple(name for name, counted in people if not counted.given)
    patterns = sum(is_pattern(counted) for _, counted in people)
    values = {"ties": len(people), "patterns": patterns, "giving": giving, "receiving": receiving}
    answers = (
        *((literal(name), "exchange_only_given") for name in giving),
        *((literal(name), "exchange_only_received") for name in receiving),
    )
    if not people:
        return Finding("game.ledger", "open", "open")
    if giving or receiving:
        case = "mixed" if giving and receiving else "giving" if giving else "receiving"
        return Finding("game.ledger", case, "plain", values, answers)
    return Finding("game.ledger", "both" if len(people) > 1 else "both_one", "good", values)


def _twenty(workbook: Workbook) -> Finding:
    partner = finished(workbook)
    if partner is None:
        return Finding("game.twenty", "open", "open")
    moves = getattr(workbook.game, partner)
    match, answering = played(partner, moves), strategic("answer", partner).yours
    values = {"yours": match.yours, "partners": match.partners, "answering": answering}
    case = "same" if match.yours == answering else "more" if match.yours > answering else "less"
    answers = (("game_gives", literal(moves.count(GIVE))), ("game_holds", literal(moves.count(HOLD))))
    return Finding("game.twenty", case, "plain", values, answers)
