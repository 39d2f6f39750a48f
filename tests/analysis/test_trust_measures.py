"""Trust, visibility and warm-up: ranges, bands, and what stays open."""

import attrs
import pytest
from answered import five, relabelled, workbooks
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.members import members
from workshop.analysis.trust import mean_trust, rated_items, trust, trust_band, trust_overview, weakest_item
from workshop.analysis.visibility import gap, ready, unproven, untested, visibility, warm_up
from workshop.model import Person, Workbook
from workshop.model.person import EVIDENCE, Trust

scores = st.none() | st.integers(1, 5)
people = st.builds(
    lambda **answers: Person("a", name="Kite", seat="five", trust=Trust(**answers)),
    reliability=scores,
    discretion=scores,
    fairness=scores,
    visibility=scores,
    under_pressure=st.sampled_from((None, *EVIDENCE)),
)


def tie(*items, **more):
    named = dict(zip(("reliability", "discretion", "fairness"), items, strict=False))
    return Person("a", name="Kite", seat="five", trust=Trust(**named, **more))


def cases(findings, key):
    return [finding.case for finding in findings if finding.key == key]


@pytest.mark.parametrize(
    ("items", "mean"), [((), None), ((5,), None), ((5, 4), 4.5), ((3, 4, 5), 4.0), ((1, 1, 1), 1.0)]
)
def test_trust_is_the_mean_of_two_parts_or_three(items, mean):
    assert mean_trust(tie(*items)) == mean


@pytest.mark.parametrize(
    ("items", "band"),
    [((2, 3, 3), "thin"), ((3, 3, 3), "growing"), ((4, 4, 3), "growing"), ((4, 4), "strong"), ((5,), None)],
)
def test_the_bands_begin_at_three_and_at_four(items, band):
    assert trust_band(tie(*items)) == band


@given(people)
def test_a_mean_lies_between_its_lowest_and_highest_part(person):
    mean, parts = mean_trust(person), rated_items(person).values()
    assert (mean is None) == (len(parts) < 2)
    assert mean is None or 1 <= min(parts) <= mean <= max(parts) <= 5


@pytest.mark.parametrize(
    ("items", "weakest"),
    [((2, 3, 4), "reliability"), ((4, 3, 3), "discretion"), ((4, 4, 3), "fairness"), ((4, 4, 4), None)],
)
def test_the_weakest_part_is_named_the_easiest_of_several(items, weakest):
    assert weakest_item(tie(*items)) == weakest


def test_a_tie_shows_the_parts_that_were_rated_as_bars():
    [finding] = trust(Workbook(people=(tie(4, 2, 5),)))
    assert finding.bars == (("reliability", 4, 5), ("discretion", 2, 5), ("fairness", 5, 5))
    assert finding.case == "growing_discretion"


def test_ties_stand_in_the_order_of_the_five_whatever_their_trust():
    low, high = Trust(reliability=1, discretion=1), Trust(reliability=5, discretion=5)
    first, second = five(2)
    found = trust(Workbook(people=(attrs.evolve(first, trust=low), attrs.evolve(second, trust=high))))
    assert [finding.values["name"] for finding in found] == ["Harbour", "Lantern"]


def test_the_overview_counts_ties_by_band():
    [finding] = trust_overview(Workbook(people=(tie(4, 4), attrs.evolve(tie(1, 1), id="b"))))
    assert finding.bars == (("trust_strong", 1, 2), ("trust_growing", 0, 2), ("trust_thin", 1, 2))


@given(people)
def test_a_gap_lies_between_minus_one_and_one(person):
    found = gap(person)
    assert found is None or -1 <= found <= 1


@pytest.mark.parametrize(
    ("person", "flagged"),
    [
        (tie(4, 4, visibility=4, under_pressure="not_yet"), True),
        (tie(4, 4, visibility=4, under_pressure="unsure"), True),
        (tie(4, 4, visibility=5), False),
        (tie(4, 4, visibility=5, under_pressure="yes"), False),
        (tie(3, 3, visibility=3, under_pressure="not_yet"), False),
        (tie(3, 3, 4, visibility=5, under_pressure="yes"), True),
        (tie(3, 4, visibility=5, under_pressure="yes"), False),
        (tie(visibility=5, under_pressure="not_yet"), True),
    ],
)
def test_visible_without_evidence_or_far_ahead_of_trust_is_untested(person, flagged):
    assert bool(untested(Workbook(people=(person,)))) is flagged


def test_a_person_on_the_bench_is_not_called_untested():
    person = attrs.evolve(tie(visibility=5, under_pressure="not_yet"), seat="bench")
    assert untested(Workbook(people=(person,))) == ()


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (tie(4, 4, under_pressure="yes"), True),
        (tie(4, 4, under_pressure="unsure"), False),
        (tie(4, 3, under_pressure="yes"), False),
        (tie(4, 4), None),
        (tie(4, under_pressure="yes"), None),
    ],
)
def test_no_warm_up_takes_strong_trust_seen_under_pressure(person, said):
    assert ready(person) is said


def test_who_could_start_tomorrow_is_counted_over_those_asked():
    people = five(3)
    strong = Trust(reliability=5, discretion=5, under_pressure="yes")
    weak = attrs.evolve(strong, under_pressure="not_yet")
    workbook = Workbook(
        people=(attrs.evolve(people[0], trust=strong), attrs.evolve(people[1], trust=weak), people[2])
    )
    [finding] = warm_up(workbook)
    assert (finding.case, finding.values["asked"], finding.values["names"]) == ("one", 2, ("Harbour",))


@pytest.mark.parametrize("group", [trust, trust_overview, visibility, warm_up])
def test_members_without_answers_stay_open(group):
    assert {finding.tone for finding in group(Workbook(people=five()))} == {"open"}


@given(workbooks())
def test_untested_people_are_members_who_are_visible_or_far_ahead(workbook):
    assert all(person in members(workbook) for person in untested(workbook))
    assert all(unproven(person) or gap(person) >= 0.4 for person in untested(workbook))


@given(st.lists(people, min_size=1, max_size=5))
def test_renaming_ids_changes_no_finding(drawn):
    ids = "vwxyz"
    listed = tuple(attrs.evolve(person, id=id) for person, id in zip(drawn, "abcde", strict=False))
    workbook = Workbook(people=listed)
    renamed = relabelled(workbook, dict(zip("abcde", ids, strict=True)))
    for group in (trust, trust_overview, visibility, warm_up):
        assert group(workbook) == group(renamed)


@pytest.mark.parametrize(
    ("answered", "case"),
    [
        (tie(5, 5, 5, visibility=5), "open"),
        (tie(5, 5, 5, visibility=4), "open"),
        (tie(5, 5, 5, visibility=3), "none"),
        (tie(5, 5, 5, visibility=5, under_pressure="yes"), "none"),
        (tie(2, 2, 2, visibility=5), "only"),
    ],
)
def test_a_visible_tie_is_compared_once_pressure_was_asked_about(answered, case):
    """Unless visibility runs ahead of trust, which is said at once."""
    found = visibility(Workbook(people=(attrs.evolve(answered, seat="five"),)))
    assert found[0].case == case


def test_a_visible_tie_without_an_answer_is_left_out_of_the_count():
    people = (tie(5, 5, visibility=5), tie(5, 5, visibility=2))
    seated = tuple(attrs.evolve(one, id=id, seat="five") for one, id in zip(people, "ab", strict=True))
    assert visibility(Workbook(people=seated))[0].values["compared"] == 1
