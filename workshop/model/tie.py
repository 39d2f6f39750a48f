"""Who knows whom."""

from __future__ import annotations

import attrs

from workshop.model import fields


@attrs.frozen
class Tie:
    """Whether two people know each other well; `id` is their two ids, sorted, joined by `~`."""

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z0-9]{1,16}~[a-z0-9]{1,16}\Z"))
    knows: str | None = fields.choice(*fields.YES_NO_UNSURE)
    strength: int | None = fields.number(1, 3)

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two people."""
        first, second = self.id.split("~")
        return first, second


def tie_id(first: str, second: str) -> str:
    """The id of the tie between two people, the same in either order."""
    return "~".join(sorted((first, second)))
