"""What the answers put into a calendar, and when."""

from datetime import date, timedelta

import attrs
import pytest
from answered import workbooks
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.dates import KINDS, Dated, dates, next_meeting, refresh_day
from workshop.model import Exchange, Forum, Person, Plan, Snapshot, Workbook
from workshop.model.workbook import Commitment

TODAY = date(2026, 11, 22)
WEEK = timedelta(weeks=1)


def kite(**answers):
    return Person("a1", name="Kite", seat="five", **answers)


def the_plan(**answers):
    whole = {"person": "a1", "trigger": "the round opens", "action": "call", "due": "2026-12-01", **answers}
    return Workbook(plans=(Plan("p1", **whole),))


def test_an_empty_workbook_has_no_dates():
    assert dates(Workbook(), TODAY) == ()


def test_a_contact_is_due_a_cadence_after_the_last_one():
    workbook = Workbook(people=(kite(cadence=4, last_contact="2026-11-10"),))
    assert dates(workbook, TODAY) == (Dated("contact", date(2026, 12, 8), 4, "a1"),)


def test_the_ledger_counts_as_a_contact():
    """A month noted there is over on its last day, so the next contact is due a cadence after it."""
    noted = (Exchange("x1", person="a1", direction="given", kind="advice", month="2026-10"),)
    workbook = Workbook(people=(kite(cadence=4, last_contact="2026-03-01"),), exchanges=noted)
    assert dates(workbook, TODAY)[0].day == date(2026, 10, 31) + 4 * WEEK


def test_what_is_overdue_is_put_on_today():
    workbook = Workbook(people=(kite(cadence=4, last_contact="2026-01-10"),))
    assert dates(workbook, TODAY) == (Dated("contact", TODAY, 4, "a1", late=True),)


def test_what_is_due_today_is_not_late():
    workbook = Workbook(people=(kite(cadence=1, last_contact="2026-11-15"),))
    assert dates(workbook, TODAY) == (Dated("contact", TODAY, 1, "a1"),)


@pytest.mark.parametrize("missing", ["cadence", "last_contact"])
def test_without_a_cadence_or_a_last_contact_nothing_is_due(missing):
    answers = {"cadence": 4, "last_contact": "2026-11-10", missing: None}
    assert dates(Workbook(people=(kite(**answers),)), TODAY) == ()


def test_who_left_the_coalition_is_not_due():
    person = attrs.evolve(kite(cadence=4, last_contact="2026-11-10"), seat="thanked")
    assert dates(Workbook(people=(person,)), TODAY) == ()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, date(2026, 12, 1)),
        ({"due": "2026-11-22"}, TODAY),
        ({"due": "2026-11-21"}, None),
        ({"due": None}, None),
        ({"action": " "}, date(2026, 12, 1)),
        ({"action": "", "trigger": " ", "person": None}, None),
        ({"kept": "yes"}, None),
        ({"kept": "partly"}, date(2026, 12, 1)),
    ],
)
def test_a_plan_is_dated_while_there_is_something_to_do(answers, expected):
    """Half a plan keeps the day that was chosen; one that is past or kept, and an empty card, have none."""
    found = dates(the_plan(**answers), TODAY)
    assert [dated.day for dated in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("day", "cadence", "expected"),
    [
        ("2026-11-22", 4, date(2026, 11, 22)),
        ("2027-01-05", 4, date(2027, 1, 5)),
        ("2026-11-21", 1, date(2026, 11, 28)),
        ("2026-11-08", 2, date(2026, 11, 22)),
        ("2020-01-06", 26, date(2026, 12, 28)),
        ("2026-11-21", None, None),
        ("2026-11-23", None, date(2026, 11, 23)),
        (None, 4, None),
    ],
)
def test_the_next_meeting_steps_on_by_the_cadence(day, cadence, expected):
    assert next_meeting(Workbook(forum=Forum(next_day=day, cadence=cadence)), TODAY) == expected


@pytest.mark.parametrize(
    ("snapshots", "expected"),
    [
        ((), date(2027, 5, 22)),
        (("2026-09-30",), date(2027, 3, 30)),
        (("2026-09-30", "2026-08-31"), date(2027, 3, 30)),
        (("2026-09-30", "2027-01-01"), date(2027, 3, 30)),
        (("2026-08-31",), date(2027, 2, 28)),
        (("2025-01-01",), date(2027, 5, 22)),
        (("2026-05-22",), date(2027, 5, 22)),
        ((None,), date(2027, 5, 22)),
    ],
)
def test_the_next_look_is_counted_from_the_latest_snapshot(snapshots, expected):
    """From today where there is none, where its day has come, and where it lies ahead."""
    kept = tuple(Snapshot(f"s{number}", day=day) for number, day in enumerate(snapshots))
    workbook = Workbook(snapshots=kept, commitment=Commitment(refresh_months=6))
    assert refresh_day(workbook, TODAY) == expected


def test_dates_come_in_their_order_and_those_of_one_day_by_kind():
    workbook = attrs.evolve(
        the_plan(due="2026-11-29"),
        people=(kite(cadence=1, last_contact="2026-11-22"),),
        forum=Forum(next_day="2026-11-29"),
        commitment=Commitment(refresh_months=6),
    )
    assert [dated.kind for dated in dates(workbook, TODAY)] == list(KINDS)


@given(workbooks(), st.dates(date(2024, 1, 1), date(2100, 12, 31)))
def test_no_date_lies_in_the_past_and_each_is_there_once(workbook, today):
    found = dates(workbook, today)
    assert all(dated.day >= today for dated in found)
    assert [dated.day for dated in found] == sorted(dated.day for dated in found)
    assert len({(dated.kind, dated.about) for dated in found}) == len(found)


@given(workbooks(), st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(0, 400))
def test_the_forum_keeps_its_rhythm_whenever_it_is_asked_for(workbook, today, later):
    """A file made later shows the meetings of the same series, not another one."""
    first, cadence = next_meeting(workbook, today), workbook.forum.cadence
    second = next_meeting(workbook, today + timedelta(days=later))
    if first and second and cadence:
        assert (second - first).days % (7 * cadence) == 0
