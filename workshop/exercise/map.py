"""What the map shows, and the glue test on it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from workshop.analysis import GROUPS
from workshop.analysis.glue import Removal, removals
from workshop.analysis.members import members, open_seats
from workshop.content import words as content_words
from workshop.exercise.names import initials, joined, name_of
from workshop.exercise.wording import verdict
from workshop.model import YOU, Decider, Person, Workbook, tie_id
from workshop.model.recall import recalled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

State = dict[str, Any]


def map_state(_words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the map to draw on: who is there, and who knows whom."""
    return dict(_map(workbook, today))


@recalled("people", "ties", "deciders", "positions")
def _map(workbook: Workbook, today: date) -> State:
    people = members(workbook)
    return {
        "mode": "draw",
        "nodes": list(_nodes(workbook)),
        "ties": [*_your_ties(people), *_pair_ties(people, workbook), *_reaches(workbook)],
        "pairs": [_pair(first, second, workbook) for first, second in combinations(people, 2)],
        "removals": {},
        "fields": [],
        **_sentences(people, workbook, today),
    }


def glue_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the map to take people out of, with what remains without each of them."""
    return {
        **map_state(words, workbook, today),
        "mode": "glue",
        "removals": {id: _removal(removal) for id, removal in removals(workbook).items()},
    }


def _nodes(workbook: Workbook) -> Iterator[State]:
    yield _node(workbook, YOU, str(content_words("wording")["you"]), "you")
    for person in members(workbook):
        yield _node(workbook, person.id, name_of(person), "member")
    for seat in open_seats(workbook):
        yield _node(workbook, seat.id, name_of(seat), "role")
    for decider in workbook.deciders:
        yield _node(workbook, decider.id, _role(decider), "decider")


def _node(workbook: Workbook, id: str, name: str, kind: str) -> State:
    place = next((position for position in workbook.positions if position.id == id), None)
    return {
        "id": id,
        "name": name,
        "initials": initials(name),
        "kind": kind,
        "x": place.x if place else None,
        "y": place.y if place else None,
    }


def _your_ties(people: tuple[Person, ...]) -> Iterator[State]:
    for person in people:
        yield _tie(YOU, person.id, "you", "yes", None)


def _pair_ties(people: tuple[Person, ...], workbook: Workbook) -> Iterator[State]:
    for first, second in combinations(people, 2):
        tie = workbook.tie(first.id, second.id)
        if tie:
            yield _tie(first.id, second.id, "pair", tie.knows, tie.strength)


def _reaches(workbook: Workbook) -> Iterator[State]:
    for decider in workbook.deciders:
        for id in decider.reached_by:
            yield _tie(id, decider.id, "reach", "yes", None)


def _tie(first: str, second: str, kind: str, knows: str | None, strength: int | None) -> State:
    return {
        "id": tie_id(first, second),
        "a": first,
        "b": second,
        "kind": kind,
        "knows": knows,
        "strength": strength,
    }


def _pair(first: Person, second: Person, workbook: Workbook) -> State:
    tie = workbook.tie(first.id, second.id)
    return {
        "id": tie_id(first.id, second.id),
        "first": name_of(first),
        "second": name_of(second),
        "knows": tie.knows if tie else None,
        "strength": tie.strength if tie else None,
    }


def _sentences(people: tuple[Person, ...], workbook: Workbook, today: date) -> State:
    """The picture in words: who is on it, and how many pairs know each other."""
    caption = verdict(GROUPS["density"](workbook, today)[0]).headline
    names = [str(content_words("wording")["you"]), *(name_of(person) for person in people)]
    return {"caption": caption, "alt": f"{joined(names)}. {caption}"}


def _role(decider: Decider) -> str:
    return decider.role.strip() or str(content_words("wording")["unnamed"])


def _removal(removal: Removal) -> State:
    """What remains without somebody: one sentence, and one repair."""
    told, repair = verdict(removal.finding), verdict(removal.repair)
    return {
        "headline": told.headline,
        "detail": told.detail,
        "tone": told.tone,
        "repair": " ".join(filter(None, (repair.headline, repair.detail))),
        "repair_needed": removal.repair.case not in {"none", "open"},
        "groups": [list(group) for group in removal.groups],
    }
