"""M10: how many of the pairs know each other well, with unsure ones counted apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.graph import AllianceMap, alliance_map
from workshop.analysis.members import FEWEST, names, open_seats
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Workbook


def density(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the count of pairs who know each other, what unsure ties add, and the seats not counted."""
    drawn = alliance_map(workbook)
    return (_pairs(drawn), *_unsure(drawn), *_seats(workbook))


def _pairs(drawn: AllianceMap) -> Finding:
    key, pairs, known = "density.pairs", len(drawn.answers), drawn.worst.number_of_edges()
    values = {"known": known, "pairs": pairs, "missing": drawn.missing}
    if len(drawn.names) < FEWEST or drawn.missing == pairs:
        return Finding(key, "open", "open")
    if drawn.missing:
        return Finding(key, "open_pairs", "open", values, drawn.quoted())
    if known in {0, pairs}:
        return Finding(key, "all" if known else "none", "plain", values, drawn.quoted())
    return Finding(key, "one" if known == 1 else "some", "plain", values, drawn.quoted())


def _unsure(drawn: AllianceMap) -> tuple[Finding, ...]:
    if not drawn.ready or not drawn.unsure:
        return ()
    known, pairs = drawn.worst.number_of_edges(), len(drawn.answers)
    unsure, ties = len(drawn.unsure), drawn.spoken(drawn.unsure)
    values = {"known": known, "most": known + unsure, "pairs": pairs, "unsure": unsure, "ties": ties}
    case = "one" if unsure == 1 else "many"
    return (Finding("density.unsure", case, "plain", values, tuple((f"={tie}", "unsure") for tie in ties)),)


def _seats(workbook: Workbook) -> tuple[Finding, ...]:
    seats = open_seats(workbook)
    wanted = tuple(name for name in names(seats) if name)
    if not seats:
        return ()
    if wanted:
        return (Finding("density.seats", "named", "plain", {"names": wanted}),)
    return (Finding("density.seats", "unnamed", "plain", {"seats": len(seats)}),)
