"""The game of give or hold: one round with a stranger, twenty with a partner."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Game(Widget):
    """Partners as machines the page can run itself, the moves so far, and what the ledger says to them."""

    module = "game"
    sheets = ("form", "verdicts", "game")
