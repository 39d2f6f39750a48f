"""The parts of a page that a presenter shows one after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nbformat import NotebookNode

_STEP = re.compile(r'\.show\("(\w+)"\)')


def mark_parts(cells: Sequence[NotebookNode]) -> None:
    """Note in the metadata of each cell its part, and the step that it is about.

    A question and its widget are one part, called like the step; its commentary is `STEP-more`, other prose
    `prose-1` and so on. So an exercise and its solution call the same part the same.
    """
    asked: list[NotebookNode] = []
    step, count = "", 0
    for cell in cells:
        found = _STEP.search(cell.source) if cell.cell_type == "code" else None
        tags = cell.metadata.get("tags", ())
        if found:
            step = found[1]
            _mark(asked, step)
            _name(cell, step, step)
            asked = []
        elif cell.cell_type == "markdown" and "commentary" in tags and step:
            _name(cell, f"{step}-more", step)
        elif cell.cell_type == "markdown" and "lab-only" not in tags:
            count += 1
            _name(cell, f"prose-{count}", step)
            asked.append(cell)


def _mark(asked: Sequence[NotebookNode], step: str) -> None:
    for cell in asked:
        _name(cell, cell.metadata["part"], step)
    if asked:
        _name(asked[-1], step, step)


def _name(cell: NotebookNode, part: str, step: str) -> None:
    cell.metadata.update(part=part, step=step)
