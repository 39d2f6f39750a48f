"""Relationship answers per ally, from 0 to 6, beside the two cuts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from workshop.charts.label import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.charts.label import Words

Sorted = tuple[str, int | None]
"""Name, and count of relational answers among six cards; None when not sorted yet."""

CARDS = 6
CUTS = (2, 4)
"""Highest count that is still an alliance, and that could still evolve: this kit's own convention."""
ZONES = ("alliance", "evolving", "coalition")
_MARGIN = {"l": 8, "r": 8, "t": 26, "b": 8}
_LONGEST = 30


def rungs(allies: Sequence[Sorted], words: Words) -> dict[str, Any] | None:
    """Return the figure of where each ally stands; None when nobody has been sorted."""
    done = [(name, count) for name, count in allies if count is not None]
    if not done:
        return None
    bars = {
        "type": "bar", "orientation": "h", "meta": "accent", "hoverinfo": "skip", "width": 0.36,
        "y": [row + 0.2 for row in range(len(done))], "x": [count for _, count in done],
        "text": [str(count) for _, count in done], "textposition": "outside", "cliponaxis": False,
    }  # fmt: skip
    layout = {
        "height": 100 + 48 * len(done), "showlegend": False, "margin": _MARGIN, "shapes": _cut_lines(),
        "annotations": [*_zones(words), *_names([name for name, _ in done])], "xaxis": _cards_axis(words),
        "yaxis": {"range": [len(done) - 0.5, -0.5], "visible": False, "fixedrange": True},
    }  # fmt: skip
    return {"data": [bars], "layout": layout}


def rungs_twin(allies: Sequence[Sorted], words: Words) -> dict[str, Any]:
    """Return the same as a sentence and a table: `{"text", "table": {"head", "rows"}}`."""
    counts = [count for _, count in allies if count is not None]
    zones = [_zone(count) for count in counts]
    tally = {zone: zones.count(zone) for zone in ZONES}
    text = words["chart_rungs_text"].format(count=len(counts), all=len(allies), **tally)
    head = [words["chart_person"], words["chart_rungs_count"], words["chart_rungs_zone"]]
    rows = [
        [name, "–" if count is None else str(count), words[f"chart_rungs_{_zone(count)}"]]
        for name, count in allies
    ]
    said = f"{text} {words['chart_rungs_convention']}" if counts else words["chart_rungs_none"]
    return {"text": said, "table": {"head": head, "rows": rows}}


def _zone(count: int | None) -> str:
    if count is None:
        return "open"
    return ZONES[sum(count > cut for cut in CUTS)]


def _cut_lines() -> list[dict[str, Any]]:
    line = {
        "type": "line",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"dash": "dash", "width": 1.5},
    }
    return [{**line, "x0": cut + 0.5, "x1": cut + 0.5, "name": "muted"} for cut in CUTS]


def _zones(words: Words) -> list[dict[str, Any]]:
    edges = [0, *(cut + 0.5 for cut in CUTS), CARDS + 0.5]
    middles = [(low + high) / 2 for low, high in pairwise(edges)]
    return [
        {
            "text": words[f"chart_rungs_{zone}"], "x": x, "y": 1, "yref": "paper",
            "yanchor": "bottom", "showarrow": False, "name": "muted",
        }
        for zone, x in zip(ZONES, middles, strict=True)
    ]  # fmt: skip


def _cards_axis(words: Words) -> dict[str, Any]:
    title = {"text": words["chart_rungs_axis"]}
    return {
        "range": [0, CARDS + 0.6],
        "tickvals": list(range(CARDS + 1)),
        "title": title,
        "fixedrange": True,
        "zeroline": False,
    }


def _names(names: Sequence[str]) -> list[dict[str, Any]]:
    place = {"x": 0, "xanchor": "left", "showarrow": False, "name": "ink", "borderpad": 0, "xshift": 1}
    return [{**place, "text": shortened(name, _LONGEST), "y": row - 0.2} for row, name in enumerate(names)]
