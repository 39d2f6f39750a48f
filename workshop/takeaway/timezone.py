"""A time zone as a calendar file describes it: when its clocks change.

`icalendar` can write a VTIMEZONE by itself, but states when clocks go forward in the time that holds after.
RFC 5545 asks for the time that held before, and a program that follows it would be an hour late that morning.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import attrs
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEFORE, _AFTER = timedelta(days=400), timedelta(days=365 * 30)
"""How far changes are looked for: the last ones show what holds at first, later ones whether they go on."""
_REGULAR = 25
"""Years in a row in which a change that goes on by one rule is found."""
_STEP = timedelta(days=7)
"""No two changes of one zone lie closer together."""
_SECOND, _WEEK = timedelta(seconds=1), 7
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@attrs.frozen
class _Change:
    """A change of the clock: the offset from UTC before it and after it, and what the time is called then."""

    before: timedelta
    after: timedelta
    name: str


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone that the IANA database calls `name`; None when it is empty or unknown."""
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # a path, a name that is not there, a folder of names
        return None


def described(zone: ZoneInfo, start: datetime) -> Timezone:
    """Return the VTIMEZONE of `zone` for times from `start` on, which is in that zone.

    Changes that follow one rule go on without an end; others are listed for thirty years.
    """
    begin = start.astimezone(UTC).replace(microsecond=0)
    onsets: dict[_Change, list[datetime]] = defaultdict(list)
    found = tuple(_changes(zone, begin - _BEFORE, begin + _AFTER))
    if not found or found[0] > begin:
        onsets[_change(begin - _STEP, zone)].append(begin - _STEP)
    for moment in found:
        onsets[_change(moment, zone)].append(moment)
    made = Timezone()
    made.add("tzid", zone.key)
    for change, moments in onsets.items():
        local = [(moment + change.before).replace(tzinfo=None) for moment in moments]
        made.add_component(_observance(change, local))
    return made


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _change(moment: datetime, zone: ZoneInfo) -> _Change:
    name = moment.astimezone(zone).tzname() or zone.key
    return _Change(_offset(moment - _SECOND, zone), _offset(moment, zone), name)


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield each second, in UTC, from which another offset holds."""
    while first < last:
        later = first + _STEP
        if _offset(first, zone) != _offset(later, zone):
            yield _first_after(first, later, zone)
        first = later


def _first_after(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """Return the first second after `early` that has the offset of `late`."""
    offset = _offset(early, zone)
    while late - early > _SECOND:
        middle = early + (late - early) // (2 * _SECOND) * _SECOND
        early, late = (middle, late) if _offset(middle, zone) == offset else (early, middle)
    return late


def _observance(change: _Change, moments: Sequence[datetime]) -> TimezoneStandard | TimezoneDaylight:
    """Return a part of a VTIMEZONE; `moments` are in the time that held before each.

    Summer is when clocks are ahead, in Dublin and Casablanca too: some programs know it no other way.
    """
    made = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    made.add("dtstart", moments[0])
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    made.add("tzname", change.name)
    rule = _rule(moments)
    if rule:
        made.add("rrule", rule)
    elif moments[1:]:
        made.add("rdate", moments[1:])
    return made


def _rule(moments: Sequence[datetime]) -> dict[str, Any] | None:
    """Return the rule by which `moments` come, such as the last Sunday in March; None when there is none."""
    first, years = moments[0], [moment.year for moment in moments]
    alike = {(moment.month, moment.weekday(), moment.time()) for moment in moments}
    which = {(moment.day - 1) // _WEEK + 1 for moment in moments}
    if all(moment.day + _WEEK > monthrange(moment.year, moment.month)[1] for moment in moments):
        which = {-1}
    yearly = len(years) >= _REGULAR and years == list(range(years[0], years[0] + len(years)))
    if not yearly or len(alike) > 1 or len(which) > 1:
        return None
    day = f"{which.pop()}{_WEEKDAYS[first.weekday()]}"
    return {"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": day}
