"""A block of the agenda: its steps with their minutes, and all that a facilitator needs to lead it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs.validators import gt, in_, instance_of

from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Mapping

LENGTHS = ("two-days", "one-day", "half-day", "ninety-minutes")
"""From the longest to the shortest; what stands in a shorter one stands in every longer one."""
FORMS = ("talk", "alone", "pairs", "groups", "all", "break")
"""Who works in a step: the facilitator speaks, each alone, two, three to eight, the whole room, or nobody."""
KINDS = ("work", "break", "before", "after")
"""What a block is; `before` and `after` lie outside the days."""
DAYS = (0, 1, 2)
"""On which day; 0 for what comes before and after."""
NEVER_CUT = ("welcome", "consulting", "playbook")
"""Blocks without which no workshop is safe, or worth its time: the rules, peer consulting, the page."""


@attrs.frozen
class Step:
    """What happens for some minutes; `stays_until` names the shortest workshop in which it still does."""

    text: str = attrs.field(validator=instance_of(str))
    minutes: int = attrs.field(validator=[instance_of(int), gt(0)])
    form: str = attrs.field(validator=in_(FORMS))
    stays_until: str = attrs.field(validator=in_(LENGTHS))

    @property
    def never_cut(self) -> bool:
        """Whether it stands in every workshop, however short."""
        return self.stays_until == LENGTHS[-1]


@attrs.frozen
class Watch:
    """Something that a facilitator may see, and the move for it."""

    sign: str
    move: str


@attrs.frozen
class Debrief:
    """Three questions after a block: what, so what, now what."""

    what: str
    so_what: str
    now_what: str


@attrs.frozen
class Block:
    """One block. A break has a title and steps, and nothing else.

    Attributes:
        id: stays the same when words change.
        day: 1 or 2; 0 for what comes before and after the days.
        kind: `work`, `break`, `before` or `after`.
        exercises: names of the exercises that are done in it.
        ids: of the method, as in `method.toml`.
        say: what the facilitator says, in the very words.
        never_cut: whether it stands in every workshop, however short.
        starts: minutes after midnight; None for what comes before and after the days.
    """

    id: str = attrs.field(validator=instance_of(str))
    day: int = attrs.field(validator=in_(DAYS))
    kind: str = attrs.field(validator=in_(KINDS))
    title: str = attrs.field(validator=instance_of(str))
    steps: tuple[Step, ...]
    exercises: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    purpose: str = ""
    invitation: str = ""
    say: tuple[str, ...] = ()
    room: str = ""
    materials: tuple[str, ...] = ()
    group: str = ""
    good: str = ""
    watch: tuple[Watch, ...] = ()
    debrief: Debrief | None = None
    never_cut: bool = False
    remote: str = ""
    large_room: str = ""
    paper: str = ""
    safety: str = ""
    starts: int | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(step.minutes for step in self.steps)

    @property
    def ends(self) -> int | None:
        """When it is over, in minutes after midnight; None for what comes before and after the days."""
        return None if self.starts is None else self.starts + self.minutes

    @property
    def split(self) -> Mapping[str, int]:
        """Minutes for each form of work that there is in it, in the order of `FORMS`."""
        sums = {form: sum(step.minutes for step in self.steps if step.form == form) for form in FORMS}
        return {form: minutes for form, minutes in sums.items() if minutes}

    @property
    def cut_first(self) -> tuple[Step, ...]:
        """The steps to leave out when time runs short, the first of them first."""
        cuttable = [step for step in self.steps if not step.never_cut]
        return tuple(sorted(cuttable, key=lambda step: LENGTHS.index(step.stays_until)))

    @property
    def cuts(self) -> tuple[tuple[int, ...], ...]:
        """The same as numbers of steps, counted from 1: those that go together, the first to go first."""
        numbered = tuple(enumerate(self.steps, start=1))
        groups = (
            tuple(number for number, step in numbered if step.stays_until == length)
            for length in LENGTHS[:-1]
        )
        return tuple(group for group in groups if group)


def block_of(facts: Mapping[str, Any]) -> Block:
    """Return the block that `facts` describe, as `agenda.toml` does.

    Raises:
        Complaint: something in it is missing, or not of its kind.
    """
    try:
        debrief = facts.get("debrief")
        told: dict[str, Any] = {
            **{name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
            "steps": tuple(Step(**step) for step in facts["steps"]),
            "watch": tuple(Watch(**seen) for seen in facts.get("watch", ())),
            "debrief": Debrief(**debrief) if debrief else None,
        }
        return Block(**told)
    except (KeyError, TypeError, ValueError):
        raise Complaint("agenda_block_wrong", block=facts.get("id", "?")) from None
