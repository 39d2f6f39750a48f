"""The agenda keeps its times, whatever the length, and never cuts what makes a workshop safe."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.content.agenda import agenda, blocks, clock, minutes_of
from workshop.content.block import LENGTHS, NEVER_CUT
from workshop.errors import Complaint

SHORTER = LENGTHS[1:]
TIMES = (
    """
    09:00 welcome 25 00_start
    09:25 clinic-one 35 11_case_clinic
    10:00 alliances 30 01_alliances
    10:30 break-one 15
    10:45 purpose 60 02_purpose
    11:45 five 30 03_five_people
    12:15 lunch-one 60
    13:15 map 35 04_alliance_map
    13:50 authority 40 03_five_people
    14:30 glue 25 04_alliance_map
    14:55 break-two 15
    15:10 consulting 60 04_alliance_map
    16:10 wall 30
    """,
    """
    09:00 overnight 15
    09:15 trust 50 05_trust
    10:05 clinic-two 30 11_case_clinic
    10:35 break-three 15
    10:50 reciprocity 50 06_reciprocity
    11:40 ring 40
    12:20 lunch-two 60
    13:20 sustain 60 07_sustain 08_stress_test
    14:20 defend 45 07_sustain
    15:05 break-four 15
    15:20 commit 45 09_commit
    16:05 playbook 20 09_commit
    16:25 close 30 10_refresh
    """,
)
OUTSIDE = {"before": 10, "after-30-days": 10, "after-6-months": 40, "after-12-months": 40}


def lines(day):
    return [" ".join((clock(b.starts), b.id, str(b.minutes), *b.exercises)) for b in day.blocks]


def by_id(length):
    return {block.id: block for day in agenda(length) for block in day.blocks}


@pytest.mark.parametrize("number", [0, 1])
def test_the_two_days_have_the_times_of_the_plan(number):
    assert lines(agenda()[number]) == TIMES[number].strip().replace("    ", "").splitlines()


def test_the_first_day_ends_at_sixteen_forty_and_the_second_at_sixteen_fifty_five():
    assert [clock(day.ends) for day in agenda()] == ["16:40", "16:55"]


def test_what_comes_before_and_after_takes_the_minutes_of_the_plan():
    assert {block.id: block.minutes for block in blocks() if not block.day} == OUTSIDE


@pytest.mark.parametrize(
    ("length", "most"), [("one-day", 8 * 60), ("half-day", 4 * 60), ("ninety-minutes", 90)]
)
def test_a_shorter_workshop_fits(length, most):
    [day] = agenda(length)
    assert day.ends - day.starts <= most


def test_one_day_has_lunch_about_noon_and_two_breaks():
    [day] = agenda("one-day")
    breaks = {block.id: (clock(block.starts), block.minutes) for block in day.blocks if block.kind == "break"}
    assert breaks["lunch-one"] == ("11:57", 60)
    assert len(breaks) >= 3


@pytest.mark.parametrize(("length", "most"), [("two-days", 110), ("one-day", 110), ("half-day", 130)])
def test_nobody_works_long_without_a_break(length, most):
    for day in agenda(length):
        edges = [(b.starts, b.ends) for b in day.blocks if b.kind == "break"]
        begins = [day.starts, *(end for _, end in edges)]
        ends = [*(begin for begin, _ in edges), day.ends]
        assert max(end - begin for begin, end in zip(begins, ends, strict=True)) <= most


@pytest.mark.parametrize("length", LENGTHS)
def test_nobody_sits_alone_for_more_than_forty_minutes_on_end(length):
    steps = [step for day in agenda(length) for block in day.blocks for step in block.steps]
    runs = [sum(s.minutes for s in run) for form, run in groupby(steps, lambda s: s.form) if form == "alone"]
    assert max(runs) <= 40


@pytest.mark.parametrize("length", LENGTHS)
def test_rules_peer_consulting_and_playbook_are_never_cut(length):
    assert set(NEVER_CUT) <= set(by_id(length))
    assert "ten rules" in by_id(length)["welcome"].steps[0].text


def test_the_blocks_that_are_never_cut_say_so():
    assert {block.id for block in blocks() if block.never_cut} == set(NEVER_CUT)


@pytest.mark.parametrize("length", LENGTHS)
def test_both_people_have_the_same_time_in_peer_consulting(length):
    steps = [step for step in by_id(length)["consulting"].steps if step.form in {"pairs", "alone"}]
    halves = [[s.minutes for s in steps if word in s.text.lower()] for word in ("first person", "second")]
    assert halves[0] == halves[1]
    assert sum(halves[0]) >= 10


def test_two_days_give_each_person_twenty_five_minutes_of_peer_consulting():
    steps = by_id("two-days")["consulting"].steps
    assert sum(step.minutes for step in steps if "second person" in step.text.lower()) == 25


@pytest.mark.parametrize(("longer", "shorter"), list(zip(LENGTHS, SHORTER, strict=False)))
def test_a_shorter_workshop_only_leaves_steps_out(longer, shorter):
    for name, block in by_id(shorter).items():
        rest = iter(by_id(longer)[name].steps)
        assert all(step in rest for step in block.steps), name


@pytest.mark.parametrize("length", LENGTHS)
def test_nobody_changes_over_who_has_not_begun(length):
    """Turns stay or go together."""
    for block in by_id(length).values():
        begun = [step.text for step in block.steps]
        for number, text in enumerate(begun):
            assert not text.startswith("Change over") or number, block.id


@pytest.mark.parametrize("length", LENGTHS)
def test_no_debrief_stands_alone(length):
    for block in by_id(length).values():
        assert block.kind == "break" or block.steps[0].form != "all", block.id


@given(length=st.sampled_from(LENGTHS), hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_whenever_it_begins_a_day_has_neither_gap_nor_overlap(length, hour, minute):
    begin = f"{hour:02}:{minute:02}"
    for day in agenda(length, begin):
        ends = [block.ends for block in day.blocks]
        assert [block.starts for block in day.blocks] == [minutes_of(begin), *ends[:-1]]
        assert day.ends == ends[-1]


@given(minutes=st.integers(0, 24 * 60 - 1))
def test_a_time_reads_back_as_it_was_written(minutes):
    assert minutes_of(clock(minutes)) == minutes


@pytest.mark.parametrize("time", ["24:00", "9", "9:5", "09:60", "-1:00", "noon", "1" * 5000 + ":00"])
def test_no_time_of_the_day_is_refused(time):
    with pytest.raises(Complaint, match="time_wrong"):
        agenda("one-day", time)


def test_an_unknown_length_is_refused():
    with pytest.raises(Complaint, match="length_unknown"):
        agenda("a week")


def test_the_steps_to_cut_first_come_first():
    for block in blocks():
        reach = [LENGTHS.index(step.stays_until) for step in block.cut_first]
        assert reach == sorted(reach)
        assert sum(len(group) for group in block.cuts) == len(reach)
