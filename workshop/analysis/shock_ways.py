"""On which unsure answers it depends whether three stay in one group.

A group of three or more hangs together exactly when two of its members have a tie to the same third. Each
such three is a way in which the coalition may stand; what is unsure about it has to turn out well.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from workshop.model import tie_id

if TYPE_CHECKING:
    from workshop.analysis.survivors import Survivors

Way = frozenset[str]


def ways(found: Survivors) -> frozenset[Way]:
    """Return the smallest sets of unsure people and ties, by id, of which one has to turn out well.

    An empty set among them means that three stay whatever happens; no set at all, that they never do.
    """
    unsure = {*found.said("unsure"), *(tie_id(*pair) for pair in found.drawn.unsure)}
    every = {
        frozenset(unsure & {middle, *pair, *(tie_id(middle, end) for end in pair)})
        for middle in found.best
        for pair in combinations(found.best[middle], 2)
    }
    return frozenset(way for way in every if not any(other < way for other in every))


def deciders(found: Survivors) -> tuple[tuple[str, ...], bool]:
    """Return the names of the people and ties that decide, and whether a single one is enough.

    Those that decide each alone when there are such, else all that decide together with others.
    """
    open_ways = ways(found)
    alone = frozenset[str]().union(*(way for way in open_ways if len(way) == 1))
    chosen = alone or frozenset[str]().union(*open_ways)
    ties = (pair for pair in found.drawn.unsure if tie_id(*pair) in chosen)
    return (*found.drawn.named(chosen), *found.drawn.spoken(ties)), bool(alone)
