"""Playbooks from the command line: every file that a page hands out, written into a folder."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import attrs

from workshop.app import written
from workshop.app.console import sentence, trouble
from workshop.app.folder import prepare
from workshop.content.worked import worked
from workshop.errors import Complaint, Refused
from workshop.exercise.day import day_of
from workshop.exercise.exports import FILES, Wishes, exported, wishes_in
from workshop.exercise.guard import logged
from workshop.exercise.messages import messages_of
from workshop.model.document import read
from workshop.storage import FileStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from workshop.model import Workbook

WHOLE = ("pdf", "slides", "calendar", "data", "excel", "graph")
"""What is written as the one file that a page hands out."""


@attrs.frozen
class Source:
    """Whose playbook it is, on which day, and in which folder below the one that was asked for."""

    workbook: Workbook
    today: date
    folder: str = ""


@attrs.frozen
class Made:
    """A file in memory, or one that could not be made and a sentence that says why.

    `failed` is True when nobody's answers are the reason.
    """

    path: PurePosixPath
    content: bytes = b""
    why_not: str = ""
    failed: bool = False


def of_cases(names: Sequence[str]) -> tuple[Source, ...]:
    """Return the worked cases called `names`, each on its own day; several have a folder each."""
    days = {name: day_of(name) for name in names}
    return tuple(
        Source(worked(name).workbook, day, name if len(days) > 1 else "") for name, day in days.items()
    )


def of_file(file: Path) -> Source:
    """Return the answers in `file`, as of today.

    Raises:
        Complaint: it cannot be read, or is no workbook.
    """
    try:
        text = file.read_bytes()
    except OSError:
        raise Complaint("file_unreadable", file=file) from None
    return Source(read(text).workbook, day_of())


def of_folder(data: Path) -> Source:
    """Return the answers in the folder `data`, as of today.

    Raises:
        Complaint: there are none, or they cannot be read.
    """
    if not os.path.lexists(data):
        raise Complaint("nothing_stored", folder=data)
    prepare(data)
    document = FileStore(data).load()
    if not document.revision:
        raise Complaint("nothing_stored", folder=data)
    return Source(document.workbook, day_of())


def made(source: Source, wished: Mapping[str, Any]) -> Iterator[Made]:
    """Yield every file of a playbook, those that cannot be made among them.

    Args:
        source: whose.
        wished: how the files shall be, as a page says it.

    Raises:
        Refused: a real name is too long.
    """
    wishes = wishes_in(wished)
    below = PurePosixPath(source.folder)
    for what in WHOLE:
        yield _made(what, source, wishes, below)
    for number, message in enumerate(messages_of(source.workbook, source.today), 1):
        kind = message.id if message.id.isalpha() else "thanks"  # the others say whom they are for
        one = _made("message", source, attrs.evolve(wishes, message=message.id), below)
        yield attrs.evolve(one, path=below / "messages" / f"{number}-{kind}.eml")
    yield from _unpacked(_made("csv", source, wishes, below))


def write(files: Iterable[Made], out: Path, *, replace: bool = False) -> Iterator[Path]:
    """Write `files` into the folder `out`, readable by their owner alone; yield the path of each.

    Raises:
        Complaint: something is in the way, and nothing was written; or the disk is full or closed to us.
    """
    contents = {out.joinpath(*one.path.parts): one.content for one in files if not one.why_not}
    yield from written.write(contents, out, replace=replace)


def _made(what: str, source: Source, wishes: Wishes, below: PurePosixPath) -> Made:
    path = below / FILES[what][0]
    try:
        return Made(path, exported(what, source.workbook, source.today, wishes).content)
    except Refused as refused:
        return Made(path, why_not=trouble(refused))
    except Exception as error:  # noqa: BLE001 - the other files are made all the same
        return Made(path, why_not=sentence("not_made_code", code=logged(error)), failed=True)


def _unpacked(archive: Made) -> Iterator[Made]:
    """Yield the files of an archive, in a folder called `tables`."""
    if archive.why_not:
        yield archive
        return
    with ZipFile(BytesIO(archive.content)) as opened:
        for name in opened.namelist():
            yield Made(archive.path.parent / "tables" / name, opened.read(name))
