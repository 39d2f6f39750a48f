"""M11 and M12: bridges or closure around you. Neither end is better: bridges reach, closure holds.

Written here rather than taken from `networkx`, whose functions load numpy and scipy where they find them;
the tests compare the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.graph import AllianceMap, alliance_map, with_you
from workshop.model import YOU, Finding

if TYPE_CHECKING:
    import networkx as nx

    from workshop.model import Workbook

BANDS = 3
"""Equal parts of the range from a star to a clique: this kit's own convention."""
_BANDS = ("bridges", "between", "closure")


def effective_size(ties: int, people: int) -> float:
    """Return n − 2t/n, 1 to n: the separate circles that n people with t ties make (Borgatti 1997)."""
    return people - 2 * ties / people


def constraint(graph: nx.Graph, ego: str) -> float:
    """Return Burt's constraint of `ego`, who has at least one tie, in a graph of equal ties (Burt 1992)."""
    return sum((_share(graph, ego, other) + _through(graph, ego, other)) ** 2 for other in graph[ego])


def rescaled(value: float, people: int) -> float:
    """Return a constraint as its place between a star, 0, and a clique, 1, of `people` around you."""
    star = 1 / people
    clique = star * (1 + (people - 1) / people) ** 2
    return min(max((value - star) / (clique - star), 0.0), 1.0)


def holes(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many separate circles you stand between, and where that lies between bridges and closure."""
    drawn = alliance_map(workbook)
    if not drawn.ready:
        return (Finding("holes.size", "open", "open"),)
    return (_size(drawn), _constraint(drawn))


def _size(drawn: AllianceMap) -> Finding:
    people = len(drawn.names)
    most, fewest = (_circles(graph.number_of_edges(), people) for graph in (drawn.worst, drawn.best))
    values = {"circles": most, "fewest": fewest, "people": people}
    return Finding("holes.size", _size_case(most, fewest), "plain", values, drawn.quoted())


def _size_case(most: int, fewest: int) -> str:
    if most != fewest:
        return "range"
    return "one" if most == 1 else "some"


def _circles(ties: int, people: int) -> int:
    return int(effective_size(ties, people) + 0.5)


def _constraint(drawn: AllianceMap) -> Finding:
    worst, best = (_band(graph) for graph in (drawn.worst, drawn.best))
    return Finding("holes.constraint", worst if worst == best else "depends", "plain", {}, drawn.quoted())


def _band(graph: nx.Graph) -> str:
    place = rescaled(constraint(with_you(graph), YOU), len(graph))
    return _BANDS[min(int(place * BANDS), BANDS - 1)]


def _share(graph: nx.Graph, one: str, other: str) -> float:
    return 1 / len(graph[one]) if graph.has_edge(one, other) else 0.0


def _through(graph: nx.Graph, ego: str, other: str) -> float:
    return sum(_share(graph, ego, between) * _share(graph, between, other) for between in graph[ego])
