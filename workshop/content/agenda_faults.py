"""What is wrong with an agenda, for whoever changed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import exercise_names, words
from workshop.content.agenda import clock, days_of, minutes_of
from workshop.content.block import DAYS, FORMS, KINDS, LENGTHS, NEVER_CUT, Block, block_of
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@attrs.frozen
class Fault:
    """Something wrong: the key of a sentence in `console.toml` (`[agenda]`), and the values it mentions."""

    key: str
    values: Mapping[str, object]


def faults(facts: Mapping[str, Any] | None = None) -> tuple[Fault, ...]:
    """Return what is wrong with an agenda, block by block; with its times only when no block is broken.

    Args:
        facts: as `agenda.toml` has them; without them, the agenda in use.
    """
    told = words("agenda") if facts is None else facts
    lengths = list(_of_lengths(told))
    found = [*lengths, *(fault for block in told["block"] for fault in _of_block(block))]
    found += [*_twice(told), *_cut(told)]
    broken = lengths or any(_breaks(block) for block in told["block"])
    return tuple(found) if broken else (*found, *_of_times(told))


def _of_lengths(told: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield lengths that do not say when their days begin and end, and how long they may be."""
    for length in LENGTHS:
        promise = told["lengths"].get(length, {})
        days = 2 if length == LENGTHS[0] else 1
        lists = [promise.get("days"), promise.get("ends")]
        listed = all(isinstance(one, list) and len(one) == days for one in lists)
        if not (listed and isinstance(promise.get("limit"), int) and _is_time(promise.get("starts"))):
            yield Fault("length_wrong", {"length": length, "days": days})


def _of_block(block: Mapping[str, Any]) -> Iterator[Fault]:
    found = [*_named(block), *_placed(block)]
    for number, step in enumerate(_steps(block), start=1):
        found += [Fault(one.key, {"step": number, **one.values}) for one in _of_step(step)]
    if not found and _breaks(block):
        found = list(_unknown(block)) or [Fault("block_wrong", {})]
    for fault in found:
        yield Fault(fault.key, {"block": _id(block), **fault.values})


def _named(block: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield exercises and ids of the method that do not exist."""
    for name in _list(block, "exercises"):
        if name not in exercise_names():
            yield Fault("exercise_unknown", {"exercise": name})
    for mark in _list(block, "ids"):
        if mark not in _ids():
            yield Fault("id_unknown", {"id": mark})


def _placed(block: Mapping[str, Any]) -> Iterator[Fault]:
    if block.get("kind") not in KINDS:
        yield Fault("kind_unknown", {"kind": block.get("kind", ""), "kinds": ", ".join(KINDS)})
    if block.get("day") not in DAYS:
        yield Fault("day_unknown", {"day": block.get("day", "")})
    if not isinstance(block.get("title"), str):
        yield Fault("title_missing", {})
    if not _steps(block):
        yield Fault("no_steps", {})


def _unknown(block: Mapping[str, Any]) -> Iterator[Fault]:
    known = [field.name for field in attrs.fields(Block) if field.name != "starts"]
    for key in block:
        if key not in known:
            yield Fault("key_unknown", {"key": key, "keys": ", ".join(known)})


def _of_step(step: Mapping[str, Any]) -> Iterator[Fault]:
    minutes = step.get("minutes")
    if not isinstance(step.get("text"), str):
        yield Fault("text_missing", {})
    if not isinstance(minutes, int) or minutes < 1:
        yield Fault("minutes_wrong", {"minutes": minutes})
    if step.get("form") not in FORMS:
        yield Fault("form_unknown", {"form": step.get("form", ""), "forms": ", ".join(FORMS)})
    if step.get("stays_until") not in LENGTHS:
        yield Fault("length_unknown", {"length": step.get("stays_until", ""), "lengths": ", ".join(LENGTHS)})


def _twice(told: Mapping[str, Any]) -> Iterator[Fault]:
    names = [_id(block) for block in told["block"]]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield Fault("block_twice", {"block": name})


def _cut(told: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield blocks that are never cut, but are not there, or have no step that always stays."""
    there = {_id(block): block for block in told["block"]}
    promised = [name for name, block in there.items() if block.get("never_cut")]
    for name in dict.fromkeys((*NEVER_CUT, *promised)):
        if name not in there:
            yield Fault("never_cut_missing", {"block": name})
        elif all(step.get("stays_until") != LENGTHS[-1] for step in _steps(there[name])):
            yield Fault("never_cut_cut", {"block": name, "length": LENGTHS[-1]})


def _of_times(told: Mapping[str, Any]) -> Iterator[Fault]:
    for length, promise in told["lengths"].items():
        for day, ends in zip(days_of(told, length), promise["ends"], strict=True):
            if clock(day.ends) != ends:
                yield Fault("ends_wrong", {"day": day.title, "ends": ends, "really": clock(day.ends)})
            if day.ends - day.starts > promise["limit"]:
                minutes = day.ends - day.starts
                yield Fault("too_long", {"day": day.title, "minutes": minutes, "limit": promise["limit"]})


def _id(block: Mapping[str, Any]) -> str:
    return str(block.get("id", "?"))


def _list(block: Mapping[str, Any], name: str) -> list[Any]:
    value = block.get(name)
    return value if isinstance(value, list) else []


def _steps(block: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [step for step in _list(block, "steps") if isinstance(step, dict)]


def _ids() -> tuple[str, ...]:
    return tuple(mark for group in words("method").values() for mark in group if mark != "title")


def _is_time(told: object) -> bool:
    try:
        minutes_of(str(told))
    except Complaint:
        return False
    return True


def _breaks(block: Mapping[str, Any]) -> bool:
    try:
        block_of(block)
    except Complaint:
        return True
    return False
