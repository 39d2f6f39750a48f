"""The state of a widget as it travels: in parts, so that a change sends little, and nothing said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Parts = dict[str, Any]
_OF_A_FIELD = (
    *("kind", "label", "hint", "placeholder", "firm", "unsure", "options", "add", "empty_text"),
    *("low", "high", "low_label", "high_label", "left", "right", "limit", "most"),
)
_OF_A_VERDICT = ("formula", "source", "convention", "change")
"""What fields, and verdicts, have in common with others of their kind, and keep while answers change."""


def parts_of(state: Mapping[str, Any]) -> Parts:
    """Return what a page is told of `state`: an attribute for each key, their names, and what repeats there.

    A field or verdict names, in the stead of what it has in common with others, its place in `alike`; objects
    of one kind stand in rows. `state.js` joins it all again.
    """
    alike: dict[str, tuple[int, Parts]] = {}
    parts = {f"state.{name}": _slim(value, alike) for name, value in state.items()}
    return {"parts": list(state), "alike": [common for _, common in alike.values()], **parts}


def changed(parts: Parts, before: Parts) -> Parts:
    """Return those of `parts` that are not as they were `before`."""
    return {name: part for name, part in parts.items() if name not in before or before[name] != part}


def _slim(node: Any, alike: dict[str, tuple[int, Parts]]) -> Any:
    if isinstance(node, list | tuple):
        return _in_rows([_slim(each, alike) for each in node])
    if not isinstance(node, dict):
        return node
    common = {name: node[name] for name in _common_names(node) if name in node}
    rest = {name: _slim(value, alike) for name, value in node.items() if name not in common}
    if not common:
        return rest
    place, _ = alike.setdefault(repr(common), (len(alike), common))
    return {**rest, "alike": place}


def _in_rows(items: list[Any]) -> list[Any] | Parts:
    """Return objects of few kinds as the names of each kind, and a row for each: its kind and its values."""
    if not items or not all(isinstance(item, dict) for item in items):
        return items
    kinds: dict[tuple[str, ...], int] = {}
    rows = [[kinds.setdefault(tuple(item), len(kinds)), *item.values()] for item in items]
    return {"rows of": list(kinds), "rows": rows} if len(kinds) < len(items) else items


def _common_names(node: Mapping[str, Any]) -> tuple[str, ...]:
    if "path" in node and "kind" in node:
        return _OF_A_FIELD
    return _OF_A_VERDICT if "formula" in node else ()
