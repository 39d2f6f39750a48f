"""What our widgets share: one `state` that flows to the page, and the same thing in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import anywidget
import traitlets

from workshop.widgets import assets, bundle
from workshop.widgets.parts import changed, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

State = dict[str, Any]


class Widget(anywidget.AnyWidget):
    """A widget that shows `state` and holds no truth.

    `state` is JSON, replaced whole; it travels in parts, and what did not change is not sent again. Whatever
    a page asks to set is not taken: edits travel as messages of `SaveStatus`, never as state.

    JavaScript and looks come from the kernel, or from a server of ours where there is one (`assets.STATIC`).
    """

    module: ClassVar[str]
    """Name of its JavaScript module."""
    sheets: ClassVar[tuple[str, ...]]
    """Names of its style sheets, beside those that all share."""
    layout = None
    """A model of its own for each widget, which none of ours needs."""
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, state: State | None = None, **traits: Any) -> None:
        """Show `state`."""
        self._state = state or {}
        self._parts = parts_of(self._told(self._state))
        super().__init__(**traits)

    @property
    def state(self) -> State:
        """What the page shows."""
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        parts = parts_of(self._told(state))
        news = changed(parts, self._parts)
        self._state, self._parts = state, parts
        if news:
            self._send({"method": "update", "state": news, "buffer_paths": []})

    def _told(self, state: State) -> State:
        """Return what of `state` travels, each key on its own; some of it may wait until it is asked for."""
        return state

    def get_state(self, key: str | Iterable[str] | None = None, drop_defaults: bool = False) -> State:  # noqa: FBT001, FBT002 - theirs
        """Return what a page is told: all of it with no `key`, or the traits that `key` names."""
        told: State = super().get_state(key, drop_defaults)
        return told | self._parts if key is None else told

    def set_state(self, sync_data: State) -> None:
        """Take nothing from a page."""

    @traitlets.default("_esm")
    def _own_script(self) -> str:
        served = assets.address(assets.MODULES)
        return bundle.stub(self.module, served) if served else bundle.script(self.module)

    @traitlets.default("_css")
    def _own_styles(self) -> str:
        return "" if assets.address(assets.STYLES) else bundle.styles(*self.sheets)

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
