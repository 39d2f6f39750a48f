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
EVIDENCE = ("yes", "not_yet", "unsure")
SEATS = ("five", "bench", "thanked")


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
class Trust:
    """`05_trust`: three items from 1 to 5, what was seen under pressure, how often you are seen together."""

    reliability: int | None = fields.number(1, 5)
    discretion: int | None = fields.number(1, 5)
    fairness: int | None = fields.number(1, 5)
    under_pressure: str | None = fields.choice(*EVIDENCE)
    moment: str = fields.text(200)
    visibility: int | None = fields.number(1, 5)


@attrs.frozen
class Strength:
    """How strong your own tie to somebody is: four signs from 1 to 5."""

    closeness: int | None = fields.number(1, 5)
    frequency: int | None = fields.number(1, 5)
    confiding: int | None = fields.number(1, 5)
    exchange: int | None = fields.number(1, 5)


@attrs.frozen
class Person:
    """One person, by code name; every answer about the tie to them is optional.

    `ally` is True for those listed in `01_alliances`; `seat` says where they stand in the coalition, and is
    `thanked` once they have left it; `role_needed` marks a place kept for somebody not yet found; `cadence`
    is the number of weeks after which you want to have been in touch.
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
    seat: str | None = fields.choice(*SEATS)
    role_needed: bool | None = fields.flag()
    prompts: tuple[str, ...] = fields.many(*PROMPTS)
    function: str | None = fields.choice(*FUNCTIONS)
    level: str | None = fields.choice(*LEVELS)
    perspective: str | None = fields.choice(*PERSPECTIVES)
    employer: str | None = fields.choice(*PLACES)
    authority: int | None = fields.number(1, 5)
    influence: int | None = fields.number(1, 5)
    trust: Trust = fields.part(Trust)
    strength: Strength = fields.part(Strength)
    cadence: int | None = fields.number(1, 52)
