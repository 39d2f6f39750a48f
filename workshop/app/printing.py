"""What is printed for a workshop, from the command line: PDF files in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.app.prose import prose
from workshop.app.written import check, write
from workshop.content.agenda import LENGTHS, minutes_of
from workshop.paper.cards import cards
from workshop.paper.posters import posters
from workshop.paper.run_sheet import run_sheet
from workshop.paper.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    Wishes = Mapping[str, Any]


def printed(what: Sequence[str], out: Path, wishes: Wishes, *, replace: bool = False) -> Iterator[Path]:
    """Make each of `what` as a PDF, write them into the folder `out`, and yield their paths.

    Args:
        what: of `workbook`, `cards`, `run-sheet` and `posters`.
        out: made when it is not there.
        wishes: `paper`, `large`, `exercise` (of the workbook alone), `length` and `starts`.
        replace: whether files that are there may be written over.

    Raises:
        Complaint: there is no such exercise, length or time of the day, or something is in the way; then
            nothing was written.
    """
    if wishes.get("starts"):
        minutes_of(wishes["starts"])
    wished = {out / _name(one, wishes): _MAKERS[one] for one in what}
    check(wished, out, replace=replace)
    yield from write({path: make(wishes) for path, make in wished.items()}, out, replace=replace)


def _name(what: str, wishes: Wishes) -> str:
    """Return the name of the file, such as `run-sheet-half-day-large.pdf`."""
    length = wishes.get("length") or LENGTHS[0]
    parts = {
        "workbook": [wishes.get("exercise") or ""],
        "run-sheet": [length if length != LENGTHS[0] else ""],
        "posters": [length if length != LENGTHS[0] else ""],
    }.get(what, [])
    large = ["large"] if wishes.get("large") and what != "posters" else []
    return "-".join([what, *filter(None, parts), *large]) + ".pdf"


def _workbook(wishes: Wishes) -> bytes:
    return workbook(prose(), only=wishes.get("exercise") or "", **_look(wishes))


def _cards(wishes: Wishes) -> bytes:
    return cards(prose(), **_look(wishes))


def _run_sheet(wishes: Wishes) -> bytes:
    look: dict[str, Any] = {**_when(wishes), **_look(wishes)}
    return run_sheet(**look)


def _posters(wishes: Wishes) -> bytes:
    return posters(prose(), **_when(wishes), paper=wishes["paper"])


def _look(wishes: Wishes) -> dict[str, Any]:
    return {"paper": wishes["paper"], "large": bool(wishes.get("large"))}


def _when(wishes: Wishes) -> dict[str, str]:
    return {"length": wishes.get("length") or LENGTHS[0], "starts": wishes.get("starts") or ""}


_MAKERS: Mapping[str, Callable[[Wishes], bytes]] = {
    "workbook": _workbook,
    "cards": _cards,
    "run-sheet": _run_sheet,
    "posters": _posters,
}
