"""The run sheet: each day at a glance, then every block in the order in which it is led."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import language, words
from workshop.content.agenda import LENGTHS, agenda, blocks, clock
from workshop.content.brand import brand
from workshop.takeaway.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.content.agenda import Block, Day

    Facts = Mapping[str, Any]

_TEMPLATE = Path(__file__).with_name("run_sheet.typ")
_NOTES = ("room", "materials", "group", "good", "safety", "remote", "large_room", "paper")


def run_sheet(length: str = LENGTHS[0], starts: str = "", *, paper: str = "a4", large: bool = False) -> bytes:
    """Return the run sheet of a workshop as a tagged PDF; the same words give the same bytes.

    Args:
        length: one of `agenda.LENGTHS`.
        starts: when each day begins, such as `08:30`; without it as the agenda says.
        paper: `a4` or `letter`.
        large: set in type of 18 points in place of 11.

    Raises:
        Complaint: there is no such length, or no such time of the day.
    """
    days = agenda(length, starts)
    return typeset(
        _TEMPLATE,
        {
            "lang": language(),
            "signature": brand().signature,
            "paper": paper,
            "large": large,
            "title": words("run_sheet")["title"],
            "length": words("agenda")["lengths"][length]["title"],
            "words": {**words("agenda")["words"], **words("run_sheet")},
            "days": _spoken([_day(day) for day in days]),
            "outside": _spoken([_block(block) for block in blocks() if not block.day]),
        },
    )


def _day(day: Day) -> Facts:
    return {
        "title": words("run_sheet")["glance"].format(day=day.title),
        "name": day.title,
        "ends": clock(day.ends),
        "longest": max(block.minutes for block in day.blocks),
        "blocks": [_block(block) for block in day.blocks],
    }


def _block(block: Block) -> Facts:
    return {
        "title": block.title,
        "rest": block.kind == "break",
        "time": _span(block),
        "starts": "" if block.starts is None else clock(block.starts),
        "minutes": block.minutes,
        "taken": _minutes(block.minutes),
        "exercises": ", ".join(name[:2] for name in block.exercises),
        "ids": ", ".join(block.ids),
        "purpose": block.purpose,
        "invitation": block.invitation,
        "say": block.say,
        "split": [_share(form, minutes) for form, minutes in block.split.items()],
        "steps": list(_steps(block)),
        "watch": [attrs.asdict(seen) for seen in block.watch],
        "debrief": attrs.asdict(block.debrief) if block.debrief else {},
        "cuts": list(_cuts(block)),
        "never_cut": block.never_cut,
        "notes": [{"key": key, "text": text} for key in _NOTES if (text := _note(block, key))],
    }


def _share(form: str, minutes: int) -> Facts:
    return {"form": form, "name": words("agenda")["words"]["forms"][form], "minutes": minutes}


def _steps(block: Block) -> Iterator[Facts]:
    begins = accumulate((step.minutes for step in block.steps), initial=block.starts or 0)
    for number, (step, now) in enumerate(zip(block.steps, begins, strict=False), start=1):
        yield {
            "number": number,
            "time": "" if block.starts is None else clock(now),
            "minutes": step.minutes,
            "text": step.text,
            "form": words("agenda")["words"]["forms"][step.form],
            "cut": _mark(block, number),
        }


def _mark(block: Block, number: int) -> str:
    """Return the letter of the steps that are left out together; empty for one that always stays."""
    marked = zip(words("run_sheet")["marks"], block.cuts, strict=False)
    return next((str(mark) for mark, group in marked if number in group), "")


def _cuts(block: Block) -> Iterator[str]:
    said = words("run_sheet")
    for mark, group in zip(said["marks"], block.cuts, strict=False):
        minutes = sum(block.steps[number - 1].minutes for number in group)
        yield str(said["saved"]).format(mark=mark, minutes=minutes)


def _note(block: Block, key: str) -> str:
    value = getattr(block, key)
    return value if isinstance(value, str) else "; ".join(value)


def _spoken(told: Any) -> Any:
    """Return the same without the marks that set a command apart in the guide."""
    if isinstance(told, str):
        return told.replace("`", "")
    if isinstance(told, dict):
        return {key: _spoken(value) for key, value in told.items()}
    return [_spoken(value) for value in told] if isinstance(told, list | tuple) else told


def _minutes(minutes: int) -> str:
    return str(words("agenda")["words"]["minute"]).format(minutes=minutes)


def _span(block: Block) -> str:
    if block.starts is None:
        return ""
    span = str(words("run_sheet")["span"])
    return span.format(starts=clock(block.starts), ends=clock(block.starts + block.minutes))
