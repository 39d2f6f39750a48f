"""A list on paper: the same questions about each person or plan, as a table or as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content import words
from workshop.paper.answer import answer, is_choice, options, points, sheet_words
from workshop.paper.table import column, crowded, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workshop.paper.prose import Block

    Field = Mapping[str, Any]

_UNSURE = "unsure"
_LINES = 2
"""Lines for a long answer on a card."""
_TICKED = 8
"""Options that still fit as boxes beside one another; of more, the letter is written."""
_MARKS = "ABCDEFGHIJ"
_SHARES = {"long": 3.0, "text": 2.0, "many": 2.0}
_NAMES = {"name", "role"}


def listed(field: Field, how: Mapping[str, Any], *, large: bool) -> list[Block]:
    """Return the blocks of a list; in large type a crowded table becomes cards below one another.

    Args:
        field: the list, as in `content/exercises`.
        how: `rows`, one of the sets in `content/paper.toml`; `form`, `table` or `cards`; `head` above the
            names; `letters`, when options are ticked as letters with a key; `apart`, what has its own table;
            `extra`, columns to count in; `room` and `halves` as in a table.
        large: whether type is large.
    """
    asked = [_column(each, place(field, each), letters=False) for each in _asked(field)]
    if how["form"] == "cards" or (large and crowded(asked)):
        return [_cards(field, how, large=large)]
    apart = set(how.get("apart", ()))
    halves = [[each for each in _asked(field) if (each["path"] in apart) == later] for later in (False, True)]
    first, *others = [fields for fields in halves if fields]
    extra = how.get("extra", ())
    return [
        _table(field, first, how, extra, large=large),
        *(_table(field, each, how, (), large=large) for each in others),
    ]


def matrix(fields: Sequence[Field]) -> Block:
    """Return neighbouring questions that have the same options as one table, a row each."""
    marks = [each["label"] for each in options(fields[0])]
    paths = [each["path"] for each in fields]
    columns = [{"marks": marks, "share": 0.9 * len(marks)}]
    return table([each["label"] for each in fields], columns, filled=True, wide=3.5, paths=paths)


def place(field: Field, sub: Field) -> str:
    """Return the address of an answer about each item of a list."""
    return f"{field['path']}/x/{sub['path']}"


def rows_of(name: str, *, large: bool = False) -> list[str]:
    """Return the numbers of a set of rows; fewer in large type of those that may be printed again."""
    rows = words("paper")["rows"]
    found: list[str] = rows.get(f"{name}_large", rows[name]) if large else rows[name]
    return found


def _named(field: Field) -> Field | None:
    """The field that is the name itself: it is written in the first column."""
    return next((each for each in field["fields"] if each["path"] in _NAMES), None)


def _asked(field: Field) -> list[Field]:
    named = _named(field)
    return [each for each in field["fields"] if each is not named]


def _top(field: Field, how: Mapping[str, Any], *, large: bool) -> Block:
    named = _named(field)
    return {
        "label": field["label"],
        "hint": field.get("hint", ""),
        "rows": rows_of(how["rows"], large=large),
        "head": named["label"] if named else how.get("head", sheet_words()["name"]),
        "named": place(field, named) if named else "",
    }


def _cards(field: Field, how: Mapping[str, Any], *, large: bool) -> Block:
    rooms = [_short(answer(each, place(field, each), field["fields"])) for each in _asked(field)]
    if how.get("letters"):
        rooms = [_lettered(room, each) for room, each in zip(rooms, _asked(field), strict=True)]
    columns = 1 if large else how.get("columns", 2)
    fields = [*rooms, *map(_space, how.get("extra", ()))]
    return _top(field, how, large=large) | {"b": "cards", "columns": columns, "fields": fields}


def _lettered(room: Block, sub: Field) -> Block:
    """Return the room for a choice with a letter before each option, so that a way to count can name it."""
    if "options" not in room:
        return room
    marked = zip(room["options"], _letters(sub), strict=False)
    return room | {"options": [each | {"mark": mark} for each, mark in marked]}


def _short(room: Block) -> Block:
    return room | {"lines": min(room["lines"], _LINES)} if "lines" in room else room


def _space(label: str) -> Block:
    return {"b": "short", "label": label, "hint": "", "when": "", "path": "", "shape": ""}


def _table(
    field: Field, fields: Sequence[Field], how: Mapping[str, Any], extra: Sequence[str], *, large: bool
) -> Block:
    letters = bool(how.get("letters"))
    columns = [*(_column(each, place(field, each), letters=letters) for each in fields), *map(column, extra)]
    look = {
        "room": how.get("room", 9),
        "halves": bool(how.get("halves")),
        "key": _key(fields) if letters else [],
    }
    return table((), columns, **look) | _top(field, how, large=large)


def _column(sub: Field, path: str, *, letters: bool) -> Block:
    room = answer(sub, path)
    asked = column({"head": room["label"], "hint": room["hint"], "path": path})
    if is_choice(sub):
        marks = list(_letters(sub)) if letters else [each["label"] for each in options(sub)]
        if len(marks) > _TICKED:
            return asked | {"hint": sheet_words()["write_letter"], "share": 0.9}
        return asked | {"marks": marks, "share": (0.42 if letters else 0.9) * len(marks)}
    if sub["kind"] == "scale":
        ends = sheet_words()["ends"].format(low=sub["low_label"], high=sub["high_label"])
        hint = " ".join(part for part in (room["hint"], ends) if part)
        return asked | {"marks": points(path), "above": False, "hint": hint, "share": 2.5}
    return asked | {"share": _SHARES.get(sub["kind"], 1.3)}


def _letters(sub: Field) -> Iterator[str]:
    marks = iter(_MARKS)
    for each in options(sub):
        yield "?" if each.get("value") == _UNSURE else next(marks)


def _key(fields: Sequence[Field]) -> list[Block]:
    return [{"label": sub["label"], "marks": _pairs(sub)} for sub in fields if is_choice(sub)]


def _pairs(sub: Field) -> list[list[str]]:
    return [[mark, each["label"]] for mark, each in zip(_letters(sub), options(sub), strict=False)]
