"""The files to take away: a button for each, made when it is pressed."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Take(Widget):
    """`state["files"]` lists what there is: `what`, `title`, `hint` and `button` of each file.

    `state["people"]` lists those who may have a real name in these files: `id` and `name`, the code name.
    """

    module = "take"
    sheets = ("form", "verdicts", "take")
