"""What is wrong with a facilitator's own agenda, and which of their changes moved its times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.app.finding import said
from workshop.content import words
from workshop.content.agenda_faults import faults
from workshop.content.custom import KIT
from workshop.content.merging import table
from workshop.content.own_blocks import blocks_by_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

AGENDA = "content/agenda.toml"
_OF_TIMES = {"ends_wrong", "too_long"}


def agenda_findings(folder: Path) -> Iterator[str]:
    """Yield what is wrong, block by block and day by day; where times are, who takes longer than before."""
    own = table(folder / AGENDA)
    try:
        found = faults(own) if own else ()
    except (KeyError, TypeError, AttributeError, ValueError):
        found = faults()
    for fault in found:
        sentence = str(words("console")["agenda"][fault.key]).format(**fault.values)
        yield said("block", file=AGENDA, sentence=sentence)
    if own and any(fault.key in _OF_TIMES for fault in found):
        yield from _moved(table(folder / KIT / AGENDA) or {}, own)


def _moved(copied: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[str]:
    before, now = (
        {name: _minutes(block) for name, block in blocks_by_id(agenda).items()} for agenda in (copied, own)
    )
    for name in [*now, *(name for name in before if name not in now)]:
        was, minutes = before.get(name, 0), now.get(name, 0)
        if was != minutes:
            key = "minutes" if name in now else "minutes_gone"
            yield said(key, file=AGENDA, block=name, minutes=minutes, before=was)


def _minutes(block: Mapping[str, Any]) -> int:
    return sum(step["minutes"] for step in block["steps"])
