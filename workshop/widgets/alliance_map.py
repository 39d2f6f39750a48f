"""The map of who knows whom: drawn by hand, or taken apart in the glue test."""

from __future__ import annotations

from workshop.widgets.base import Widget


class AllianceMap(Widget):
    """You, the five and those who decide; `state["mode"]` is `draw` or `glue`."""

    module = "map"
    sheets = ("form", "verdicts", "map")
