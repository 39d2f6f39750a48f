"""The words of every question and every choice, by the address of the answer: `people/function`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import exercise, exercise_names, words
from workshop.content.story import story
from workshop.exercise.cast import cast_of
from workshop.exercise.wording import label
from workshop.model import Workbook
from workshop.model.clinic import STORIES
from workshop.takeaway.rows import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LABELS = {"stress/drawn": "shock_"}
"""Choices that `[labels]` of the verdicts have words for, and what stands before their keys there."""


@cache
def vocabulary() -> Mapping[str, Any]:
    """Return the words of the tables and the network: `content/tables.toml`, joined with all the rest."""
    wording, own = words("wording"), words("tables")
    stories = {name: story(name) for name in STORIES}
    return {
        **own,
        **{name: wording[name] for name in ("you", "unnamed", "open_seat")},
        "months": words("pictures")["words"]["months"],
        "questions": {**questions(), **own["questions"]},
        "choices": {**own["choices"], **choices()},
        "story_names": {name: one.told["title"] for name, one in stories.items()},
        "story_people": {name: cast_of(one.case).names for name, one in stories.items()},
    }


def questions() -> dict[str, str]:
    """Return each question that a form asks."""
    return {address: field["label"] for address, field in reversed(tuple(_asked())) if "label" in field}


def choices() -> dict[str, dict[str, str]]:
    """Return the words of each choice: those of the tables, else of the form that asks, else of verdicts."""
    own, asked = words("tables")["choices"], _offered()
    return {
        address: {
            option: own.get(address, {}).get(option)
            or asked.get(address, {}).get(option)
            or own["any"].get(option)
            or label(f"{_LABELS.get(address, '')}{option}")
            for option in options
        }
        for address, options in _options()
    }


def _options() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the options of every choice of the model."""
    for part in attrs.fields(Workbook):
        if part.metadata["kind"] in {"part", "items"}:
            for path, attribute in leaves(part.metadata["item"]):
                if "options" in attribute.metadata:
                    yield f"{part.name}/{path}", attribute.metadata["options"]


def _offered() -> dict[str, dict[str, str]]:
    """Return the words of the choices that forms offer; where two forms differ, the first one's."""
    found: dict[str, dict[str, str]] = {}
    for address, field in _asked():
        for option in field.get("options", ()):
            found.setdefault(address, {}).setdefault(option["value"], option["label"])
    return found


def _asked() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every field of a form that takes an answer."""
    for name in exercise_names():
        for step in exercise(name)["steps"].values():
            yield from _fields(step.get("fields", ()), "")
            yield from _fields(step.get("draft", ()), "exchanges/")
            yield from (("game/partner", {"options": [one]}) for one in step.get("partners", ()))


def _fields(fields: Any, below: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for field in fields:
        if "path" in field and "fields" not in field:
            yield f"{below}{field['path']}", field
        yield from _fields(field.get("fields", ()), f"{field.get('path', '')}/")
