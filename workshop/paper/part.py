"""A part of `content/paper.toml`: a table to fill in, a grid, bars to shade, rulers, a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.paper.prose import Block


def part(said: Mapping[str, Any]) -> Block:
    """Return what the template draws of a part; one of a kind without a rule of its own is drawn as it stands."""
    return _KINDS.get(said["b"], dict)(said)


def column(said: Mapping[str, Any] | str) -> Block:
    """Return a column of a table: a head alone is a column to write in, `marks` are boxes to tick."""
    given = {"head": said} if isinstance(said, str) else said
    empty: Block = {"head": "", "hint": "", "path": "", "marks": [], "above": True, "share": 1.0}
    return empty | dict(given)


def _table(said: Mapping[str, Any]) -> Block:
    empty: Block = {"label": "", "hint": "", "head": "", "named": "", "key": [], "wide": 0, "filled": True}
    return empty | dict(said) | {"columns": [column(each) for each in said["columns"]]}


def _line(said: Mapping[str, Any]) -> Block:
    return {"hint": "", "when": "", "path": "", "lines": 1} | dict(said)


def _rulers(said: Mapping[str, Any]) -> Block:
    return dict(said) | {"rows": words("paper")["rows"][said["rows"]]}


_KINDS: dict[str, Callable[[Mapping[str, Any]], Block]] = {"table": _table, "line": _line, "rulers": _rulers}
