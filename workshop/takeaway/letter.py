"""What all messages are made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.takeaway.sentence import closed, filled, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workshop.model import Person, Plan, Workbook

    Words = Mapping[str, str]


@attrs.frozen
class Letter:
    """What is written from the answers.

    Attributes:
        id: of the `Draft` in which the person's own words are kept.
        title: what it is, for the person who writes it.
        subject: of the mail, in one line.
        body: paragraphs, an empty line between them; empty when something has to be answered first.
        missing: what that is.
    """

    id: str
    title: str
    subject: str = ""
    body: str = ""
    missing: str = ""


def name_of(person: Person) -> str:
    """Return the name of `person` in one line."""
    return one_line(person.name)


def dear(people: Iterable[Person], words: Words) -> str:
    """Return the salutation of `people`; of nobody in particular when there are none."""
    names = [name_of(person) for person in people]
    if not names:
        return words["message_dear_all"]
    *first, last = names
    start = [words["messages_between"].join(first)] if first else []
    return filled(words["message_dear"], names=words["messages_last"].join([*start, last]))


def quoted(text: str, words: Words) -> str:
    """Return `text` as a sentence in quotation marks."""
    return words["message_quoted"].format(text=closed(text))


def noted(plan: Plan | None, words: Words) -> str:
    """Return what a plan says will be done, as a note to oneself; nothing when it does not say."""
    action = plan.action.strip() if plan else ""
    return words["message_note"].format(text=quoted(action, words)) if action else ""


def plan_to(kind: str, workbook: Workbook) -> Plan | None:
    """Return the first plan of this kind, for somebody with a name, that is not kept yet."""
    meant = (plan for plan in workbook.plans if plan.kind == kind and plan.kept != "yes")
    return next((plan for plan in meant if somebody(plan.person, workbook)), None)


def somebody(id: str | None, workbook: Workbook) -> Person | None:
    """Return the person with this id; None for nobody, the nameless, and roles still needed."""
    person = workbook.person(id) if id else None
    return person if person and name_of(person) and not person.role_needed else None
