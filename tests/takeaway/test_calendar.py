"""The calendar file, read back as a calendar reads it: what it holds, when, and what it keeps to itself."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from strategies import workbooks

from workshop.analysis.dates import KINDS, dates
from workshop.content import words
from workshop.content.worked import worked
from workshop.errors import Refused
from workshop.exercise.exports import Wishes, exported
from workshop.exercise.playbook import playbook_words
from workshop.model import Forum, Person, Plan, Workbook
from workshop.model.workbook import Commitment
from workshop.takeaway.calendar import calendar

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30, 15, tzinfo=UTC)
OWN = words("calendar")["words"]
WORDS = {**playbook_words(), **OWN}
TITLES = {OWN[f"calendar_{kind}"] for kind in KINDS}
ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/New_York",
    "America/Santiago",
    "Antarctica/Troll",
    "Asia/Calcutta",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Dublin",
    "Pacific/Chatham",
    "UTC",
)
HOSTILE = (
    "👩🏽‍🚀 Ada",
    "شريف \u202ex",
    "a \"b\" 'c'",
    "<b>x</b>",
    "a,b;c:d\\n\\",
    "one\ntwo\r\nBEGIN:VEVENT",
    "ß" * 40,
    "👍" * 40,
    "a\x85b\u2028c\td",
)
FORUM = Forum(name="The table", cadence=4, next_day="2026-12-01", time="09:30", agenda_first="What moved?")
KITE = Person("a1", name="Kite", seat="five", cadence=6, last_contact="2026-10-20")
PLAN = Plan("p1", person="a1", kind="credit", trigger="when the round opens", action="call", due="2026-12-05")
FULL = Workbook(
    key="k" * 32, people=(KITE,), plans=(PLAN,), forum=FORUM, commitment=Commitment(refresh_months=6)
)


def made(workbook=FULL, zone="Europe/Berlin", today=TODAY, now=NOW):
    return calendar(workbook, WORDS, today, zone=zone, now=now)


def entries(workbook=FULL, **options):
    """The entries of the file by their kinds, in its order; of one kind the last one."""
    kinds = {OWN[f"calendar_{kind}"]: kind for kind in KINDS}
    return {kinds[event["summary"]]: event for event in Calendar.from_ical(made(workbook, **options)).events}


def alarms(event):
    return [alarm["trigger"].dt for alarm in event.walk("VALARM")]


def meetings(content):
    """The first two years of the forum, in local time as the file gives them."""
    [event] = [
        event for event in Calendar.from_ical(content).events if event["summary"] == OWN["calendar_forum"]
    ]
    start = event["dtstart"].dt.replace(tzinfo=None)
    rule = event["rrule"].to_ical().decode()
    return rrulestr(rule, dtstart=start).between(start, start + timedelta(days=731), inc=True)


# What stands in it


def test_the_file_is_a_calendar_with_every_date():
    read = Calendar.from_ical(made())
    assert (read["version"], read["method"]) == ("2.0", "PUBLISH")
    assert [event["summary"] for event in read.events] == [OWN[f"calendar_{kind}"] for kind in KINDS]
    assert not read.errors


def test_the_forum_meets_in_its_zone_at_its_time_without_an_end():
    event = entries()["forum"]
    assert event["dtstart"].to_ical() == b"20261201T093000"
    assert event["dtstart"].params["TZID"] == "Europe/Berlin"
    assert (event["duration"].dt, event["transp"]) == (timedelta(hours=1), "OPAQUE")
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;INTERVAL=4"


def test_the_forum_lasts_as_long_as_was_chosen():
    workbook = attrs.evolve(FULL, forum=attrs.evolve(FORUM, minutes=45))
    assert entries(workbook)["forum"]["duration"].dt == timedelta(minutes=45)


def test_a_forum_without_a_time_is_on_the_whole_day():
    """It keeps no hour free that nobody chose, and needs no zone."""
    workbook = attrs.evolve(FULL, forum=attrs.evolve(FORUM, time=None))
    event = entries(workbook)["forum"]
    assert (event["dtstart"].dt, event["transp"]) == (date(2026, 12, 1), "TRANSPARENT")
    assert b"VTIMEZONE" not in made(workbook)


def test_a_forum_without_a_cadence_is_there_once():
    workbook = attrs.evolve(FULL, forum=attrs.evolve(FORUM, cadence=None))
    assert "rrule" not in entries(workbook)["forum"]


@pytest.mark.parametrize("zone", ["", "Europe", "Mars/Base", "../../etc/passwd", "\0", "+02:00", "x" * 60])
def test_an_unknown_zone_leaves_the_time_to_the_reader(zone):
    content = made(zone=zone)
    assert b"DTSTART:20261201T093000\r\n" in content
    assert b"TZID" not in content


def test_a_contact_is_a_day_that_comes_again():
    event = entries()["contact"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 2))
    assert (event["rrule"].to_ical(), event["transp"]) == (b"FREQ=WEEKLY;INTERVAL=6", "TRANSPARENT")


def test_an_overdue_contact_is_put_on_today():
    workbook = attrs.evolve(FULL, people=(attrs.evolve(KITE, last_contact="2026-01-02"),))
    assert entries(workbook)["contact"]["dtstart"].dt == TODAY


@pytest.mark.parametrize(("kind", "day"), [("plan", date(2026, 12, 5)), ("refresh", date(2027, 5, 22))])
def test_a_plan_and_the_next_look_are_there_once(kind, day):
    event = entries()[kind]
    assert event["dtstart"].dt == day
    assert "rrule" not in event


def test_reminders_come_before_a_meeting_and_at_nine_on_a_day():
    found = {kind: alarms(event) for kind, event in entries().items()}
    nine = timedelta(hours=9)
    assert found == {
        "forum": [timedelta(minutes=-15)],
        "contact": [nine],
        "plan": [nine],
        "refresh": [nine - timedelta(days=7), nine],
    }


def test_a_workbook_without_a_date_is_refused_in_words():
    """A calendar without entries is no calendar; the page says what to answer."""
    with pytest.raises(Refused, match="no_dates"):
        made(Workbook())


@pytest.mark.parametrize(
    "name", ["making-change-stick", "reciprocity-loop", "fragile-alliance", "outlived-role"]
)
def test_every_case_gives_a_calendar_of_different_entries(name):
    workbook = worked(name).workbook
    today = date.fromisoformat(words("wording")["cases"][name]["day"])
    content = exported("calendar", workbook, today, Wishes(zone="Europe/Berlin")).content
    uids = [str(event["uid"]) for event in Calendar.from_ical(content).events]
    assert len(set(uids)) == len(uids) == len(dates(workbook, today)) > 0


def test_the_last_years_that_can_be_chosen_are_dates_too():
    forum = attrs.evolve(FORUM, next_day="2100-12-31")
    person = attrs.evolve(KITE, cadence=52, last_contact="2100-12-31")
    workbook = attrs.evolve(FULL, forum=forum, people=(person,))
    assert entries(workbook, today=date(2100, 12, 31))["contact"]["dtstart"].dt == date(2101, 12, 30)


# What it says of whom


def test_what_an_entry_is_about_stands_inside_it():
    said = {kind: str(event["description"]) for kind, event in entries().items()}
    assert said["forum"] == "The table\nAgenda:\n– What moved?"
    assert said["contact"].startswith("In touch with Kite\nLast contact: 20 October 2026\n")
    assert said["plan"] == "My plan for Kite\nShare the credit\nWhen: the round opens\nThen I will: call"
    assert said["refresh"] == OWN["calendar_look"]


def test_half_a_plan_says_which_half_is_missing():
    workbook = attrs.evolve(FULL, plans=(attrs.evolve(PLAN, person=None, action=""),))
    said = str(entries(workbook)["plan"]["description"])
    assert said.splitlines()[0] == WORDS["date_plan_alone"]
    assert said.endswith(f"Then I will: {WORDS['playbook_plan_missing']}")


def test_a_contact_noted_by_month_is_told_by_month():
    workbook = worked("making-change-stick").workbook
    file = made(attrs.evolve(workbook, forum=Forum()), today=date(2026, 9, 22))
    kite = next(event for event in Calendar.from_ical(file).events if "with Kite" in event["description"])
    assert "\nLast contact: July 2026\n" in kite["description"]


@given(workbooks, st.sampled_from(HOSTILE))
def test_no_title_says_anything_about_anybody(workbook, name):
    """Titles and reminders are the same few for everybody, a place is not told, and each entry is private."""
    people = tuple(attrs.evolve(person, name=name[:40]) for person in workbook.people)
    hostile = attrs.evolve(
        workbook, people=(*people, attrs.evolve(KITE, id="z9", name=name[:40])), plans=(PLAN,)
    )
    for event in Calendar.from_ical(made(hostile)).events:
        assert {event["summary"], *(alarm["description"] for alarm in event.walk("VALARM"))} <= TITLES
        assert event["class"] == "PRIVATE"
        assert not {"location", "organizer", "attendee", "categories", "url"}.intersection(
            map(str.lower, event)
        )


def test_titles_and_the_name_of_the_calendar_give_nothing_away():
    shown = " ".join((*TITLES, OWN["calendar_name"])).casefold()
    telling = ("coalition", "alliance", "ally", "influence", "trust", "power", "member", "forum", "{")
    assert not [word for word in telling if word in shown]
    assert len(TITLES) == len(KINDS)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_comes_back_as_it_was_written(text):
    """Commas, line ends and signs of the format stay words; lines are short, whole and ended by CRLF."""
    plan = attrs.evolve(PLAN, trigger="x", action=text)
    workbook = attrs.evolve(FULL, people=(attrs.evolve(KITE, name=text[:40]),), plans=(plan,))
    content = made(workbook)
    expected = f"Then I will: {plan.action.strip()}"
    assert str(entries(workbook)["plan"]["description"]).endswith(expected)
    assert len(Calendar.from_ical(content).events) == len(KINDS)
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() for line in lines[:-1])


# When it is


@given(
    st.sampled_from(ZONES),
    st.dates(date(2026, 1, 1), date(2040, 12, 31)),
    st.times().map(lambda chosen: f"{chosen:%H:%M}"),
    st.integers(1, 26),
)
@example("Europe/Berlin", date(2027, 3, 28), "03:30", 1)
@example("Europe/Berlin", date(2027, 10, 31), "03:00", 1)
@example("Australia/Lord_Howe", date(2027, 10, 3), "02:30", 1)
@example("America/New_York", date(2027, 3, 14), "03:00", 2)
@example("Africa/Casablanca", date(2027, 2, 7), "03:15", 1)
@example("America/Santiago", date(2027, 9, 5), "01:00", 1)
def test_every_meeting_is_at_its_time_by_the_clock_on_the_wall(zone, day, chosen, weeks):
    """Summer and winter, for two years; and the zone told in the file agrees with the world's own."""
    forum = Forum(next_day=day.isoformat(), time=chosen, cadence=weeks)
    content = made(Workbook(forum=forum), zone=zone, today=day)
    told, real = Calendar.from_ical(content).timezones[0].to_tz(lookup_tzid=False), ZoneInfo(zone)
    found = meetings(content)
    assert found[0].date() == day
    for number, meeting in enumerate(found):
        assert (meeting.date(), meeting.time()) == (
            day + number * timedelta(weeks=weeks),
            time.fromisoformat(chosen),
        )
        if _is_there_once(meeting, real):
            assert meeting.replace(tzinfo=told).utcoffset() == meeting.replace(tzinfo=real).utcoffset()


