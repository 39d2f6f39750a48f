"""Names in a chart: how much room one takes on the narrowest screen, and which two would touch."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from html import unescape

import attrs

Words = Mapping[str, str]
"""Sentences by key, as they come from the content files."""

_UNITS_PER_CHARACTER = 0.185
"""Of the five-point scale, at 320 pixels."""


@attrs.frozen
class Box:
    """A rectangle by its middle and half its sides, in units of the scale."""

    centre: float
    middle: float
    half_width: float
    half_height: float

    def touches(self, other: Box) -> bool:
        """Whether the two rectangles overlap."""
        across = abs(self.centre - other.centre) < self.half_width + other.half_width
        return across and abs(self.middle - other.middle) < self.half_height + other.half_height

    def within(self, low: float, high: float) -> bool:
        """Whether it lies between `low` and `high` both ways."""
        return all(
            low <= middle - half and middle + half <= high
            for middle, half in ((self.centre, self.half_width), (self.middle, self.half_height))
        )


def label_width(text: str) -> float:
    """Return the width of `text`, as plotly reads it, in units of the scale; wide characters count double."""
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in unescape(text))
    return wide * _UNITS_PER_CHARACTER


def shortened(name: str, most: int) -> str:
    """Return `name` in at most `most` characters, safe inside plotly, which reads some HTML."""
    short = name if len(name) <= most else name[: most - 1].rstrip() + "…"
    return short.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
