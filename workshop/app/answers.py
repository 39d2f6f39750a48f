"""The answers in a data folder, from the command line: export, restore, erase."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from workshop.errors import Complaint
from workshop.session import Session
from workshop.storage import FileStore

if TYPE_CHECKING:
    from pathlib import Path


def export_answers(data: Path, out: Path, *, replace: bool = False) -> None:
    """Write the answers of the folder `data` to the file `out`, readable by its owner alone.

    Raises:
        Complaint: the answers cannot be read, or the file is there already or cannot be written.
    """
    text = Session(FileStore(data)).download()
    how = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if replace else os.O_EXCL)
    try:
        with os.fdopen(os.open(out, how, 0o600), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Complaint("file_there", file=out) from None
    except OSError:
        raise Complaint("file_unwritable", file=out) from None


def restore_answers(data: Path, file: Path) -> None:
    """Make the answers in `file` those of the folder `data`; the earlier ones stay in its history.

    Raises:
        Complaint: the file cannot be read or taken, or the folder not written; nothing is changed then.
    """
    try:
        text = file.read_bytes()
    except OSError:
        raise Complaint("file_unreadable", file=file) from None
    receipt = Session(FileStore(data)).restore(text)
    if receipt.status != "saved":
        raise Complaint(receipt.complaint, **receipt.values)


def erase_answers(data: Path) -> None:
    """Erase the answers of the folder `data` and their history.

    Raises:
        Complaint: something could not be removed.
    """
    FileStore(data).erase()
