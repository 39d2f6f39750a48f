"""Who stays under each shock: a row for each member, a column for each shock that was drawn."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from workshop.charts.label import label_width, shortened
from workshop.model.stress import DRAWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.charts.label import Words

Stands = tuple[str, tuple[str | None, ...]]
"""Name, and for each shock in its order `yes`, `no`, `unsure` or None."""

MARKS = {
    "yes": ("accent", "circle", 16),
    "unsure": ("accent", "diamond-open", 12),
    "no": ("muted", "circle-open", 13),
}
"""Colour, shape and size of each answer: filled, square on its corner, hollow; alike in size to the eye."""
_OPEN = "–"
_MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}
_HEAD, _ROW, _KEY, _LINE = 26, 34, 40, 18
"""Pixels for the numbers of the shocks, each member, the key of the marks, and each line of the shocks."""
_LEFT, _RIGHT = 38.0, 100.0
"""Where the columns begin and end, of a width of 100; the names have what is left of them."""
_LONGEST = 11
_SHOCK_LONGEST = 36


def survivors(people: Sequence[Stands], shocks: Sequence[str], words: Words) -> dict[str, Any] | None:
    """Return the figure of who stays; None before three shocks are drawn and one answer is given.

    Args:
        people: the members, with their answers.
        shocks: what the shocks are called, in the order in which they were drawn.
        words: sentences by key.
    """
    if not _enough(people, shocks):
        return None
    bottom = _HEAD + _ROW * len(people)
    titles = bottom + _KEY + (_LINE if _fields(people, None) else 0)
    height = titles + _LINE * len(shocks)
    layout = {
        "height": height + _MARGIN["t"] + _MARGIN["b"], "showlegend": False, "margin": _MARGIN,
        "shapes": [_rule(_HEAD + _ROW * row) for row in range(len(people) + 1)],
        "annotations": [
            *_numbers(len(shocks)), *_names(people), *_dashes(people),
            *_key(people, bottom, words), *_titles(shocks, titles),
        ],
        "xaxis": {"range": [0, _RIGHT], "visible": False, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }  # fmt: skip
    return {"data": [*_marks(people), *_key_marks(bottom)], "layout": layout}


def survivors_twin(people: Sequence[Stands], shocks: Sequence[str], words: Words) -> dict[str, Any]:
    """Return the same as a sentence and a table: `{"text", "table": {"head", "rows"}}`."""
    columns = (Counter(answers[column] for _, answers in people) for column in range(len(shocks)))
    said = (_said(shock, column, words) for shock, column in zip(shocks, columns, strict=True))
    text = " ".join(said) if _enough(people, shocks) else words["survivors_none"]
    rows = [
        [name, *(words[f"survivors_{answer or 'open'}"] for answer in answers)] for name, answers in people
    ]
    return {"text": text, "table": {"head": [words["chart_person"], *shocks], "rows": rows}}


def _enough(people: Sequence[Stands], shocks: Sequence[str]) -> bool:
    return len(shocks) >= DRAWN and any(answer for _, answers in people for answer in answers)


def _said(shock: str, column: Counter[str | None], words: Words) -> str:
    line = words["survivors_line"].format(shock=shock, stay=column["yes"], all=column.total())
    unsure = words["survivors_line_unsure"].format(count=column["unsure"]) if column["unsure"] else ""
    missing = words["survivors_line_open"].format(count=column[None]) if column[None] else ""
    return " ".join(filter(None, (line, unsure, missing)))


def _across(column: int, count: int) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * (column + 0.5) / count, 2)


def _down(row: int) -> float:
    return _HEAD + _ROW * (row + 0.5)


def _fields(people: Sequence[Stands], wanted: str | None) -> list[tuple[float, float]]:
    """Where `wanted` was answered."""
    return [
        (_across(column, len(answers)), _down(row))
        for row, (_, answers) in enumerate(people)
        for column, answer in enumerate(answers)
        if answer == wanted
    ]


def _marks(people: Sequence[Stands]) -> list[dict[str, Any]]:
    return [_mark(answer, _fields(people, answer)) for answer in MARKS]


def _mark(answer: str, places: Sequence[tuple[float, float]]) -> dict[str, Any]:
    colour, symbol, size = MARKS[answer]
    return {
        "type": "scatter", "mode": "markers", "meta": colour, "hoverinfo": "skip", "cliponaxis": False,
        "x": [x for x, _ in places], "y": [y for _, y in places],
        "marker": {"size": size, "symbol": symbol},
    }  # fmt: skip


def _note(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return {"text": text, "x": x, "y": y, "showarrow": False, "name": "ink", "borderpad": 0, **more}


def _numbers(count: int) -> list[dict[str, Any]]:
    return [_note(str(column + 1), _across(column, count), _HEAD / 2) for column in range(count)]


def _names(people: Sequence[Stands]) -> list[dict[str, Any]]:
    return [
        _note(_fitting(name), 0, _down(row), xanchor="left", xshift=1) for row, (name, _) in enumerate(people)
    ]


def _fitting(name: str) -> str:
    """The name as far as it fits before the first column; wide characters take double room."""
    room = label_width("x" * _LONGEST)
    most = max(count for count in range(1, _LONGEST + 1) if label_width(name[:count]) <= room)
    return shortened(name, most)


def _dashes(people: Sequence[Stands]) -> list[dict[str, Any]]:
    return [_note(_OPEN, x, y, name="muted") for x, y in _fields(people, None)]


def _key_places(bottom: int) -> dict[str | None, tuple[float, float]]:
    """Where each sign is explained: the marks in one line, the dash in the next."""
    marks: dict[str | None, tuple[float, float]] = {
        answer: (2.5 + 33 * place, bottom + _KEY / 2) for place, answer in enumerate(MARKS)
    }
    return {**marks, None: (2.5, bottom + _KEY / 2 + _LINE + 2)}


def _key_marks(bottom: int) -> list[dict[str, Any]]:
    places = _key_places(bottom)
    return [_mark(answer, [places[answer]]) for answer in MARKS]


def _key(people: Sequence[Stands], bottom: int, words: Words) -> list[dict[str, Any]]:
    places = _key_places(bottom)
    texts = [
        _note(words[f"survivors_{answer}"], *places[answer], xanchor="left", xshift=12) for answer in MARKS
    ]
    if not _fields(people, None):
        return texts
    return [*texts, _note(f"{_OPEN} {words['survivors_open']}", *places[None], xanchor="left", xshift=-3)]


def _titles(shocks: Sequence[str], top: int) -> list[dict[str, Any]]:
    """Which shock has which number, one below the other."""
    titles = (f"{number} {shortened(shock, _SHOCK_LONGEST)}" for number, shock in enumerate(shocks, 1))
    return [
        _note(title, 0, top + _LINE * (line + 0.5), xanchor="left", xshift=1)
        for line, title in enumerate(titles)
    ]


def _rule(y: float) -> dict[str, Any]:
    place = {"x0": 0, "x1": _RIGHT, "y0": y, "y1": y, "layer": "below"}
    return {"type": "line", "name": "line", "line": {"width": 1}, **place}
