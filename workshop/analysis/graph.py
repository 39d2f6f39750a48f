"""The alliance map as graphs: members know each other or not; every unsure tie is once absent, once present.

You know each of the five, so you are left out here and added by `with_you` where a measure needs you.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import label
from workshop.analysis.members import FEWEST, members
from workshop.model import YOU
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from workshop.model import Workbook
else:
    from workshop.analysis import networks as nx

Pair = tuple[str, str]


@attrs.frozen
class AllianceMap:
    """What the answers about pairs say.

    Attributes:
        names: id to name of the members, in their order.
        answers: pair of ids to `yes`, `no`, `unsure` or None.
        worst: the members' ties with every unsure tie absent.
        best: the same with every unsure tie present.
    """

    names: dict[str, str]
    answers: dict[Pair, str | None]
    worst: nx.Graph
    best: nx.Graph

    @property
    def unsure(self) -> tuple[Pair, ...]:
        """The pairs answered `unsure`."""
        return tuple(pair for pair, answer in self.answers.items() if answer == "unsure")

    @property
    def missing(self) -> int:
        """How many pairs have no answer."""
        return sum(answer is None for answer in self.answers.values())

    @property
    def ready(self) -> bool:
        """Whether there are enough people, and an answer about every pair of them."""
        return len(self.names) >= FEWEST and not self.missing

    def named(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the people in `ids`, in the order of the five."""
        chosen = set(ids)
        return tuple(name for person, name in self.names.items() if person in chosen)

    def spoken(self, pairs: Iterable[Iterable[str]]) -> tuple[str, ...]:
        """Return each pair as `Lantern–Kite`."""
        return tuple("–".join(self.named(pair)) for pair in pairs)

    def grouped(self, groups: Iterable[Iterable[str]]) -> str:
        """Return one group as `Kite, Rook`, several as `(1) Kite, Rook (2) Lantern`, as the map does."""
        told = [", ".join(self.named(group)) for group in groups]
        return told[0] if len(told) == 1 else " ".join(f"({n}) {names}" for n, names in enumerate(told, 1))

    def quoted(self) -> tuple[tuple[str, str], ...]:
        """Return the answers about all pairs, as a finding quotes them."""
        pairs = zip(self.spoken(self.answers), self.answers.values(), strict=True)
        return tuple((f"={pair}", label("knows", answer)) for pair, answer in pairs)


@recalled("people", "ties")
def alliance_map(workbook: Workbook) -> AllianceMap:
    """Return the map of the named members among the five."""
    names = {person.id: person.name.strip() for person in members(workbook)}
    answers = {pair: _answer(workbook, pair) for pair in combinations(names, 2)}
    return AllianceMap(
        names, answers, _graph(names, answers, {"yes"}), _graph(names, answers, {"yes", "unsure"})
    )


def groups(graph: nx.Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups that hang together, the people and the groups in the graph's order."""
    parts = list(nx.connected_components(graph))
    ordered = [tuple(node for node in graph if node in part) for part in parts]
    return tuple(sorted(ordered, key=lambda group: list(graph).index(group[0])))


def is_one_group(graph: nx.Graph) -> bool:
    """Whether everybody in `graph` is linked to everybody, directly or through others."""
    return len(groups(graph)) == 1


def without(graph: nx.Graph, person: str) -> nx.Graph:
    """Return a copy of `graph` without `person`, who need not be in it."""
    rest = graph.copy()
    rest.remove_nodes_from([person])
    return rest


def with_tie(graph: nx.Graph, pair: Pair) -> nx.Graph:
    """Return a copy of `graph` in which the two of `pair` know each other."""
    closer = graph.copy()
    closer.add_edge(*pair)
    return closer


def with_you(graph: nx.Graph) -> nx.Graph:
    """Return a copy of `graph` in which you are tied to everybody."""
    whole = graph.copy()
    whole.add_node(YOU)
    whole.add_edges_from((YOU, person) for person in graph)
    return whole


def _answer(workbook: Workbook, pair: Pair) -> str | None:
    tie = workbook.tie(*pair)
    return tie.knows if tie else None


def _graph(names: Iterable[str], answers: dict[Pair, str | None], present: set[str]) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(pair for pair, answer in answers.items() if answer in present)
    return graph
