"""What passes between the participant and others, the game of twenty rounds, and three small intentions."""

from __future__ import annotations

import attrs

from workshop.model import fields

KINDS = ("visibility", "resources", "cover", "advice", "introduction")
DIRECTIONS = ("given", "received", "talk")
INITIATIVES = ("asked", "offered")
PARTNERS = ("mirror", "wall", "patient", "grudge")
MOVES = ("give", "hold")
ROUNDS = 20


@attrs.frozen
class Exchange:
    """One entry of the ledger: something given or received in a month, or a talk in which nothing passed.

    `initiative` is `asked` when the one who received had asked for it, `offered` when nobody had to ask.
    """

    id: str = fields.identifier()
    person: str | None = fields.reference()
    direction: str | None = fields.choice(*DIRECTIONS)
    kind: str | None = fields.choice(*KINDS)
    month: str | None = fields.month()
    initiative: str | None = fields.choice(*INITIATIVES)


@attrs.frozen
class Game:
    """The repeated game: one round with a stranger, then up to twenty with each partner, move by move."""

    once: str | None = fields.choice(*MOVES)
    partner: str | None = fields.choice(*PARTNERS)
    mirror: tuple[str, ...] = fields.sequence(*MOVES, most=ROUNDS)
    wall: tuple[str, ...] = fields.sequence(*MOVES, most=ROUNDS)
    patient: tuple[str, ...] = fields.sequence(*MOVES, most=ROUNDS)
    grudge: tuple[str, ...] = fields.sequence(*MOVES, most=ROUNDS)


@attrs.frozen
class Intent:
    """Something meant for one person."""

    person: str | None = fields.reference()
    words: str = fields.text(200)


@attrs.frozen
class Reciprocity:
    """`06_reciprocity` ends in one visible give, one credit and one ask."""

    give: Intent = fields.part(Intent)
    credit: Intent = fields.part(Intent)
    ask: Intent = fields.part(Intent)
