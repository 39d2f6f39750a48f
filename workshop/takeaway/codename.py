"""What people are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Person


def code_name(person: Person | None, words: Mapping[str, Any]) -> str:
    """Return the code name of `person`, or what stands in for it: `open_seat` or `unnamed` of `words`."""
    if person is None:
        return str(words["unnamed"])
    return person.name.strip() or str(words["open_seat" if person.role_needed else "unnamed"])
