"""A table to fill in by hand: columns to write in or to tick, rows with a label or room for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workshop.paper.prose import Block

_MOST = 5.0
"""What fits beside the names in large type: a box counts 1, a column to write in its share."""
_WRITTEN = 1.0
"""The least that a column to write in counts."""


def column(said: Mapping[str, Any] | str) -> Block:
    """Return a column: a head alone is one to write in, `marks` are boxes to tick.

    Their names stand in the head, or beside each box where `above` is false.
    """
    given = {"head": said} if isinstance(said, str) else said
    empty: Block = {"head": "", "hint": "", "path": "", "marks": [], "above": True, "share": 1.0}
    return empty | dict(given)


def table(rows: Sequence[str], columns: Sequence[Mapping[str, Any] | str], **more: object) -> Block:
    """Return a table.

    Args:
        rows: a label, or a number beside room for a name, for each row.
        columns: what `column` takes.
        more: `label` and `hint` above it, `head` of the first column, `filled` when the rows are labels,
            `wide`, the share of the first column, `room`, the height of a row in mm, `halves`, two columns of
            rows, `key`, what letters mean, `named`, the address of the names, `paths`, those of the rows.
    """
    empty: Block = {"b": "table", "label": "", "hint": "", "head": "", "named": "", "key": [], "wide": 1.9}
    made = [column(each) for each in columns]
    return empty | {"rows": list(rows), "columns": made, "crowded": crowded(made)} | more


def crowded(columns: Sequence[Block]) -> bool:
    """Whether columns do not fit beside one another in large type."""
    return sum(len(each["marks"]) or max(_WRITTEN, each["share"]) for each in columns) > _MOST
