"""Real names in the place of code names, for one export; what is stored never has them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from workshop.model import Person, Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

T = TypeVar("T")

LONGEST = 60
"""Characters of a real name."""


def renamed(workbook: Workbook, names: Mapping[str, str], everyday: Collection[str] = ()) -> Workbook:
    """Return `workbook` with a real name for the id of each person in `names`, in all its texts too.

    A code name that could mean two people stays in the texts, and so does one of the words in `everyday`, in
    small letters: there it mostly means itself. The result is for one export and is never stored: a real name
    may be longer than a code name, so the limits of the model do not hold in it.
    """
    given = {id: name for id, name in names.items() if name}
    if not given:
        return workbook
    spoken = {
        code: name for code, name in _spoken(workbook, given).items() if code.casefold() not in everyday
    }
    with attrs.validators.disabled():
        return _changed(workbook, given, lambda text: with_names(text, spoken))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return `text` with each code name of `names` replaced by its real name, all in one go.

    A code name counts as a whole word: neither before nor after it stands a letter, a digit or an underscore.
    The longest one fits first, capitals matter, and nothing is replaced twice.
    """
    known = {code: name for code, name in names.items() if code and name}
    if not known:
        return text
    longest_first = sorted(known, key=len, reverse=True)
    either = "|".join(re.escape(code) for code in longest_first)
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda found: known[found[0]], text)


def _spoken(workbook: Workbook, names: Mapping[str, str]) -> dict[str, str]:
    """Return the real name for each code name, those of the snapshots included."""
    before = chain.from_iterable(kept.people for kept in workbook.snapshots)
    meant = {**_meant(before), **_meant(workbook.people)}
    found = {code: {names.get(id, "") for id in ids} for code, ids in meant.items()}
    return {code: next(iter(real)) for code, real in found.items() if len(real) == 1}


def _meant(people: Iterable[Person]) -> dict[str, set[str]]:
    """Return the ids of those whom each code name means."""
    meant: dict[str, set[str]] = {}
    for person in people:
        meant.setdefault(person.name.strip(), set()).add(person.id)
    return meant


def _changed(node: T, names: Mapping[str, str], say: Callable[[str], str]) -> T:
    new: dict[str, Any] = {}
    for field in attrs.fields(type(node)):  # type: ignore[arg-type]
        value, kind = getattr(node, field.name), field.metadata.get("kind")
        if kind == "text" and not (isinstance(node, Workbook) and field.name == "key"):
            new[field.name] = say(value)
        elif kind == "part":
            new[field.name] = _changed(value, names, say)
        elif kind == "items":
            new[field.name] = tuple(_changed(item, names, say) for item in value)
    if isinstance(node, Person) and node.id in names:
        new["name"] = names[node.id]
    return attrs.evolve(node, **new)  # type: ignore[misc]
