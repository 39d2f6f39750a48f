"""What keeps a coalition going: the forum, upkeep, the dial, and words for a member."""

from datetime import date, timedelta

import attrs
import pytest
from answered import five, workbooks
from every_sustain_verdict import ALLY, WHOLE
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.defence import defence
from workshop.analysis.dial import dial
from workshop.analysis.forum import forum, goes_on, meeting
from workshop.analysis.upkeep import last_contact, strength_left, upkeep, upkeep_status
from workshop.model import Exchange, Forum, Person, Workbook
from workshop.model.sustain import Defence, Dial

TODAY = date(2026, 11, 22)


def ago(days, cadence=4, **more):
    day = (TODAY - timedelta(days)).isoformat()
    return Person("a", name="Harbour", seat="five", cadence=cadence, last_contact=day, **more)


def noted(*months, person=None):
    entries = tuple(
        Exchange(f"x{n}", person="a", direction="talk", month=month) for n, month in enumerate(months)
    )
    return Workbook(people=(person or Person("a", name="Harbour", seat="five"),), exchanges=entries)


def case(findings, key):
    return next(finding.case for finding in findings if finding.key == key)


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "green"), (28, "green"), (29, "amber"), (56, "amber"), (57, "red"), (400, "red")],
)
def test_due_after_the_cadence_and_overdue_after_twice_the_cadence(days, state):
    person = ago(days)
    assert upkeep_status(person, Workbook(people=(person,)), TODAY) == state


@given(st.integers(0, 3000), st.integers(1, 52))
def test_somebody_is_red_only_beyond_twice_the_cadence(days, cadence):
    person = ago(days, cadence)
    state = upkeep_status(person, Workbook(people=(person,)), TODAY)
    assert (state == "red") == (days > 14 * cadence)
    assert (state == "green") == (days <= 7 * cadence)


def test_without_a_cadence_or_a_contact_nothing_is_overdue():
    for person in (ago(400, None), attrs.evolve(ago(1), last_contact=None)):
        assert upkeep_status(person, Workbook(people=(person,)), TODAY) is None
        assert [finding.tone for finding in upkeep(Workbook(people=(person,)), TODAY)] == ["open"]


@pytest.mark.parametrize(
    ("months", "answered", "last"),
    [
        ((), None, None),
        (("2026-08",), None, date(2026, 8, 31)),
        (("2028-02",), None, None),
        (("2024-02",), None, date(2024, 2, 29)),
        (("2026-11",), "2026-11-03", TODAY),
        (("2026-08", "2026-10"), "2026-09-20", date(2026, 10, 31)),
        (("2026-08",), "2026-09-20", date(2026, 9, 20)),
        (("2026-08", "2026-12"), None, date(2026, 8, 31)),
        ((), "2027-01-01", None),
    ],
)
def test_last_contact_is_the_later_of_both_and_never_ahead(months, answered, last):
    person = Person("a", name="Harbour", seat="five", last_contact=answered)
    assert last_contact(noted(*months, person=person), person, TODAY) == last


def test_contact_noted_this_month_is_not_overdue():
    person = Person("a", name="Harbour", seat="five", cadence=1)
    assert upkeep_status(person, noted("2026-11", person=person), TODAY) == "green"


@given(workbooks())
def test_last_contact_is_never_in_the_future(workbook):
    days = [last_contact(workbook, person, TODAY) for person in workbook.people]
    assert all(day is None or day <= TODAY for day in days)


@given(st.floats(0, 10000), st.floats(0, 10000))
def test_a_tie_fades_and_never_below_nothing(first, second):
    assert 0 <= strength_left(max(first, second)) <= strength_left(min(first, second)) <= 1


def test_what_is_left_of_a_tie_is_said_in_quarters():
    for days, left in ((0, 4), (90, 3), (180, 2), (360, 1), (900, 0)):
        findings = upkeep(Workbook(people=(ago(days),)), TODAY)
        [fading] = [one for one in findings if one.key == "upkeep.fading"]
        assert fading.answers == (("=Harbour", f"upkeep_left_{left}"),)


def test_half_of_a_tie_is_left_after_180_days():
    assert [strength_left(days) for days in (0, 180, 360)] == [1, 0.5, 0.25]


def test_a_long_silence_is_named_without_a_red_mark():
    findings = upkeep(Workbook(people=(ago(181, 26),)), TODAY)
    assert case(findings, "upkeep.fading") == "one"
    assert {finding.tone for finding in findings} == {"good", "plain"}


