"""A drawing as a group of shapes that can be moved, recoloured and reworded on a slide."""

from __future__ import annotations

from math import atan2, hypot, tau
from typing import TYPE_CHECKING, Any

import attrs
from lxml.etree import SubElement
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from workshop.takeaway.drawing import Box, Circle, Label, Line
from workshop.takeaway.measure import text_width
from workshop.takeaway.slides_base import SCHEME
from workshop.takeaway.slides_text import Look, add_run, bare, flat, right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.takeaway.drawing import Drawing, Mark

_DASHES = {"dashed": MSO_LINE.DASH, "dotted": MSO_LINE.ROUND_DOT}
_ALIGNED = {"start": ("l", 0.0), "middle": ("ctr", 0.5), "end": ("r", 1.0)}
"""How a label is aligned, and how much of its width lies to the left of its point."""
_LINE = 1.25
"""Height of a line of text, in sizes of its type."""
_LEGIBLE = 7.0
"""Type of a drawing is no smaller, in points, if it can be."""
_ROOM = 1.25
"""Width of a label's box, in widths of its text: other typefaces may step in."""


@attrs.frozen
class Frame:
    """Where a drawing stands on a slide, and how much larger than it was drawn.

    Attributes:
        left: of the drawing, in points.
        top: the same.
        scale: of heights, circles, lines and type.
        across: of widths; more than `scale` where a drawing may be stretched.
    """

    left: float
    top: float
    scale: float
    across: float

    def x(self, x: float) -> Any:
        """Return the place of `x` on the slide."""
        return Pt(self.left + x * self.across)

    def y(self, y: float) -> Any:
        """Return the place of `y` on the slide."""
        return Pt(self.top + y * self.scale)

    def length(self, length: float) -> Any:
        """Return `length` as long as it is on the slide."""
        return Pt(length * self.scale)

    def type_size(self, size: float) -> float:
        """Return the size of type on the slide, which stays legible where a wider drawing has room for it."""
        return max(size * self.scale, min(_LEGIBLE, size * self.across))


def stretchable(drawing: Drawing) -> bool:
    """Whether `drawing` shows the same when it is wider: it has no slanting lines."""
    lines = [mark for mark in drawing.marks if isinstance(mark, Line)]
    return all(line.x1 == line.x2 or line.y1 == line.y2 for line in lines)


def draw(slide: Any, drawing: Drawing, frame: Frame, name: str) -> None:
    """Add `drawing` to `slide` as a group called `name`, which carries its text twin."""
    added = [(mark, _add(slide, mark, frame)) for mark in drawing.marks]
    joined = {mark.id: (mark, shape) for mark, shape in added if isinstance(mark, Box | Circle) and mark.id}
    for named, shape in joined.values():
        shape.name = _name(named, drawing)
    for mark, shape in added:
        if isinstance(mark, Line):
            _glue(shape, mark, [joined[end] for end in mark.ends if end in joined])
    group = slide.shapes.add_group_shape([shape for _mark, shape in added])
    group.name = name
    group.element.xpath("p:nvGrpSpPr/p:cNvPr")[0].set("descr", flat(drawing.alt))


def _add(slide: Any, mark: Mark, frame: Frame) -> Any:
    if isinstance(mark, Label):
        return _label(slide, mark, frame)
    shape = _line(slide, mark, frame) if isinstance(mark, Line) else _shape(slide, mark, frame)
    shape.element.remove(shape.element.find(qn("p:style")))
    return shape


def _line(slide: Any, line: Line, frame: Frame) -> Any:
    ends = (frame.x(line.x1), frame.y(line.y1), frame.x(line.x2), frame.y(line.y2))
    connector = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    _stroke(connector.line, line.colour, frame.length(line.width), line.dash)
    return connector


def _shape(slide: Any, mark: Box | Circle, frame: Frame) -> Any:
    _left, _top, width, height = _bounds(mark)
    shape = slide.shapes.add_shape(_kind(mark), *_place(mark, frame))
    if isinstance(mark, Box) and mark.radius and min(width, height):
        shape.adjustments[0] = min(0.5, mark.radius / min(width, height))
    if mark.fill:
        shape.fill.solid()
        shape.fill.fore_color.theme_color = _theme_colour(mark.fill)
    else:
        shape.fill.background()
    _stroke(shape.line, mark.colour, frame.length(mark.line), mark.dash)
    return shape


