"""The messages of a page: written from the answers, and as the person reworded them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import words
from workshop.exercise.take import people_with_names
from workshop.takeaway.messages import Message, messages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook


def messages_of(workbook: Workbook, _today: date) -> tuple[Message, ...]:
    """Return the messages of `workbook`."""
    return messages(workbook, message_words(), None)


def messages_state(_words: Mapping[str, Any], workbook: Workbook, today: date) -> dict[str, Any]:
    """Return the messages, and the people that have a code name."""
    found = [attrs.asdict(message) for message in messages_of(workbook, today)]
    return {"messages": found, "people": people_with_names(workbook)}


def message_words() -> Mapping[str, Any]:
    """Return the words of the messages."""
    return words("messages")
