"""The prose of the exercises, for paper: Markdown cells of the notebooks, in a facilitator's own wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.app.notebooks import notebook_folder, notebook_names
from workshop.app.own_prose import cells_of, source, with_own_prose

if TYPE_CHECKING:
    from workshop.app.own_prose import Cell

Cells = tuple[tuple[str, str], ...]


def prose() -> dict[str, Cells]:
    """Return for each exercise its Markdown cells in their order, as id and source."""
    folder = notebook_folder("exercises")
    return {
        name: tuple(
            (cell["id"], source(cell))
            for cell in with_own_prose(cells_of(folder / f"{name}.ipynb") or (), "exercises", name)
            if _is_read(cell)
        )
        for name in notebook_names(folder)
    }


def _is_read(cell: Cell) -> bool:
    return cell["cell_type"] == "markdown" and "lab-only" not in cell["metadata"].get("tags", ())
