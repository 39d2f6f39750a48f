"""The prose of the exercises, for paper: Markdown cells of the notebooks, in a facilitator's own wording."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workshop.app.notebooks import notebook_folder, notebook_names
from workshop.content.custom import KIT, custom_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Cells = tuple[tuple[str, str], ...]


def prose() -> dict[str, Cells]:
    """Return for each exercise its Markdown cells in their order, as id and source.

    A cell of the customised folder counts where it differs from the copy that was made of the kit.
    """
    folder = notebook_folder("exercises")
    return {name: _own(name, _cells(folder / f"{name}.ipynb")) for name in notebook_names(folder)}


def _own(name: str, cells: Cells) -> Cells:
    """Return `cells` with those that a facilitator has changed."""
    custom = custom_folder()
    if custom is None:
        return cells
    copied = set(_cells(custom / KIT / "exercises" / f"{name}.ipynb"))
    changed = dict(cell for cell in _cells(custom / "exercises" / f"{name}.ipynb") if cell not in copied)
    return tuple((id_, changed.get(id_, source)) for id_, source in cells)


def _cells(path: Path) -> Cells:
    """Return the Markdown cells of a notebook; none when nobody can read it."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        return tuple((cell["id"], "".join(cell["source"])) for cell in cells if _is_read(cell))
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _is_read(cell: Mapping[str, Any]) -> bool:
    return cell["cell_type"] == "markdown" and "lab-only" not in cell["metadata"].get("tags", ())
