"""Days as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def day_in_words(day: date, words: Mapping[str, str]) -> str:
    """Return `day` as `22 November 2026`."""
    return f"{day.day} {words['months'].split()[day.month - 1]} {day.year}"
