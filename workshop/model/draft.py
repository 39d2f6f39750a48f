"""Messages to send, as the person reworded them."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

import attrs

from workshop.model import fields

if TYPE_CHECKING:
    from collections.abc import Collection

_THANKS = re.compile(r"t[0-9a-f]{12}")


@attrs.frozen
class Draft:
    """A message in the person's own words; what is empty is written from the answers.

    `id` is the kind of message; of a thank-you it is made from the id of the person it is for.
    """

    id: str = fields.identifier()
    subject: str = fields.text(120)
    body: str = fields.text(2000)

    def is_of(self, people: Collection[str]) -> bool:
        """Whether it may stay when `people` are all there are: a thank-you goes with the one it is for."""
        return not _THANKS.fullmatch(self.id) or self.id in map(thanks_id, people)


def thanks_id(person: str) -> str:
    """Return the id of the thank-you to the person with this id: a prefix before it would be too long."""
    return f"t{sha256(person.encode()).hexdigest()[:12]}"