def _is_there_once(local, zone):
    """Whether clocks show this time exactly once."""
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first == second


@pytest.mark.parametrize(
    ("zone", "forward", "back"),
    [
        ("Europe/Berlin", "20260329T020000", "20261025T030000"),
        ("Europe/Dublin", "20260329T010000", "20261025T020000"),
        ("America/New_York", "20260308T020000", "20251102T020000"),
        ("Australia/Lord_Howe", "20261004T020000", "20260405T020000"),
    ],
)
def test_a_change_of_the_clock_is_told_in_the_time_before_it(zone, forward, back):
    """As RFC 5545 has it; a program that takes it at its word is right from the first minute."""
    [told] = Calendar.from_ical(made(zone=zone)).timezones
    onsets = {part.name: part["dtstart"].to_ical().decode() for part in told.subcomponents}
    assert onsets == {"DAYLIGHT": forward, "STANDARD": back}
    assert all("rrule" in part for part in told.subcomponents)


@pytest.mark.parametrize(("chosen", "day"), [("02:30", "2027-03-28"), ("02:30", "2027-10-31")])
def test_an_hour_that_a_day_skips_or_has_twice_is_written_as_chosen(chosen, day):
    """The series keeps its time; what becomes of that one day the format itself says."""
    forum = Forum(next_day=day, time=chosen, cadence=1)
    content = made(Workbook(forum=forum), today=date(2027, 3, 1))
    assert {meeting.time() for meeting in meetings(content)} == {time(2, 30)}


