"""The map as a picture: drawn by the rules of the one on screen, in print."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Any

import attrs

from workshop.takeaway.drawing import Box, Circle, Drawing, Label, Line
from workshop.takeaway.map_layout import LABEL, RADIUS, SIZE, laid_out, node_box
from workshop.takeaway.measure import lines_of, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workshop.takeaway.drawing import Mark
    from workshop.takeaway.map_layout import Frame, NodeBox, Point

    Tie = Mapping[str, Any]

WIDTH = 528.0
"""Of the map, in pixels: as narrow as it may be for four deciders in a row."""
PIXEL = 340 / WIDTH
"""Points on paper for a pixel of the screen."""
_MOST_LINES = 2
_WIDTHS = {1: 2.0, 2: 3.5, 3: 5.5}
"""Of a tie, by how close two people are."""
_NOT_SAID = 2.75
_LOOKS = {
    "you": ("edge", 1.25, ""),
    "unsure": ("muted", 2.25, "dashed"),
    "reach": ("ink", 2.25, "dotted"),
}
"""Colour, width and dash of the other ties."""
_SHAPES = {
    "you": ("accent", "accent", 2.25, ""),
    "member": ("card", "accent", 2.25, ""),
    "role": ("card", "edge", 2.25, "dashed"),
    "decider": ("card", "ink", 1.75, ""),
}
"""Fill, colour, width and dash of a line around somebody."""
_SIDE, _CORNER, _LETTERS = 1.8, 9.0, 0.62
"""Of a decider's square and of the letters inside a shape: in radii, but for the corner."""
_LEADING, _CAPITALS = SIZE + 3, 0.36
"""From line to line of a name; half the height of a capital, in sizes of the type."""
_AROUND = 2.0
"""Room on both sides of a name in which no tie is seen."""
_PIECES = 12
"""Of a line that bends."""
_SEAM = 0.05
"""How far a piece reaches into the next, in lengths of itself."""


@attrs.frozen
class _Node:
    """Somebody on the map, in pixels."""

    id: str
    kind: str
    initials: str
    lines: tuple[str, ...]
    box: NodeBox
    place: Point = (0.0, 0.0)


def map_drawing(nodes: Sequence[Mapping[str, Any]], ties: Sequence[Tie], alt: str) -> Drawing:
    """Return the map of `nodes` and `ties`, as the exercise lays it out.

    Args:
        nodes: `id`, `name`, `initials`, `kind`, and `x` and `y` in thousandths where the person put them.
        ties: `a`, `b`, `kind`, `knows` and `strength`.
        alt: the map in words.
    """
    labelled = [_labelled(node) for node in nodes]
    frame, places = laid_out(nodes, {node.id: node.box for node in labelled}, WIDTH)
    scene = {node.id: attrs.evolve(node, place=places[node.id]) for node in labelled}
    marks = (
        *(line for tie in ties for line in _tie(tie, scene, frame)),
        *(mark for node in scene.values() for mark in _drawn(node)),
    )
    return Drawing(_points(frame.width), _points(frame.height), tuple(map(_printed, marks)), alt)


def _labelled(node: Mapping[str, Any]) -> _Node:
    bold, kind = _is_bold(node["kind"]), node["kind"]
    lines = () if kind == "you" else lines_of(node["name"], LABEL, SIZE, _MOST_LINES, bold=bold)
    widest = max((text_width(line, SIZE, bold=bold) for line in lines), default=0.0)
    initials = node["name"] if kind == "you" else node["initials"]
    return _Node(node["id"], kind, initials, lines, node_box(len(lines), widest))


def _is_bold(kind: str) -> bool:
    return kind in {"you", "member"}


def _drawn(node: _Node) -> Iterator[Mark]:
    """Yield the shape with its letters, and the name below, on a ground that keeps ties away from it."""
    x, y = node.place
    fill, colour, line, dash = _SHAPES[node.kind]
    if node.kind == "decider":
        side = RADIUS * _SIDE
        yield Box(x - side / 2, y - side / 2, side, side, fill, colour, line, dash, _CORNER, node.id)
    else:
        yield Circle(x, y, RADIUS, fill, colour, line, dash, node.id)
    size = _fitting_size(node.initials)
    yield Label(x, y, node.initials, size, "on-accent" if node.kind == "you" else "ink", "middle")
    yield from _name(node)


