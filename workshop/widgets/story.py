"""The four stories of the case clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class Story(Widget):
    """`state["stories"]` are the stories, each with as much of it as its answers have earned."""

    module = "story"
    sheets = ("form", "verdicts", "story")

    def lines(self) -> list[str]:
        """Return the title, then how far each story is, and the end of those that were seen to it."""
        told = [line for one in self.state.get("stories", ()) for line in _told(one)]
        return [*super().lines(), *told]


def _told(one: dict[str, Any]) -> Iterator[str]:
    yield f"{one['title']}: {one['status_label']}"
    for part in (one["outcome"] or {"parts": ()})["parts"]:
        said = filter(None, (part.get("lesson"), *part["text"], *part["items"]))
        yield f"{part['title']}: {' '.join(said)}"
