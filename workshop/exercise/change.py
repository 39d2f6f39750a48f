"""What the map of change shows: members and ties of two days, and the same as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.change import FATES, Change, change
from workshop.analysis.members import names
from workshop.analysis.snapshot import basis
from workshop.exercise.names import initials, joined, name_of
from workshop.exercise.snapshots import day_in_words_of
from workshop.model import tie_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from workshop.model import Person, Workbook

State = dict[str, Any]


def change_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    """Return both days on one map; `missing` says why there is none."""
    said, kept = words["words"], basis(workbook)
    found = change(kept, workbook) if kept else None
    if kept is None or found is None or not found.people:
        return {"missing": said["change_nobody" if kept else "change_none"], "picture": None, "groups": []}
    groups = [*_people(found, said), *_ties(found, said)]
    day, lines = day_in_words_of(kept), " ".join(said["change_line"].format(**group) for group in groups)
    return {
        "missing": "",
        "picture": {
            "nodes": [_node(person, workbook, look) for person, look in _looks(found)],
            "ties": [_tie(*pair, fate) for pair, fate in found.ties],
            "caption": said["change_caption"].format(day=day),
            "alt": said["change_alt"].format(day=day, lines=lines).strip(),
        },
        "groups": groups,
    }


def _people(found: Change, said: Mapping[str, str]) -> Iterator[State]:
    for look, people in (("joined", found.joined), ("left", found.left)):
        if people:
            yield _group(look, "person", names(people), said)


def _ties(found: Change, said: Mapping[str, str]) -> Iterator[State]:
    for fate in FATES:
        if ties := found.spoken(fate):
            yield _group(fate, "tie", ties, said)


def _group(look: str, kind: str, listed: tuple[str, ...], said: Mapping[str, str]) -> State:
    return {"look": look, "kind": kind, "title": said[f"change_{look}"], "names": joined(listed)}


def _looks(found: Change) -> Iterator[tuple[Person, str]]:
    for people, look in ((found.stayed, "stayed"), (found.joined, "joined"), (found.left, "gone")):
        for person in people:
            yield person, look


def _node(person: Person, workbook: Workbook, look: str) -> State:
    place = next((position for position in workbook.positions if position.id == person.id), None)
    return {
        "id": person.id,
        "name": name_of(person),
        "initials": initials(name_of(person)),
        "kind": "member",
        "looks": [look],
        "x": place.x if place else None,
        "y": place.y if place else None,
    }


def _tie(first: str, second: str, fate: str) -> State:
    return {"id": tie_id(first, second), "a": first, "b": second, "look": fate}
