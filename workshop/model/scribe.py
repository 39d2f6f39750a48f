"""A workbook in writing: a line for each item of a list, and only what is new is written anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from workshop.model.codec import plain
from workshop.model.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

_json = json.JSONEncoder(ensure_ascii=False)
_EMPTY = Workbook()


class Scribe:
    """Writes one workbook after the other, and knows what it wrote of the last one.

    What is frozen and still the same object reads the same: so one new entry of a ledger costs one line.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lists: dict[str, tuple[tuple[Any, ...], dict[int, bytes]]] = {}

    def content(self, workbook: Workbook) -> bytes:
        """Return `workbook` as JSON in UTF-8; answers that were not given are left out."""
        return b"".join(self.pieces(workbook))

    def pieces(self, workbook: Workbook) -> Iterator[bytes]:
        """Yield the same piece by piece: a long one is not copied more often than it has to be."""
        named = ((field.name, getattr(workbook, field.name)) for field in attrs.fields(Workbook))
        given = [(name, value) for name, value in named if value != getattr(_EMPTY, name)]
        yield b"{\n  "
        for number, (name, value) in enumerate(given):
            yield (b",\n  " if number else b"") + encoded(name) + b": "
            yield self._part(name, value)
        yield b"\n }"

    def _part(self, name: str, value: Any) -> bytes:
        if not isinstance(value, tuple):
            return encoded(plain(value))
        return b",\n   ".join(self._lines(name, value).values()).join((b"[\n   ", b"\n  ]"))

    def _lines(self, name: str, items: tuple[Any, ...]) -> dict[int, bytes]:
        """Return the line of each item by its identity, which holds as long as `items` are kept beside it."""
        before, lines = self._lists.get(name, ((), {}))
        if items is not before:
            lines = {id(item): lines.get(id(item)) or encoded(plain(item)) for item in items}
            self._lists[name] = items, lines
        return lines


def encoded(value: Any) -> bytes:
    """Return a plain value as JSON on one line."""
    return _json.encode(value).encode()
