"""One person's homework: every answer, all of them optional, none of them derived."""

from __future__ import annotations

import attrs

from workshop.model import fields
from workshop.model.person import FUNCTIONS, PERSPECTIVES, Person

GOALS = ("decision", "behaviour", "purchase")
VALUES = (
    "fairness", "candour", "customer", "innovation", "craft", "responsibility", "learning", "courage", "care",
)  # fmt: skip
INVESTMENTS = ("deliver", "confide", "fair", "visible", "credit", "ask", "introduce")
SEATS_OF_FIVE = 5
SEATS_ON_BENCH = 5
YOU = "you"


@attrs.frozen
class Start:
    """`00_start`: how the person wants to work, their influence goal, and two questions asked before."""

    rules: bool | None = fields.flag()
    naming: str | None = fields.choice("code", "initials")
    goal: str | None = fields.choice(*GOALS)
    goal_words: str = fields.text(200)
    standing: int | None = fields.number(1, 5)
    clarity: int | None = fields.number(1, 5)
    helped: int | None = fields.number(0, 50)
    calling: int | None = fields.number(0, 50)


@attrs.frozen
class Purpose:
    """`02_purpose`: the ladder of whys, up to three values, and the one sentence the five share."""

    why_first: str = fields.text(200)
    why_second: str = fields.text(200)
    why_third: str = fields.text(200)
    values: tuple[str, ...] = fields.many(*VALUES, most=3)
    own_value: str = fields.text(40)
    sentence: str = fields.text(280)
    horizon: int | None = fields.number(1, 20)
    project_cancelled: str | None = fields.choice(*fields.YES_NO_UNSURE)
    employer_changed: str | None = fields.choice(*fields.YES_NO_UNSURE)
    needs: tuple[str, ...] = fields.many(*FUNCTIONS, most=5)
    views: tuple[str, ...] = fields.many(*PERSPECTIVES, most=5)


@attrs.frozen
class Tie:
    """Whether two people know each other well; `id` is their two ids, sorted, joined by `~`."""

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z0-9]{1,16}~[a-z0-9]{1,16}\Z"))
    knows: str | None = fields.choice(*fields.YES_NO_UNSURE)
    strength: int | None = fields.number(1, 3)

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two people."""
        first, second = self.id.split("~")
        return first, second


@attrs.frozen
class Decider:
    """A role that decides about the influence goal, and who of the coalition reaches it directly."""

    id: str = fields.identifier()
    role: str = fields.text(60)
    reached_by: tuple[str, ...] = fields.references(6)


@attrs.frozen
class Position:
    """Where the person put somebody on the map, in thousandths of its width and height."""

    id: str = fields.identifier()
    x: int | None = fields.number(0, 1000)
    y: int | None = fields.number(0, 1000)


@attrs.frozen
class Plan:
    """An if–then plan: when a situation comes up, this will be done for this person."""

    id: str = fields.identifier()
    person: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.matches_re(fields.IDENTIFIER)),
        metadata={"kind": "reference"},
    )
    kind: str | None = fields.choice(*INVESTMENTS)
    trigger: str = fields.text(200)
    action: str = fields.text(200)
    due: str | None = fields.day()


@attrs.frozen
class Commitment:
    """`09_commit`: what a peer saw, when to look again, and the two questions asked once more."""

    consult: str = fields.text(600)
    refresh_months: int | None = fields.number(6, 12)
    standing: int | None = fields.number(1, 5)
    clarity: int | None = fields.number(1, 5)


@attrs.frozen
class Workbook:
    """Everything one participant has answered. A change is a new `Workbook`."""

    start: Start = fields.part(Start)
    people: tuple[Person, ...] = fields.items(Person, 25)
    purpose: Purpose = fields.part(Purpose)
    ties: tuple[Tie, ...] = fields.items(Tie, 400, keyed=True)
    deciders: tuple[Decider, ...] = fields.items(Decider, 6)
    positions: tuple[Position, ...] = fields.items(Position, 40, keyed=True)
    plans: tuple[Plan, ...] = fields.items(Plan, 3)
    commitment: Commitment = fields.part(Commitment)

    @property
    def allies(self) -> tuple[Person, ...]:
        """The people listed in `01_alliances`."""
        return tuple(person for person in self.people if person.ally)

    @property
    def five(self) -> tuple[Person, ...]:
        """The members: up to five people, roles still needed among them."""
        return tuple(person for person in self.people if person.seat == "five")

    @property
    def bench(self) -> tuple[Person, ...]:
        """The people who could step in: up to five."""
        return tuple(person for person in self.people if person.seat == "bench")

    def person(self, id: str) -> Person | None:
        """The person with this id, or None."""
        return next((person for person in self.people if person.id == id), None)

    def tie(self, first: str, second: str) -> Tie | None:
        """The tie between two people in either order, or None when nothing was said about it."""
        return next((tie for tie in self.ties if tie.id == tie_id(first, second)), None)


def tie_id(first: str, second: str) -> str:
    """The id of the tie between two people, the same in either order."""
    return "~".join(sorted((first, second)))
