"""Five building blocks: a bar each, counts of answers, never a total."""

from collections import Counter
from fractions import Fraction

import attrs
import pytest
from answered import five, map_of, workbooks
from every_stress_verdict import PATH, RING, built, under
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.blocks import blocks, pairs_of
from workshop.analysis.diversity import GROUPINGS, blau, highest_blau
from workshop.model import Exchange, Purpose, Workbook
from workshop.model.person import FUNCTIONS, LEVELS, PERSPECTIVES, Trust

NAMES = ["purpose", "trust", "reciprocity", "diversity", "resilience"]


def bar(workbook, name):
    """The count and the whole of one bar; None while there is none."""
    found = next(one for one in blocks(workbook) if one.key == f"blocks.{name}")
    return found.bars[0][1:] if found.bars else None


def mixed(functions, levels, views):
    people = zip(five(), functions, levels, views, strict=False)
    return Workbook(
        people=tuple(
            attrs.evolve(person, function=function, level=level, perspective=view)
            for person, function, level, view in people
        )
    )


def test_there_are_five_in_their_order_and_an_empty_workbook_leaves_all_open():
    assert [finding.key for finding in blocks(Workbook())] == [f"blocks.{name}" for name in NAMES]
    assert {(finding.tone, finding.bars) for finding in blocks(Workbook())} == {("open", ())}


def test_purpose_counts_the_tests_that_hold():
    purpose = Purpose(
        sentence="Calm", own_value="calm", horizon=5, project_cancelled="yes", employer_changed="no"
    )
    assert bar(Workbook(purpose=purpose), "purpose") == (3, 6)


def test_a_purpose_without_a_sentence_is_open():
    assert bar(Workbook(purpose=Purpose(horizon=5)), "purpose") is None


def test_trust_counts_strong_ties_of_those_rated_from_three_on():
    strong, thin = Trust(reliability=4, fairness=4), Trust(reliability=3, fairness=4)
    people = [
        attrs.evolve(person, trust=trust)
        for person, trust in zip(five(), (strong, strong, thin), strict=False)
    ]
    assert bar(Workbook(people=(*people, *five()[3:])), "trust") == (2, 3)
    assert bar(Workbook(people=(*people[1:], *five()[3:])), "trust") is None


def test_reciprocity_counts_patterns_of_ties_with_an_exchange():
    both = [
        Exchange(f"x{n}", "a", direction, "advice", month)
        for n, (direction, month) in enumerate(
            [("given", "2026-11"), ("received", "2026-08"), ("given", "2026-05")]
        )
    ]
    once = Exchange("y1", "b", "given", "advice", "2026-11")
    talk = Exchange("y2", "c", "talk", None, "2026-11")
    assert bar(Workbook(people=five(), exchanges=(*both, once, talk)), "reciprocity") == (1, 2)


def test_resilience_counts_losses_and_shocks_that_the_others_survive():
    workbook = under(map_of(RING), budget="yyyyy", merger="nnnnn")
    assert bar(workbook, "resilience") == (7, 8)
    assert bar(map_of(PATH), "resilience") == (3, 6)


def test_diversity_is_whole_when_five_are_as_mixed_as_five_can_be():
    workbook = mixed(FUNCTIONS[:5], (*LEVELS, *LEVELS[:2]), PERSPECTIVES)
    assert bar(workbook, "diversity") == (28, 28)


def test_diversity_is_empty_when_all_are_alike():
    assert bar(mixed(FUNCTIONS[:1] * 5, LEVELS[:1] * 5, PERSPECTIVES[:1] * 5), "diversity") == (0, 28)


def test_diversity_says_who_is_not_described_yet():
    told = mixed(FUNCTIONS[:3], LEVELS, PERSPECTIVES[:3])
    workbook = attrs.evolve(told, people=(*told.people[:3], *five()[3:]))
    [finding] = [one for one in blocks(workbook) if one.key == "blocks.diversity"]
    assert (finding.case, finding.tone, finding.values["waiting"]) == ("full_so_far", "plain", 2)


def test_diversity_waits_for_three_of_each():
    workbook = mixed(FUNCTIONS[:5], LEVELS[:2], PERSPECTIVES)
    assert bar(workbook, "diversity") is None


@given(st.lists(st.sampled_from(FUNCTIONS), min_size=3, max_size=5), st.data())
def test_the_bar_of_diversity_is_blau_over_the_highest_blau(functions, data):
    """Counting pairs that differ, of those that could, is B / B_max: for each grouping, and for their sum."""
    size = len(functions)
    levels = data.draw(st.lists(st.sampled_from(LEVELS), min_size=size, max_size=size))
    views = data.draw(st.lists(st.sampled_from(PERSPECTIVES), min_size=size, max_size=size))
    workbook = mixed(functions, levels, views)
    drawn = dict(zip(GROUPINGS, (functions, levels, views), strict=True))
    index = {name: blau(list(Counter(kinds).values())) for name, kinds in drawn.items()}
    highest = {name: highest_blau(size, len(GROUPINGS[name])) for name in drawn}
    for name in drawn:
        differ, most = pairs_of(workbook.people, name)
        assert Fraction(differ, most) == index[name] / highest[name]
    assert Fraction(*bar(workbook, "diversity")) == sum(index.values()) / sum(highest.values())


@given(workbooks())
def test_a_bar_is_a_count_within_its_whole_and_open_has_none(workbook):
    for finding in blocks(workbook):
        assert len(finding.bars) == (0 if finding.tone == "open" else 1)
        assert all(0 <= count <= whole and whole for _, count, whole in finding.bars)


@pytest.mark.parametrize("workbook", list(built()))
def test_a_full_bar_with_nothing_left_to_answer_is_good_and_nothing_else_is(workbook):
    for finding in blocks(workbook):
        full = bool(finding.bars) and finding.bars[0][1] == finding.bars[0][2]
        assert (finding.tone == "good") == (full and not finding.values["waiting"])
