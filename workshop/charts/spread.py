"""Room for every name: points on a scale and their names, placed so that none touches another."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

from workshop.charts.label import Box, label_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Point = tuple[str, int, int]
    Placed = tuple[float, float, Box]
    Range = tuple[float, float]

MARKER = 0.17
"""Half the width of a point, in units of the scale, on the narrowest screen."""
_LINE = 0.15
_GAP = 0.05
_PATIENCE = 4000
"""Places tried before a picture with two names touching is taken as it is."""


def spread(points: Sequence[Point], scale: Range) -> list[Placed]:
    """Return for each (name, x, y) where its point goes and the box of its name, all inside `scale`.

    Points that share a spot are moved a little up or down; one that is alone stays exactly where it is.
    """
    spots = [(x, y) for _, x, y in points]
    choices = [list(_choices(point, spots.count(point[1:]) > 1, scale)) for point in points]
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
        if any(box.touches(label) or box.touches(own) for box in others):
            continue
        rest = _settled(choices[1:], [*others, own, label], alone, tries)
        if rest is not None:
            return [(x, y, label), *rest]
    return None


def _choices(point: Point, shared: bool, scale: Range) -> Iterator[Placed]:  # noqa: FBT001 - read beside its call
    name, x, spot = point
    half = label_width(name) / 2
    for y in islice(_steps(spot), 13 if shared else 1):
        labels = [Box(cx, cy, half, _LINE) for cx, cy in _around(x, y, half, scale)]
        yield from (
            (float(x), y, label) for label in labels if label.within(*scale) and marker(x, y).within(*scale)
        )


def _steps(spot: int) -> Iterator[float]:
    yield float(spot)
    for step in count(1):
        yield spot + step * 0.36
        yield spot - step * 0.36


def _around(x: float, y: float, half: float, scale: Range) -> Iterator[tuple[float, float]]:
    """Yield middles for a name: below, above, beside, then further out."""
    middle = min(max(x, scale[0] + half), scale[1] - half)
    near = MARKER + _GAP + _LINE
    yield from (
        (middle, y - near),
        (middle, y + near),
        (x + MARKER + _GAP + half, y),
        (x - MARKER - _GAP - half, y),
    )
    slanted = [min(max(x + turn * half, scale[0] + half), scale[1] - half) for turn in (0.8, -0.8)]
    for tier in (near, near + 2 * _LINE + 0.02, near + 4 * _LINE + 0.04):
        for side in (-tier, tier):
            yield from ((place, y + side) for place in (middle, *slanted))
