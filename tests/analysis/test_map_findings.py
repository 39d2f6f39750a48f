"""What is said about the map: counts, cut people and ties, the next introduction, bridges and closure."""

from itertools import permutations

import attrs
import pytest
from answered import five, map_of, relabelled
from hypothesis import given
from hypothesis import strategies as st
from verdict_words import TODAY

from workshop.analysis import GROUPS
from workshop.analysis.cut import cut
from workshop.analysis.density import density
from workshop.analysis.holes import holes
from workshop.analysis.introduction import introduction
from workshop.analysis.reach import reach
from workshop.model import Decider, Person, Workbook

CLIQUE = ("ab", "ac", "ad", "ae", "bc", "bd", "be", "cd", "ce", "de")
RING = ("ab", "bc", "cd", "de", "ae")
PATH = ("ab", "bc", "cd", "de")
STAR = ("ab", "ac", "ad", "ae")
ON_MAP = ("density", "cut", "glue", "introduction", "holes")


def one(findings, key):
    return next(finding for finding in findings if finding.key == key)


def case(findings, key):
    return one(findings, key).case


@pytest.mark.parametrize(("known", "said"), [((), "none"), (("ab",), "one"), (RING, "some"), (CLIQUE, "all")])
def test_pairs_who_know_each_other_are_counted(known, said):
    finding = one(density(map_of(known)), "density.pairs")
    assert (finding.case, finding.values["known"], finding.values["pairs"]) == (said, len(known), 10)


def test_unsure_pairs_are_counted_apart_as_a_range():
    values = one(density(map_of(["ab", "ac"], ["bc", "de"])), "density.unsure").values
    assert (values["known"], values["most"], values["unsure"]) == (2, 4, 2)


def test_a_pair_without_an_answer_is_asked_for():
    workbook = map_of(RING)
    finding = one(density(attrs.evolve(workbook, ties=workbook.ties[1:])), "density.pairs")
    assert (finding.tone, finding.values["missing"]) == ("open", 1)


@pytest.mark.parametrize("group", ON_MAP)
@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_people_are_not_enough(group, count):
    workbook = map_of(["ab"] if count == 2 else [], count=count)
    assert [finding.tone for finding in GROUPS[group](workbook, TODAY)] == ["open"]


@pytest.mark.parametrize("group", ON_MAP)
def test_a_role_needed_and_a_card_without_a_name_are_not_people(group):
    two = five(2)
    seats = (Person("x", name="A voice from sales", seat="five", role_needed=True), Person("y", seat="five"))
    assert GROUPS[group](Workbook(people=two + seats), TODAY)[0].tone == "open"


def test_an_open_seat_is_named_beside_the_count():
    seat = Person("x", name="A voice from sales", seat="five", role_needed=True)
    workbook = map_of(RING, count=4)
    findings = density(attrs.evolve(workbook, people=(*workbook.people, seat)))
    assert one(findings, "density.seats").values["names"] == ("A voice from sales",)


@pytest.mark.parametrize(
    ("known", "unsure", "said"),
    [
        (RING, (), "none"),
        (CLIQUE, (), "all"),
        (STAR, (), "one"),
        (PATH, (), "many"),
        (("ab", "bc", "ac", "de"), (), "apart"),
        (PATH, ("ae",), "depends_one"),
        (PATH, ("ae", "ac"), "depends_many"),
        (RING, ("ac",), "none"),
    ],
)
def test_cut_people_and_when_an_unsure_tie_decides(known, unsure, said):
    assert case(cut(map_of(known, unsure)), "cut.people") == said


def test_cut_people_are_named_in_the_order_of_the_five():
    assert one(cut(map_of(PATH)), "cut.people").values["names"] == ("Lantern", "Kite", "Rook")


def test_it_is_said_how_many_losses_it_takes():
    assert one(cut(map_of(RING)), "cut.people").values["losses"] == 2


@pytest.mark.parametrize(
    ("known", "unsure", "said"),
    [
        (RING, (), "none"),
        (("ab", "bc", "ac", "cd", "ce", "de"), (), "none"),
        (("ab", "bc", "ac", "cd", "ce"), ("de",), "depends_one"),
        (("ab", "bc", "ac", "cd"), ("ce", "de"), "depends_many"),
        (("ab", "bc", "cd", "ad", "de"), (), "one"),
        (STAR, (), "many"),
    ],
)
def test_ties_without_a_way_round(known, unsure, said):
    assert case(cut(map_of(known, unsure)), "cut.ties") == said


def test_nothing_is_said_about_critical_ties_where_there_are_none_at_all():
    assert "cut.ties" not in {finding.key for finding in cut(map_of(()))}


