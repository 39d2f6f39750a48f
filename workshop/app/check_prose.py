"""What broke in a customised notebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workshop.app.finding import hinted, said
from workshop.app.own_prose import cells_of, copied_cells, is_commentary, markup_in, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from workshop.app.own_prose import Cell

MOST_WORDS = 90
"""In one cell."""


def prose_findings(file: str, folder: Path) -> Iterator[str]:
    """Yield what is wrong with the notebook `file`, such as `exercises/00_start.ipynb`, of `folder`."""
    cells = cells_of(folder / file)
    if cells is None:
        yield _unread(file, folder / file)
        return
    kind, name = file.removesuffix(".ipynb").split("/")
    copied = {cell["id"]: cell for cell in copied_cells(folder, kind, name)}
    there = list(dict.fromkeys(cell["id"] for cell in cells if cell["id"] in copied))
    for cell in cells:
        was = copied.get(cell["id"])
        yield from _of_added(file, cell) if was is None else _of_cell(file, cell, was)
    for key in copied:
        if key not in there:
            yield said("cell_missing", file=file, key=key)
    order = [key for key in copied if key in there]
    for key, wanted in zip(there, order, strict=False):
        if key != wanted:
            yield said("cell_moved", file=file, key=wanted)
            break


def _of_added(file: str, cell: Cell) -> Iterator[str]:
    """Yield what is wrong with a cell that a person added; JupyterLab leaves empty ones behind."""
    if not source(cell).strip():
        return
    if cell["cell_type"] != "markdown":
        yield said("code_added", file=file, key=cell["id"])
    else:
        yield from _of_text(file, cell)


def _of_cell(file: str, cell: Cell, was: Mapping[str, object]) -> Iterator[str]:
    key, kind = cell["id"], cell["cell_type"]
    if was["cell_type"] != "markdown":
        if kind != was["cell_type"] or source(cell).strip() != source(was).strip():
            yield said("code", file=file, key=key)
    elif kind != "markdown":
        yield said("text_turned", file=file, key=key)
    elif source(was) != source(cell):
        if file.startswith("solutions/") and not is_commentary(was):
            yield said("mirror", file=file, key=key)
        else:
            yield from _of_text(file, cell)


def _of_text(file: str, cell: Cell) -> Iterator[str]:
    key, text = cell["id"], source(cell)
    if not text.strip():
        yield said("cell_empty", file=file, key=key)
    elif markup := markup_in(text):
        yield said("unsafe", file=file, key=key, text=markup)
    elif len(text.split()) > MOST_WORDS:
        yield hinted("words_many", file=file, key=key, length=len(text.split()), limit=MOST_WORDS)


def _unread(file: str, place: Path) -> str:
    """Say where reading stopped; a file that can be read all the same is no notebook of the kit's."""
    try:
        json.loads(place.read_bytes())
    except json.JSONDecodeError as trouble:
        if trouble.pos:
            return said("notebook", file=file, line=trouble.lineno)
    except (OSError, ValueError, RecursionError):
        pass
    return said("notebook_none", file=file)
