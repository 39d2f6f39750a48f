"""A person's own copies of the exercises, for JupyterLab: kept up to date, never overwritten once changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.own_prose import with_own_prose
from workshop.content.custom import custom_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECORD = ".shipped.json"


def bring_up_to_date(shipped: Path, own: Path) -> tuple[str, ...]:
    """Copy the notebooks of `shipped` to the folder `own`; return the names of those laid beside.

    A notebook whose cells the person has changed stays as it is, and a newer version of it is laid
    beside it as `NAME.new.ipynb`. Outputs do not count as changes.
    """
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    record = _read_record(own / _RECORD)
    beside = []
    for source in sorted(shipped.glob("*.ipynb")):
        fresh, known = _mark(source), record.get(source.name)
        target = own / source.name
        if target.exists() and _mark(target) not in {fresh, known}:
            if fresh == known:
                continue
            target = own / f"{source.stem}.new.ipynb"
            beside.append(target.name)
        if not target.exists() or _mark(target) != fresh:
            shutil.copyfile(source, target)
        record[source.name] = fresh
    (own / _RECORD).write_text(json.dumps(record, indent=1), encoding="utf-8")
    return tuple(beside)


@contextmanager
def in_own_words(shipped: Path) -> Iterator[Path]:
    """Give a folder with the notebooks of `shipped` in a facilitator's wording, while it is needed."""
    if custom_folder() is None:
        yield shipped
        return
    with tempfile.TemporaryDirectory() as folder:
        for file in shipped.glob("*.ipynb"):
            notebook = json.loads(file.read_text(encoding="utf-8"))
            notebook["cells"] = with_own_prose(notebook["cells"], shipped.name, file.stem)
            (Path(folder) / file.name).write_text(json.dumps(notebook, indent=1), encoding="utf-8")
        yield Path(folder)


def _mark(path: Path) -> str:
    """Return what tells two versions of a notebook's cells apart."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        sources = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (ValueError, KeyError, TypeError):
        return "unreadable"
    return hashlib.sha256(json.dumps(sources).encode()).hexdigest()


def _read_record(path: Path) -> dict[str, str]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
