"""The glue test: take out each member, then yourself, and see what remains.

You know all of the five. With you in the picture nobody else's loss could ever split it, and every map would
look safe. So the test asks what the five are to each other: whoever is taken out, the others are judged by
the ties among themselves, not by those that run through you. Taking out yourself leaves all the members.
That reading is this kit's own convention, and the words say so. Every test is made twice: with each unsure
tie absent, and with each present.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import literal
from workshop.analysis.fragmentation import fragmentation
from workshop.analysis.graph import AllianceMap, Pair, alliance_map, groups, is_one_group, with_tie, without
from workshop.analysis.introduction import best_introduction, strangers
from workshop.model import YOU, Finding
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from workshop.model import Workbook

_TONES = {"open": "open", "holds": "good", "splits": "watch", "range": "watch"}


@attrs.frozen
class Removal:
    """The coalition without one person.

    Attributes:
        id: who is taken out; `you` for the participant.
        name: their name; `you` for the participant.
        groups: ids of those who remain, one tuple for each group that hangs together without you.
        lost: ties that go with them, the one to you included.
        case: `open`, `holds`, `splits`, `apart`, `range`, `depends_one` or `depends_many`.
        finding: what happens.
        repair: the one introduction that would help most, or that none is needed.
    """

    id: str
    name: str
    groups: tuple[tuple[str, ...], ...]
    lost: int
    case: str
    finding: Finding
    repair: Finding


@recalled("people", "ties")
def removals(workbook: Workbook) -> dict[str, Removal]:
    """Return for each named member of the five, and last for `you`, what remains without them."""
    drawn = alliance_map(workbook)
    return {person: removal(drawn, person) for person in (*drawn.names, YOU)}


def removal(drawn: AllianceMap, person: str) -> Removal:
    """Return what remains of `drawn` without `person`."""
    worst, best = without(drawn.worst, person), without(drawn.best, person)
    case = _case(drawn, person, worst, best)
    return Removal(
        id=person,
        name=drawn.names.get(person, YOU),
        groups=groups(worst),
        lost=len(drawn.names) if person == YOU else drawn.worst.degree[person] + 1,
        case=case,
        finding=_finding(drawn, person, case, worst, best),
        repair=_repair(drawn, case, worst),
    )


def glue(workbook: Workbook) -> tuple[Finding, ...]:
    """Return after how many of the single losses, yours included, the others hold together."""
    taken = tuple(removals(workbook).values())
    cases = [one.case for one in taken]
    if "open" in cases:
        return (Finding("glue.summary", "open", "open"),)
    answers = tuple((_who(one), f"glue_{one.case}") for one in taken)
    lost = tuple(one.name for one in taken if one.case != "holds")
    values = {"losses": len(taken), "lost": len(lost), "names": lost}
    case, tone = _summary(cases)
    return (Finding("glue.summary", case, tone, values, answers),)


def _summary(cases: Sequence[str]) -> tuple[str, str]:
    lost = len(cases) - cases.count("holds")
    if not lost:
        return "all", "good"
    if any(case.startswith("depends") for case in cases):
        return ("depends_one" if lost == 1 else "depends_many"), "plain"
    if lost == len(cases):
        return "none", "watch"
    return ("one" if lost == 1 else "some"), "watch"


def _case(drawn: AllianceMap, person: str, worst: nx.Graph, best: nx.Graph) -> str:
    if not drawn.ready:
        return "open"
    if is_one_group(worst):
        return "holds"
    if is_one_group(best):
        return "depends_one" if len(_unsure(drawn, worst)) == 1 else "depends_many"
    if len(groups(worst)) != len(groups(best)):
        return "range"
    return "splits" if person == YOU or _links(drawn, person) else "apart"


def _links(drawn: AllianceMap, person: str) -> bool:
    """Whether the others are in more groups without `person` than with them, in either reading."""
    return any(
        len(groups(without(graph, person))) > len(groups(graph)) for graph in (drawn.worst, drawn.best)
    )


def _unsure(drawn: AllianceMap, rest: nx.Graph) -> tuple[Pair, ...]:
    return tuple(pair for pair in drawn.unsure if rest.has_node(pair[0]) and rest.has_node(pair[1]))


def _finding(drawn: AllianceMap, person: str, case: str, worst: nx.Graph, best: nx.Graph) -> Finding:
    unsure = _unsure(drawn, worst)
    values = {
        "count": len(groups(worst)),
        "fewest": len(groups(best)),
        "groups": drawn.grouped(groups(worst)),
        "unsure": len(unsure),
        "ties": drawn.spoken(unsure),
    }
    answers = tuple(zip(drawn.spoken(unsure), ("unsure",) * len(unsure), strict=True))
    quoted = (
        ("known_ties", literal(worst.number_of_edges())),
        *((literal(pair), said) for pair, said in answers),
    )
    if person == YOU:
        return Finding("glue.you", case, _TONES.get(case, "plain"), values, quoted)
    return Finding(
        "glue.member", case, _TONES.get(case, "plain"), {"name": drawn.names[person], **values}, quoted
    )


def _repair(drawn: AllianceMap, case: str, rest: nx.Graph) -> Finding:
    if case in {"open", "holds"}:
        return Finding("glue.repair", "open" if case == "open" else "none", _TONES[case])
    asking = case.startswith("depends")
    pairs = _unsure(drawn, rest) if asking else strangers(rest)
    pair = best_introduction(rest, pairs, drawn.names, fragmentation)
    if pair is None:
        return Finding("glue.repair", "none", "good")
    first, second = drawn.named(pair)
    values = {"first": first, "second": second}
    if pair in drawn.unsure:
        return Finding("glue.repair", "ask", "plain", values)
    return Finding("glue.repair", "mends" if is_one_group(with_tie(rest, pair)) else "first", "plain", values)


def _who(one: Removal) -> str:
    return YOU if one.id == YOU else literal(one.name)