@pytest.mark.parametrize(
    ("known", "unsure", "said", "apart"),
    [(RING, (), "none", 0), (STAR, (), "some", 6), ((), (), "anyone", 6), (STAR, ("bc",), "range", 6)],
)
def test_the_costliest_loss_is_said_as_pairs_without_a_path(known, unsure, said, apart):
    finding = one(cut(map_of(known, unsure)), "cut.loss")
    assert (finding.case, finding.values["apart"]) == (said, apart)


def test_who_knows_nobody_else_hangs_by_you_alone_unless_a_tie_is_unsure():
    assert one(cut(map_of(["ab", "bc", "cd"])), "cut.alone").values["names"] == ("Juniper",)
    assert "cut.alone" not in {finding.key for finding in cut(map_of(["ab", "bc", "cd"], ["de"]))}


@pytest.mark.parametrize(
    ("known", "unsure", "said"),
    [
        (PATH, (), "helps"),
        (RING, (), "closer"),
        (CLIQUE, (), "none"),
        (PATH, ("ae",), "ask"),
        (("ab", "ac", "ad"), ("bd",), "depends"),
    ],
)
def test_the_next_introduction_and_what_an_unsure_tie_changes(known, unsure, said):
    assert case(introduction(map_of(known, unsure)), "introduction.next") == said


def test_the_ends_of_a_path_are_introduced_first():
    values = one(introduction(map_of(PATH)), "introduction.next").values
    assert (values["first"], values["second"], values["before"], values["after"]) == (
        "Harbour",
        "Juniper",
        4,
        0,
    )


@pytest.mark.parametrize(
    ("known", "unsure", "size", "band"),
    [
        ((), (), "some", "bridges"),
        (CLIQUE, (), "one", "closure"),
        (("ab", "bc"), (), "some", "between"),
        ((), CLIQUE, "range", "depends"),
    ],
)
def test_bridges_and_closure_are_said_without_preferring_either(known, unsure, size, band):
    findings = holes(map_of(known, unsure))
    assert [finding.case for finding in findings] == [size, band]
    assert {finding.tone for finding in findings} == {"plain"}


def test_half_a_circle_is_rounded_up():
    assert one(holes(map_of(["ab"], count=4)), "holes.size").values["circles"] == 4


def deciders(*reached_by):
    roles = ("Chief", "Board", "Region")
    found = zip("xyz", roles, reached_by, strict=False)
    return Workbook(
        people=five(3), deciders=tuple(Decider(id, role=role, reached_by=by) for id, role, by in found)
    )


@pytest.mark.parametrize(
    ("reached_by", "said"),
    [
        ([()], ["open"]),
        ([("you",)], ["only"]),
        ([("a",), ("you", "b")], ["all"]),
        ([("a",), ()], ["some", "one"]),
        ([("a",), (), ("stranger",)], ["some", "many"]),
    ],
)
def test_deciders_are_near_through_you_or_through_a_member(reached_by, said):
    assert [finding.case for finding in reach(deciders(*reached_by))] == said


def test_a_decider_reached_only_from_the_bench_is_not_near():
    workbook = deciders(("a",), ("z",))
    findings = reach(
        attrs.evolve(workbook, people=(*workbook.people, Person("z", name="Zephyr", seat="bench")))
    )
    assert one(findings, "reach.nobody").values["roles"] == ("Board",)


def test_it_is_said_who_reaches_each_decider():
    answers = reach(deciders(("you", "a"), ()))[0].answers
    assert answers == (("=Chief", "you"), ("=Chief", "=Harbour"), ("=Board", "nobody"))


def found(workbook):
    return [(finding.key, finding.case) for group in ON_MAP for finding in GROUPS[group](workbook, TODAY)]


@given(
    st.sets(st.sampled_from(CLIQUE)),
    st.sets(st.sampled_from(CLIQUE)),
    st.sampled_from(list(permutations("abcde"))),
)
def test_verdicts_do_not_depend_on_ids(known, unsure, order):
    workbook = map_of(known, unsure)
    assert found(relabelled(workbook, dict(zip("abcde", order, strict=True)))) == found(workbook)


@given(st.sets(st.sampled_from(CLIQUE)), st.sets(st.sampled_from(CLIQUE)), st.permutations(range(5)))
def test_verdicts_about_structure_do_not_depend_on_the_order_of_the_five(known, unsure, order):
    workbook = map_of(known, unsure)
    mixed = attrs.evolve(workbook, people=tuple(workbook.people[place] for place in order))
    assert found(mixed) == found(workbook)
