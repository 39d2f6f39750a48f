"""`10_refresh`: what has moved around the coalition."""

from __future__ import annotations

import attrs

from workshop.model import fields

MOVES = ("role", "strategy", "stakeholders")


@attrs.frozen
class Refresh:
    """What has changed since the last snapshot; once a snapshot is kept, it holds the answers."""

    role: str | None = fields.choice(*fields.YES_NO_UNSURE)
    role_words: str = fields.text(200)
    strategy: str | None = fields.choice(*fields.YES_NO_UNSURE)
    strategy_words: str = fields.text(200)
    stakeholders: str | None = fields.choice(*fields.YES_NO_UNSURE)
    stakeholders_words: str = fields.text(200)

    @property
    def told(self) -> dict[str, str | None]:
        """What was said about each of `MOVES`."""
        return {"role": self.role, "strategy": self.strategy, "stakeholders": self.stakeholders}

    def over(self, earlier: Refresh) -> Refresh:
        """Return these answers, and those of `earlier` wherever none was given."""
        names = [attribute.name for attribute in attrs.fields(Refresh)]
        return Refresh(**{name: getattr(self, name) or getattr(earlier, name) for name in names})
