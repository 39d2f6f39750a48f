"""What is said about allies, the five, and the plans."""

from fractions import Fraction

import attrs
import pytest
from answered import five

from workshop.analysis.chair import empty_chair
from workshop.analysis.diversity import blau, diversity, external_internal, highest_blau, pairs_that_differ
from workshop.analysis.influence import title_and_influence
from workshop.analysis.loyalty import allies_lost
from workshop.analysis.plans import plans
from workshop.analysis.rung import computed_rung, rung, rungs
from workshop.analysis.rung_step import next_rungs
from workshop.analysis.standing import before_after
from workshop.model import Cards, Person, Plan, Purpose, Start, Workbook
from workshop.model.workbook import Commitment

CARDS = ("bond", "contact", "news", "help", "credit", "future")


def ally(relational=0, trade=0, **answers):
    sides = ["relationship"] * relational + ["trade"] * trade
    return Person(
        "a", name="Harbour", ally=True, cards=Cards(**dict(zip(CARDS, sides, strict=False))), **answers
    )


def case(findings, key):
    return next(finding.case for finding in findings if finding.key == key)


@pytest.mark.parametrize(
    ("helped", "calling", "said"),
    [
        (None, 3, "open"), (8, None, "open"), (0, 0, "open"), (8, 8, "all"), (8, 3, "some"), (8, 0, "none"),
        (1, 1, "only_kept"), (1, 0, "only_lost"), (3, 5, "more"),
    ],
)  # fmt: skip
def test_how_many_of_last_years_allies_still_call(helped, calling, said):
    [finding] = allies_lost(Workbook(start=Start(helped=helped, calling=calling)))
    assert finding.case == said


@pytest.mark.parametrize(
    ("relational", "expected"),
    [(0, "alliance"), (2, "alliance"), (3, "evolving"), (4, "evolving"), (5, "coalition"), (6, "coalition")],
)
def test_the_cuts_lie_at_two_and_four(relational, expected):
    assert computed_rung(ally(relational, 6 - relational)) == expected


def test_three_sorted_cards_are_not_enough():
    assert computed_rung(ally(3)) is None


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (ally(1, 2), "open"),
        (ally(2, 4), "alliance"),
        (ally(2, 2), "alliance_at_least"),
        (ally(4, 2), "evolving"),
        (ally(4, 0), "evolving_at_least"),
        (ally(5, 0), "coalition"),
        (ally(6, 0, overrule="alliance"), "overruled_alliance"),
        (ally(2, 2, overrule="alliance"), "alliance"),
        (ally(0, 0, overrule="coalition"), "chosen_coalition"),
    ],
)
def test_an_overrule_is_respected_and_shown(person, said):
    assert case(rungs(Workbook(people=(person,))), "rungs.tie") == said


def test_the_rung_that_holds_is_the_one_chosen():
    assert rung(ally(6, 0, overrule="alliance")) == "alliance"


def test_ties_are_counted_by_the_rung_that_holds():
    people = (ally(6), attrs.evolve(ally(6, overrule="evolving"), id="b"), attrs.evolve(ally(1), id="c"))
    assert rungs(Workbook(people=people))[0].values == {
        "alliance": 0,
        "evolving": 1,
        "coalition": 1,
        "sorted": 2,
    }


@pytest.mark.parametrize(
    ("person", "key", "said"),
    [
        (ally(), "next_rungs.none", "open"),
        (ally(6), "next_rungs.none", "none"),
        (ally(4, 2), "next_rungs.step", "credit"),
        (ally(4, 0), "next_rungs.step", "credit"),
        (ally(3, 3), "next_rungs.step", "credit"),
        (ally(6, overrule="evolving"), "next_rungs.step", "keep"),
    ],
)
def test_the_next_rung_is_the_easiest_card_that_says_trade(person, key, said):
    assert case(next_rungs(Workbook(people=(person,))), key) == said


@pytest.mark.parametrize(("kinds", "highest"), [(2, 0.48), (3, 0.64), (4, 0.72), (5, 0.8), (10, 0.8)])
def test_the_largest_blau_that_five_people_allow(kinds, highest):
    assert float(highest_blau(5, kinds)) == pytest.approx(highest)


@pytest.mark.parametrize("sizes", [(5,), (4, 1), (3, 2), (2, 2, 1), (1, 1, 1, 1, 1), (3, 1)])
def test_blau_is_the_share_of_pairs_that_differ(sizes):
    people = sum(sizes)
    assert blau(sizes) == Fraction(2 * pairs_that_differ(sizes), people * people)


def test_nobody_has_no_mix():
    assert (blau(()), external_internal(0, 0)) == (0, None)


def test_the_e_i_index_has_six_values_at_five_people():
    assert len({external_internal(outside, 5 - outside) for outside in range(6)}) == 6