# What a second file does


def ids(workbook, **options):
    """The id of each entry, by its kind and by whom or what it is about."""
    found = dates(workbook, options.get("today", TODAY))
    events = Calendar.from_ical(made(workbook, **options)).events
    return {(dated.kind, dated.about): str(event["uid"]) for dated, event in zip(found, events, strict=True)}


@given(workbooks, st.text(max_size=20), st.dates(date(2027, 1, 1), date(2030, 12, 31)), st.integers(1, 26))
def test_an_entry_keeps_its_id_whatever_is_renamed_or_moved(workbook, name, day, weeks):
    """A second import updates the same entries, and no two entries of a file are one."""
    before = attrs.evolve(workbook, key="k1", forum=FORUM)
    people = tuple(attrs.evolve(person, name=person.name and f"{name}!") for person in before.people)
    forum = attrs.evolve(FORUM, name=name, next_day=day.isoformat(), cadence=weeks, time=None)
    first, second = (
        ids(before),
        ids(attrs.evolve(before, people=people, forum=forum), now=NOW + timedelta(days=1)),
    )
    assert first == second
    assert len(set(first.values())) == len(first)


@pytest.mark.parametrize("other", [{"key": "x" * 32}, {"key": "", "people": (attrs.evolve(KITE, id="b2"),)}])
def test_two_workbooks_share_no_entry(other):
    assert not {*ids(FULL).values()} & {*ids(attrs.evolve(FULL, **other)).values()}


