"""Where the panels of a sheet stand on a slide, and how large their type is, so that nothing runs over."""

from __future__ import annotations

from itertools import accumulate, product
from typing import TYPE_CHECKING

import attrs

from workshop.takeaway.slides_base import BOTTOM, MARGIN, TOP, WIDTH, Area
from workshop.takeaway.slides_cut import cut, height_of
from workshop.takeaway.slides_panel import parts, pictured
from workshop.takeaway.slides_shapes import Frame, stretchable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workshop.takeaway.drawing import Drawing
    from workshop.takeaway.sheet import Cell, Panel, Sheet
    from workshop.takeaway.slides_text import Paragraph

SIZES = tuple(half / 2 for half in range(26, 17, -1))
"""Of the body type, in points, the largest first."""
_GUTTER, _ROW_GAP, _AIR, _HEAD = 36.0, 20.0, 8.0, 7.0
"""Between panels of a row, between rows, around a picture, and from the line above a panel to its heading."""
_SPEECH, _SIDE = 0.35, 0.3
"""The most that text may take of the height of a panel with a picture, and of its width beside it."""
_LEAST, _MOST = (0.85, 0.75, 0.6), 1.5
"""How far a drawing may shrink before text shrinks further, step by step, and how large it may become."""
_SMALL = 10.5
"""Where text stops to shrink until drawings are at their smallest."""
_STRETCH = 1.6
"""The most by which a drawing is wider than it is high, of how it was drawn."""


@attrs.frozen
class Block:
    """A panel on its slide: text, a picture where it has one, and the text after it."""

    panel: Panel
    area: Area
    text: tuple[Paragraph, ...]
    text_area: Area
    frame: Frame | None = None
    after: tuple[Paragraph, ...] = ()
    after_area: Area | None = None


def blocks(sheet: Sheet) -> tuple[Block, ...]:
    """Return the panels of `sheet` in reading order, in the largest type in which all of them fit.

    What does not fit in the smallest is cut, and ends with an ellipsis.
    """
    ways = [*product(_LEAST, SIZES[: SIZES.index(_SMALL)]), *product(_LEAST[-1:], SIZES)]
    fitting = (way for way in ways if sum(_needs(sheet, *way)) <= _room(sheet))
    least, size = next(fitting, ways[-1])
    heights = _heights(_needs(sheet, least, size), _needs(sheet, _MOST, size), _room(sheet))
    return tuple(_placed(sheet, heights, size))


def _room(sheet: Sheet) -> float:
    return BOTTOM - TOP - _ROW_GAP * (len(sheet.rows) - 1)


def _needs(sheet: Sheet, scale: float, size: float) -> list[float]:
    """Return the height that each row needs, its pictures in `scale` if their width allows it."""
    return [
        max(
            _need(cell.panel, size, width, scale)
            for cell, (_left, width) in zip(row, _columns(row), strict=True)
        )
        for row in sheet.rows
    ]


def _need(panel: Panel, size: float, width: float, scale: float) -> float:
    text, after = parts(panel, size, width)
    high = _HEAD + height_of(text, width)
    if panel.picture is None or not pictured(panel):
        return high
    return (
        high
        + _AIR
        + min(_stack(panel.picture, after, width, scale), _pair(panel.picture, after, width, scale))
    )


def _stack(picture: Drawing, after: Sequence[Paragraph], width: float, scale: float) -> float:
    """Return the height of `picture` in `scale` with the text below it."""
    return picture.height * min(scale, width / picture.width) + (
        _AIR + height_of(after, width) if after else 0.0
    )


def _pair(picture: Drawing, after: Sequence[Paragraph], width: float, scale: float) -> float:
    """Return the same with the text beside it."""
    scale = min(scale, width * (1 - _SIDE) / picture.width)
    return max(picture.height * scale, height_of(after, width * _SIDE - _GUTTER / 2))


def _columns(row: Sequence[Cell]) -> list[tuple[float, float]]:
    """Return where each panel of `row` begins, and how wide it is."""
    room = WIDTH - 2 * MARGIN - _GUTTER * (len(row) - 1)
    widths = [room * cell.share / sum(other.share for other in row) for cell in row]
    lefts = accumulate((width + _GUTTER for width in widths[:-1]), initial=MARGIN)
    return list(zip(lefts, widths, strict=True))


def _heights(needs: Sequence[float], wants: Sequence[float], room: float) -> list[float]:
    """Return the heights of rows: what they want, or at least what they need, or a fair share of `room`."""
    spare, wish = room - sum(needs), sum(wants) - sum(needs)
    if spare < 0:
        return _fair(needs, room)
    part = min(1.0, spare / wish) if wish > 0 else 0.0
    return [need + (want - need) * part for need, want in zip(needs, wants, strict=True)]


def _fair(needs: Sequence[float], room: float) -> list[float]:
    """Return what each row gets when rows that need less than an equal share leave the rest to the others."""
    share = room / len(needs)
    modest = sum(need for need in needs if need <= share)
    greedy = sum(need for need in needs if need > share)
    return [need if need <= share else (room - modest) * need / greedy for need in needs]


def _placed(sheet: Sheet, heights: Sequence[float], size: float) -> Iterator[Block]:
    top = TOP
    for row, height in zip(sheet.rows, heights, strict=True):
        for cell, (left, width) in zip(row, _columns(row), strict=True):
            yield _block(cell.panel, Area(left, top, width, height), size)
        top += height + _ROW_GAP


def _block(panel: Panel, area: Area, size: float) -> Block:
    text, after = parts(panel, size, area.width)
    inner = Area(area.left, area.top + _HEAD, area.width, area.height - _HEAD)
    if panel.picture is None or not pictured(panel):
        return Block(panel, area, cut(text, inner.width, inner.height), inner)
    text = cut(text, inner.width, inner.height * _SPEECH)
    high = height_of(text, inner.width)
    rest = Area(inner.left, inner.top + high + _AIR, inner.width, inner.height - high - _AIR)
    frame, after_area = max(
        (_below(panel.picture, after, rest), _beside(panel.picture, after, rest)),
        key=lambda way: way[0].scale,
    )
    after = cut(after, after_area.width, after_area.height)
    return Block(panel, area, text, attrs.evolve(inner, height=high), frame, after, after_area)


def _below(picture: Drawing, after: Sequence[Paragraph], area: Area) -> tuple[Frame, Area]:
    """Return where `picture` stands in `area`, and where the text below it does."""
    high = min(height_of(after, area.width), area.height * _SPEECH)
    frame = _frame(picture, area, area.width, area.height - (high + _AIR if after else 0.0))
    top = frame.top + picture.height * frame.scale + _AIR
    return frame, Area(area.left, top, area.width, high)


def _beside(picture: Drawing, after: Sequence[Paragraph], area: Area) -> tuple[Frame, Area]:
    """Return the same for text to the right of it; a scale of 0 where it has no room there."""
    frame = _frame(picture, area, area.width * (1 - _SIDE), area.height)
    left = frame.left + picture.width * frame.across + _GUTTER / 2
    side = Area(left, area.top, area.left + area.width - left, area.height)
    fits = after and height_of(after, side.width) <= side.height
    return (frame if fits else attrs.evolve(frame, scale=0.0)), side


def _frame(picture: Drawing, area: Area, width: float, height: float) -> Frame:
    scale = min(_MOST, width / picture.width, height / picture.height)
    wider = min(width / picture.width, scale * _STRETCH) if stretchable(picture) else scale
    return Frame(area.left, area.top, scale, max(scale, wider))
