"""`08_stress_test`: shocks, who stays under each, and four mistakes asked about."""

from __future__ import annotations

import attrs

from workshop.model import fields

SHOCKS = ("reorganisation", "budget", "sponsor", "strategy", "merger", "employer", "attack")
DRAWN = 3
"""Shocks that make a stress test; more may be drawn."""


@attrs.frozen
class Stand:
    """Whether somebody stays under a shock; `id` is the shock and the person's id, joined by `~`."""

    id: str = attrs.field(validator=attrs.validators.matches_re(rf"({'|'.join(SHOCKS)})~[a-z0-9]{{1,16}}\Z"))
    stays: str | None = fields.choice(*fields.YES_NO_UNSURE)

    @property
    def shock(self) -> str:
        """The shock it speaks of."""
        return self.id.partition("~")[0]

    @property
    def person(self) -> str:
        """The id of the person it speaks of."""
        return self.id.partition("~")[2]


@attrs.frozen
class Stress:
    """The shocks drawn, in their order, and whether the participant sees each of four mistakes.

    `attacked` is the member whom the attack hits.
    """

    drawn: tuple[str, ...] = fields.many(*SHOCKS)
    attacked: str | None = fields.reference()
    leaning: str | None = fields.choice(*fields.YES_NO_UNSURE)
    neglecting: str | None = fields.choice(*fields.YES_NO_UNSURE)
    seeming: str | None = fields.choice(*fields.YES_NO_UNSURE)
    rigid: str | None = fields.choice(*fields.YES_NO_UNSURE)
