"""Room for every name: points on a scale and their names, placed so that none touches another."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

import attrs

from workshop.charts.label import Box, label_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Point = tuple[str, int, int]
    Placed = tuple[float, float, "Label"]
    Range = tuple[float, float]

MARKER = 0.17
"""Half the width of a point, in units of the scale, on the narrowest screen."""
_LINE = 0.15
_GAP = 0.07
_PATIENCE = 4000
"""Places tried before a picture with two names touching is taken as it is."""


@attrs.frozen
class Label:
    """Where a name goes: its box on the narrowest screen, and how it hangs on its point on any other.

    `anchor` is the side of the name that keeps its place; `beside` is 1 right of the point, -1 left of it,
    0 neither.
    """

    box: Box
    anchor: str
    beside: int


def spread(points: Sequence[Point], scale: Range) -> list[Placed]:
    """Return for each (name, x, y) where its point goes and its name, inside `scale`.

    A name too wide for that stands below its point. Points that share a spot are moved a little up or down;
    one that is alone stays exactly where it is.
    """
    spots = [(x, y) for _, x, y in points]
    choices = [
        list(_choices(point, spots.count(point[1:]) > 1, scale)) or [_below(point)] for point in points
    ]
    alone = [marker(x, y) for x, y in spots if spots.count((x, y)) == 1]
    return _settled(choices, alone, alone, count()) or [each[0] for each in choices]


def marker(x: float, y: float) -> Box:
    """Return the box of a point."""
    return Box(x, y, MARKER, MARKER)


def _settled(
    choices: list[list[Placed]], taken: list[Box], alone: list[Box], tries: count[int]
) -> list[Placed] | None:
    if not choices:
        return []
    for x, y, label in choices[0]:
        own = marker(x, y)
        others = [box for box in taken if box != own or own not in alone]
        if next(tries) > _PATIENCE:
            return None
        if any(box.touches(label.box) or box.touches(own) for box in others):
            continue
        rest = _settled(choices[1:], [*others, own, label.box], alone, tries)
        if rest is not None:
            return [(x, y, label), *rest]
    return None


def _choices(point: Point, shared: bool, scale: Range) -> Iterator[Placed]:  # noqa: FBT001 - read beside its call
    name, x, spot = point
    half = label_width(name) / 2
    for y in islice(_steps(spot), 13 if shared else 1):
        for label in _labels(float(x), y, half):
            if label.box.within(*scale) and marker(x, y).within(*scale):
                yield float(x), y, label


def _below(point: Point) -> Placed:
    name, x, y = point
    return float(x), float(y), next(_labels(float(x), float(y), label_width(name) / 2))


def _steps(spot: int) -> Iterator[float]:
    yield float(spot)
    for step in count(1):
        yield spot + step * 0.36
        yield spot - step * 0.36


def _labels(x: float, y: float, half: float) -> Iterator[Label]:
    """Yield places for a name: below, above, beside, then further out; never far from its point."""
    near, beside = MARKER + _GAP + _LINE, MARKER + _GAP
    starts = {"center": x, "left": x - MARKER + half, "right": x + MARKER - half}
    yield from (Label(Box(x, y + side, half, _LINE), "center", 0) for side in (-near, near))
    yield Label(Box(x + beside + half, y, half, _LINE), "left", 1)
    yield Label(Box(x - beside - half, y, half, _LINE), "right", -1)
    for tier in (near, near + 2 * _LINE + 0.02, near + 4 * _LINE + 0.04):
        for side in (-tier, tier):
            yield from (Label(Box(at, y + side, half, _LINE), anchor, 0) for anchor, at in starts.items())
