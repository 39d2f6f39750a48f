"""A part of `content/paper.toml`: a table to fill in, a grid, bars to shade, rulers, a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content import words
from workshop.paper.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.paper.prose import Block

    Said = Mapping[str, Any]


def part(said: Said) -> Block:
    """Return what the template draws of a part; a kind without a rule is drawn as it stands."""
    return _KINDS.get(said["b"], dict)(said)


def _table(said: Said) -> Block:
    more = {key: value for key, value in said.items() if key not in {"rows", "columns"}}
    return table(said["rows"], said["columns"], **{"filled": True, **more})


def _line(said: Said) -> Block:
    return {"hint": "", "when": "", "path": "", "lines": 1} | dict(said)


def _rulers(said: Said) -> Block:
    return dict(said) | {"rows": words("paper")["rows"][said["rows"]]}


_KINDS: dict[str, Callable[[Said], Block]] = {"table": _table, "line": _line, "rulers": _rulers}
