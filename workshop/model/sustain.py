"""`07_sustain`: the forum, what is visible to whom, and words for a member under pressure."""

from __future__ import annotations

import attrs

from workshop.model import fields

FORMS = ("coffee", "group", "charter")
AUDIENCES = ("public", "members", "private")


@attrs.frozen
class Forum:
    """Where the coalition meets.

    `cadence` is in weeks, `time` is of the day, it lasts so many `minutes`; `convener` calls it when the
    participant cannot.
    """

    form: str | None = fields.choice(*FORMS)
    name: str = fields.text(60)
    place: str = fields.text(120)
    cadence: int | None = fields.number(1, 26)
    next_day: str | None = fields.day()
    time: str | None = fields.clock()
    minutes: int | None = fields.number(15, 480)
    convener: str | None = fields.reference()
    agenda_first: str = fields.text(120)
    agenda_second: str = fields.text(120)
    agenda_third: str = fields.text(120)
    agenda_fourth: str = fields.text(120)
    ritual: str = fields.text(200)
    celebration: str = fields.text(200)
    without_project: str | None = fields.choice(*fields.YES_NO_UNSURE)
    between: str = fields.text(200)


@attrs.frozen
class Dial:
    """Who may know what: everybody, the members, or only the two concerned."""

    purpose: str | None = fields.choice(*AUDIENCES)
    members: str | None = fields.choice(*AUDIENCES)
    meetings: str | None = fields.choice(*AUDIENCES)
    support: str | None = fields.choice(*AUDIENCES)
    disagreements: str | None = fields.choice(*AUDIENCES)
    confidences: str | None = fields.choice(*AUDIENCES)


@attrs.frozen
class Defence:
    """Three lines to say when a member is under pressure: what is true, why it matters, what comes next."""

    person: str | None = fields.reference()
    charge: str = fields.text(200)
    line_fact: str = fields.text(200)
    line_value: str = fields.text(200)
    line_next: str = fields.text(200)
    rehearsed: bool | None = fields.flag()