def _place(mark: Box | Circle, frame: Frame) -> tuple[Any, Any, Any, Any]:
    if isinstance(mark, Box):
        return frame.x(mark.x), frame.y(mark.y), Pt(mark.width * frame.across), frame.length(mark.height)
    radius = frame.length(mark.radius)
    return frame.x(mark.x) - radius, frame.y(mark.y) - radius, 2 * radius, 2 * radius


def _bounds(mark: Box | Circle) -> tuple[float, float, float, float]:
    """Left, top, width and height."""
    if isinstance(mark, Box):
        return mark.x, mark.y, mark.width, mark.height
    return mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius


def _kind(mark: Box | Circle) -> Any:
    if isinstance(mark, Circle):
        return MSO_SHAPE.OVAL
    return MSO_SHAPE.ROUNDED_RECTANGLE if mark.radius else MSO_SHAPE.RECTANGLE


def _stroke(line: Any, colour: str, width: Any, dash: str) -> None:
    if not colour:
        line.fill.background()
        return
    line.color.theme_color = _theme_colour(colour)
    line.width = width
    if dash:
        line.dash_style = _DASHES[dash]


def _theme_colour(colour: str) -> Any:
    return MSO_THEME_COLOR.from_xml(SCHEME[colour])


def _label(slide: Any, label: Label, frame: Frame) -> Any:
    """Add a line of text that neither wraps nor shrinks, aligned at its point."""
    text, size = flat(label.text), frame.type_size(label.size)
    width, height = text_width(text, size, bold=label.bold) * _ROOM, size * _LINE
    algn, before = _ALIGNED[label.anchor]
    place = (frame.x(label.x) - Pt(width * before), frame.y(label.y) - Pt(height / 2))
    shape = slide.shapes.add_textbox(*place, Pt(width), Pt(height))
    shape.name = text or shape.name
    bare(shape.text_frame)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    [paragraph] = shape.element.xpath("p:txBody/a:p")
    properties = SubElement(paragraph, qn("a:pPr"), algn=algn)
    if right_to_left(text):
        properties.set("rtl", "1")
    add_run(paragraph, text, Look(size, label.bold, SCHEME[label.colour or "ink"]))
    return shape


def _name(mark: Box | Circle, drawing: Drawing) -> str:
    """Return what the drawing calls `mark`: the farthest of the labels around it, else its id."""
    x, y = _middle(mark)
    reach = _bounds(mark)[3] / 2
    around = [
        (abs(label.y - y), flat(label.text))
        for label in drawing.marks
        if isinstance(label, Label) and abs(label.x - x) < 1 and abs(label.y - y) < reach + 2 * label.size
    ]
    return max(around, default=(0.0, ""))[1] or flat(mark.id)


def _middle(mark: Box | Circle) -> tuple[float, float]:
    left, top, width, height = _bounds(mark)
    return left + width / 2, top + height / 2


def _glue(connector: Any, line: Line, ends: Sequence[tuple[Box | Circle, Any]]) -> None:
    """Tie `connector` to the shapes at its `ends`, without moving it.

    It is tied where a shape has a place for it nearest to the direction in which it leaves: a program that
    draws it anew at once then draws it almost alike.
    """
    said = connector.element.nvCxnSpPr.cNvCxnSpPr
    for mark, shape in ends:
        first = _distance(mark, line.x1, line.y1) <= _distance(mark, line.x2, line.y2)
        x, y = (line.x2, line.y2) if first else (line.x1, line.y1)
        tied = said.get_or_add_stCxn() if first else said.get_or_add_endCxn()
        middle = _middle(mark)
        tied.id, tied.idx = shape.shape_id, _site(mark, x - middle[0], y - middle[1])


def _distance(mark: Box | Circle, x: float, y: float) -> float:
    middle = _middle(mark)
    return hypot(middle[0] - x, middle[1] - y)


def _site(mark: Box | Circle, right: float, down: float) -> int:
    """Return the number of the place nearest to a direction: counted from the top, against the clock."""
    sites = 8 if isinstance(mark, Circle) else 4
    return round(atan2(-right, -down) / tau * sites) % sites
