"""The rules of the room, as the first notebook says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.paper.prose import heading_and_rest, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Prose = Mapping[str, Sequence[tuple[str, str]]]

_EXERCISE, _CELL = "00_start", "rules"


def rules(prose: Prose) -> tuple[str, ...]:
    """Return each rule as plain text; none when the notebook has no such cell.

    Args:
        prose: for each exercise the Markdown cells of its notebook in their order, as id and source.
    """
    source = next((text for cell, text in prose.get(_EXERCISE, ()) if cell == _CELL), "")
    lists = (block for block in heading_and_rest(source)[1] if block["b"] == "list")
    return tuple(said(item) for block in lists for item in block["items"])
