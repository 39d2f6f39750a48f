"""Formal authority beside informal influence, each from 1 to 5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.charts.label import shortened
from workshop.charts.spread import spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workshop.charts.label import Words
    from workshop.charts.spread import Label

Rated = tuple[str, int | None, int | None]
"""Name, formal authority, informal influence."""

LOW, HIGH = 1, 5
_EDGE = 0.62
"""Scale units left free around the scale."""
_MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}
_BESIDE, _UNDER = 11, 7
"""Pixels from the middle of a point to a name beside it, and to the edge of one below it."""
_LONGEST = 12
"""Characters of a name in the picture; the table has all of it."""


def authority_influence(people: Sequence[Rated], words: Words) -> dict[str, Any] | None:
    """Return the figure of who has the title and who has the room; None when nobody is rated on both."""
    rated = _rated(people)
    if not rated:
        return None
    placed = spread([(shortened(name, _LONGEST), a, i) for name, a, i in rated], (LOW - _EDGE, HIGH + _EDGE))
    points = {
        "type": "scatter", "mode": "markers", "meta": "accent", "hoverinfo": "skip", "cliponaxis": False,
        "x": [x for x, _, _ in placed], "y": [y for _, y, _ in placed], "marker": {"size": 17},
    }  # fmt: skip
    names = [
        _name(shortened(name, _LONGEST), x, label)
        for (name, _, _), (x, _, label) in zip(rated, placed, strict=True)
    ]
    axes = {"xaxis": _axis("authority", words), "yaxis": _axis("influence", words)}
    return {
        "data": [points],
        "layout": {"height": 380, "showlegend": False, "margin": _MARGIN, "annotations": names, **axes},
    }


def authority_influence_twin(people: Sequence[Rated], words: Words) -> dict[str, Any]:
    """Return the same as a sentence and a table: `{"text", "table": {"head", "rows"}}`."""
    rated = _rated(people)
    lines = " ".join(
        words["chart_authority_line"].format(name=name, authority=authority, influence=influence)
        for name, authority, influence in rated
    )
    text = words["chart_authority_text"].format(lines=lines)
    head = [words["chart_person"], words["chart_authority"], words["chart_influence"]]
    rows = [[name, *("–" if score is None else str(score) for score in scores)] for name, *scores in people]
    return {"text": text if rated else words["chart_authority_none"], "table": {"head": head, "rows": rows}}


def _rated(people: Sequence[Rated]) -> list[tuple[str, int, int]]:
    return [(name, a, i) for name, a, i in people if a is not None and i is not None]


def _name(text: str, x: float, label: Label) -> dict[str, Any]:
    shift = (
        label.beside * _BESIDE
        if label.beside
        else {"center": 0, "left": -_UNDER, "right": _UNDER}[label.anchor]
    )
    place = {"x": x, "y": label.box.middle, "xanchor": label.anchor, "xshift": shift}
    return {"text": text, "showarrow": False, "name": "ink", "borderpad": 0, **place}


def _axis(side: str, words: Mapping[str, str]) -> dict[str, Any]:
    ticks = [str(value) for value in range(LOW, HIGH + 1)]
    ticks[0], ticks[-1] = f"{LOW} {words['chart_low']}", f"{HIGH} {words['chart_high']}"
    if side == "influence":
        ticks = [tick.replace(" ", "<br>") for tick in ticks]
    return {
        "range": [LOW - _EDGE, HIGH + _EDGE], "tickvals": list(range(LOW, HIGH + 1)), "ticktext": ticks,
        "title": {"text": words[f"chart_{side}"]}, "fixedrange": True, "zeroline": False,
    }  # fmt: skip