def test_people_stand_in_the_order_of_the_five_however_late():
    days = {"a": 60, "b": 1, "c": 90}
    people = tuple(attrs.evolve(ago(late), id=id, name=id) for id, late in days.items())
    findings = upkeep(Workbook(people=people), TODAY)
    assert [each.values["name"] for each in findings if each.key == "upkeep.tie"] == ["a", "b", "c"]


def test_the_bench_is_looked_after_once_a_cadence_is_chosen():
    bench = attrs.evolve(ago(60), seat="bench")
    assert case(upkeep(Workbook(people=(bench,)), TODAY), "upkeep.count") == "overdue_one"


@given(workbooks())
def test_what_is_due_lies_after_the_last_contact(workbook):
    for finding in upkeep(workbook, TODAY):
        assert finding.key != "upkeep.tie" or finding.values["last"] < finding.values["due"]


def test_a_forum_with_every_sign_goes_on():
    assert goes_on(Workbook(people=(ALLY,), forum=WHOLE)) == "on"


@pytest.mark.parametrize("line", ["atlas  report", "What does ATLAS need?"])
def test_an_agenda_that_names_a_project_leans_on_it(line):
    workbook = Workbook(people=(ALLY,), forum=attrs.evolve(WHOLE, agenda_third=line))
    [finding] = forum(workbook)
    assert (finding.case, finding.values["found"]) == ("leans_named", ("Atlas",))


@pytest.mark.parametrize(
    ("seat", "role_needed", "said"),
    [
        ("five", None, "on"),
        ("bench", None, "on"),
        ("thanked", None, "nearly_convener"),
        (None, None, "nearly_convener"),
        ("five", True, "nearly_convener"),
    ],
)
def test_only_somebody_who_is_there_can_call_the_forum(seat, role_needed, said):
    convener = attrs.evolve(ALLY, seat=seat, role_needed=role_needed)
    [finding] = forum(Workbook(people=(convener,), forum=WHOLE))
    assert finding.case == said


def test_two_signs_are_not_enough_to_say():
    assert goes_on(Workbook(forum=Forum(cadence=4, ritual="Soup"))) is None


def test_the_own_no_is_enough():
    assert goes_on(Workbook(forum=Forum(without_project="no"))) == "leans"


def test_an_agenda_without_projects_to_compare_stays_open():
    [finding] = forum(Workbook(people=five(1), forum=WHOLE))
    assert finding.case == "nearly_agenda"
    assert finding.opposes == (("forum_agenda", "missing"),)


@given(workbooks())
def test_every_sign_speaks_on_one_side(workbook):
    [finding] = forum(workbook)
    assert finding.tone == "open" or len(finding.supports) + len(finding.opposes) == 4


@pytest.mark.parametrize(("day", "said"), [(None, "open"), ("2026-11-22", "ahead"), ("2026-11-21", "past")])
def test_a_meeting_today_has_not_passed(day, said):
    assert case(meeting(Workbook(forum=Forum(next_day=day)), TODAY), "forum.next") == said


@pytest.mark.parametrize(
    ("audiences", "said"),
    [
        (("public", "private"), "open"),
        (("private",) * 3, "all_private"),
        (("public",) * 6, "all_public"),
        (("members",) * 4, "all_members"),
        (("public", "members", "members"), "mixed"),
    ],
)
def test_a_dial_needs_more_than_one_setting(audiences, said):
    topics = dict(zip(attrs.fields_dict(Dial), audiences, strict=False))
    assert case(dial(Workbook(dial=Dial(**topics))), "dial.balance") == said


def test_public_confidences_are_watched_before_anything_else_is_placed():
    assert case(dial(Workbook(dial=Dial(confidences="public"))), "dial.confidences") == "public"


LINES = {"line_fact": "x", "line_value": "y", "line_next": "z"}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "open"),
        ({"person": "a"}, "begun"),
        (LINES, "nobody"),
        ({**LINES, "person": "gone", "charge": "c"}, "nobody"),
        ({**LINES, "person": "a"}, "no_charge"),
        ({**LINES, "person": "a", "charge": "c", "line_fact": "x " * 20}, "ready"),
        ({**LINES, "person": "a", "charge": "c", "line_fact": "x " * 21}, "long_one"),
        ({**LINES, "person": "a", "charge": "c", "rehearsed": True}, "rehearsed"),
    ],
)
def test_a_defence_is_a_member_a_charge_and_three_short_lines(answers, said):
    [finding] = defence(Workbook(people=five(), defence=Defence(**answers)))
    assert finding.case == said
