"""`11_case_clinic`: what a participant predicted and chose in each of the four stories."""

from __future__ import annotations

import attrs

from workshop.model import fields

STORIES = ("change", "loop", "fragile", "outlived")
"""The four stories; each is told by a worked case of `content/cases`."""


@attrs.frozen
class Played:
    """One story played; `id` is one of `STORIES`.

    `stays` are the ids of the people in the story of whom the participant predicted that they stay.
    """

    id: str = attrs.field(validator=attrs.validators.in_(STORIES))
    stays: tuple[str, ...] = fields.references(8)
    predicted: str | None = fields.choice("lasts", "fades", "unsure")
    choices: tuple[str, ...] = fields.sequence("a", "b", "c", most=6)
    takeaway: str = fields.text(200)
