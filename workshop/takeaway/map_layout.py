"""Where everybody stands on the map, in pixels: the rules of `map_layout.js`, on paper of one size.

Names are those of the script. Both are compared in Chromium, so a change in one needs the same in the other.
"""

from __future__ import annotations

from itertools import combinations
from math import cos, sin, tau
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    Nodes = Sequence[Mapping[str, Any]]
    Point = tuple[float, float]
    Places = dict[str, Point]
    Ids = AbstractSet[str]

RADIUS, LABEL, SIZE = 32.0, 124.0, 14.0
"""Of a circle, the width of the lines of a name, and the size of its type."""
_PER_DECIDER, _ROW = 132, RADIUS * 2 + 40
_HIGHEST, _HIGH = 430.0, 0.66
"""The paper below the deciders: its height at most, and in widths."""
_ROUNDS = 120
_TOUCHING, _SEEN = 0.5, 4.0
"""Pixels by which boxes overlap before they are moved, and before it is seen: they have room around them."""
_TRIES = ((1.0, True), (1.0, False), (1.1, False), (1.2, False), (1.3, False), (1.4, False))
"""How much taller the paper is, and whether those with a place stay there while others have none."""


@attrs.frozen
class Frame:
    """The paper to draw on: its size, and how much of it at the top is for the deciders, so many in a row."""

    width: float
    height: float
    band: float
    per_row: int


@attrs.frozen
class NodeBox:
    """The room of a person with their name: from the middle of the circle to either side, up and down."""

    half: float
    top: float
    bottom: float


def map_frame(width: float, nodes: Nodes, taller: float = 1.0) -> Frame:
    """Return the frame for `nodes`, which is `taller` times as high as on screen below the deciders."""
    per_row = int(width // _PER_DECIDER)
    rows = -(-sum(node["kind"] == "decider" for node in nodes) // per_row)
    band = rows * _ROW + 10 if rows else 0
    return Frame(width, round(band + min(_HIGHEST, width * _HIGH) * taller), band, per_row)


def node_box(lines: int, label_width: float) -> NodeBox:
    """Return the room that a circle takes with a name of so many lines below it, the widest so wide."""
    half = max(RADIUS, label_width / 2) + 4
    return NodeBox(half, RADIUS + 4, RADIUS + 8 + lines * (SIZE + 3))


def laid_out(nodes: Nodes, boxes: Mapping[str, NodeBox], width: float) -> tuple[Frame, Places]:
    """Return a frame, and where each of `nodes` stands on it, by id, so that nobody covers anybody.

    Where the screen would leave some on top of each other, all make room, on higher paper if need be.

    Args:
        nodes: as `map_state` gives them.
        boxes: the room of each, by id.
        width: of the paper, at least 460.
    """
    for taller, stay in _TRIES:
        frame = map_frame(width, nodes, taller)
        put = _put(nodes, boxes, frame)
        fixed = set(put) if stay and len(put) < len(nodes) else set()
        places = apart(automatic_places(nodes, frame) | put, boxes, frame, fixed)
        if _is_clear(places, boxes):
            return frame, places
    frame = map_frame(width, nodes)
    return frame, apart(automatic_places(nodes, frame), boxes, frame, set())


def _put(nodes: Nodes, boxes: Mapping[str, NodeBox], frame: Frame) -> Places:
    """Return the places of those whom the person put somewhere."""
    put = {node["id"]: _pixels_of(node, frame) for node in nodes if None not in (node["x"], node["y"])}
    return {id: _inside_of(place, boxes[id], frame) for id, place in put.items()}


def _is_clear(places: Places, boxes: Mapping[str, NodeBox]) -> bool:
    return all(
        min(overlap(places[a], places[b], boxes[a], boxes[b])) <= _SEEN for a, b in combinations(places, 2)
    )


def automatic_places(nodes: Nodes, frame: Frame) -> Places:
    """Return places for those nobody has put anywhere: you in the middle, the five around, deciders above."""
    deciders = [node["id"] for node in nodes if node["kind"] == "decider"]
    around = [node["id"] for node in nodes if node["kind"] not in {"decider", "you"}]
    middle, *ring = _ring_of(len(around), frame)
    return {
        **{id: _decider_place(index, len(deciders), frame) for index, id in enumerate(deciders)},
        **dict(zip(around, ring, strict=True)),
        **{node["id"]: middle for node in nodes if node["kind"] == "you"},
    }


def _decider_place(index: int, count: int, frame: Frame) -> Point:
    row, column = divmod(index, frame.per_row)
    in_row = min(frame.per_row, count - row * frame.per_row)
    return frame.width * (column + 0.5) / in_row, RADIUS + 8 + row * _ROW


def _ring_of(count: int, frame: Frame) -> Iterator[Point]:
    """Yield the middle and `count` places around it, the ring as large as the paper allows."""
    angles = [tau * index / count - tau / 4 for index in range(count)]
    lowest = max([0.5, *map(sin, angles)])
    top = frame.band + RADIUS + 8
    down = (frame.height - RADIUS - SIZE * 2 - 12 - top) / (1 + lowest)
    across = min(frame.width / 2 - LABEL / 2 - 6, frame.width * 0.4)
    x, y = frame.width / 2, top + down
    yield x, y
    yield from ((x + across * cos(angle), y + down * sin(angle)) for angle in angles)


def _pixels_of(node: Mapping[str, Any], frame: Frame) -> Point:
    return node["x"] / 1000 * frame.width, node["y"] / 1000 * frame.height


def _inside_of(place: Point, box: NodeBox, frame: Frame) -> Point:
    x, y = place
    return _within(x, box.half, frame.width - box.half), _within(y, box.top, frame.height - box.bottom)


def _within(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else max(low, min(high, value))


def apart(places: Places, boxes: Mapping[str, NodeBox], frame: Frame, fixed: Ids) -> Places:
    """Return the same places, moved as little as needed so that no boxes overlap; `fixed` ids stay."""
    free = {id: _inside_of(place, boxes[id], frame) for id, place in places.items()}
    for _ in range(_ROUNDS):
        moved = [_separate(first, second, free, boxes, fixed) for first, second in combinations(places, 2)]
        free |= {id: _inside_of(place, boxes[id], frame) for id, place in free.items()}
        if not any(moved):
            break
    return free


def _separate(first: str, second: str, places: Places, boxes: Mapping[str, NodeBox], fixed: Ids) -> bool:
    a, b = places[first], places[second]
    across, down = overlap(a, b, boxes[first], boxes[second])
    if min(across, down) <= _TOUCHING or fixed >= {first, second}:
        return False
    sign = (1 if a[0] <= b[0] else -1, 1 if a[1] <= b[1] else -1)
    push = ((across + 1) * sign[0], 0.0) if across < down else (0.0, (down + 1) * sign[1])
    share = 0.0 if first in fixed else 1.0 if second in fixed else 0.5
    places[first] = a[0] - push[0] * share, a[1] - push[1] * share
    places[second] = b[0] + push[0] * (1 - share), b[1] + push[1] * (1 - share)
    return True


def overlap(a: Point, b: Point, box_a: NodeBox, box_b: NodeBox) -> Point:
    """Return how far two boxes reach into each other, across and down; apart where either is below zero."""
    across = box_a.half + box_b.half - abs(a[0] - b[0])
    down = (
        a[1] + box_a.bottom - (b[1] - box_b.top) if a[1] <= b[1] else b[1] + box_b.bottom - (a[1] - box_a.top)
    )
    return across, down
