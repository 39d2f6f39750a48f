"""As much of plotly's JSON as our charts use, under plotly's names; whatever else a figure says is refused.

Where all charts say a thing in one way, only that way is known here: nothing is drawn wrongly, or left out,
without an error. Lengths are pixels.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Literal

import attrs
from cattrs import Converter

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKUP = re.compile(r"</?[a-z]", re.IGNORECASE)

Numbers = tuple[float, ...]
Colour = Literal["ink", "muted", "line", "accent", "warn"]


@attrs.frozen(kw_only=True)
class Title:
    """What an axis counts."""

    text: str


@attrs.frozen(kw_only=True)
class Axis:
    """An axis from one end of its range to the other, with marks where it is visible."""

    range: tuple[float, float]
    visible: bool = True
    tickvals: Numbers = ()
    ticktext: tuple[str, ...] = ()
    title: Title = Title(text="")
    fixedrange: Literal[True]
    zeroline: Literal[False] = False

    def __attrs_post_init__(self) -> None:
        """Refuse marks that plotly would choose by itself."""
        if self.visible and not self.tickvals:
            msg = "an axis does not say where its marks are: give it tickvals"
            raise ValueError(msg)

    @property
    def marks(self) -> tuple[tuple[float, tuple[str, ...]], ...]:
        """Where a mark is, and the lines of its text; none where the axis is not visible."""
        texts = self.ticktext or tuple(f"{value:g}" for value in self.tickvals)
        lines = tuple(text_lines(text) for text in texts)
        return tuple(zip(self.tickvals, lines, strict=True)) if self.visible else ()


@attrs.frozen(kw_only=True)
class Note:
    """Words at a place; with `yref` paper, `y` is a share of the height from below."""

    text: str
    x: float
    y: float
    name: Colour
    showarrow: Literal[False]
    xanchor: Literal["left", "center", "right"] = "center"
    yanchor: Literal["middle", "bottom"] = "middle"
    xshift: float = 0
    yref: Literal["y", "paper"] = "y"
    borderpad: Literal[0] = 0


@attrs.frozen(kw_only=True)
class Stroke:
    """How a line is drawn."""

    width: float
    dash: Literal["solid", "dash"] = "solid"


@attrs.frozen(kw_only=True)
class Shape:
    """A line from one place to another."""

    type: Literal["line"]
    x0: float
    x1: float
    y0: float
    y1: float
    name: Colour
    line: Stroke
    yref: Literal["y", "paper"] = "y"
    layer: Literal["above", "below"] = "above"


@attrs.frozen(kw_only=True)
class Marker:
    """The shape of points."""

    size: float
    symbol: Literal["circle", "circle-open", "diamond-open"] = "circle"


@attrs.frozen(kw_only=True)
class Dots:
    """Points of one colour."""

    type: Literal["scatter"]
    mode: Literal["markers"]
    meta: Colour
    x: Numbers
    y: Numbers
    marker: Marker
    hoverinfo: Literal["skip"]
    cliponaxis: Literal[False]


@attrs.frozen(kw_only=True)
class Bars:
    """Bars of one colour from zero to `x`, `width` of the other axis thick, with a text behind each end."""

    type: Literal["bar"]
    orientation: Literal["h"]
    meta: Colour
    x: Numbers
    y: Numbers
    width: float
    text: tuple[str, ...] = ()
    textposition: Literal["outside"] = "outside"
    hoverinfo: Literal["skip"]
    cliponaxis: Literal[False] = False


@attrs.frozen(kw_only=True)
class Margin:
    """Room around axes and names."""

    l: float  # noqa: E741 - plotly's name
    r: float
    t: float
    b: float


@attrs.frozen(kw_only=True)
class Layout:
    """What stands around bars and points."""

    height: float
    margin: Margin
    xaxis: Axis
    yaxis: Axis
    shapes: tuple[Shape, ...] = ()
    annotations: tuple[Note, ...] = ()
    showlegend: Literal[False]
    barmode: Literal["overlay"] = "overlay"


@attrs.frozen(kw_only=True)
class Figure:
    """A chart of ours."""

    data: tuple[Dots | Bars, ...]
    layout: Layout


_CONVERTER = Converter(forbid_extra_keys=True, detailed_validation=False)


def figure_of(said: Mapping[str, Any]) -> Figure:
    """Return the chart that `said` describes as plotly's JSON.

    Raises:
        Exception: a part, or its value, is not known here.
    """
    return _CONVERTER.structure(said, Figure)


def text_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that plotly reads as HTML, their blanks as a browser shows them.

    Raises:
        ValueError: it has other markup than `<br>`.
    """
    lines = text.split("<br>")
    if any(_MARKUP.search(line) for line in lines):
        msg = "a text of a figure has markup that is not known here: escape it"
        raise ValueError(msg)
    return tuple(" ".join(unescape(line).split()) for line in lines)
