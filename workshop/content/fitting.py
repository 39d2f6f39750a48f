"""Whether a facilitator's text can stand where the kit's does: of its type, with its placeholders."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop.content.leaves import Path, Text

LANGUAGE = "lang"
"""The one word that no reader sees: which language the others are in."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
COUNTED = {"messages_weekdays", "messages_numbers"}
"""Words that stand for a list, with spaces between."""
_FREE = {"say", "materials", "how_lines", "small_words", "everyday"}
"""Lists that may be longer or shorter than the kit's."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def misfit(path: Path, kit: Text, own: object) -> str:
    """Return why `own` cannot stand in place of `kit`; empty when it can.

    The answer is `type`, `count`, `empty`, `lines`, `language` or `placeholder`.
    """
    if isinstance(kit, str):
        return _of_text(path, kit, own) if isinstance(own, str) else "type"
    if not (isinstance(own, list) and all(isinstance(entry, str) for entry in own)):
        return "type"
    return _of_list(path, kit, own)


def placeholders(text: str) -> frozenset[str] | None:
    """Return what a text has in braces; None when its braces cannot be read."""
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    return frozenset(f"{field}!{conversion or ''}:{spec}" for _, field, spec, conversion in parts)


def _of_text(path: Path, kit: str, own: str) -> str:
    if not own.strip() and kit.strip():
        return "empty"
    hidden = set(_CONTROL.findall(own)) - set(_CONTROL.findall(kit))
    if hidden or ("\n" in own and "\n" not in kit):
        return "lines"
    if path[-1] == LANGUAGE and not _TAG.fullmatch(own):
        return "language"
    if path[-1] in COUNTED and len(own.split()) != len(kit.split()):
        return "count"
    return "" if placeholders(own) == placeholders(kit) else "placeholder"


def _of_list(path: Path, kit: list[str], own: list[str]) -> str:
    if not own or (path[-1] not in _FREE and len(own) != len(kit)):
        return "count"
    if len(own) == len(kit):
        return _first(_of_text(path, was, text) for was, text in zip(kit, own, strict=True))
    known = frozenset().union(*(placeholders(text) or () for text in kit))
    return _first(_of_entry(text, known) for text in own)


def _of_entry(text: str, known: frozenset[str]) -> str:
    found = placeholders(text)
    if found is None or not found <= known:
        return "placeholder"
    return "lines" if _CONTROL.search(text) or "\n" in text else "" if text.strip() else "empty"


def _first(faults: Iterable[str]) -> str:
    return next((fault for fault in faults if fault), "")
