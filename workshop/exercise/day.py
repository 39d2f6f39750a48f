"""The day that everything counts from."""

from __future__ import annotations

from datetime import UTC, date, datetime

from workshop.content import words


def day_of(case: str = "") -> date:
    """Return the day of the worked case called `case`; without one, today where this computer stands.

    Raises:
        KeyError: there is no such case.
    """
    if case:
        return date.fromisoformat(words("wording")["cases"][case]["day"])
    return datetime.now(UTC).astimezone().date()
