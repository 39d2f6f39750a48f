"""The glue test: what remains without each member, and without you."""

from itertools import combinations

import attrs
import pytest
from answered import map_of

from workshop.analysis.glue import glue, removals
from workshop.analysis.graph import alliance_map, is_one_group, without
from workshop.model import YOU, Workbook

PAIRS = ["".join(pair) for pair in combinations("abcde", 2)]
STAR = ("ab", "ac", "ad", "ae")
RING = ("ab", "bc", "cd", "de", "ae")


def all_maps():
    return (
        map_of([pair for place, pair in enumerate(PAIRS) if number >> place & 1]) for number in range(1024)
    )


def test_everyone_is_taken_out_in_their_order_and_you_come_last():
    assert list(removals(map_of(RING))) == ["a", "b", "c", "d", "e", YOU]


def test_on_an_empty_map_only_you_can_be_taken_out_and_nothing_is_said():
    assert {one.case for one in removals(Workbook()).values()} == {"open"}


def test_the_hub_of_a_star_leaves_single_people():
    taken = removals(map_of(STAR))["a"]
    assert (taken.case, taken.groups, taken.lost) == ("splits", (("b",), ("c",), ("d",), ("e",)), 5)


def test_groups_are_named_as_the_person_knows_them():
    finding = removals(map_of(["ab", "ac", "cd"], count=4))["a"].finding
    assert finding.values["groups"] == "(1) Lantern (2) Kite, Rook"


def test_you_are_judged_by_what_the_members_are_to_each_other():
    taken = removals(map_of(["ab", "bc", "de"]))[YOU]
    assert (taken.case, taken.groups, taken.lost) == ("splits", (("a", "b", "c"), ("d", "e")), 5)


@pytest.mark.parametrize(
    ("known", "unsure", "case"),
    [
        (RING, (), "holds"),
        (STAR, (), "splits"),
        (("bc", "de"), (), "apart"),
        ((), ("ab", "ac"), "splits"),
        (("ab", "bc", "ad", "de"), ("ce",), "depends_one"),
        (("ab", "bc", "ad", "de"), ("ce", "cd"), "depends_many"),
        (STAR, ("bc",), "range"),
        (RING, ("bd",), "holds"),
    ],
)
def test_what_happens_without_the_first_of_the_five(known, unsure, case):
    assert removals(map_of(known, unsure))["a"].case == case


def test_a_missing_answer_leaves_every_removal_open():
    workbook = map_of(RING)
    taken = removals(attrs.evolve(workbook, ties=workbook.ties[1:]))
    assert {(one.case, one.repair.case) for one in taken.values()} == {("open", "open")}


def test_on_every_map_the_case_says_whether_the_others_are_one_group():
    for workbook in all_maps():
        drawn = alliance_map(workbook)
        for id, taken in removals(workbook).items():
            assert (
                (taken.case == "holds") == is_one_group(without(drawn.worst, id)) == (len(taken.groups) == 1)
            )


def test_on_every_map_a_repair_that_promises_to_mend_does_mend():
    for workbook in list(all_maps())[::5]:
        for id, taken in removals(workbook).items():
            assert (taken.repair.case == "none") == (taken.case == "holds")
            if taken.repair.case == "mends":
                names = {person.name: person.id for person in workbook.people}
                pair = names[taken.repair.values["first"]] + names[taken.repair.values["second"]]
                known = [tie.id.replace("~", "") for tie in workbook.ties if tie.knows == "yes"]
                assert removals(map_of([*known, "".join(sorted(pair))]))[id].case == "holds"


def test_where_a_loss_depends_on_an_unsure_tie_the_repair_is_to_ask():
    repair = removals(map_of(["ab", "bc", "ad", "de"], ["bd"]))["a"].repair
    assert (repair.case, repair.values) == ("ask", {"first": "Lantern", "second": "Rook"})


def test_where_one_introduction_is_not_enough_the_repair_is_a_beginning():
    assert removals(map_of(STAR))["a"].repair.case == "first"


@pytest.mark.parametrize(
    ("known", "unsure", "case", "lost"),
    [
        (RING, (), "all", ()),
        (STAR, (), "one", ("Harbour",)),
        (("ab", "bc", "cd", "de"), (), "some", ("Lantern", "Kite", "Rook")),
        ((), (), "none", ("Harbour", "Lantern", "Kite", "Rook", "Juniper", "you")),
        (("ab", "bc", "cd", "de"), ("ae",), "depends_many", ("Lantern", "Kite", "Rook")),
        (("ab", "ac", "ad", "bc", "cd", "ae"), ("be",), "depends_one", ("Harbour",)),
    ],
)
def test_losses_that_would_split_the_others_are_named(known, unsure, case, lost):
    [summary] = glue(map_of(known, unsure))
    assert (summary.case, summary.values["names"]) == (case, lost)
