"""Real names in the place of code names, for one export; what is stored never has them."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from workshop.model import Person, Workbook
from workshop.model.evolution import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

T = TypeVar("T")

LONGEST = 60
"""Characters of a real name."""


def renamed(
    workbook: Workbook, names: Mapping[str, str], everyday: Collection[str] = (), *, snapshots: bool = True
) -> Workbook:
    """Return `workbook` with a real name for the id of each person in `names`, in all its texts too.

    A code name that could mean two people stays in the texts, and so does one of the words in `everyday`, in
    small letters: there it mostly means itself. The result is for one export and is never stored: a real name
    may be longer than a code name, so the limits of the model do not hold in it. Without `snapshots` it has
    none; what their code names mean counts all the same.
    """
    given = {id: name for id, name in names.items() if name}
    told = workbook if snapshots else attrs.evolve(workbook, snapshots=())
    if not given:
        return told
    spoken = {
        code: name for code, name in _spoken(workbook, given).items() if code.casefold() not in everyday
    }
    with attrs.validators.disabled():
        return _changed(told, given, _speaker(spoken))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return `text` with each code name of `names` replaced by its real name, all in one go.

    A code name counts as a whole word: neither before nor after it stands a letter, a digit or an underscore.
    The longest one fits first, capitals matter, and nothing is replaced twice.
    """
    return _speaker(names)(text)


def _speaker(names: Mapping[str, str]) -> Callable[[str], str]:
    known = {code: name for code, name in names.items() if code and name}
    if not known:
        return str
    longest_first = sorted(known, key=len, reverse=True)
    either = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: either.sub(lambda found: known[found[0]], text) if text else text


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
    of: Any = type(node)
    new: dict[str, Any] = {}
    for name, kind in _speaking(of):
        value = getattr(node, name)
        if kind == "text":
            new[name] = say(value)
        elif kind == "part":
            new[name] = _changed(value, names, say)
        else:
            new[name] = settled(value, (_changed(item, names, say) for item in value))
    if isinstance(node, Person) and node.id in names:
        new["name"] = names[node.id]
    return attrs.evolve(node, **new) if new else node  # type: ignore[misc]


@cache
def _speaking(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of `kind` that hold words or things with words, each with its kind of answer."""
    return tuple(
        (field.name, field.metadata["kind"])
        for field in attrs.fields(kind)
        if (kind, field.name) != (Workbook, "key") and _has_words(field)
    )


def _has_words(field: attrs.Attribute[Any]) -> bool:
    item = field.metadata.get("item")
    return bool(_speaking(item)) if item else field.metadata.get("kind") == "text"
