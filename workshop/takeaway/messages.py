"""Messages written from the answers, for the person to reword and to send; nothing is ever sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.model.draft import Draft
from workshop.takeaway.introduction import introduction
from workshop.takeaway.invitation import invitation
from workshop.takeaway.letters import ask, cover, credit, thanks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook
    from workshop.takeaway.letter import Letter


@attrs.frozen
class Message:
    """A message.

    Attributes:
        id: of the `Draft` in which the person's own words are kept.
        title: what it is, for the person who writes it.
        subject: of the mail: the person's own, else the one written from the answers.
        body: the same.
        written: `(subject, body)` from the answers alone.
        own: `(subject, body)` as the person reworded them; what is empty is written from the answers.
        missing: what has to be answered first; the message is empty then.
    """

    id: str
    title: str
    subject: str
    body: str
    written: tuple[str, str]
    own: tuple[str, str] = ("", "")
    missing: str = ""


def messages(
    workbook: Workbook, words: Mapping[str, str], pair: tuple[str, str] | None, today: date
) -> tuple[Message, ...]:
    """Return the messages of `workbook`.

    Args:
        workbook: the answers.
        words: sentences by key, as in `content/messages.toml`, and the names of the months.
        pair: ids of the two members to bring together, unless a plan says otherwise.
        today: dates count from here.
    """
    letters = (
        invitation(workbook, words, today),
        introduction(workbook, words, pair),
        credit(workbook, words),
        ask(workbook, words),
        *thanks(workbook, words),
        cover(workbook, words),
    )
    drafts = {draft.id: draft for draft in workbook.drafts}
    return tuple(_message(letter, drafts.get(letter.id, Draft(letter.id))) for letter in letters)


def _message(letter: Letter, draft: Draft) -> Message:
    """Return a letter as the person reworded it; their own text stays even when answers are missing."""
    own = draft.subject.strip() and draft.subject, draft.body.strip() and draft.body
    missing = "" if own[1] else letter.missing
    return Message(
        letter.id,
        letter.title,
        "" if missing else own[0] or letter.subject,
        own[1] or letter.body,
        (letter.subject, letter.body),
        (draft.subject, draft.body),
        missing,
    )
