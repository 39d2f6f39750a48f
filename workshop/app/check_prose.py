"""What broke in a customised notebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workshop.app.check_words import said
from workshop.app.own_prose import cells_of, is_commentary, is_safe, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from workshop.app.own_prose import Cell

MOST_WORDS = 90
"""In one cell."""


def prose_findings(file: str, place: Path, copy: Path) -> Iterator[str]:
    """Yield what is wrong with the notebook `file`, such as `exercises/00_start.ipynb`, at `place`."""
    cells = cells_of(place)
    if cells is None:
        yield said("notebook", file=file, line=_line(place))
        return
    copied = {cell["id"]: cell for cell in cells_of(copy) or []}
    for cell in cells:
        yield from _of_cell(file, cell, copied.get(cell["id"]))
    there = {cell["id"] for cell in cells}
    for key in copied:
        if key not in there:
            yield said("cell_missing", file=file, key=key)


def _of_cell(file: str, cell: Cell, was: Mapping[str, object] | None) -> Iterator[str]:
    key, text = cell["id"], source(cell)
    if was is not None and source(was) == text and was["cell_type"] == cell["cell_type"]:
        return
    if cell["cell_type"] != "markdown" or (was is not None and was["cell_type"] != "markdown"):
        yield said("code_added" if was is None else "code", file=file, key=key)
    elif was is not None and file.startswith("solutions/") and not is_commentary(was):
        yield said("mirror", file=file, key=key)
    elif not text.strip():
        yield said("cell_empty", file=file, key=key)
    elif not is_safe(text):
        yield said("unsafe", file=file, key=key)
    elif len(text.split()) > MOST_WORDS:
        yield said("words_many", file=file, key=key, length=len(text.split()), limit=MOST_WORDS)


def _line(place: Path) -> int:
    try:
        json.loads(place.read_bytes())
    except json.JSONDecodeError as trouble:
        return trouble.lineno
    except (OSError, ValueError, RecursionError):
        pass
    return 1
