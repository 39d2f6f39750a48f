"""Our charts, drawn without plotly: same names, numbers and places as on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.takeaway.drawing import Box, Circle, Drawing, Label, Line
from workshop.takeaway.figure_axis import LEADING, PIXEL, WIDTH, Frame, frame, grid, scale, stacked
from workshop.takeaway.figure_parts import Bars, figure_of, text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.takeaway.drawing import Mark
    from workshop.takeaway.figure_parts import Dots, Figure, Note, Shape

_TEXT = 8.0
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_DASHES = {"solid": "", "dash": "dashed"}
_RIM = 2 * PIXEL
"""The line around points and bars."""
_BEHIND = 3 * PIXEL
"""Room between the end of a bar and its text."""
_CORNER = 1.3
"""A square on its corner reaches so much further than a circle of the same size."""


def drawn(figure: Mapping[str, Any], alt: str, table: dict[str, Any]) -> Drawing:
    """Return a figure of `workshop.charts` as a picture that shows the same.

    Raises:
        Exception: the figure uses a part of plotly that is not known here.
    """
    shown = figure_of(figure)
    inside = frame(shown)
    return Drawing(WIDTH, inside.height, tuple(_marks(shown, inside)), alt, table)


def _marks(figure: Figure, inside: Frame) -> Iterator[Mark]:
    shapes = figure.layout.shapes
    yield from grid(inside)
    yield from (_line(shape, inside) for shape in shapes if shape.layer == "below")
    for trace in figure.data:
        yield from _bars(trace, inside) if isinstance(trace, Bars) else _dots(trace, inside)
    yield from (_line(shape, inside) for shape in shapes if shape.layer == "above")
    for note in figure.layout.annotations:
        yield from _note(note, inside)
    yield from scale(inside)


def _line(shape: Shape, inside: Frame) -> Line:
    start = inside.across(shape.x0), inside.down(shape.y0, shape.yref)
    end = inside.across(shape.x1), inside.down(shape.y1, shape.yref)
    return Line(*start, *end, shape.name, PIXEL * shape.line.width, _DASHES[shape.line.dash])


def _bars(bars: Bars, inside: Frame) -> Iterator[Mark]:
    texts = bars.text or ("",) * len(bars.x)
    for x, y, text in zip(bars.x, bars.y, texts, strict=True):
        ends = sorted((inside.across(0), inside.across(x)))
        top, bottom = inside.down(y - bars.width / 2), inside.down(y + bars.width / 2)
        if x:
            yield Box(
                ends[0], min(top, bottom), ends[1] - ends[0], abs(bottom - top), bars.meta, "card", _RIM
            )
        if text:
            yield _behind(x, inside.across(x), inside.down(y), text)


def _behind(value: float, end: float, y: float, text: str) -> Label:
    [said] = text_lines(text)
    return (
        Label(end - _BEHIND, y, said, _TEXT, "ink", "end")
        if value < 0
        else Label(end + _BEHIND, y, said, _TEXT)
    )


def _dots(dots: Dots, inside: Frame) -> Iterator[Mark]:
    radius = PIXEL * dots.marker.size / 2
    for x, y in zip(dots.x, dots.y, strict=True):
        yield from _SYMBOLS[dots.marker.symbol](inside.across(x), inside.down(y), radius, dots.meta)


def _filled(x: float, y: float, radius: float, colour: str) -> Iterator[Mark]:
    yield Circle(x, y, radius, colour, "card", _RIM)


def _hollow(x: float, y: float, radius: float, colour: str) -> Iterator[Mark]:
    yield Circle(x, y, radius, "", colour, _RIM)


def _on_its_corner(x: float, y: float, radius: float, colour: str) -> Iterator[Mark]:
    reach = _CORNER * radius
    corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        yield Line(*start, *end, colour, _RIM)


_SYMBOLS = {"circle": _filled, "circle-open": _hollow, "diamond-open": _on_its_corner}


def _note(note: Note, inside: Frame) -> Iterator[Label]:
    lines = text_lines(note.text)
    y = inside.down(note.y, note.yref)
    middle = y - LEADING * _TEXT * len(lines) / 2 if note.yanchor == "bottom" else y
    x = round(inside.across(note.x) + PIXEL * note.xshift, 2)
    yield from stacked(lines, Label(x, middle, "", _TEXT, note.name, _ANCHORS[note.xanchor]))
