"""The playbook: one page to keep, and the reasons behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.widgets.base import State, Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Playbook(Widget):
    """`state["playbook"]` is a `takeaway.sheet.Playbook`, as plain dicts and lists.

    Each panel travels on its own, as `panel KEY`; those of the reasons, which are folded away, when they are
    asked for.
    """

    module = "playbook"
    sheets = ("verdicts", "chart", "playbook")

    def __init__(self, **traits: Any) -> None:
        """Show the page to keep, and listen for who wants the reasons."""
        self._pages: frozenset[int] = frozenset({1})
        super().__init__(**traits)
        self.on_msg(self._answer)

    def _answer(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("kind") == "reasons":
            self._pages = frozenset({1, 2})
            self.state = self.state

    def _told(self, state: State) -> State:
        playbook: State | None = state.get("playbook")
        if not playbook:
            return state
        sheets = [{**sheet, "rows": [*map(_places, sheet["rows"])]} for sheet in playbook["sheets"]]
        told = [sheet for sheet in playbook["sheets"] if sheet["page"] in self._pages]
        panels = {f"panel {panel['key']}": panel for panel in _panels(told)}
        return {**state, "playbook": {**playbook, "sheets": sheets}, **panels}

    def lines(self) -> list[str]:
        """Return the title, the verdicts, and each panel: its heading, and below it what it says."""
        playbook: State = self.state.get("playbook") or {"sheets": ()}
        return [*super().lines(), *(line for panel in _panels(playbook["sheets"]) for line in _said(panel))]


def _panels(sheets: Iterable[State]) -> Iterator[State]:
    yield from (cell["panel"] for sheet in sheets for row in sheet["rows"] for cell in row)


def _places(row: Iterable[State]) -> list[State]:
    return [{"share": cell["share"], "panel": cell["panel"]["key"]} for cell in row]


def _said(panel: State) -> Iterator[str]:
    yield panel["title"]
    yield from (f"  {line['text']}" for line in panel["lines"])
    if panel["picture"]:
        yield f"  {panel['picture']['alt']}"
    yield from (f"  - {' · '.join(line['text'] for line in entry)}" for entry in panel["entries"])
    yield from (f"  {line['text']}" for line in panel["notes"])
