"""A picture as a few lines, boxes, circles and words: drawn alike on screen, on paper and on a slide.

Lengths are points, from the upper left corner. Colours are names of `css/tokens.css`, such as `accent`; an
empty one is none.
"""

from __future__ import annotations

from typing import Any

import attrs

COLOURS = ("ink", "muted", "line", "edge", "accent", "accent-soft", "on-accent", "warn", "card", "")
DASHES = ("", "dashed", "dotted")
ANCHORS = ("start", "middle", "end")


def _one_of(options: tuple[str, ...], default: str = "") -> Any:
    return attrs.field(default=default, validator=attrs.validators.in_(options))


@attrs.frozen
class Line:
    """A straight line; `ends` are the ids of the shapes that it joins, where it joins any."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = _one_of(COLOURS, "ink")
    width: float = 1.0
    dash: str = _one_of(DASHES)
    ends: tuple[str, ...] = ()
    kind: str = "line"


@attrs.frozen
class Box:
    """A rectangle by its upper left corner, with corners of `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str = _one_of(COLOURS)
    colour: str = _one_of(COLOURS)
    line: float = 1.0
    dash: str = _one_of(DASHES)
    radius: float = 0.0
    id: str = ""
    kind: str = "box"


@attrs.frozen
class Circle:
    """A circle by its centre."""

    x: float
    y: float
    radius: float
    fill: str = _one_of(COLOURS)
    colour: str = _one_of(COLOURS)
    line: float = 1.0
    dash: str = _one_of(DASHES)
    id: str = ""
    kind: str = "circle"


@attrs.frozen
class Label:
    """One line of text: `x` is its start, middle or end, `y` the middle of its height."""

    x: float
    y: float
    text: str
    size: float = 9.0
    colour: str = _one_of(COLOURS, "ink")
    anchor: str = _one_of(ANCHORS, "start")
    bold: bool = False
    kind: str = "label"


Mark = Line | Box | Circle | Label


@attrs.frozen
class Drawing:
    """A picture and its text twin.

    Attributes:
        width: of the picture, in points.
        height: the same.
        marks: what is drawn, from the back to the front.
        alt: the picture in a sentence or two.
        table: the same as a table, `{"head": [...], "rows": [[...], ...]}`; empty when `alt` says it all.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    alt: str
    table: dict[str, Any] = attrs.field(factory=dict)
