"""The playbook: one page to keep, and the reasons behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Iterator

State = dict[str, Any]


class Playbook(Widget):
    """`state["playbook"]` is a `takeaway.sheet.Playbook`, as plain dicts and lists."""

    module = "playbook"
    sheets = ("verdicts", "chart", "playbook")

    def lines(self) -> list[str]:
        """Return the title, the verdicts, and each panel: its heading, and below it what it says."""
        playbook: State = self.state.get("playbook") or {"sheets": ()}
        cells = [cell for sheet in playbook["sheets"] for row in sheet["rows"] for cell in row]
        return [*super().lines(), *(line for cell in cells for line in _said(cell["panel"]))]


def _said(panel: State) -> Iterator[str]:
    yield panel["title"]
    yield from (f"  {line['text']}" for line in panel["lines"])
    if panel["picture"]:
        yield f"  {panel['picture']['alt']}"
    yield from (f"  - {' · '.join(line['text'] for line in entry)}" for entry in panel["entries"])
    yield from (f"  {line['text']}" for line in panel["notes"])
