"""The empty chair: what the purpose needs and nobody among the five brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import label, literal
from workshop.analysis.members import members, names, open_seats
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook


def empty_chair(workbook: Workbook) -> tuple[Finding, ...]:
    """Return each need and view that nobody brings, or that none is missing; then the seats kept open."""
    purpose, people = workbook.purpose, members(workbook)
    needs = _asked(purpose.needs, people, "function")
    views = _asked(purpose.views, people, "perspective")
    missing = (
        *(
            Finding("chair.need", need, "watch", answers=_brought(people, "function"))
            for need in _lacking(needs)
        ),
        *(
            Finding("chair.view", view, "watch", answers=_brought(people, "perspective"))
            for view in _lacking(views)
        ),
    )
    whole = (
        Finding("chair.needs", "filled", "good") if needs or views else Finding("chair.needs", "open", "open")
    )
    return (*(missing or (whole,)), *_seats(workbook))


def _asked(wanted: tuple[str, ...], people: tuple[Person, ...], answer: str) -> dict[str, bool]:
    """Return for each wanted kind whether somebody brings it; empty while nobody is described."""
    brought = {getattr(person, answer) for person in people} - {None}
    return {kind: kind in brought for kind in wanted} if brought else {}


def _lacking(asked: dict[str, bool]) -> tuple[str, ...]:
    return tuple(kind for kind, brought in asked.items() if not brought)


def _brought(people: tuple[Person, ...], answer: str) -> tuple[tuple[str, str], ...]:
    return tuple((literal(person.name), label(answer, getattr(person, answer))) for person in people)


def _seats(workbook: Workbook) -> tuple[Finding, ...]:
    seats = open_seats(workbook)
    if not seats:
        return ()
    wanted = tuple(name for name in names(seats) if name)
    answers = tuple((literal(seat.name), label("function", seat.function)) for seat in seats)
    if wanted:
        return (Finding("chair.seat", "named", "plain", {"names": wanted}, answers),)
    return (Finding("chair.seat", "unnamed", "plain", {"seats": len(seats)}, answers),)
