"""What all panels of the playbook are made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.takeaway.sheet import Line, Panel

if TYPE_CHECKING:
    from collections.abc import Mapping

    Words = Mapping[str, str]


def panel(key: str, words: Words, **parts: Any) -> Panel:
    """Return the panel `key` with its title and these parts."""
    return Panel(key, words[f"playbook_{key}"], **parts)


def missing(key: str, words: Words) -> Panel:
    """Return the panel `key`, which says what is not answered yet."""
    return panel(key, words, lines=(Line("missing", words[f"playbook_no_{key}"]),))


def lines(*said: tuple[str, str]) -> tuple[Line, ...]:
    """Return the lines that have something to say."""
    return tuple(Line(role, text) for role, text in said if text)


def joined(*parts: str) -> str:
    """Return the parts that are not empty, in one line."""
    return " · ".join(filter(None, parts))
