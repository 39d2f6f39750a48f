"""The messages of a page: written from the answers, and as the person reworded them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis.introduction import next_pair
from workshop.exercise.names import everyday_words
from workshop.exercise.take import people_with_names
from workshop.exercise.wording import picture_words
from workshop.model import limits_at
from workshop.takeaway.names import renamed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook
    from workshop.takeaway.messages import Message

MARK = "\ue000{id}\ue001"
"""Stands for the name of the person with this id: two signs of Unicode that nobody types."""


def messages_of(
    workbook: Workbook, today: date, names: Mapping[str, str] | None = None
) -> tuple[Message, ...]:
    """Return the messages of `workbook` as of `today`, with a real name for each id in `names`.

    Who is introduced to whom is found among the code names: a real name changes nothing but itself.
    """
    from workshop.takeaway.messages import messages  # noqa: PLC0415 - invitations wait for the page that has them

    told = renamed(workbook, names or {}, everyday_words(), snapshots=False)
    return messages(told, message_words(), next_pair(workbook), today)


def messages_state(_words: Mapping[str, Any], workbook: Workbook, today: date) -> dict[str, Any]:
    """Return the messages, how long each part may be, and the people that have a code name.

    `marked` is what is written from the answers, with a `MARK` wherever somebody is named.
    """
    people = people_with_names(workbook)
    marks = {person["id"]: MARK.format(id=person["id"]) for person in people}
    marked = messages_of(workbook, today, marks)
    return {
        "messages": [
            {**attrs.asdict(message), "marked": list(twin.written)}
            for message, twin in zip(messages_of(workbook, today), marked, strict=True)
        ],
        "limits": {part: limits_at(f"drafts/x/{part}")["limit"] for part in ("subject", "body")},
        "people": people,
    }


def message_words() -> dict[str, str]:
    """Return the words of the messages."""
    return picture_words("messages")
