"""A person the participant thinks of: an ally, one of the five, or somebody on the bench."""

from __future__ import annotations

import attrs

from workshop.model import fields

FUNCTIONS = (
    "product",
    "technology",
    "operations",
    "finance",
    "people",
    "marketing",
    "sales",
    "strategy",
    "risk",
    "other",
)
LEVELS = ("senior", "peer", "junior")
PERSPECTIVES = ("customer", "numbers", "people", "technology", "frontline")
PLACES = ("inside", "outside")
PROMPTS = ("defends", "disagrees", "future")
SIDES = ("trade", "relationship", "unsure")
RUNGS = ("alliance", "evolving", "coalition")


@attrs.frozen
class Cards:
    """Six either/or cards: which side describes the tie better, trade or relationship."""

    bond: str | None = fields.choice(*SIDES)
    contact: str | None = fields.choice(*SIDES)
    news: str | None = fields.choice(*SIDES)
    help: str | None = fields.choice(*SIDES)
    credit: str | None = fields.choice(*SIDES)
    future: str | None = fields.choice(*SIDES)


@attrs.frozen
class Person:
    """One person, by code name; every answer about the tie to them is optional.

    `ally` is True for those listed in `01_alliances`; `seat` says where they stand in the coalition;
    `role_needed` marks a place kept for somebody not yet found.
    """

    id: str = fields.identifier()
    name: str = fields.text(40)
    ally: bool | None = fields.flag()
    bond: str = fields.text(200)
    project: str = fields.text(80)
    last_contact: str | None = fields.day()
    cards: Cards = fields.part(Cards)
    overrule: str | None = fields.choice(*RUNGS)
    overrule_reason: str = fields.text(200)
    gain: str = fields.text(200)
    seat: str | None = fields.choice("five", "bench")
    role_needed: bool | None = fields.flag()
    prompts: tuple[str, ...] = fields.many(*PROMPTS)
    function: str | None = fields.choice(*FUNCTIONS)
    level: str | None = fields.choice(*LEVELS)
    perspective: str | None = fields.choice(*PERSPECTIVES)
    employer: str | None = fields.choice(*PLACES)
    authority: int | None = fields.number(1, 5)
    influence: int | None = fields.number(1, 5)