def _fitting_size(letters: str) -> float:
    """Return the size of type in which `letters` stay inside the circle."""
    size, room = RADIUS * _LETTERS, RADIUS * 1.6
    return size * min(1.0, room / max(text_width(letters, size), 1.0))


def _name(node: _Node) -> Iterator[Mark]:
    if not node.lines:
        return
    (x, y), bold = node.place, _is_bold(node.kind)
    first = y + RADIUS + 6 + 0.72 * _LEADING - _CAPITALS * SIZE
    half = max(text_width(line, SIZE, bold=bold) for line in node.lines) / 2 + _AROUND
    yield Box(x - half, first - _LEADING / 2, 2 * half, _LEADING * len(node.lines), "card")
    for number, line in enumerate(node.lines):
        colour = "muted" if node.kind == "role" else "ink"
        yield Label(x, first + number * _LEADING, line, SIZE, colour, "middle", bold)


def _tie(tie: Tie, scene: Mapping[str, _Node], frame: Frame) -> Iterator[Line]:
    """Yield the line of a tie, or its pieces where it bends; only the first and the last then have an end."""
    ends = (tie["a"], tie["b"])
    if tie["knows"] not in {"yes", "unsure"} or not scene.keys() >= set(ends):
        return
    colour, width, dash = _look(tie)
    others = [node.place for node in scene.values() if node.id not in ends]
    path = _path(scene[tie["a"]].place, scene[tie["b"]].place, others, frame)
    last = len(path) - 2
    for number, (start, end) in enumerate(pairwise(path)):
        joined = (ends[:1] if number == 0 else ()) + (ends[1:] if number == last else ())
        yield Line(*start, *(end if number == last else _beyond(start, end)), colour, width, dash, joined)


def _beyond(start: Point, end: Point) -> Point:
    """Return where a piece ends that reaches a little into the next, so that no seam is seen."""
    return end[0] + _SEAM * (end[0] - start[0]), end[1] + _SEAM * (end[1] - start[1])


def _look(tie: Tie) -> tuple[str, float, str]:
    look = "unsure" if tie["knows"] == "unsure" else tie["kind"]
    return _LOOKS.get(look) or ("accent", _WIDTHS.get(tie["strength"], _NOT_SAID), "")


def _path(a: Point, b: Point, others: Sequence[Point], frame: Frame) -> tuple[Point, ...]:
    """Return the points of a tie: straight, or bent around whoever stands in between, inside of the paper."""
    bends = _bends(a, b, others)
    curves = (_curve(a, b, bend) for bend in bends)
    return next((curve for curve in curves if _is_inside(curve, frame)), (a, b))


def _bends(a: Point, b: Point, others: Sequence[Point]) -> tuple[float, ...]:
    """Return by how much to bend, to the nearer side and to the other; nothing where nobody is in between."""
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1
    found: tuple[float, ...] = ()
    for x, y in others:
        along = ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length
        aside = ((y - a[1]) * (b[0] - a[0]) - (x - a[0]) * (b[1] - a[1])) / length
        if RADIUS < along < length - RADIUS and abs(aside) < RADIUS + 8:
            side, room = (-1 if aside >= 0 else 1), RADIUS + 12
            found = (side * (room - abs(aside)) * 2, -side * (room + abs(aside)) * 2)
    return found


def _curve(a: Point, b: Point, bend: float) -> tuple[Point, ...]:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1
    x = (a[0] + b[0]) / 2 - (b[1] - a[1]) / length * bend
    y = (a[1] + b[1]) / 2 + (b[0] - a[0]) / length * bend
    shares = [number / _PIECES for number in range(_PIECES + 1)]
    weights = [((1 - t) ** 2, 2 * t * (1 - t), t**2) for t in shares]
    return tuple((p * a[0] + q * x + r * b[0], p * a[1] + q * y + r * b[1]) for p, q, r in weights)


def _is_inside(path: Sequence[Point], frame: Frame) -> bool:
    edge = max(_WIDTHS.values()) / 2
    return all(edge <= x <= frame.width - edge and edge <= y <= frame.height - edge for x, y in path)


def _points(pixels: float) -> float:
    return round(pixels * PIXEL, 2)


def _printed(mark: Mark) -> Mark:
    """Return a mark whose lengths are pixels in points."""
    fields: dict[str, Any] = attrs.asdict(mark)
    lengths = {name: _points(value) for name, value in fields.items() if isinstance(value, float)}
    return type(mark)(**{**fields, **lengths})
