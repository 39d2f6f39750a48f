"""The data folder: where it is, and whether it can be used."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from workshop import storage
from workshop.errors import Complaint

if TYPE_CHECKING:
    from pathlib import Path

_TRIAL = b"0" * 65536
"""Bytes; more than a workbook needs."""


def data_folder(asked: Path | None) -> Path:
    """Return the folder that was asked for, or the usual one of this person on this machine."""
    return (asked.expanduser() if asked else storage.data_folder()).absolute()


def prepare(folder: Path) -> None:
    """Make `folder` ready for answers, readable by nobody else.

    Raises:
        Complaint: it cannot be made, opened or written to, or its disk is full; nothing in it was changed.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _try_out(folder / f".trial-{os.getpid()}")
    except OSError as error:
        raise Complaint(_reason(error), folder=folder) from None


def _try_out(path: Path) -> None:
    try:
        with path.open("wb") as file:
            file.write(_TRIAL)
            file.flush()
            os.fsync(file.fileno())
    finally:
        path.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "folder_full"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "folder_is_file"
    return "folder_read_only"
