"""Messages to send, as the person reworded them."""

from __future__ import annotations

import attrs

from workshop.model import fields


@attrs.frozen
class Draft:
    """A message in the person's own words; what is empty is written from the answers.

    `id` is the kind of message, followed by the person it is for where there is one for each.
    """

    id: str = fields.identifier()
    subject: str = fields.text(120)
    body: str = fields.text(2000)
