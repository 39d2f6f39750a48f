"""What the playbook says: the page a leader takes away, from what all the exercises found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis import GROUPS
from workshop.exercise.chart import chart_of
from workshop.exercise.map import map_state
from workshop.exercise.wording import picture_words, verdict
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Finding, Workbook
    from workshop.takeaway.sheet import Panel, Playbook, Sheet

State = dict[str, Any]

_CHARTS = {
    "power": "authority_influence",
    "exchange": "give_receive",
    "upkeep": "upkeep",
    "survivors": "survivors",
}
"""The chart of each panel."""
_HEADLINES = {
    "trust": "trust_overview",
    "power": "title_and_influence",
    "exchange": "noted",
    "upkeep": "upkeep",
    "survivors": "shocks",
}
"""The group of findings of which the first speaks below the picture of each panel."""


_PARTS = ("people", "purpose", "ties", "deciders", "positions", "exchanges", "stands", "stress")
"""The parts of a workbook that the exercises find something in; its plans, dates and messages are others."""


def playbook_state(_words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the playbook of `workbook`, made `today`, as the page shows it."""
    whole, known = playbook_of(workbook, today), _found_plainly(workbook, today)
    sheets = [{**_plain(sheet, "rows"), "rows": _rows(sheet, known)} for sheet in whole.sheets]
    return {"playbook": {**_plain(whole, "sheets"), "sheets": sheets}}


def _rows(sheet: Sheet, known: Mapping[str, State]) -> list[list[State]]:
    return [
        [
            {"share": cell.share, "panel": known.get(cell.panel.key) or attrs.asdict(cell.panel)}
            for cell in row
        ]
        for row in sheet.rows
    ]


def _plain(thing: Playbook | Sheet, rest: str) -> State:
    """Return the answers of `thing` itself, without what `rest` names."""
    return {
        field.name: getattr(thing, field.name) for field in attrs.fields(type(thing)) if field.name != rest
    }


@recalled(*_PARTS)
def _found_plainly(workbook: Workbook, today: date) -> dict[str, State]:
    return {panel.key: attrs.asdict(panel) for panel in _found(workbook, today)}


def playbook_of(workbook: Workbook, today: date, *, names: str = "code") -> Playbook:
    """Return the playbook of `workbook`, made `today`; `names` in it are `code` names, `real` or `mixed`."""
    from workshop.takeaway.playbook import playbook  # noqa: PLC0415 - drawings wait for the page that has them

    return playbook(workbook, playbook_words(), _found(workbook, today), today, names=names)


@recalled(*_PARTS)
def _found(workbook: Workbook, today: date) -> tuple[Panel, ...]:
    """Return the panels that show what the exercises found; plans, dates and messages change none of them."""
    from workshop.takeaway.playbook import Said, found_panels  # noqa: PLC0415 - the same

    said = Said(
        map=map_state({}, workbook, today),
        glue=_glue(workbook, today),
        blocks=tuple(verdict(found) for found in GROUPS["blocks"](workbook, today)),
        trust=tuple(
            (found.values["name"], verdict(found)) for found in GROUPS["trust"](workbook, today) if found.bars
        ),
        charts={panel: chart_of(chart, workbook, today) for panel, chart in _CHARTS.items()},
        headlines={panel: _headline(GROUPS[group](workbook, today)) for panel, group in _HEADLINES.items()},
    )
    return found_panels(workbook, playbook_words(), said)


def playbook_words() -> dict[str, str]:
    """Return the words of the playbook."""
    return picture_words("playbook")


def _headline(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return the first sentence that says something."""
    return next(((verdict(found).headline,) for found in findings if found.tone != "open"), ())


def _glue(workbook: Workbook, today: date) -> str:
    """What the glue test said, in one line; empty while it has nothing to say."""
    said = [
        verdict(finding).headline for finding in GROUPS["glue"](workbook, today) if finding.tone != "open"
    ]
    return " ".join(said)
