"""The maps of the stories that were seen to their end."""

from __future__ import annotations

from workshop.widgets.base import Widget


class StoryMaps(Widget):
    """`state["maps"]` are maps in the mode `scenes`, each with one scene: without those who left."""

    module = "story_maps"
    sheets = ("form", "verdicts", "map", "story")

    def lines(self) -> list[str]:
        """Return the title, and for each map what it shows with everybody and without those who left."""
        told = [
            f"{one['title']}: {one['caption']} {scene['headline']}"
            for one in self.state.get("maps", ())
            for scene in one["removals"].values()
        ]
        return [*super().lines(), *told]
