"""The worked case is complete, safe to show, and its lesson stands in its numbers."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import networkx as nx
import pytest

from workshop.content import case, exercise, exercise_names, words
from workshop.exercise.schema import step_paths
from workshop.model import Person, Workbook, value_at
from workshop.model.document import read, written

NAME = "making-change-stick"
LEFT_EMPTY = {"purpose/own_value"}
"""Answered by the list of values instead."""


@pytest.fixture(name="workbook")
def _workbook() -> Workbook:
    return read(case(NAME)).workbook


def relational(person: Person) -> int:
    cards = person.cards
    sorted_cards = (cards.bond, cards.contact, cards.news, cards.help, cards.credit, cards.future)
    return sorted_cards.count("relationship")


def answered(workbook: Workbook, path: str) -> bool:
    """Whether `path` is answered, by at least one item where it stands for many."""
    if "/*/" not in path:
        return value_at(workbook, path) not in (None, "", [])
    items, rest = path.split("/*/")
    return any(answered(workbook, f"{items}/{item.id}/{rest}") for item in getattr(workbook, items))


def circle(workbook: Workbook, *unsure: str) -> nx.Graph:
    """The five and the ties between them; those marked `unsure` count only when asked for."""
    graph = nx.Graph()
    graph.add_nodes_from(person.id for person in workbook.five)
    graph.add_edges_from(tie.ends for tie in workbook.ties if tie.knows in {"yes", *unsure})
    return graph


def test_case_reads_and_writes_the_same():
    """The file is what the kit itself would write."""
    assert written(read(case(NAME))) == case(NAME)


def test_case_has_a_title():
    """The page can say which case it shows."""
    assert words("wording")["cases"][NAME]


def test_people_are_one_code_name_each(workbook: Workbook):
    """No surname and no e-mail address, even invented ones."""
    names = [person.name for person in workbook.people if not person.role_needed]
    assert all(name.isalpha() and name.istitle() for name in names)
    assert len(set(names)) == len(names)
    assert "@" not in case(NAME)


@pytest.mark.parametrize("name", exercise_names())
def test_every_question_is_answered(workbook: Workbook, name: str):
    """A person in a conflict at work can do every exercise with the case."""
    steps = exercise(name)["steps"].values()
    paths = {path for step in steps for path in step_paths(step.get("fields", []))}
    assert {path for path in paths if not answered(workbook, path)} <= LEFT_EMPTY


def test_five_are_complete_and_every_pair_is_answered(workbook: Workbook):
    """Ten pairs, one of them unsure, and a place on the map for each."""
    pairs = [workbook.tie(a.id, b.id) for a, b in combinations(workbook.five, 2)]
    assert [tie.knows for tie in pairs].count("unsure") == 1
    assert None not in pairs
    assert len(pairs) == 10
    placed = {position.id for position in workbook.positions}
    assert placed == {"you", *(item.id for item in (*workbook.five, *workbook.deciders))}


def test_shared_purpose_creates_longevity(workbook: Workbook):
    """The lesson: relationships called this summer, trades not since the winter."""
    last = {person: date.fromisoformat(person.last_contact) for person in workbook.allies}
    trades = [last[person] for person in workbook.allies if relational(person) <= 2]
    lasting = [last[person] for person in workbook.allies if relational(person) >= 5]
    assert len(trades) == len(lasting) == 3
    assert (min(lasting) - max(trades)).days > 180


def test_every_member_would_gain(workbook: Workbook):
    """A purpose that serves all five, stated for each."""
    assert all(person.gain for person in workbook.five)


def test_unsure_tie_decides_whether_harbour_is_the_glue(workbook: Workbook):
    """The weakness to be found: at worst one person holds the five together, at best nobody."""
    assert set(nx.articulation_points(circle(workbook))) == {"harbour"}
    assert set(nx.articulation_points(circle(workbook, "unsure"))) == set()


def test_named_introduction_repairs_the_map(workbook: Workbook):
    """What the commentary says of Juniper and Kite is true."""
    graph = circle(workbook)
    graph.add_edge("juniper", "kite")
    assert not set(nx.articulation_points(graph))
