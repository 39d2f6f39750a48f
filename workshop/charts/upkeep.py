"""Weeks since the last contact beside the cadence, person by person in the order of the five."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import attrs

from workshop.charts.label import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.charts.label import Words

STATES = {"green": "accent", "amber": "muted", "red": "warn"}
"""Where a tie stands, and the colour of its bar; the words beside the name say the same."""
_DAYS = 7
_MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}
_LONGEST = 24
_MOST_TICKS = 6
_ROOM = 1.15
"""Room right of the longest bar, for its number."""
_NEAR = 0.15
"""Part of the longest bar that a number takes on the narrowest screen."""


@attrs.frozen
class Contact:
    """One row: weeks are whole or not; what was not answered is None.

    `due` is a day in words, and `state` one of `STATES`, or `open`.
    """

    name: str
    days: int | None = None
    cadence: int | None = None
    due: str = ""
    state: str = "open"


def upkeep(contacts: Sequence[Contact], words: Words) -> dict[str, Any] | None:
    """Return the figure of who is in touch, due or overdue; None when that can be said of nobody."""
    rows = [(row, contact) for row, contact in enumerate(_known(contacts))]
    if not rows:
        return None
    longest = max(_reach(contact) for _, contact in rows)
    numbers = [_number(row, contact, _NEAR * longest) for row, contact in rows]
    layout = {
        "height": 70 + 48 * len(rows), "showlegend": False, "margin": _MARGIN, "barmode": "overlay",
        "shapes": [_cadence(row, contact) for row, contact in rows],
        "annotations": [*(_name(row, contact, words) for row, contact in rows), *numbers],
        "xaxis": {
            "range": [0, _ROOM * longest], "title": {"text": words["upkeep_axis"]},
            "fixedrange": True, "zeroline": False, "tickvals": _ticks(_ROOM * longest),
        },
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False, "fixedrange": True},
    }  # fmt: skip
    return {"data": [_bars(state, rows) for state in STATES], "layout": layout}


def upkeep_twin(contacts: Sequence[Contact], words: Words) -> dict[str, Any]:
    """Return the same as a sentence and a table: `{"text", "table": {"head", "rows"}}`."""
    known = _known(contacts)
    states = [contact.state for contact in known]
    tally = {state: states.count(state) for state in STATES}
    said = words["upkeep_text_one" if len(known) == 1 else "upkeep_text"].format(count=len(known), **tally)
    text = f"{said} {words['upkeep_convention']}" if known else words["upkeep_none"]
    columns = ("upkeep_since", "upkeep_cadence", "upkeep_by", "upkeep_state")
    head = [words["chart_person"], *(words[column] for column in columns)]
    return {"text": text, "table": {"head": head, "rows": [_row(contact, words) for contact in contacts]}}


def _known(contacts: Sequence[Contact]) -> list[Contact]:
    return [contact for contact in contacts if contact.state in STATES]


def _weeks(contact: Contact) -> float:
    return (contact.days or 0) / _DAYS


def _reach(contact: Contact) -> float:
    return max(_weeks(contact), contact.cadence or 0)


def _ticks(end: float) -> list[int]:
    """Round numbers of weeks from 0 to `end`, six at most."""
    steps = (digit * 10**zeros for zeros in count() for digit in (1, 2, 5))
    step = next(step for step in steps if end < _MOST_TICKS * step)
    return list(range(0, int(end) + 1, step))


def _row(contact: Contact, words: Words) -> list[str]:
    weeks = "–" if contact.days is None else str(contact.days // _DAYS)
    cadence = "–" if contact.cadence is None else str(contact.cadence)
    return [contact.name, weeks, cadence, contact.due or "–", words[f"upkeep_{contact.state}"]]


def _bars(state: str, rows: Sequence[tuple[int, Contact]]) -> dict[str, Any]:
    shown = [(row, contact) for row, contact in rows if contact.state == state]
    return {
        "type": "bar", "orientation": "h", "meta": STATES[state], "hoverinfo": "skip", "width": 0.36,
        "y": [row + 0.2 for row, _ in shown], "x": [_weeks(contact) for _, contact in shown],
    }  # fmt: skip


def _cadence(row: int, contact: Contact) -> dict[str, Any]:
    place = {"x0": contact.cadence, "x1": contact.cadence, "y0": row - 0.03, "y1": row + 0.46}
    return {"type": "line", "name": "ink", "line": {"width": 2}, **place}


def _number(row: int, contact: Contact, near: float) -> dict[str, Any]:
    """The weeks, at the end of the bar, or behind the line where that stands too near."""
    weeks, cadence = _weeks(contact), contact.cadence or 0
    end = cadence if weeks < cadence < weeks + near else weeks
    place = {"x": end, "xanchor": "left", "xshift": 6, "y": row + 0.2, "showarrow": False}
    return {**place, "name": "ink", "borderpad": 0, "text": str((contact.days or 0) // _DAYS)}


def _name(row: int, contact: Contact, words: Words) -> dict[str, Any]:
    said = words["upkeep_name"].format(
        name=shortened(contact.name, _LONGEST), state=words[f"upkeep_{contact.state}"]
    )
    place = {"x": 0, "xanchor": "left", "showarrow": False, "name": "ink", "borderpad": 0, "xshift": 1}
    return {**place, "text": said, "y": row - 0.24}
