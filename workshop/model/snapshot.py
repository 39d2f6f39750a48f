"""What the coalition was on one day: kept to be compared with, never changed."""

from __future__ import annotations

import attrs

from workshop.model import fields
from workshop.model.person import Person
from workshop.model.plan import Plan
from workshop.model.sustain import Forum
from workshop.model.tie import Tie

MOST = 200


@attrs.frozen
class Snapshot:
    """The purpose sentence, the five and the bench, their ties, the plans and the forum of one `day`."""

    id: str = fields.identifier()
    day: str | None = fields.day()
    note: str = fields.text(60)
    sentence: str = fields.text(280)
    people: tuple[Person, ...] = fields.items(Person, 10)
    ties: tuple[Tie, ...] = fields.items(Tie, 45)
    plans: tuple[Plan, ...] = fields.items(Plan, 3)
    forum: Forum = fields.part(Forum)

    @property
    def five(self) -> tuple[Person, ...]:
        """The members on that day, roles still needed among them."""
        return tuple(person for person in self.people if person.seat == "five")
