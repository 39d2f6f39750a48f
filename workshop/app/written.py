"""Files that a command makes: all of them checked first, then each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def write(contents: Mapping[Path, bytes], out: Path, *, replace: bool = False) -> Iterator[Path]:
    """Write every file of `contents` into the folder `out`, readable by its owner alone; yield each path.

    Raises:
        Complaint: something is in the way, and nothing was written; or the disk is full or closed to us.
    """
    check(contents, out, replace=replace)
    _folders(contents, out)
    for path, content in contents.items():
        try:
            _put(path, content)
        except OSError:
            raise Complaint("out_unwritable", file=path) from None
        yield path


def check(paths: Iterable[Path], out: Path, *, replace: bool = False) -> None:
    """Refuse when something stands in the way of any of `paths` below the folder `out`.

    Raises:
        Complaint: a file is there already, or a file where a folder is needed, or the other way round.
    """
    for path in paths:
        _check(path, out, replace=replace)


def _check(path: Path, out: Path, *, replace: bool) -> None:
    above = [folder for folder in path.parents if folder.is_relative_to(out)]
    for folder in above:
        if os.path.lexists(folder) and not folder.is_dir():
            raise Complaint("file_in_the_way", file=folder)
    if path.is_dir() and not path.is_symlink():
        raise Complaint("folder_in_the_way", folder=path)
    if os.path.lexists(path) and not replace:
        raise Complaint("file_there", file=path)


def _folders(paths: Iterable[Path], out: Path) -> None:
    """Make the folders of `paths`, each for its owner alone."""
    needed = {folder for path in paths for folder in path.parents if folder.is_relative_to(out)}
    try:
        for folder in sorted({out, *needed}):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Complaint("out_unwritable", file=out) from None


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; `mkstemp` makes it for its owner alone."""
    descriptor, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
