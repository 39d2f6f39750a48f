"""The snapshots: keep today, note what was going on, choose which day to compare with."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Snapshots(Widget):
    """`state["kept"]` is the list of days kept; `state["compare"]` says whether one can be compared with."""

    module = "snapshots"
    sheets = ("form", "verdicts", "snapshots")

    def lines(self) -> list[str]:
        """Return the title, a line for each snapshot, and the verdicts."""
        title, *said = super().lines() or [""]
        items = self.state.get("kept", {}).get("items", ())
        return [title, *(f"{item['title']}. {item['subtitle']}" for item in items), *said]
