"""The known answers of measures.md, and rules that hold for all 1,024 graphs on five people."""

from fractions import Fraction
from functools import cache
from itertools import combinations

import networkx as nx
import pytest
from answered import map_of

from workshop.analysis.cut import cut_people, cut_ties
from workshop.analysis.density import density
from workshop.analysis.fragmentation import costliest_loss, fragmentation, worst_fragmentation
from workshop.analysis.graph import alliance_map, groups, is_one_group, with_tie, with_you, without
from workshop.analysis.holes import constraint, effective_size, rescaled
from workshop.analysis.introduction import best_introduction, strangers
from workshop.model import YOU

PEOPLE = "abcde"
PAIRS = tuple(combinations(PEOPLE, 2))


def graph_of(ties, people=PEOPLE):
    graph = nx.Graph()
    graph.add_nodes_from(people)
    graph.add_edges_from(ties)
    return graph


@cache
def all_graphs():
    return tuple(
        graph_of([pair for place, pair in enumerate(PAIRS) if number >> place & 1]) for number in range(1024)
    )


def two_triangles():
    return graph_of(["ab", "bc", "ac", "cd", "de", "ef", "df"], "abcdef")


def test_of_1024_graphs_296_are_apart_490_have_a_cut_person_and_238_survive_any_loss():
    linked = [graph for graph in all_graphs() if is_one_group(graph)]
    cut = [graph for graph in linked if cut_people(graph)]
    assert (1024 - len(linked), len(cut), len(linked) - len(cut)) == (296, 490, 238)


def test_in_a_linked_graph_a_person_is_a_cut_person_exactly_when_their_loss_separates_pairs():
    for graph in filter(is_one_group, all_graphs()):
        separating = {person for person in graph if fragmentation(without(graph, person)) > 0}
        assert separating == cut_people(graph)


def test_after_one_loss_of_five_fragmentation_takes_only_five_values():
    found = {fragmentation(without(graph, person)) for graph in all_graphs() for person in graph}
    assert found == {0, Fraction(1, 2), Fraction(2, 3), Fraction(5, 6), 1}


def test_costliest_loss_and_worst_fragmentation_say_the_same():
    for graph in all_graphs():
        loss = costliest_loss(graph)
        assert Fraction(loss.apart, loss.pairs) == worst_fragmentation(graph)


def test_losing_you_is_never_worse_than_the_costliest_loss_of_a_member():
    assert all(fragmentation(graph) <= worst_fragmentation(graph) for graph in all_graphs())


def test_with_you_in_the_picture_no_member_is_ever_a_cut_person():
    assert all(cut_people(with_you(graph)) <= {YOU} for graph in all_graphs())


def test_with_you_in_the_picture_exactly_those_without_other_ties_hang_by_one():
    for graph in all_graphs():
        assert cut_ties(with_you(graph)) == {frozenset({YOU, alone}) for alone in nx.isolates(graph)}


def test_an_introduction_never_raises_the_worst_fragmentation_and_the_best_is_the_least_of_all():
    names = dict(zip(PEOPLE, PEOPLE, strict=True))
    for graph in all_graphs()[:-1]:
        pair = best_introduction(graph, strangers(graph), names, worst_fragmentation)
        least = min(worst_fragmentation(with_tie(graph, other)) for other in strangers(graph))
        assert worst_fragmentation(with_tie(graph, pair)) == least <= worst_fragmentation(graph)


def test_of_introductions_that_soften_a_loss_equally_the_one_that_shortens_the_ways_most_is_best():
    names = dict(zip(PEOPLE, PEOPLE, strict=True))
    for graph in all_graphs()[:-1:7]:
        pair = best_introduction(graph, strangers(graph), names, worst_fragmentation)
        closer = [with_tie(graph, other) for other in strangers(graph)]
        least = min(map(worst_fragmentation, closer))
        shortest = max(nx.global_efficiency(other) for other in closer if worst_fragmentation(other) == least)
        assert nx.global_efficiency(with_tie(graph, pair)) == pytest.approx(shortest)


def test_when_everyone_knows_everyone_there_is_nobody_to_introduce():
    assert best_introduction(graph_of(PAIRS), (), {}, worst_fragmentation) is None


def test_two_triangles_joined_by_a_tie_have_cut_people_at_its_ends():
    assert cut_people(two_triangles()) == {"c", "d"}
    assert cut_ties(two_triangles()) == {frozenset("cd")}


@pytest.mark.parametrize("end", ["c", "d"])
def test_losing_an_end_of_the_joining_tie_leaves_a_fragmentation_of_three_fifths(end):
    assert fragmentation(without(two_triangles(), end)) == Fraction(3, 5)


@pytest.mark.parametrize("people", [0, 1])
def test_fewer_than_two_people_cannot_be_apart(people):
    assert fragmentation(graph_of([], PEOPLE[:people])) == 0


def test_nobody_to_lose_has_no_worst_loss():
    assert worst_fragmentation(graph_of([], "")) == 0


@pytest.mark.parametrize(
    ("ties", "people", "value"),
    [((), PEOPLE, 0.2), (PAIRS, PEOPLE, 0.648), (("ab",), "ab", 1.125)],
    ids=["star", "clique", "lone triad"],
)
def test_constraint_of_the_known_shapes(ties, people, value):
    assert constraint(with_you(graph_of(ties, people)), YOU) == pytest.approx(value)


def test_constraint_and_effective_size_agree_with_networkx_on_every_graph():
    for graph in all_graphs()[::3]:
        whole = with_you(graph)
        assert constraint(whole, YOU) == pytest.approx(nx.constraint(whole, [YOU])[YOU])
        size = nx.effective_size(whole, [YOU])[YOU]
        assert effective_size(graph.number_of_edges(), len(graph)) == pytest.approx(size)


def test_rescaled_constraint_runs_from_star_to_clique_and_needs_no_clamp_at_five():
    places = [rescaled(constraint(with_you(graph), YOU), 5) for graph in all_graphs()]
    assert (places[0], places[-1]) == (pytest.approx(0), pytest.approx(1))
    assert sum(place >= 1 for place in places) == 1


def test_groups_are_listed_in_the_order_of_the_five():
    assert groups(graph_of(["ec", "db"])) == (("a",), ("b", "d"), ("c", "e"))


@pytest.mark.parametrize("number", [0, 1, 77, 500, 1023])
def test_the_count_of_pairs_is_networkx_density_times_all_pairs(number):
    graph = all_graphs()[number]
    values = density(map_of(["".join(sorted(tie)) for tie in graph.edges]))[0].values
    assert values["known"] == pytest.approx(nx.density(graph) * values["pairs"])


def test_the_map_draws_unsure_ties_only_in_its_best_reading():
    drawn = alliance_map(map_of(["ab"], ["cd"]))
    assert (set(drawn.worst.edges), set(drawn.best.edges)) == ({("a", "b")}, {("a", "b"), ("c", "d")})
