"""What was given, to the left, and received, to the right, per person in their own order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.charts.label import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.charts.label import Words

Passed = tuple[str, int, int]
"""Name, times given to them, times received from them."""

_MARGIN = {"l": 8, "r": 8, "t": 26, "b": 8}
_LONGEST = 30
_TICKS = 4
"""Marks on each side of the axis, at most."""


def give_receive(people: Sequence[Passed], words: Words) -> dict[str, Any] | None:
    """Return the figure of two bars per person; None when nothing has passed."""
    most = _most(people)
    if not most:
        return None
    given = _bars([-count for _, count, _ in people], "accent")
    received = _bars([count for _, _, count in people], "muted")
    layout = {
        "height": 100 + 48 * len(people), "showlegend": False, "margin": _MARGIN, "barmode": "overlay",
        "shapes": [_middle()], "annotations": [*_sides(most, words), *_names(people, most)],
        "xaxis": _axis(most, words),
        "yaxis": {"range": [len(people) - 0.5, -0.5], "visible": False, "fixedrange": True},
    }  # fmt: skip
    return {"data": [given, received], "layout": layout}


def give_receive_twin(people: Sequence[Passed], words: Words) -> dict[str, Any]:
    """Return the same as a sentence and a table: `{"text", "table": {"head", "rows"}}`."""
    given, received = sum(count for _, count, _ in people), sum(count for _, _, count in people)
    both = sum(bool(gave and got) for _, gave, got in people)
    ties = sum(bool(gave or got) for _, gave, got in people)
    said = words["chart_exchange_text"].format(given=given, received=received, both=both, ties=ties)
    head = [words["chart_person"], words["chart_exchange_given"], words["chart_exchange_received"]]
    rows = [[name, str(gave), str(got)] for name, gave, got in people]
    return {"text": said if ties else words["chart_exchange_none"], "table": {"head": head, "rows": rows}}


def _most(people: Sequence[Passed]) -> int:
    return max((max(gave, got) for _, gave, got in people), default=0)


def _bars(counts: list[int], colour: str) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "meta": colour, "hoverinfo": "skip", "width": 0.36,
        "y": [row + 0.2 for row in range(len(counts))], "x": counts,
        "text": [str(abs(count)) if count else "" for count in counts],
        "textposition": "outside", "cliponaxis": False,
    }  # fmt: skip


def _middle() -> dict[str, Any]:
    line = {"width": 1.5}
    return {
        "type": "line",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "x0": 0,
        "x1": 0,
        "name": "muted",
        "line": line,
    }


def _sides(most: int, words: Words) -> list[dict[str, Any]]:
    place = {"y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "name": "ink"}
    return [
        {**place, "text": words[f"chart_exchange_{side}"], "x": x}
        for side, x in (("given", -_reach(most) / 2), ("received", _reach(most) / 2))
    ]


def _axis(most: int, words: Words) -> dict[str, Any]:
    step = -(-most // _TICKS)
    marks = range(-step * (most // step), most + 1, step)
    return {
        "range": [-_reach(most), _reach(most)],
        "tickvals": list(marks),
        "ticktext": [str(abs(mark)) for mark in marks],
        "title": {"text": words["chart_exchange_axis"]},
        "fixedrange": True,
        "zeroline": False,
    }


def _reach(most: int) -> float:
    """How far the axis goes, with room for the count beside the longest bar."""
    return most * 1.15


def _names(people: Sequence[Passed], most: int) -> list[dict[str, Any]]:
    place = {"x": -_reach(most), "xanchor": "left", "showarrow": False, "name": "ink", "borderpad": 0}
    return [
        {**place, "text": shortened(name, _LONGEST), "y": row - 0.2}
        for row, (name, _, _) in enumerate(people)
    ]
