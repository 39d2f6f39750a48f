"""The map leaves as a network that other programs read."""

from io import BytesIO

import networkx as nx
import pytest
from hostile import NAMES, half_filled, hostile
from hypothesis import given
from strategies import workbooks

from workshop.content import case_names
from workshop.content.worked import worked
from workshop.exercise.vocabulary import vocabulary
from workshop.model import Decider, Person, Tie, Workbook, changed
from workshop.takeaway.graph import graphml
from workshop.takeaway.names import renamed


def read(workbook):
    return nx.read_graphml(BytesIO(graphml(workbook, vocabulary())))


@pytest.mark.parametrize("case", case_names())
def test_every_case_is_read_back_with_its_people(case):
    workbook = worked(case).workbook
    labels = {facts["label"] for _, facts in read(workbook).nodes(data=True)}
    assert {person.name for person in workbook.five if not person.role_needed} <= labels


def test_an_empty_workbook_is_a_network_of_you():
    assert dict(read(Workbook()).nodes(data=True)) == {"you": {"label": "You", "kind": "you"}}


def test_nodes_say_what_they_are():
    kinds = {facts["kind"] for _, facts in read(half_filled()).nodes(data=True)}
    assert kinds == {"you", "member", "role", "decider"}


def test_a_node_has_what_was_answered_and_nothing_else():
    kite = Person("k", "Kite", seat="bench", function="people", level="peer", authority=2)
    found = read(Workbook(people=(kite,))).nodes["k"]
    assert found == {
        "label": "Kite", "kind": "bench", "function": "People and HR", "level": "Same level", "authority": 2,
    }  # fmt: skip


def test_yes_and_unsure_are_edges_and_no_is_none():
    edges = {frozenset(ends): facts for *ends, facts in read(half_filled()).edges(data=True)}
    assert edges[frozenset(("p0", "p1"))] == {"kind": "pair", "knows": "unsure"}
    assert frozenset(("p0", "p3")) not in edges
    assert edges[frozenset(("you", "p0"))]["kind"] == "you"


def test_how_close_a_pair_is_is_its_weight():
    people = (Person("a", "A", seat="five"), Person("b", "B", seat="five"))
    found = read(Workbook(people=people, ties=(Tie("a~b", "yes", 3),)))
    assert found.edges["a", "b"] == {"kind": "pair", "knows": "yes", "weight": 3}


def test_a_role_and_a_person_with_one_id_are_two_nodes():
    people = (Person("a", "A", seat="five"),)
    found = read(Workbook(people=people, deciders=(Decider("a", "Board", ("a", "you")),)))
    assert {found.nodes[end]["label"] for end in ("a", "role-a")} == {"A", "Board"}
    assert found.edges["a", "role-a"]["kind"] == "reach"


def test_hostile_names_come_back_as_they_were():
    workbook = hostile()
    labels = {facts["label"] for _, facts in read(workbook).nodes(data=True)}
    assert {name.strip() for name in NAMES[:10]} <= labels


@pytest.mark.parametrize("illegal", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_left_out(illegal):
    workbook = changed(Workbook(people=(Person("a", seat="five"),)), "people/a/name", f"A{illegal}B")
    assert read(workbook).nodes["a"]["label"] == "AB"
    assert read(renamed(workbook, {"a": f"Re{illegal}al"})).nodes["a"]["label"] == "Real"


def test_a_place_on_the_map_is_kept_as_gephi_counts():
    workbook = changed(changed(Workbook(), "positions/you/x", 100), "positions/you/y", 300)
    assert read(workbook).nodes["you"] | {"x": 100, "y": 700} == read(workbook).nodes["you"]


@given(workbooks)
def test_every_attribute_has_one_type(workbook):
    types = {}
    for _, facts in read(workbook).nodes(data=True):
        for name, value in facts.items():
            types.setdefault(name, set()).add(type(value))
    assert all(len(found) == 1 for found in types.values())
