"""M13: the people and the ties that the map cannot lose, with and without you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.fragmentation import costliest_loss
from workshop.analysis.glue import removal
from workshop.analysis.graph import AllianceMap, Pair, alliance_map, is_one_group
from workshop.model import YOU, Finding

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

    from workshop.model import Workbook
else:
    from workshop.analysis import networks as nx


def cut_people(graph: nx.Graph) -> frozenset[str]:
    """Return those whose loss leaves more groups than there were (articulation points)."""
    return frozenset(nx.articulation_points(graph))


def cut_ties(graph: nx.Graph) -> frozenset[frozenset[str]]:
    """Return the ties whose loss leaves more groups than there were (bridges)."""
    return frozenset(frozenset(tie) for tie in nx.bridges(graph))


def cut(workbook: Workbook) -> tuple[Finding, ...]:
    """Return what holds without you, whom and which ties the five cannot lose, and who hangs by you alone."""
    drawn = alliance_map(workbook)
    if not drawn.ready:
        return (Finding("cut.people", "open", "open"),)
    return (removal(drawn, YOU).finding, _people(drawn), _loss(drawn), *_ties(drawn), *_alone(drawn))


def _people(drawn: AllianceMap) -> Finding:
    key, worst, best = "cut.people", cut_people(drawn.worst), cut_people(drawn.best)
    linked = is_one_group(drawn.worst)
    if worst != best or linked != is_one_group(drawn.best):
        return Finding(key, *_depends(drawn), answers=drawn.quoted())
    if worst:
        values: dict[str, object] = {"names": drawn.named(worst)}
        return Finding(key, _number(worst), "watch", values, drawn.quoted())
    if not linked:
        return Finding(key, "apart", "plain", {}, drawn.quoted())
    if not any(answer in {"no", "unsure"} for answer in drawn.answers.values()):
        return Finding(key, "all", "good", {}, drawn.quoted())
    return Finding(key, "none", "good", {"losses": nx.node_connectivity(drawn.worst)}, drawn.quoted())


def _loss(drawn: AllianceMap) -> Finding:
    key, worst, best = "cut.loss", costliest_loss(drawn.worst), costliest_loss(drawn.best)
    values = {
        "apart": worst.apart,
        "fewest": best.apart,
        "pairs": worst.pairs,
        "names": drawn.named(worst.people),
    }
    if not worst.apart and not best.apart:
        return Finding(key, "none", "good", values, drawn.quoted())
    case, tone = ("anyone" if len(worst.people) == len(drawn.names) else "some"), "watch"
    if worst.apart != best.apart:
        case, tone = "range", "plain"
    return Finding(key, f"{case}_pair" if worst.pairs == 1 else case, tone, values, drawn.quoted())


def _ties(drawn: AllianceMap) -> tuple[Finding, ...]:
    key, worst, best = "cut.ties", cut_ties(drawn.worst), cut_ties(drawn.best)
    if not drawn.best.number_of_edges():
        return ()
    if worst != best:
        return (Finding(key, *_depends(drawn), answers=drawn.quoted()),)
    if not worst:
        return (Finding(key, "none", "good", {}, drawn.quoted()),)
    values = {"ties": drawn.spoken(_in_order(drawn, worst)), "count": len(worst)}
    return (Finding(key, _number(worst), "watch", values, drawn.quoted()),)


def _alone(drawn: AllianceMap) -> tuple[Finding, ...]:
    people = tuple(nx.isolates(drawn.best))
    if not people:
        return ()
    return (Finding("cut.alone", _number(people), "watch", {"names": drawn.named(people)}, drawn.quoted()),)


def _depends(drawn: AllianceMap) -> tuple[str, str, dict[str, object]]:
    case = "depends_one" if len(drawn.unsure) == 1 else "depends_many"
    return case, "plain", {"unsure": len(drawn.unsure), "ties": drawn.spoken(drawn.unsure)}


def _in_order(drawn: AllianceMap, ties: frozenset[frozenset[str]]) -> tuple[Pair, ...]:
    return tuple(pair for pair in drawn.answers if frozenset(pair) in ties)


def _number(found: Collection[object]) -> str:
    return "one" if len(found) == 1 else "many"
