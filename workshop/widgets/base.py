"""What our widgets share: one `state` that flows to the page, and the same thing in words."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets


class Widget(anywidget.AnyWidget):
    """A widget that shows `state` and holds no truth.

    `state` is JSON, replaced whole. Whatever a page asks to set is not taken: edits travel as messages of
    `SaveStatus`, never as state.
    """

    state = traitlets.Dict().tag(sync=True)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take nothing from a page."""

    def __repr__(self) -> str:
        """Return what the widget says, in words."""
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """Return the title and the verdicts, a line each."""
        title = self.state.get("title", "")
        return [line for line in (title, *map(_sentence, self.state.get("verdicts", ()))) if line]

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {"text/plain": repr(self), "application/vnd.jupyter.widget-view+json": view}, {}


def _sentence(verdict: dict[str, Any]) -> str:
    return f"{verdict['headline']} {verdict['detail']}".strip()
