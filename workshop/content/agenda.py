"""The two days, block by block, and the shorter workshops that follow when what is cut first is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import words
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LENGTHS = ("two-days", "one-day", "half-day", "ninety-minutes")
"""From the longest to the shortest; what stands in a shorter one stands in every longer one."""
FORMS = ("talk", "alone", "pairs", "groups", "all", "break")
"""Who works in a step: the facilitator speaks, each alone, two, three to eight, the whole room, or nobody."""
_HOUR = 60
_DAY = 24 * _HOUR


@attrs.frozen
class Step:
    """What happens for some minutes; `stays_until` names the shortest workshop in which it still does."""

    text: str
    minutes: int
    form: str
    stays_until: str

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

    id: str
    day: int
    kind: str
    title: str
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


@attrs.frozen
class Day:
    """The blocks of a day in their order; times are minutes after midnight."""

    title: str
    starts: int
    blocks: tuple[Block, ...]

    @property
    def ends(self) -> int:
        """When the last block is over."""
        return self.starts + sum(block.minutes for block in self.blocks)


def agenda(length: str = LENGTHS[0], starts: str = "") -> tuple[Day, ...]:
    """Return the days of a workshop of this length.

    Args:
        length: one of `LENGTHS`.
        starts: when each day begins, such as `08:30`; without it as the agenda says.

    Raises:
        Complaint: there is no such length, or no such time of the day.
    """
    if length not in LENGTHS:
        raise Complaint("length_unknown", length=length, names=", ".join(LENGTHS))
    return days_of(words("agenda"), length, starts)


def days_of(facts: Mapping[str, Any], length: str, starts: str = "") -> tuple[Day, ...]:
    """Return the days of a workshop that `facts` describe, as `agenda.toml` does.

    Raises:
        Complaint: a day begins at no time of the day.
    """
    told = facts["lengths"][length]
    begin = minutes_of(starts or told["starts"])
    kept = [_shortened(block, length) for block in _blocks(facts) if block.day]
    left = [block for block in kept if block.steps]
    if length == LENGTHS[0]:
        return tuple(
            _day(title, begin, [block for block in left if block.day == number])
            for number, title in enumerate(told["days"], start=1)
        )
    [title] = told["days"]
    return (_day(title, begin, left),)


def blocks() -> tuple[Block, ...]:
    """Return every block with all its steps: before, the two days, after."""
    return _blocks(words("agenda"))


def blocks_of(exercise: str) -> tuple[Block, ...]:
    """Return the blocks in which an exercise is done."""
    return tuple(block for block in blocks() if exercise in block.exercises)


def minutes_of(time: str) -> int:
    """Return a time such as `08:30` as minutes after midnight.

    Raises:
        Complaint: it is not a time of the day.
    """
    hours, colon, minutes = time.partition(":")
    numbers = hours.isdecimal() and len(minutes) == len("00") and minutes.isdecimal()
    if not (colon and numbers and int(minutes) < _HOUR and int(hours) * _HOUR + int(minutes) < _DAY):
        raise Complaint("time_wrong", time=time)
    return int(hours) * _HOUR + int(minutes)


def clock(minutes: int) -> str:
    """Return minutes after midnight as a time of the day, such as `08:30`."""
    return f"{minutes // _HOUR % 24:02}:{minutes % _HOUR:02}"


def _shortened(block: Block, length: str) -> Block:
    reach = LENGTHS.index(length)
    steps = tuple(step for step in block.steps if LENGTHS.index(step.stays_until) >= reach)
    return attrs.evolve(block, steps=steps)


def _day(title: str, begin: int, kept: Sequence[Block]) -> Day:
    timed, now = [], begin
    for block in kept:
        timed.append(attrs.evolve(block, starts=now))
        now += block.minutes
    return Day(title, begin, tuple(timed))


def _blocks(facts: Mapping[str, Any]) -> tuple[Block, ...]:
    return tuple(_block(told) for told in facts["block"])


def _block(facts: Mapping[str, Any]) -> Block:
    debrief = facts.get("debrief")
    told: dict[str, Any] = {
        **{name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
        "steps": tuple(Step(**step) for step in facts["steps"]),
        "watch": tuple(Watch(**seen) for seen in facts.get("watch", ())),
        "debrief": Debrief(**debrief) if debrief else None,
    }
    return Block(**told)
