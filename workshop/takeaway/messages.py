"""Messages written from the answers, for the person to reword and to send; nothing is ever sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Workbook


@attrs.frozen
class Message:
    """A message.

    Attributes:
        id: of the `Draft` in which the person's own words are kept.
        title: what it is, for the person who writes it.
        subject: of the mail: the person's own, else the one written from the answers.
        body: the same.
        written: `(subject, body)` from the answers alone.
        missing: what has to be answered first; the message is empty then.
    """

    id: str
    title: str
    subject: str
    body: str
    written: tuple[str, str]
    missing: str = ""


def messages(
    workbook: Workbook, words: Mapping[str, Any], introduction: tuple[str, str] | None
) -> tuple[Message, ...]:
    """Return the messages of `workbook`; `introduction` holds the ids of two members to bring together."""
    del workbook, words, introduction
    return ()
