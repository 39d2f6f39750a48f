"""If–then plans."""

from __future__ import annotations

import attrs

from workshop.model import fields

INVESTMENTS = ("deliver", "confide", "fair", "visible", "credit", "ask", "introduce")
KEPT = ("yes", "partly", "no")


@attrs.frozen
class Plan:
    """An if–then plan: when a situation comes up, this will be done for this person.

    `kept` says months later whether it was.
    """

    id: str = fields.identifier()
    person: str | None = fields.reference()
    kind: str | None = fields.choice(*INVESTMENTS)
    trigger: str = fields.text(200)
    action: str = fields.text(200)
    due: str | None = fields.day()
    kept: str | None = fields.choice(*KEPT)

    @property
    def promise(self) -> tuple[object, ...]:
        """What is promised: the person, the trigger and the action, however they are spaced."""
        return self.person, self.trigger.split(), self.action.split()
