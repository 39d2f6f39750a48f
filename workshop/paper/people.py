"""A list on paper: the same questions about each person or plan, as a table or as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content import words
from workshop.paper.answer import answer, is_choice, options, points, sheet_words
from workshop.paper.part import column

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
_WIDE = {"long": 3.0, "text": 2.0}


def listed(field: Field, how: Mapping[str, Any], *, large: bool) -> list[Block]:
    """Return the blocks of a list; in large type a table becomes cards below one another.

    Args:
        field: the list, as in `content/exercises`.
        how: `rows`, one of the sets in `content/paper.toml`; `form`, `table` or `cards`; `head` above the names;
            `letters`, when options are ticked as letters with a key above; `apart`, what has a table of its own.
        large: whether type is large.
    """
    rows = _rows(how)
    top: Block = {"label": field["label"], "hint": field.get("hint", "")}
    top |= {"rows": rows, "head": _head(field, how)}
    if large or how["form"] == "cards":
        columns = 1 if large else how.get("columns", 2)
        return [top | {"b": "cards", "columns": columns, "fields": [*_inner(field), *map(_space, how.get("extra", ()))]}]
    apart = set(how.get("apart", ()))
    tables = [[each for each in field["fields"] if (each["path"] in apart) == later] for later in (False, True)]
    return [top | _table(field, fields, how) for fields in tables if fields]


def matrix(fields: Sequence[Field]) -> Block:
    """Return neighbouring questions that have the same options as one table, a row each."""
    marks = [each["label"] for each in options(fields[0])]
    return {
        "b": "table",
        "label": "",
        "hint": "",
        "head": "",
        "filled": True,
        "wide": 3.5,
        "rows": [each["label"] for each in fields],
        "columns": [column({"marks": marks, "share": 0.9 * len(marks)})],
        "paths": [each["path"] for each in fields],
        "named": "",
        "key": [],
    }


def place(field: Field, sub: Field) -> str:
    """Return the address of an answer about each item of a list."""
    return f"{field['path']}/x/{sub['path']}"


def _table(field: Field, fields: Sequence[Field], how: Mapping[str, Any]) -> Block:
    named, letters = _named(field), bool(how.get("letters"))
    asked = [_column(each, field["path"], letters=letters) for each in fields if each is not named]
    return {
        "b": "table",
        "columns": [*asked, *(column(each) for each in how.get("extra", ()) if len(fields) > 1)],
        "named": _path(field, named),
        "key": _key(fields) if letters else [],
        "room": how.get("room", 9),
        "halves": bool(how.get("halves")),
    }


def _space(label: str) -> Block:
    return {"b": "short", "label": label, "hint": "", "when": "", "path": "", "shape": ""}


def _rows(how: Mapping[str, Any]) -> list[str]:
    found: list[str] = words("paper")["rows"][how["rows"]]
    return found


def _named(field: Field) -> Field | None:
    """The field that is the name itself: it is written in the first column."""
    return next((each for each in field["fields"] if each["path"] in {"name", "role"}), None)


def _path(field: Field, named: Field | None) -> str:
    return place(field, named) if named else ""


def _head(field: Field, how: Mapping[str, Any]) -> str:
    named = _named(field)
    return str(named["label"] if named else how.get("head", sheet_words()["name"]))


def _inner(field: Field) -> list[Block]:
    named = _named(field)
    inner = [_short(answer(each, place(field, each), field["fields"])) for each in field["fields"] if each is not named]
    return [{"b": "named", "path": _path(field, named)}, *inner] if named else inner


def _short(room: Block) -> Block:
    return room | {"lines": min(room["lines"], _LINES)} if "lines" in room else room


def _column(sub: Field, path: str, *, letters: bool) -> Block:
    room = answer(sub, f"{path}/x/{sub['path']}")
    asked = column({"head": room["label"], "hint": room["hint"], "path": room["path"], "above": False})
    if is_choice(sub):
        marks = list(_letters(sub)) if letters else [each["label"] for each in options(sub)]
        if len(marks) > _TICKED:
            return asked | {"hint": sheet_words()["write_letter"], "share": 0.9}
        return asked | {"marks": marks, "above": True, "share": _share(marks, letters=letters)}
    if sub["kind"] == "scale":
        ends = sheet_words()["ends"].format(low=sub["low_label"], high=sub["high_label"])
        hint = " ".join(part for part in (asked["hint"], ends) if part)
        return asked | {"marks": points(room["path"]), "hint": hint, "share": 2.5}
    return asked | {"share": _WIDE.get(sub["kind"], 1.3)}


def _share(marks: Sequence[str], *, letters: bool) -> float:
    return (0.42 if letters else 0.9) * len(marks)


def _letters(sub: Field) -> Iterator[str]:
    marks = iter(_MARKS)
    for each in options(sub):
        yield "?" if each.get("value") == _UNSURE else next(marks)


def _key(fields: Sequence[Field]) -> list[Block]:
    return [{"label": sub["label"], "marks": _pairs(sub)} for sub in fields if is_choice(sub)]


def _pairs(sub: Field) -> list[list[str]]:
    return [[mark, each["label"]] for mark, each in zip(_letters(sub), options(sub), strict=True)]
