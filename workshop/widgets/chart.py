"""A chart: plotly's JSON drawn by the page, with a sentence and a table that say the same."""

from __future__ import annotations

from typing import Any

from workshop.widgets.assets import plotly
from workshop.widgets.base import Widget


class Chart(Widget):
    """`state["figure"]` is what is drawn, `state["text"]` and `state["table"]` are its twins."""

    module = "chart"
    sheets = ("verdicts", "chart")

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
        return [plotly().encode()]
    except OSError:
        return []
