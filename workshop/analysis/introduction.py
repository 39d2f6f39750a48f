"""M18: the introduction that most softens a loss. This kit's own rule, on Borgatti's fragmentation.

Of the pairs who do not know each other, the one after which the worst single loss leaves least apart; then
the one that shortens the ways most (global efficiency); then by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.fragmentation import costliest_loss, worst_fragmentation
from workshop.analysis.graph import AllianceMap, Pair, alliance_map, with_tie
from workshop.model import Finding
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    import networkx as nx

    from workshop.model import Workbook
else:
    from workshop.analysis import networks as nx


def best_introduction(
    graph: nx.Graph, pairs: Iterable[Pair], names: dict[str, str], harm: Callable[[nx.Graph], Fraction]
) -> Pair | None:
    """Return the one of `pairs` whose introduction leaves least `harm`; None when there is no pair."""
    harms = {pair: harm(with_tie(graph, pair)) for pair in pairs}
    least = min(harms.values(), default=None)
    ways = {pair: _distance(with_tie(graph, pair)) for pair, value in harms.items() if value == least}
    return min(ways, key=lambda pair: (ways[pair], _by_name(pair, names)), default=None)


def strangers(graph: nx.Graph) -> tuple[Pair, ...]:
    """Return the pairs who do not know each other, in the graph's order."""
    people = list(graph)
    return tuple(
        (one, other)
        for at, one in enumerate(people)
        for other in people[at + 1 :]
        if not graph.has_edge(one, other)
    )


@recalled("people", "ties")
def next_pair(workbook: Workbook) -> Pair | None:
    """Return the ids of the two whose introduction is next; None while it cannot be said, or all know all."""
    drawn = alliance_map(workbook)
    return _next(drawn, drawn.worst) if drawn.ready else None


@recalled("people", "ties")
def introduction(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the next best introduction, and whether an unsure tie could change it."""
    drawn = alliance_map(workbook)
    if not drawn.ready:
        return (Finding("introduction.next", "open", "open"),)
    pair, best_pair = _next(drawn, drawn.worst), _next(drawn, drawn.best)
    if pair is None:
        return (Finding("introduction.next", "none", "good", answers=drawn.quoted()),)
    values = _values(drawn, pair)
    return (
        Finding("introduction.next", _case(drawn, pair, best_pair, values), "plain", values, drawn.quoted()),
    )


def _next(drawn: AllianceMap, graph: nx.Graph) -> Pair | None:
    return best_introduction(graph, strangers(graph), drawn.names, worst_fragmentation)


def _values(drawn: AllianceMap, pair: Pair) -> dict[str, object]:
    before, after = costliest_loss(drawn.worst), costliest_loss(with_tie(drawn.worst, pair))
    first, second = drawn.named(pair)
    return {
        "first": first,
        "second": second,
        "before": before.apart,
        "after": after.apart,
        "pairs": before.pairs,
    }


def _case(drawn: AllianceMap, pair: Pair, best_pair: Pair | None, values: dict[str, object]) -> str:
    if pair in drawn.unsure:
        return "ask"
    if pair != best_pair:
        return "depends"
    if values["after"] == values["before"]:
        return "closer"
    return "helps_pair" if values["pairs"] == 1 else "helps"


def _distance(graph: nx.Graph) -> float:
    """Return 1 − global efficiency, rounded so that the order of the sum cannot break a tie."""
    return 1 - round(float(nx.global_efficiency(graph)), 9)


def _by_name(pair: Pair, names: dict[str, str]) -> tuple[list[str], list[str]]:
    return sorted(names[person].casefold() for person in pair), sorted(pair)
