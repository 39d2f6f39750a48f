"""The playbook: one page to print or to keep as a PDF."""

from __future__ import annotations

from workshop.widgets.base import Widget
from workshop.widgets.bundle import script, styles


class Playbook(Widget):
    """`state["sections"]` is the page, as `takeaway.playbook` makes it."""

    _esm = script("playbook")
    _css = styles("verdicts", "map", "playbook")

    def lines(self) -> list[str]:
        """Return the title, the headings and sentences of the page, and the verdicts, a line each."""
        said = [
            " ".join(
                str(section[name]) for name in ("title", "sentence", "missing", "text") if section.get(name)
            )
            for section in self.state.get("sections", ())
        ]
        return [*super().lines(), *filter(None, said)]
