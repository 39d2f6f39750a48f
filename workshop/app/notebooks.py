"""Where the notebooks lie, and which of them are there."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbformat import NotebookNode

_NAME = re.compile(r"\d\d_[a-z_]+")
_CASE = re.compile(r'case="([a-z-]+)"')


def notebook_folder(kind: str) -> Path:
    """Return the folder of the `exercises` or the `solutions`, installed or in a working copy."""
    package = Path(str(files("workshop")))
    installed = package / "notebooks" / kind
    return installed if installed.is_dir() else package.parent / kind


def notebook_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the notebooks in `folder`, such as `03_five_people`, in their order."""
    stems = (path.stem for path in folder.glob("*.ipynb") if path.is_file())
    return tuple(sorted(stem for stem in stems if _NAME.fullmatch(stem)))


def is_about(notebook: NotebookNode, case: str) -> bool:
    """Return whether the commentary of a notebook speaks of `case`; without a case it always fits."""
    own = own_case(notebook)
    return not case or not own or own == case


def own_case(notebook: NotebookNode) -> str:
    """Return the name of the case that a notebook opens by itself; empty when it opens none."""
    found = _CASE.search("".join(str(cell.source) for cell in notebook.cells[:1]))
    return found[1] if found else ""