def members(answer, values):
    return tuple(
        attrs.evolve(person, **{answer: value}) for person, value in zip(five(), values, strict=True)
    )


@pytest.mark.parametrize(
    ("values", "said", "here", "differ"),
    [
        (("sales",) * 5, "same", 1, 0),
        (("sales", "sales", "sales", "risk", "finance"), "some", 3, 7),
        (("sales", "risk", "finance", "people", "other"), "most", 5, 10),
    ],
)
def test_functions_are_counted_beside_the_most_possible(values, said, here, differ):
    finding = diversity(Workbook(people=members("function", values)))[0]
    assert (finding.case, finding.values["here"], finding.values["differ"]) == (said, here, differ)
    assert (finding.values["reachable"], finding.values["could_differ"]) == (5, 10)


def test_three_levels_are_as_mixed_as_five_people_can_be_only_when_spread_evenly():
    even, uneven = (
        ("senior", "senior", "peer", "peer", "junior"),
        ("senior", "senior", "senior", "peer", "junior"),
    )
    assert case(diversity(Workbook(people=members("level", even))), "diversity.level") == "most"
    assert case(diversity(Workbook(people=members("level", uneven))), "diversity.level") == "some"


def test_members_without_an_answer_are_left_out_of_the_count():
    finding = diversity(Workbook(people=members("function", ("sales", "risk", "risk", None, None))))[0]
    assert (finding.values["described"], finding.values["reachable"]) == (3, 3)


@pytest.mark.parametrize(
    ("places", "said"),
    [("iiiii", "inside"), ("ooooo", "outside"), ("iooo-", "some"), ("io---", "open")],
)
def test_inside_and_outside_the_employer(places, said):
    values = [{"i": "inside", "o": "outside"}.get(place) for place in places]
    assert case(diversity(Workbook(people=members("employer", values))), "diversity.employer") == said


@pytest.mark.parametrize(
    ("scales", "said"),
    [
        ([], [("influence.balance", "open")]),
        ([(3, 3)], [("influence.balance", "even")]),
        ([(4, 2)], [("influence.title", "one")]),
        ([(4, 2), (5, 1)], [("influence.title", "many")]),
        ([(2, 4), (5, 2)], [("influence.title", "one"), ("influence.room", "one")]),
        ([(1, 5), (2, 4)], [("influence.room", "many")]),
        ([(5, None)], [("influence.balance", "open")]),
    ],
)
def test_title_without_influence_and_the_reverse(scales, said):
    people = tuple(
        attrs.evolve(person, authority=authority, influence=influence)
        for person, (authority, influence) in zip(five(), scales, strict=False)
    )
    assert [(one.key, one.case) for one in title_and_influence(Workbook(people=people))] == said


def chairs(needs=(), views=(), people=()):
    findings = empty_chair(Workbook(purpose=Purpose(needs=needs, views=views), people=people))
    return [(finding.key, finding.case) for finding in findings]


def test_a_need_that_nobody_brings_is_an_empty_chair():
    people = five(2, function="sales", perspective="customer")
    assert chairs(("sales", "risk"), ("numbers",), people) == [
        ("chair.need", "risk"),
        ("chair.view", "numbers"),
    ]


def test_when_everything_is_brought_no_chair_is_empty():
    assert chairs(("sales",), (), five(1, function="sales")) == [("chair.needs", "filled")]


def test_nothing_is_missed_while_nobody_is_described():
    assert chairs(("sales",), (), five(3)) == [("chair.needs", "open")]


def test_a_role_still_needed_brings_nothing_yet_and_is_a_kept_seat():
    seat = Person("x", name="A voice from sales", seat="five", role_needed=True, function="sales")
    found = chairs(("sales",), (), (*five(1, function="risk"), seat))
    assert found == [("chair.need", "sales"), ("chair.seat", "named")]


def plan(id, person="a", action="call"):
    return Plan(id, person=person, trigger="on Monday", action=action)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ((), "open"),
        ((Plan("p1"),), "open"),
        ((plan("p1", action=" "),), "none"),
        ((plan("p1"), Plan("p2")), "one"),
        ((plan("p1"), plan("p2")), "same"),
        ((plan("p1"), plan("p2", "b")), "enough"),
    ],
)
def test_two_complete_plans_for_different_people_are_enough(made, said):
    [finding] = plans(Workbook(plans=made))
    assert finding.case == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(None, 3, "open"), (3, None, "open"), (2, 4, "up"), (3, 3, "same"), (4, 2, "down")],
)
def test_the_answers_before_and_after_are_compared(before, after, said):
    workbook = Workbook(start=Start(clarity=before), commitment=Commitment(clarity=after))
    assert case(before_after(workbook), "before_after.clarity") == said
