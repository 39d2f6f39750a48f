"""M7: in how many of your ties help goes both ways, over the arcs of who helped whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.analysis.exchange import tallies
from workshop.analysis.members import named
from workshop.model import YOU, Finding

if TYPE_CHECKING:
    import networkx as nx

    from workshop.model import Workbook
else:
    from workshop.analysis import networks as nx


def arcs(workbook: Workbook, today: date = date.max) -> nx.DiGraph:
    """Return who has helped whom: an arc from you where you gave, an arc to you where you received."""
    drawn = nx.DiGraph()
    for person, counted in tallies(workbook, today).items():
        drawn.add_edges_from([(YOU, person)] * bool(counted.given))
        drawn.add_edges_from([(person, YOU)] * bool(counted.received))
    return drawn


def reciprocity(workbook: Workbook, today: date = date.max) -> float | None:
    """Return mutual arcs over all arcs, 0 to 1; None without an arc."""
    drawn = arcs(workbook, today)
    return float(nx.overall_reciprocity(drawn)) if drawn.number_of_edges() else None


def directions(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return in how many ties help goes both ways."""
    share = reciprocity(workbook, today)
    if share is None:
        return (Finding("directions.ties", "open", "open"),)
    drawn = arcs(workbook, today)
    ties = drawn.number_of_nodes() - 1
    mutual = drawn.number_of_edges() - ties
    values = {"mutual": mutual, "ties": ties}
    return (Finding("directions.ties", _case(share, ties), _tone(share), values, _sides(workbook, today)),)


def _case(share: float, ties: int) -> str:
    if ties == 1:
        return "single_both" if share else "single_one"
    return {0.0: "none", 1.0: "all"}.get(share, "some")


def _tone(share: float) -> str:
    return "good" if share == 1 else "plain"


def _sides(workbook: Workbook, today: date) -> tuple[tuple[str, str], ...]:
    """Return for each person in the ledger which way help has gone."""
    found = tallies(workbook, today)
    passed = [(person, found[person.id]) for person in named(workbook.people) if person.id in found]
    return tuple(
        (literal(person.name), _way(bool(counted.given), bool(counted.received)))
        for person, counted in passed
        if counted.passed
    )


def _way(gave: bool, received: bool) -> str:  # noqa: FBT001
    if gave and received:
        return "exchange_both"
    return "exchange_only_given" if gave else "exchange_only_received"
