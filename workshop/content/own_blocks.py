"""Blocks of the agenda as a facilitator arranged them: added, dropped, moved, with steps of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content.agenda_faults import faults

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHOLE = ("steps", "watch", "day")
"""Parts of a block that are taken as a whole."""
_OF_DAYS = {"never_cut_missing", "never_cut_cut", "length_wrong", "ends_wrong", "too_long"}
"""Faults of an agenda that can be used all the same; `workshop check` tells of them."""
_LISTS = {"exercises", "ids", "say", "materials", "steps", "watch"}


def with_own_blocks(
    told: dict[str, Any], copied: Mapping[str, Any], own: Mapping[str, Any]
) -> dict[str, Any]:
    """Return an agenda with blocks, steps and times as they were changed in `own` since it was `copied`.

    Args:
        told: the kit's agenda, already in own words.
        copied: as the kit's agenda was when it was copied.
        own: the facilitator's. A block that cannot be used is left as the kit has it.
    """
    kit, before, now = blocks_by_id(told), blocks_by_id(copied), blocks_by_id(own)
    if not now:
        return told
    order = list(kit) if list(now) == list(before) else _order(list(kit), list(before), list(now))
    blocks = [_chosen(name, told, kit, before, now) for name in order]
    kept = [block for block in blocks if block]
    return _timed({**told, "block": kept or list(kit.values())}, copied, own)


def usable(told: Mapping[str, Any], block: Mapping[str, Any]) -> bool:
    """Return whether `block` may stand in the agenda `told`."""
    typed = all(isinstance(value, _type(key)) for key, value in block.items())
    if not typed or any(not isinstance(entry, str) for key in _LISTS for entry in _plain(block, key)):
        return False
    return all(fault.key in _OF_DAYS for fault in faults({**told, "block": [block]}))


def _type(key: str) -> type:
    others: dict[str, type] = {"day": int, "never_cut": bool, "debrief": dict}
    return list if key in _LISTS else others.get(key, str)


def _plain(block: Mapping[str, Any], key: str) -> list[Any]:
    return [] if key in {"steps", "watch"} else block.get(key, [])


def _chosen(name: str, told: dict[str, Any], *sources: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the block `name` as it is to be; empty when the kit has given it up, and nobody changed it."""
    kit, before, now = (source.get(name, {}) for source in sources)
    if not kit:
        return now if now != before and usable(told, now) else {}
    changes = {key: now[key] for key in _WHOLE if key in now and now[key] != before.get(key)}
    changed = {**kit, **changes}
    return changed if changes and usable(told, changed) else kit


def _order(kit: list[str], before: list[str], now: list[str]) -> list[str]:
    """Return the facilitator's order, with blocks that are new in the kit behind their predecessors."""
    order = list(now)
    for place, name in enumerate(kit):
        if name not in order and name not in before:
            known = [order.index(other) for other in kit[:place] if other in order]
            order.insert(max(known, default=-1) + 1, name)
    return order


def _timed(told: dict[str, Any], copied: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the agenda with its days beginning, ending and limited as in `own`, where that can be used."""
    for length, promise in told["lengths"].items():
        before, now = _length(copied, length), _length(own, length)
        keys = (key for key in ("starts", "ends", "limit") if key in now and now[key] != before.get(key))
        for key in keys:
            tried = {**told, "lengths": {**told["lengths"], length: {**promise, key: now[key]}}}
            if not any(fault.key == "length_wrong" for fault in faults({**tried, "block": []})):
                told = tried
                promise = tried["lengths"][length]  # noqa: PLW2901 - the next key builds on this one
    return told


def _length(agenda: Mapping[str, Any], length: str) -> Mapping[str, Any]:
    lengths = agenda.get("lengths")
    found = lengths.get(length) if isinstance(lengths, dict) else None
    return found if isinstance(found, dict) else {}


def blocks_by_id(agenda: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the blocks by their names, the first of each name."""
    listed = agenda.get("block")
    found: dict[str, dict[str, Any]] = {}
    for block in listed if isinstance(listed, list) else []:
        if isinstance(block, dict) and isinstance(block.get("id"), str):
            found.setdefault(block["id"], block)
    return found
