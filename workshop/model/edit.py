"""One change to one answer, by its address.

An address is a path: `purpose/sentence`, `people/k3/function`, `people/k3/cards/news`, `ties/a1~k3/knows`.
Setting an item of a list to an object adds it, to None removes it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from workshop.errors import Refused
from workshop.model.codec import plain, structured
from workshop.model.evolution import attributes_of, evolved, settled
from workshop.model.workbook import SEATS_OF_FIVE, SEATS_ON_BENCH, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workshop.model.reciprocity import Reciprocity
    from workshop.model.workbook import Decider

T = TypeVar("T")
_GIVEN = ("id", "key")
"""What names a thing is given to it once, and is no answer."""


@attrs.frozen
class Edit:
    """What a page asks for.

    Attributes:
        path: address of the answer.
        value: what it shall be, as JSON; None clears an answer or removes an item.
        base: what the page believes is stored there now, as JSON.
        step: where the person was, `03_five_people.pick`; names the change for undo and for resuming.
    """

    path: str
    value: Any = None
    base: Any = None
    step: str = ""


def value_at(workbook: Workbook, path: str) -> Any:
    """Return the answer at `path` as JSON; None for an item that is not there.

    Raises:
        Refused: there is no such address.
    """
    node: Any = workbook
    keyed = False
    for name in path.split("/"):
        if isinstance(node, tuple):
            node = next((item for item in node if item.id == name), None)
            if node is None:
                return _value_in_nobody(workbook, path) if keyed else None
        else:
            keyed = bool(_attribute(type(node), name).metadata.get("keyed"))
            node = getattr(node, name)
    return plain(node)


@lru_cache(maxsize=2000)
def limits_at(path: str) -> Mapping[str, Any]:
    """Return what the answer at `path` may hold: its kind, and its limit, range, options or most.

    Raises:
        Refused: there is no such address.
    """
    kind: type = Workbook
    limits: Mapping[str, Any] = {}
    for name in path.split("/"):
        if limits.get("kind") == "items":
            limits = {}
            continue
        limits = _attribute(kind, name).metadata
        kind = limits.get("item", kind)
    return limits


def changed(workbook: Workbook, path: str, value: Any) -> Workbook:
    """Return a new workbook in which the answer at `path` is `value`.

    Args:
        workbook: what holds now.
        path: address of the answer.
        value: the answer as JSON.

    Raises:
        Refused: no such address, or a value outside its limits; the workbook is as it was.
    """
    result = _set(workbook, path.split("/"), value)
    _check_seats(result)
    return _without_loose_ends(result)


def _set(node: Any, names: list[str], value: Any) -> Any:
    name, rest = names[0], names[1:]
    attribute = _attribute(type(node), name)
    if name in _GIVEN:
        raise Refused("unknown_address")
    if attribute.metadata["kind"] == "items":
        if not rest:
            raise Refused("unknown_address")
        return _evolved(node, name, _set_item(attribute, getattr(node, name), rest, value))
    if attribute.metadata["kind"] == "part":
        if not rest:
            raise Refused("unknown_address")
        return _evolved(node, name, _set(getattr(node, name), rest, value))
    if rest:
        raise Refused("unknown_address")
    return _evolved(node, name, attribute.default if value is None else value)


def _set_item(
    attribute: attrs.Attribute[Any], listed: tuple[Any, ...], names: list[str], value: Any
) -> tuple[Any, ...]:
    name, rest = names[0], names[1:]
    kind, keyed = attribute.metadata["item"], attribute.metadata["keyed"]
    open_fields = attribute.metadata["open_fields"]
    if open_fields is not None and (rest[0] not in open_fields if rest else value is not None):
        raise Refused("unknown_address")
    found = next((item for item in listed if item.id == name), None)
    if not rest:
        if value is None:
            return tuple(item for item in listed if item.id != name)
        if not isinstance(value, dict):
            raise Refused("not_acceptable")
        new = structured({**value, "id": name}, kind)
    else:
        if found is None and not keyed:
            raise Refused("item_gone")
        base = found if found is not None else structured({"id": name}, kind)
        new = _set(base, rest, value)
    if found is not None:
        return tuple(new if item.id == name else item for item in listed)
    if len(listed) >= attribute.metadata["most"]:
        raise Refused("list_full", most=attribute.metadata["most"])
    return (*listed, new)


def _evolved(node: Any, name: str, value: Any) -> Any:
    attribute = _attribute(type(node), name)
    try:
        return evolved(node, **{name: value})
    except (TypeError, ValueError):
        limits = attribute.metadata
        if limits["kind"] == "text" and isinstance(value, str):
            raise Refused("text_too_long", limit=limits["limit"]) from None
        if limits["kind"] == "number":
            raise Refused("number_out_of_range", low=limits["range"][0], high=limits["range"][1]) from None
        if limits["kind"] == "day":
            raise Refused("not_a_day") from None
        if limits["kind"] == "clock":
            raise Refused("not_a_time") from None
        if "most" in limits and isinstance(value, list | tuple) and len(value) > limits["most"]:
            raise Refused("too_many_chosen", most=limits["most"]) from None
        raise Refused("not_acceptable") from None


def _attribute(kind: type, name: str) -> attrs.Attribute[Any]:
    try:
        return attributes_of(kind)[name]
    except (KeyError, attrs.exceptions.NotAnAttrsClassError):
        raise Refused("unknown_address") from None


def _value_in_nobody(workbook: Workbook, path: str) -> Any:
    first, _, *rest = path.split("/")
    kind = _attribute(type(workbook), first).metadata["item"]
    return plain(_attribute(kind, rest[0]).default) if len(rest) == 1 else None


def _check_seats(workbook: Workbook) -> None:
    if len(workbook.five) > SEATS_OF_FIVE:
        raise Refused("five_full", most=SEATS_OF_FIVE)
    if len(workbook.bench) > SEATS_ON_BENCH:
        raise Refused("bench_full", most=SEATS_ON_BENCH)


def _without_loose_ends(workbook: Workbook) -> Workbook:
    """Drop what speaks of people who are no longer there. Snapshots keep theirs.

    What speaks of nobody who has gone stays the same object.
    """
    known = {person.id for person in workbook.people}
    kept = {
        "forum": _about(workbook.forum, "convener", known),
        "defence": _about(workbook.defence, "person", known),
        "stress": _about(workbook.stress, "attacked", known),
        "reciprocity": _intents(workbook.reciprocity, known),
        **{name: settled(getattr(workbook, name), items) for name, items in _items(workbook, known)},
    }
    return evolved(
        workbook, **{name: part for name, part in kept.items() if part is not getattr(workbook, name)}
    )


def _items(workbook: Workbook, known: set[str]) -> Iterator[tuple[str, Iterable[Any]]]:
    """Yield every list that names people, as it is when `known` are all there are."""
    placed = known | {"you"} | {decider.id for decider in workbook.deciders}
    yield "ties", (tie for tie in workbook.ties if known.issuperset(tie.ends))
    yield "positions", (position for position in workbook.positions if position.id in placed)
    yield "deciders", (_reached(decider, known | {"you"}) for decider in workbook.deciders)
    yield "plans", (_about(plan, "person", known) for plan in workbook.plans)
    yield "exchanges", (one for one in workbook.exchanges if one.person is None or one.person in known)
    yield "stands", (stand for stand in workbook.stands if stand.person in known)
    yield "drafts", (draft for draft in workbook.drafts if draft.is_of(known))


def _reached(decider: Decider, reachable: set[str]) -> Decider:
    ids = settled(decider.reached_by, (id for id in decider.reached_by if id in reachable))
    return decider if ids is decider.reached_by else evolved(decider, reached_by=ids)


def _intents(meant: Reciprocity, known: set[str]) -> Reciprocity:
    kept = {name: _about(getattr(meant, name), "person", known) for name in ("give", "credit", "ask")}
    return evolved(meant, **{name: one for name, one in kept.items() if one is not getattr(meant, name)})


def _about(thing: T, name: str, known: set[str]) -> T:
    """Return `thing`, naming nobody in `name` when the one it names is not among `known`."""
    person = getattr(thing, name)
    return thing if person is None or person in known else evolved(thing, **{name: None})
