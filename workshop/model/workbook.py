"""One person's homework: every answer, all of them optional, none of them derived."""

from __future__ import annotations

import attrs

from workshop.model import fields
from workshop.model.clinic import Played
from workshop.model.draft import Draft
from workshop.model.person import FUNCTIONS, PERSPECTIVES, Person
from workshop.model.plan import Plan
from workshop.model.reciprocity import Exchange, Game, Reciprocity
from workshop.model.refresh import Refresh
from workshop.model.snapshot import MOST as MOST_SNAPSHOTS
from workshop.model.snapshot import Snapshot
from workshop.model.stress import Stand, Stress
from workshop.model.sustain import Defence, Dial, Forum
from workshop.model.tie import Tie, tie_id

GOALS = ("decision", "behaviour", "purchase")
VALUES = (
    "fairness", "candour", "customer", "innovation", "craft", "responsibility", "learning", "courage", "care",
)  # fmt: skip
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
class Commitment:
    """`09_commit`: what a peer saw, when to look again, and the two questions asked once more."""

    consult: str = fields.text(600)
    refresh_months: int | None = fields.number(6, 12)
    standing: int | None = fields.number(1, 5)
    clarity: int | None = fields.number(1, 5)


@attrs.frozen
class Workbook:
    """Everything one participant has answered. A change is a new `Workbook`.

    `key` names it among others, so that its dates are known again in a calendar; made with the first answer.
    """

    key: str = fields.text(32)
    start: Start = fields.part(Start)
    people: tuple[Person, ...] = fields.items(Person, 25)
    purpose: Purpose = fields.part(Purpose)
    ties: tuple[Tie, ...] = fields.items(Tie, 400, keyed=True)
    deciders: tuple[Decider, ...] = fields.items(Decider, 6)
    positions: tuple[Position, ...] = fields.items(Position, 40, keyed=True)
    plans: tuple[Plan, ...] = fields.items(Plan, 3)
    commitment: Commitment = fields.part(Commitment)
    exchanges: tuple[Exchange, ...] = fields.items(Exchange, 5000)
    reciprocity: Reciprocity = fields.part(Reciprocity)
    game: Game = fields.part(Game)
    forum: Forum = fields.part(Forum)
    dial: Dial = fields.part(Dial)
    defence: Defence = fields.part(Defence)
    stress: Stress = fields.part(Stress)
    stands: tuple[Stand, ...] = fields.items(Stand, 175, keyed=True)
    refresh: Refresh = fields.part(Refresh)
    snapshots: tuple[Snapshot, ...] = fields.items(Snapshot, MOST_SNAPSHOTS, open_fields=("note",))
    clinic: tuple[Played, ...] = fields.items(Played, 4, keyed=True)
    drafts: tuple[Draft, ...] = fields.items(Draft, 40, keyed=True)

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
