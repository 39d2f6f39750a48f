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


@attrs.frozen
class Line:
    """A straight line; `ends` are the ids of the shapes that it joins, where it joins any."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = attrs.field(default="ink", validator=attrs.validators.in_(COLOURS))
    width: float = 1.0
    dash: str = attrs.field(default="", validator=attrs.validators.in_(DASHES))
    ends: tuple[str, ...] = ()
    kind: str = "line"


@attrs.frozen
class Box:
    """A rectangle by its upper left corner, with corners of `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str = attrs.field(default="", validator=attrs.validators.in_(COLOURS))
    colour: str = attrs.field(default="", validator=attrs.validators.in_(COLOURS))
    line: float = 1.0
    dash: str = attrs.field(default="", validator=attrs.validators.in_(DASHES))
    radius: float = 0.0
    id: str = ""
    kind: str = "box"


@attrs.frozen
class Circle:
    """A circle by its centre."""

    x: float
    y: float
    radius: float
    fill: str = attrs.field(default="", validator=attrs.validators.in_(COLOURS))
    colour: str = attrs.field(default="", validator=attrs.validators.in_(COLOURS))
    line: float = 1.0
    dash: str = attrs.field(default="", validator=attrs.validators.in_(DASHES))
    id: str = ""
    kind: str = "circle"


@attrs.frozen
class Label:
    """One line of text: `x` is its start, middle or end, `y` the middle of its height."""

    x: float
    y: float
    text: str
    size: float = 9.0
    colour: str = attrs.field(default="ink", validator=attrs.validators.in_(COLOURS))
    anchor: str = attrs.field(default="start", validator=attrs.validators.in_(ANCHORS))
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
