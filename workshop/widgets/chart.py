"""A chart: plotly's JSON drawn by the page, with a sentence and a table that say the same."""

from __future__ import annotations

from importlib import resources
from typing import Any

from workshop.widgets.base import Widget
from workshop.widgets.bundle import script, styles

LIBRARY = "app/share/voila/templates/coalition/static/plotly-basic.min.js"
"""Where plotly's basic bundle lies inside the package; our own server hands out the same file."""


class Chart(Widget):
    """`state["figure"]` is what is drawn, `state["text"]` and `state["table"]` are its twins."""

    _esm = script("chart")
    _css = styles("verdicts", "chart")

    def __init__(self, **traits: Any) -> None:
        """Listen for a page that has no server of ours to fetch plotly from."""
        super().__init__(**traits)
        self.on_msg(self._answer)

    def _answer(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("kind") == "library":
            self.send({"kind": "library"}, buffers=_library())


def _library() -> list[bytes]:
    """Return plotly's bundle as the buffers of one message; none when it is not installed."""
    try:
        return [resources.files("workshop").joinpath(LIBRARY).read_bytes()]
    except OSError:
        return []
