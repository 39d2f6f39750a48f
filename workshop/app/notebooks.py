"""Where the notebooks lie, and which of them are there."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

_NAME = re.compile(r"\d\d_[a-z_]+")
_CASE = re.compile(r'case=\\"([a-z-]+)\\"')


def notebook_folder(kind: str) -> Path:
    """Return the folder of the `exercises` or the `solutions`, installed or in a working copy."""
    package = Path(str(files("workshop")))
    installed = package / "notebooks" / kind
    return installed if installed.is_dir() else package.parent / kind


def notebook_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the notebooks in `folder`, such as `03_five_people`, in their order."""
    stems = (path.stem for path in folder.glob("*.ipynb") if path.is_file())
    return tuple(sorted(stem for stem in stems if _NAME.fullmatch(stem)))


def shown_cases(folder: Path) -> tuple[str, ...]:
    """Return the worked cases that the notebooks of `folder` open."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ipynb")))
    return tuple(dict.fromkeys(name for text in texts for name in _CASE.findall(text)))
