"""Where the axes of a chart lie on paper, and what is written along them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.takeaway.drawing import Label, Line
from workshop.takeaway.figure_parts import Bars
from workshop.takeaway.measure import shortened, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop.takeaway.figure_parts import Axis, Figure, Layout

WIDTH = 260.0
PIXEL = 0.6
"""Points on paper for a pixel of the screen."""
TICK, TITLE = 7.5, 8.0
"""Sizes of the numbers along an axis, and of what it counts."""
LEADING = 1.2
_TALLEST = 230.0
_LEAST_ROW = 15.0
_GAP = 3.0
_UNDER_AXIS = 44.0
"""Pixels that the screen takes for numbers and title below the horizontal axis."""


@attrs.frozen
class Frame:
    """The part of a picture in which bars and points lie, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    layout: Layout

    def across(self, x: float) -> float:
        """Return where `x` of the horizontal axis lies."""
        return round(self.left + _share(x, self.layout.xaxis) * (self.right - self.left), 2)

    def down(self, y: float, ref: str = "y") -> float:
        """Return where `y` of the vertical axis lies; with `ref` paper, a share of the height from below."""
        share = y if ref == "paper" else _share(y, self.layout.yaxis)
        return round(self.bottom - share * (self.bottom - self.top), 2)

    @property
    def height(self) -> float:
        """Of the whole picture."""
        return round(self.bottom + _below(self.layout), 2)


def _share(value: float, axis: Axis) -> float:
    low, high = axis.range
    return (value - low) / (high - low)


def frame(figure: Figure) -> Frame:
    """Return the frame of `figure`: as on screen, but lower where it would not fit, rows kept readable."""
    layout = figure.layout
    top = PIXEL * layout.margin.t + (LEADING * TITLE if layout.yaxis.title.text else 0)
    on_screen = (
        layout.height - layout.margin.t - layout.margin.b - (_UNDER_AXIS if layout.xaxis.visible else 0)
    )
    height = min(PIXEL * on_screen, _TALLEST - top - _below(layout))
    right = WIDTH - PIXEL * layout.margin.r
    return Frame(_left(layout), top, right, top + max(height, _LEAST_ROW * _rows(figure)), layout)


def _rows(figure: Figure) -> float:
    """How many rows of bars there are."""
    first, last = figure.layout.yaxis.range
    return abs(first - last) if any(isinstance(trace, Bars) for trace in figure.data) else 0


def _left(layout: Layout) -> float:
    widths = [text_width(line, TICK) + _GAP for _, lines in layout.yaxis.marks for line in lines]
    return PIXEL * layout.margin.l + max(widths, default=0)


def _below(layout: Layout) -> float:
    if not layout.xaxis.visible:
        return PIXEL * layout.margin.b
    return 2 * _GAP + LEADING * (TICK + TITLE) + 1


def grid(frame: Frame) -> Iterator[Line]:
    """Yield the lines behind bars and points."""
    for value, _ in frame.layout.xaxis.marks:
        x = frame.across(value)
        yield Line(x, frame.top, x, frame.bottom, "line", PIXEL)
    for value, _ in frame.layout.yaxis.marks:
        y = frame.down(value)
        yield Line(frame.left, y, frame.right, y, "line", PIXEL)


def scale(frame: Frame) -> Iterator[Label]:
    """Yield the marks along the axes and what they count; no text is turned, so one title stands on top."""
    mark = Label(0, frame.bottom + _GAP + LEADING * TICK / 2, "", TICK, "muted", "middle")
    for value, lines in frame.layout.xaxis.marks:
        yield from stacked(lines, attrs.evolve(mark, x=frame.across(value)))
    beside = attrs.evolve(mark, x=round(frame.left - _GAP, 2), anchor="end")
    for value, lines in frame.layout.yaxis.marks:
        yield from stacked(lines, attrs.evolve(beside, y=frame.down(value)))
    yield from _titles(frame)


def _titles(frame: Frame) -> Iterator[Label]:
    below, above = frame.layout.xaxis.title.text, frame.layout.yaxis.title.text
    if below:
        middle = round((frame.left + frame.right) / 2, 2)
        y = frame.height - 1 - LEADING * TITLE / 2
        yield from stacked((below,), Label(middle, y, "", TITLE, "ink", "middle"))
    if above:
        yield from stacked((above,), Label(PIXEL, frame.top - LEADING * TITLE / 2, "", TITLE))


def stacked(lines: tuple[str, ...], label: Label) -> Iterator[Label]:
    """Yield `lines` one below the other, `label` in their middle; what is too long for the picture is cut."""
    before, behind = label.x, WIDTH - label.x
    room = {"start": behind, "middle": 2 * min(before, behind), "end": before}[label.anchor]
    for number, line in enumerate(lines):
        middle = label.y + LEADING * label.size * (number - (len(lines) - 1) / 2)
        yield attrs.evolve(label, text=shortened(line, room, label.size), y=round(middle, 2))
