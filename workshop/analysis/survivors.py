"""M21: who stays under a shock, and the map that they leave.

As in the glue test, the members are judged by their own ties, not by those that run through you. It is done
twice: with every unsure person and tie absent, and with every one present. More people and more ties never
make the largest group smaller, so whatever is true lies between the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.analysis.graph import AllianceMap, alliance_map, groups, without
from workshop.analysis.members import FEWEST
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import networkx as nx

    from workshop.model import Workbook
    from workshop.model.stress import Stand


@attrs.frozen(eq=False)
class Survivors:
    """What is said about one shock; found once for the same answers, and equal to itself alone.

    Attributes:
        shock: one of `model.stress.SHOCKS`.
        drawn: the map of the members.
        answers: id of each member to `yes`, `no`, `unsure` or None.
        worst: the ties among those sure to stay, unsure ties absent.
        best: the ties among those who may stay, unsure ties present.
    """

    shock: str
    drawn: AllianceMap
    answers: dict[str, str | None]
    worst: nx.Graph
    best: nx.Graph

    def said(self, answer: str | None) -> tuple[str, ...]:
        """Return the ids of the members of whom `answer` was said; None for those not answered."""
        return tuple(person for person, said in self.answers.items() if said == answer)

    @property
    def told(self) -> bool:
        """Whether there are members, and an answer for each."""
        return bool(self.answers) and None not in self.answers.values()

    @property
    def linked(self) -> bool:
        """Whether every pair of those who may stay has an answer, or they are too few to need one."""
        return len(self.best) < FEWEST or not any(
            answer is None and self.best.has_node(pair[0]) and self.best.has_node(pair[1])
            for pair, answer in self.drawn.answers.items()
        )

    @property
    def judged(self) -> bool:
        """Whether enough was said to know what remains."""
        return len(self.answers) >= FEWEST and self.told and self.linked

    @property
    def surely(self) -> bool:
        """Whether at least three members stay in one group, whatever the unsure answers turn out to be."""
        return largest_group(self.worst) >= FEWEST

    @property
    def possibly(self) -> bool:
        """Whether at least three members may stay in one group."""
        return largest_group(self.best) >= FEWEST


def survivors(workbook: Workbook, shock: str) -> Survivors:
    """Return who stays under `shock`, in the worst and in the best reading."""
    return _left(workbook, shock, tuple(stand for stand in workbook.stands if stand.shock == shock))


@recalled("people", "ties")
def _left(workbook: Workbook, shock: str, stands: tuple[Stand, ...]) -> Survivors:
    drawn = alliance_map(workbook)
    said = {stand.person: stand.stays for stand in stands}
    answers = {person: said.get(person) for person in drawn.names}
    return Survivors(
        shock,
        drawn,
        answers,
        _kept(drawn.worst, answers, {"yes"}),
        _kept(drawn.best, answers, {"yes", "unsure"}),
    )


def largest_group(graph: nx.Graph) -> int:
    """Return how many are in the largest group that hangs together; 0 for nobody."""
    return max((len(group) for group in groups(graph)), default=0)


def _kept(graph: nx.Graph, answers: dict[str, str | None], staying: Collection[str]) -> nx.Graph:
    return _without_all(graph, (person for person, said in answers.items() if said not in staying))


def _without_all(graph: nx.Graph, people: Iterable[str]) -> nx.Graph:
    rest = graph
    for person in people:
        rest = without(rest, person)
    return rest
