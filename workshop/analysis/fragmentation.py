"""M14: how far a map has come apart, before and after a loss (Borgatti 2006).

F is the share of pairs that cannot reach each other; the words say it as a count of pairs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx


@attrs.frozen
class Loss:
    """The costliest single loss.

    Attributes:
        people: whose loss leaves most pairs apart; several when they cost the same.
        apart: pairs without a path afterwards.
        pairs: all pairs of those who remain.
    """

    people: tuple[str, ...]
    apart: int
    pairs: int


def pairs_among(people: int) -> int:
    """Return how many pairs `people` make: 10 for five."""
    return people * (people - 1) // 2


def pairs_apart(graph: nx.Graph, lost: str = "") -> int:
    """Return how many pairs have no path between them, `lost` gone if somebody is."""
    sizes = tuple(_sizes(graph, lost))
    return pairs_among(sum(sizes)) - sum(map(pairs_among, sizes))


def fragmentation(graph: nx.Graph, lost: str = "") -> Fraction:
    """Return F = 1 − Σ s(s − 1)/[n(n − 1)] over group sizes s, 0 to 1; 0 below two people."""
    return Fraction(pairs_apart(graph, lost), pairs_among(len(graph) - (lost in graph)) or 1)


def costliest_loss(graph: nx.Graph) -> Loss:
    """Return the loss after which most pairs are apart; `graph` has at least one person."""
    apart = {person: pairs_apart(graph, person) for person in graph}
    worst = max(apart.values())
    people = tuple(person for person, count in apart.items() if count == worst)
    return Loss(people, worst, pairs_among(len(graph) - 1))


def worst_fragmentation(graph: nx.Graph) -> Fraction:
    """Return the largest F that any one loss leaves, 0 to 1."""
    return max((fragmentation(graph, person) for person in graph), default=Fraction(0))


def _sizes(graph: nx.Graph, lost: str) -> Iterator[int]:
    """Yield the size of each group that hangs together; a copy of the graph for each loss would cost more."""
    left = set(graph) - {lost}
    while left:
        reached = [left.pop()]
        for person in reached:
            near = left.intersection(graph.adj[person])
            left -= near
            reached.extend(near)
        yield len(reached)
