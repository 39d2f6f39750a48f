"""How far the person has come, as the header and the first page need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.errors import Complaint

if TYPE_CHECKING:
    from pathlib import Path


@attrs.frozen
class Progress:
    """Where the last change was made, and which exercises are done.

    Attributes:
        last: name of the exercise of the last change; empty when there is none.
        done: names of the finished exercises.
    """

    last: str = ""
    done: frozenset[str] = frozenset()


def progress(data: Path | None, case: str = "") -> Progress:
    """Return how far the answers in the folder `data` go; none at all when they cannot be read.

    With a `case` they are the person's copy of it.
    """
    if data is None:
        return Progress()
    from workshop.analysis.progress import done  # noqa: PLC0415 - networkx, not needed to print --help
    from workshop.content.worked import worked  # noqa: PLC0415 - the same
    from workshop.storage import FileStore  # noqa: PLC0415 - the same

    try:
        document = FileStore(data, worked(case) if case else None).load()
    except (Complaint, OSError):
        return Progress()
    return Progress(document.step.partition(".")[0], done(document.workbook))


def left_off(so_far: Progress, ready: tuple[str, ...]) -> str:
    """Return the exercise to open: where the last change was made, or the next one when that is done."""
    if so_far.last not in ready:
        return ready[0]
    following = ready[ready.index(so_far.last) + 1 :]
    return following[0] if so_far.last in so_far.done and following else so_far.last
