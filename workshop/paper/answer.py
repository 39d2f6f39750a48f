"""A field of a form as room for its answer on paper, with the words of the screen."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from workshop.content import words
from workshop.model import limits_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workshop.paper.prose import Block

    Field = Mapping[str, Any]

LETTERS = 72
"""Characters of handwriting on a line as wide as the page."""
_SHORT = {"number", "day", "clock"}
_CHOICES = {"one", "many", "either"}


def sheet_words() -> Mapping[str, str]:
    """Return the words that paper alone has."""
    found: Mapping[str, str] = words("paper")["words"]
    return found


def answer(field: Field, address: str = "", beside: Sequence[Field] = ()) -> Block:
    """Return the room for one answer.

    Args:
        field: its words, as in `content/exercises`.
        address: address of the answer; the field's own path when it stands alone.
        beside: the fields next to it, of which one may decide whether it is asked.
    """
    path = address or field.get("path", "")
    room = {"path": path, "label": field.get("label", ""), "hint": _hint(field), "when": _when(field, beside)}
    return room | _room(field, path)


def options(field: Field) -> list[Mapping[str, str]]:
    """Return what can be chosen, each with its label and hint."""
    if field["kind"] == "either":
        return [field["left"], field["right"], field["unsure"]]
    return list(field.get("options", ()))


def points(path: str) -> list[str]:
    """Return the numbers of a scale, from its lowest to its highest."""
    low, high = limits_at(path)["range"]
    return [str(number) for number in range(low, high + 1)]


def is_choice(field: Field) -> bool:
    """Whether a field is answered by ticking; one that asks for a person is written instead."""
    return field["kind"] in _CHOICES and "options_from" not in field


def lines_for(path: str) -> int:
    """Return the number of lines, as wide as the page, that the longest answer takes in handwriting."""
    limit: int = limits_at(path).get("limit", LETTERS)
    return max(1, ceil(limit / LETTERS))


def _room(field: Field, path: str) -> Block:
    kind = field["kind"]
    if kind == "note":
        return {"b": "note", "text": _note(field)}
    if is_choice(field):
        listed = [{"label": each["label"], "hint": each.get("hint", "")} for each in options(field)]
        return {"b": "choice", "many": kind == "many", "options": listed}
    if kind == "scale":
        ends = {"low_label": field["low_label"], "high_label": field["high_label"]}
        return {"b": "scale", "points": points(path), **ends}
    if kind == "tick":
        return {"b": "tick"}
    if kind in _SHORT:
        return {"b": "short", "shape": sheet_words()[f"shape_{kind}"]}
    return {"b": "line", "lines": lines_for(path) if kind == "long" else 1}


def _hint(field: Field) -> str:
    spoken = sheet_words()
    such_as = spoken["such_as"].format(text=field["placeholder"]) if field.get("placeholder") else ""
    by_hand = spoken["write_name"] if "options_from" in field else ""
    return " ".join(part for part in (field.get("hint", ""), such_as, by_hand) if part)


def _when(field: Field, beside: Sequence[Field]) -> str:
    needed = field.get("shown_if")
    label = next((other["label"] for other in beside if needed and other.get("path") == needed), "")
    return sheet_words()["only_if"].format(label=label) if label else ""


def _note(field: Field) -> str:
    """Return the words of a note; what the screen would put into them is left to be written."""
    if "empty_text" not in field:
        return str(field["text"])
    gap = sheet_words()["gap"]
    return str(field["text"]).format_map(_Gaps(gap))


class _Gaps(dict[str, str]):
    def __init__(self, gap: str) -> None:
        super().__init__()
        self._gap = gap

    def __missing__(self, key: str) -> str:
        return self._gap
