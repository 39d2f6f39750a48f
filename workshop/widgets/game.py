"""The game of give or hold: one round with a stranger, twenty with a partner."""

from __future__ import annotations

from workshop.widgets.base import Widget
from workshop.widgets.bundle import script, styles


class Game(Widget):
    """Partners as machines the page can run itself, the moves so far, and what the ledger says to them."""

    _esm = script("game")
    _css = styles("form", "verdicts", "game")
