"""What the game shows: partners, the rules by which they play, and the moves so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis.game import MACHINES, PAYOFFS, STRANGER, STRATEGIES, strategic
from workshop.model.codec import plain
from workshop.model.reciprocity import PARTNERS, ROUNDS, Game

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook

State = dict[str, Any]


def game_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    """Return everything with which a page plays a round by itself: machines, points, and the moves stored."""
    return {
        "partners": [dict(partner) for partner in words["partners"]],
        "machines": {name: attrs.asdict(machine) for name, machine in MACHINES.items()},
        "payoffs": {" ".join(moves): list(points) for moves, points in PAYOFFS.items()},
        "stranger": STRANGER,
        "rounds": ROUNDS,
        "benchmarks": {partner: _benchmarks(partner) for partner in PARTNERS},
        "answers": _answers(workbook.game),
    }


def _benchmarks(partner: str) -> dict[str, int]:
    """What answering in kind, always holding and always giving earn against `partner`."""
    return {strategy: strategic(strategy, partner).yours for strategy in STRATEGIES}


def _answers(game: Game) -> State:
    return {field.name: plain(getattr(game, field.name)) for field in attrs.fields(Game)}
