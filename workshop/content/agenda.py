"""The two days, block by block, and the shorter workshops that follow when what is cut first is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import words
from workshop.content.block import DAYS, FORMS, LENGTHS, Block, block_of
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "FORMS",
    "LENGTHS",
    "Block",
    "Day",
    "agenda",
    "blocks",
    "blocks_of",
    "clock",
    "days_of",
    "minutes_of",
]
_HOUR = 60
_DAY = 24 * _HOUR


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
        Complaint: there is no such length, no such time of the day, or a block is not as it should be.
    """
    if length not in LENGTHS:
        raise Complaint("length_unknown", length=length, names=", ".join(LENGTHS))
    return days_of(words("agenda"), length, starts)


def days_of(facts: Mapping[str, Any], length: str, starts: str = "") -> tuple[Day, ...]:
    """Return the days of a workshop that `facts` describe, as `agenda.toml` does.

    Raises:
        Complaint: a day begins at no time of the day, or a block is not as it should be.
    """
    told = facts["lengths"][length]
    if len(told["days"]) != (len(DAYS[1:]) if length == LENGTHS[0] else 1):
        raise Complaint("agenda_block_wrong", block=f"lengths.{length}")
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
    numbers = hours.isdecimal() and minutes.isdecimal() and len(hours) <= len(minutes) == len("00")
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
    return tuple(block_of(told) for told in facts["block"])
