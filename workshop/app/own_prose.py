"""Prose of a facilitator's own in the notebooks: text cells that differ from the copies, and added ones.

Code cells are always the kit's. A text with markup that could run something is not taken.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from workshop.app.notebooks import notebook_folder
from workshop.content.custom import KIT, custom_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Cell = dict[str, Any]
_RUNS = re.compile(r"<\s*[a-z/!?][^\s>]{0,11}>?|(java|vb)script:\S{0,9}", re.IGNORECASE)
_ADDRESS = re.compile(r"<(https?://[^\s<>\"'`\\&]+|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
"""Of a web page or an e-mail, between angle brackets: plain Markdown."""
_COMMENTARY = "commentary"


def with_own_prose(cells: Iterable[Cell], kind: str, name: str, folder: Path | None = None) -> list[Cell]:
    """Return the cells of the kit's notebook `name` in a facilitator's wording.

    Args:
        cells: as the kit has them.
        kind: `exercises` or `solutions`; a solution has only its commentary from there.
        name: such as `03_five_people`.
        folder: the customised folder; without it the one in use.
    """
    own = folder or custom_folder()
    kit = list(cells)
    if own is None:
        return kit
    shared, added = changes(own, "exercises", name)
    comments, more = changes(own, kind, name) if kind == "solutions" else ({}, {})
    told: list[Cell] = []
    for cell in kit:
        here = str(cell.get("id", ""))
        text = _text(cell, shared, comments)
        told.append(cell if text is None else {**cell, "source": text})
        told += [*added.pop(here, ()), *more.pop(here, ())]
    homeless = [cell for cells in (*added.values(), *more.values()) for cell in cells]
    return [*told, *homeless]


def changes(folder: Path, kind: str, name: str) -> tuple[dict[str, str], dict[str, list[Cell]]]:
    """Return own texts by cell, and own cells by the cell that they stand behind."""
    own = cells_of(folder / kind / f"{name}.ipynb") or []
    copied = {cell["id"]: cell for cell in copied_cells(folder, kind, name)}
    texts: dict[str, str] = {}
    added: dict[str, list[Cell]] = {}
    behind = next(iter(copied), "")
    for cell in own:
        was = copied.get(cell["id"])
        if was is not None:
            behind = cell["id"]
        if cell["cell_type"] != "markdown" or markup_in(source(cell)) or not source(cell).strip():
            continue
        if was is None:
            added.setdefault(behind, []).append(_plain(cell, kind))
        elif source(cell) != source(was):
            texts[cell["id"]] = source(cell)
    return texts, added


def copied_cells(folder: Path, kind: str, name: str) -> list[Cell]:
    """Return the cells as they were when they were copied; the kit's when nobody can read that copy."""
    copied = cells_of(folder / KIT / kind / f"{name}.ipynb")
    return (cells_of(notebook_folder(kind) / f"{name}.ipynb") or []) if copied is None else copied


def cells_of(file: Path) -> list[Cell] | None:
    """Return the cells of a notebook, each with an id and a kind; None when nobody can read it.

    A cell without an id is one that a person added by hand; where no cell has one, none can be told apart.
    """
    try:
        found = json.loads(file.read_bytes())["cells"]
        cells = [{"id": f"own-{place}", **cell} for place, cell in enumerate(found)]
        good = all(isinstance(cell["id"] + cell["cell_type"] + source(cell), str) for cell in cells)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return cells if good and any("id" in cell for cell in found) else None


def markup_in(text: str) -> str:
    """Return the first markup of web pages in a text, or link that runs something; empty without one."""
    told = _ADDRESS.sub("", text)
    plain = re.sub(r"[\\\x00-\x1f]", "", html.unescape(told))
    found = _RUNS.search(told) or re.search(r"(java|vb)script:\S{0,9}", plain, re.IGNORECASE)
    return found[0] if found else ""


def source(cell: Mapping[str, Any]) -> str:
    """Return the text of a cell, which a file may keep as lines."""
    return "".join(cell["source"])


def is_commentary(cell: Mapping[str, Any]) -> bool:
    """Return whether only the solution has this cell."""
    return _COMMENTARY in cell.get("metadata", {}).get("tags", ())


def _text(cell: Cell, shared: Mapping[str, str], comments: Mapping[str, str]) -> str | None:
    if cell["cell_type"] != "markdown":
        return None
    return (comments if is_commentary(cell) else shared).get(cell.get("id", ""))


def _plain(cell: Cell, kind: str) -> Cell:
    tags = {"tags": [_COMMENTARY]} if kind == "solutions" else {}
    return {"cell_type": "markdown", "id": cell["id"], "metadata": tags, "source": source(cell)}
