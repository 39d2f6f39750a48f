"""What has changed since a snapshot: a map of both days, and the same as a list."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Change(Widget):
    """`state["groups"]` are the lines and people of the map, by what became of them."""

    module = "change"
    sheets = ("verdicts", "map", "snapshots")

    def lines(self) -> list[str]:
        """Return the title, what became of whom and of which ties, and the verdicts, a line each."""
        title, *said = super().lines() or [""]
        missing = self.state.get("missing", "")
        groups = (f"{group['title']}: {group['names']}." for group in self.state.get("groups", ()))
        return [line for line in (title, missing, *groups, *said) if line]
