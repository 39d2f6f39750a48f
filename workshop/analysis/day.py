"""Days: how long ago, and the same day some months later."""

from __future__ import annotations

import calendar
from datetime import date

YEAR = 12


def months_later(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(first: date, last: date) -> int:
    """Return how many whole months lie between two days; 0 when `last` comes first."""
    months = (last.year - first.year) * YEAR + last.month - first.month
    return max(0, months - (last.day < first.day and last < months_later(first, months)))
