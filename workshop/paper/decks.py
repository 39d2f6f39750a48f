"""The decks of cards: what stands on each, from the words of the exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import exercise, verdict_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Field = Mapping[str, Any]

COLUMNS, ROWS, ROWS_BLANK, ROWS_LARGE = 2, 4, 5, 2
"""Cards on a sheet of paper: across, down, down when they are blank, and down in large type."""


@attrs.frozen
class Card:
    """One card.

    Attributes:
        look: how it is drawn, one of the looks of `cards.typ`.
        title: what is read across the table.
        top: to which deck it belongs.
        text: what is read by whoever holds it.
        line: what to write by hand on the line at its foot; no line when empty.
        options: the two sides of a choice.
    """

    look: str
    title: str
    top: str = ""
    text: str = ""
    line: str = ""
    options: tuple[str, ...] = ()


@attrs.frozen
class Deck:
    """Cards that belong together.

    Attributes:
        title: what stands in the margin of its sheets.
        cards: in their order.
        rows: how many stand below one another on a sheet.
        filler: what fills the rest of its last sheet; it stays empty when None.
    """

    title: str
    cards: tuple[Card, ...]
    rows: int = ROWS
    filler: Card | None = None


def decks() -> tuple[Deck, ...]:
    """Return every deck in the order of the exercises, then those of the facilitator."""
    return tuple(
        deck() for deck in (_either, _values, _five, _names, _game, _shocks, _phases, _contingencies)
    )


def _either() -> Deck:
    fields = _fields("01_alliances", "cards")[0]["fields"]
    said, top = words("cards")["either"], _top("either", "01_alliances")
    cards = [
        Card("either", field["label"], top, options=(field["left"]["label"], field["right"]["label"]))
        for field in fields
        if field["kind"] == "either"
    ]
    [overruled] = (field for field in fields if field["path"] == "overrule")
    ends = (option for option in overruled["options"] if option["value"] != "evolving")
    piles = [Card("text", option["label"], said["pile"], option["hint"]) for option in ends]
    return Deck(said["title"], (*cards, *piles))


def _values() -> Deck:
    top = _top("values", "02_purpose")
    fields = {field["path"]: field for field in _fields("02_purpose", "sentence")}
    cards = [Card("word", option["label"], top) for option in fields["purpose/values"]["options"]]
    own = Card("blank", "", line=fields["purpose/own_value"]["label"])
    return Deck(words("cards")["values"]["title"], tuple(cards), filler=own)


def _five() -> Deck:
    said, fields = words("cards")["five"], _fields("03_five_people", "choose")
    name, prompts = next(field for field in fields if field.get("where") == "seated")["fields"]
    asked = [Card("question", one["label"], _top("five", "03_five_people")) for one in prompts["options"]]
    seats = [Card("blank", said["seat"].format(seat=seat), line=name["label"]) for seat in range(1, 6)]
    return Deck(said["title"], (*asked, *seats))


def _names() -> Deck:
    said = words("cards")["names"]
    blank = Card("blank", "", line=said["line"])
    return Deck(said["title"], (blank,) * (COLUMNS * ROWS_BLANK), ROWS_BLANK, blank)


def _game() -> Deck:
    said, top = words("cards")["game"], _top("game", "06_reciprocity")
    spoken = exercise("06_reciprocity")["steps"]["game"]["words"]
    both = (
        Card("light", spoken["game_give"], top, said["give"]),
        Card("dark", spoken["game_hold"], top, said["hold"]),
    )
    return Deck(said["title"], both * ROWS)


def _shocks() -> Deck:
    step, labels = exercise("08_stress_test")["steps"]["draw"], verdict_words()["labels"]
    top = _top("shocks", "08_stress_test")
    cards = [Card("text", labels[f"shock_{shock}"], top, story) for shock, story in step["stories"].items()]
    how = Card("text", step["title"], top, step["stays"]["hint"])
    return Deck(words("cards")["shocks"]["title"], (*cards, how))


def _phases() -> Deck:
    said = words("cards")["phases"]
    cards = (Card("word", one["title"], said["top"], one["text"]) for one in said["cards"])
    return Deck(said["title"], tuple(cards))


def _contingencies() -> Deck:
    said = words("cards")["contingencies"]
    cards = (Card("rule", one["if"], said["top"], one["then"]) for one in words("cards")["contingency"])
    return Deck(said["title"], tuple(cards))


def sheets(*, large: bool = False) -> Iterator[Deck]:
    """Yield the decks cut into sheets of paper."""
    for deck in decks():
        rows = ROWS_LARGE if large else deck.rows
        parts = list(_parts(deck, COLUMNS * rows))
        for number, part in enumerate(parts, start=1):
            yield Deck(_title(deck.title, number, len(parts)), part, rows)


def _parts(deck: Deck, size: int) -> Iterator[tuple[Card, ...]]:
    rest = (deck.filler,) * (-len(deck.cards) % size) if deck.filler else ()
    cards = (*deck.cards, *rest)
    for start in range(0, len(cards), size):
        yield cards[start : start + size]


def _title(title: str, number: int, count: int) -> str:
    if count == 1:
        return title
    return str(words("cards")["sheets"]).format(title=title, number=number, count=count)


def _top(deck: str, name: str) -> str:
    return str(words("cards")[deck]["top"]).format(number=name[:2])


def _fields(name: str, step: str) -> list[Field]:
    fields: list[Field] = exercise(name)["steps"][step]["fields"]
    return fields