def test_two_cases_share_no_entry():
    """Nobody has answered in a case, so it has no key; its people tell it from another."""
    first, second = (worked(name).workbook for name in ("making-change-stick", "reciprocity-loop"))
    assert not {*ids(first).values()} & {*ids(second).values()}


@given(st.datetimes(datetime(2019, 1, 1), datetime(2084, 1, 1)), st.integers(1, 10**8))  # noqa: DTZ001 - UTC is added
def test_a_later_file_wins_over_an_earlier_one(first, seconds):
    """As soon as a second has passed; and the number stays one that every program can hold."""
    first = max(first, datetime(2020, 1, 1)).replace(tzinfo=UTC)  # noqa: DTZ001
    before, after = (entries(now=now)["plan"] for now in (first, first + timedelta(seconds=seconds)))
    assert 0 <= before["sequence"] < after["sequence"] < 2**31
    assert before["last-modified"].dt < after["last-modified"].dt
    assert before["dtstamp"].dt == before["last-modified"].dt


@pytest.mark.parametrize(("year", "number"), [(1999, 0), (2088, 2**31 - 1), (2999, 2**31 - 1)])
def test_a_clock_that_is_decades_off_gives_a_number_that_every_program_can_hold(year, number):
    assert entries(now=datetime(year, 6, 1, tzinfo=UTC))["plan"]["sequence"] == number


def test_the_stamp_is_in_utc_wherever_the_file_is_made():
    east = NOW.astimezone(ZoneInfo("Asia/Kathmandu"))
    assert entries(now=east)["plan"]["dtstamp"].to_ical() == b"20261122T093015Z"
