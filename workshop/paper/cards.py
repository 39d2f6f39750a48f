"""Cards to cut out, for tables and for facilitators, and the table card with the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from workshop.content import language, words
from workshop.paper.decks import sheets
from workshop.paper.rules import rules
from workshop.takeaway.typeset import typeset

if TYPE_CHECKING:
    from workshop.paper.rules import Prose

_TEMPLATE = Path(__file__).with_name("cards.typ")


def cards(prose: Prose, *, paper: str = "a4", large: bool = False) -> bytes:
    """Return the table card and every deck as a tagged PDF; the same words give the same bytes.

    Args:
        prose: for each exercise the Markdown cells of its notebook in their order, as id and source.
        paper: `a4` or `letter`.
        large: four cards on a sheet in place of eight, in type of 18 points.
    """
    said = words("cards")
    return typeset(
        _TEMPLATE,
        {
            "title": said["title"],
            "lang": language(),
            "paper": paper,
            "large": large,
            "table": {**said["table"], "rules": rules(prose)},
            "sheets": [attrs.asdict(sheet) for sheet in sheets(large=large)],
        },
    )
