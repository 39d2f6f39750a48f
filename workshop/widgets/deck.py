"""A deck of shocks: draw one, and say who stays."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Deck(Widget):
    """`state["cards"]` are all of them, `state["drawn"]` the ids of those turned up, in their order."""

    module = "deck"
    sheets = ("form", "verdicts", "deck")

    def lines(self) -> list[str]:
        """Return the title, what each drawn card says, and the verdicts, a line each."""
        cards = {card["id"]: card for card in self.state.get("cards", ())}
        drawn = [cards[id]["said"] for id in self.state.get("drawn", ()) if id in cards]
        title, *said = super().lines() or [""]
        return [title, *drawn, *said]
