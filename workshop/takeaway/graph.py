"""The map as GraphML, for Gephi, networkx and other programs that draw networks."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx

from workshop.analysis.members import members, named, open_seats
from workshop.model import YOU
from workshop.takeaway.codename import code_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.model import Person, Workbook

    Words = Mapping[str, Any]
    Facts = dict[str, str | int | None]

DRAWN = ("yes", "unsure")
"""Answers about a pair that make an edge; `no` and no answer make none."""


def graphml(workbook: Workbook, words: Words) -> bytes:
    """Return the map of `workbook` as GraphML in UTF-8.

    Nodes are you, the members, open seats, the bench and the roles that decide; each has a `label` and a
    `kind`, and what was answered about it. An edge of kind `you` is your own tie to somebody, `pair` joins
    two people who know each other or perhaps do, `reach` somebody and a role that they can call; `knows`
    tells `yes` from `unsure`, and `weight` is how close a pair is, from 1 to 3. What was not answered is
    left out.

    Args:
        workbook: the answers.
        words: `you`, `unnamed`, `open_seat`, and `choices`: the words of each choice by its address.
    """
    graph = nx.Graph()
    for id, facts in _nodes(workbook, words):
        graph.add_node(id, **_given(facts), **_place(workbook, id))
    for first, second, facts in _edges(workbook):
        if first in graph and second in graph:
            graph.add_edge(first, second, **_given(facts))
    file = BytesIO()
    nx.write_graphml(graph, file)
    return file.getvalue()


def _nodes(workbook: Workbook, words: Words) -> Iterator[tuple[str, Facts]]:
    yield YOU, {"label": words["you"], "kind": "you"}
    for kind, people in _groups(workbook):
        for person in people:
            yield person.id, _about(person, kind, words)
    for decider in workbook.deciders:
        yield _role(decider.id), {"label": decider.role.strip() or words["unnamed"], "kind": "decider"}


def _groups(workbook: Workbook) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    return (
        ("member", members(workbook)),
        ("role", open_seats(workbook)),
        ("bench", named(workbook.bench)),
    )


def _about(person: Person, kind: str, words: Words) -> Facts:
    chosen = {name: getattr(person, name) for name in ("function", "level", "perspective", "employer")}
    said = {
        name: words["choices"][f"people/{name}"][value] if value else None for name, value in chosen.items()
    }
    numbers = {"authority": person.authority, "influence": person.influence}
    return {"label": code_name(person, words), "kind": kind, **said, **numbers}


def _edges(workbook: Workbook) -> Iterator[tuple[str, str, Facts]]:
    people = members(workbook) + named(workbook.bench)
    for person in people:
        yield YOU, person.id, {"kind": "you", "knows": "yes"}
    for first, second in combinations(people, 2):
        tie = workbook.tie(first.id, second.id)
        if tie and tie.knows in DRAWN:
            yield first.id, second.id, {"kind": "pair", "knows": tie.knows, "weight": tie.strength}
    for decider in workbook.deciders:
        for id in decider.reached_by:
            yield id, _role(decider.id), {"kind": "reach", "knows": "yes"}


def _role(id: str) -> str:
    """Return the node of a role: people and roles are numbered apart, so their ids may be the same."""
    return f"role-{id}"


def _place(workbook: Workbook, node: str) -> dict[str, int]:
    """Return where a node was put on the map, in thousandths; `y` grows upwards, as in Gephi."""
    spot = next((one for one in workbook.positions if node in {one.id, _role(one.id)}), None)
    if spot is None or spot.x is None or spot.y is None:
        return {}
    return {"x": spot.x, "y": 1000 - spot.y}


def _given(facts: Facts) -> dict[str, str | int]:
    return {name: value for name, value in facts.items() if value is not None}
