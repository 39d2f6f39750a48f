"""The dates as a file that a calendar takes in: RFC 5545.

Titles are the same for everybody and say nothing. What an entry is about stands in its description, and every
entry is private. An entry keeps its id from file to file, so that a later file updates it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

import attrs
from icalendar import Alarm, Calendar, Event

from workshop.analysis.dates import dates
from workshop.errors import Refused
from workshop.takeaway.entry import description
from workshop.takeaway.timezone import described, zone_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

    from workshop.analysis.dates import Dated
    from workshop.model import Workbook

    Words = Mapping[str, str]

USUAL_MINUTES = 60
"""How long a forum lasts of which it was not said."""
_IDS = UUID("7d6c1f5e-2c0b-4a5e-9a57-3f0f6a1c9b42")
_FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=UTC)
"""Seconds since then are the sequence number, so that a later file wins; until 2088."""
_LARGEST_SEQUENCE = 2**31 - 1
"""What RFC 5545 allows, 3.3.8; a clock that is decades ahead gives no more."""
_NINE = timedelta(hours=9)
_WEEK = timedelta(weeks=1)
_QUARTER = timedelta(minutes=15)


@attrs.frozen
class _Slot:
    """When the forum meets: a time of the day, for so long, in a zone or wherever the file is read."""

    time: time
    lasts: timedelta
    zone: ZoneInfo | None


def calendar(workbook: Workbook, words: Words, today: date, *, zone: str, now: datetime) -> bytes:
    """Return every date of `workbook` from `today` on, as a calendar file.

    The forum keeps its time of the day all year. On a day that skips that time it is as much later as the
    clock goes forward; on a day that has it twice it is the first.

    Args:
        workbook: the answers.
        words: sentences by key, as in `content/calendar.toml` and `content/playbook.toml`.
        today: dates count from here.
        zone: name of a time zone in the IANA database; empty or unknown for wherever the file is read.
        now: when the file is made; a later file wins over an earlier one.

    Raises:
        Refused: there is no date yet.
    """
    found = dates(workbook, today)
    if not found:
        raise Refused("no_dates")
    slot = _slot(workbook, zone)
    made = _empty(words)
    for forum in (dated for dated in found if dated.kind == "forum"):
        if slot and slot.zone:
            made.add_component(described(slot.zone, _start(forum.day, slot).replace(tzinfo=slot.zone)))
    for dated in found:
        event = _event(dated, words, slot if dated.kind == "forum" else None)
        event.add("description", description(dated, workbook, words, today))
        _identify(event, _id(dated, workbook), now)
        made.add_component(event)
    return bytes(made.to_ical())


def _slot(workbook: Workbook, zone: str) -> _Slot | None:
    forum = workbook.forum
    if forum.time is None:
        return None
    lasts = timedelta(minutes=forum.minutes or USUAL_MINUTES)
    return _Slot(time.fromisoformat(forum.time), lasts, zone_named(zone))


def _start(day: date, slot: _Slot) -> datetime:
    """Return the start by the clock on the wall, which is how a calendar file says it."""
    return datetime.combine(day, slot.time)


def _empty(words: Words) -> Calendar:
    made = Calendar()
    made.add("prodid", words["calendar_program"])
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", words["calendar_name"])
    return made


def _event(dated: Dated, words: Words, slot: _Slot | None) -> Event:
    title = words[f"calendar_{dated.kind}"]
    event = Event()
    event.add("summary", title)
    event.add("class", "PRIVATE")
    if slot:
        _put_at(event, dated.day, slot)
    else:
        _put_on(event, dated.day)
    if dated.weeks:
        event.add("rrule", {"FREQ": "WEEKLY", "INTERVAL": dated.weeks})
    for trigger in _triggers(dated.kind, timed=slot is not None):
        event.add_component(_alarm(trigger, title))
    return event


def _put_at(event: Event, day: date, slot: _Slot) -> None:
    """Say how long it lasts rather than when it ends: an end would stretch where the clock changes."""
    event.add("dtstart", _start(day, slot), parameters={"TZID": slot.zone.key} if slot.zone else {})
    event.add("duration", slot.lasts)
    event.add("transp", "OPAQUE")


def _put_on(event: Event, day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _triggers(kind: str, *, timed: bool) -> tuple[timedelta, ...]:
    """When to remind, counted from the start: a day begins at midnight."""
    if timed:
        return (-_QUARTER,)
    return (_NINE - _WEEK, _NINE) if kind == "refresh" else (_NINE,)


def _alarm(trigger: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm


def _identify(event: Event, id: str, now: datetime) -> None:
    stamp = now.astimezone(UTC).replace(microsecond=0)
    event.add("uid", id)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    elapsed = int((stamp - _FIRST_SEQUENCE).total_seconds())
    event.add("sequence", min(max(0, elapsed), _LARGEST_SEQUENCE))


def _id(dated: Dated, workbook: Workbook) -> str:
    """Return the id of an entry: the same in every file of one workbook, another in each other workbook.

    A workbook to which nobody has added anything, such as a worked case, has no key: a person in it tells
    it from others.
    """
    key = workbook.key or next((person.id for person in workbook.people), "")
    return str(uuid5(_IDS, f"{key}/{dated.kind}/{dated.about}"))
