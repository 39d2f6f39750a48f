"""One exercise on paper: its question, and its steps with prose, room for answers and a way to count."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import journey, words
from workshop.paper.answer import answer, is_choice, options
from workshop.paper.game import answers_to
from workshop.paper.numbers import numbered, step_numbers
from workshop.paper.part import part
from workshop.paper.people import listed, matrix
from workshop.paper.prose import heading_and_rest
from workshop.paper.stories import outcomes
from workshop.paper.widgets import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workshop.paper.prose import Block

_LISTS = {"list", "people"}
_PLAIN: Mapping[str, Any] = {"rows": "five", "form": "cards"}
"""How a list is printed that `content/paper.toml` says nothing about."""
_ASK = "-ask"
_LATER = {"game": answers_to, "story": outcomes}


@attrs.frozen
class Chapter:
    """An exercise: its steps as in `content/exercises`, and the Markdown cells of its notebook."""

    name: str
    steps: Mapping[str, Mapping[str, Any]]
    cells: Sequence[tuple[str, str]]
    large: bool = attrs.field(kw_only=True)

    def facts(self) -> Mapping[str, Any]:
        """Return what the template draws."""
        title = next(entry["title"] for entry in journey() if entry["name"] == self.name)
        question, lead = heading_and_rest(next((source for _, source in self.cells), ""))
        return {
            "number": self.name[:2],
            "title": title,
            "question": question,
            "lead": lead,
            "aside": numbered(self._wishes.get("lead", "")),
            "steps": [self._step(name, step) for name, step in self.steps.items()],
            "after": [block for source in self._loose() for block in _whole(source)],
        }

    def later(self) -> list[Mapping[str, Any]]:
        """Return the pages that are read only after a step: the rules of a game, how a story ended."""
        return [
            {**self._titled(name, step), "blocks": numbered(_LATER[step["widget"]](step))}
            for name, step in self.steps.items()
            if step["widget"] in _LATER
        ]

    @property
    def _wishes(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = words("paper")["exercises"].get(self.name, {})
        return found

    def _titled(self, name: str, step: Mapping[str, Any]) -> Mapping[str, str]:
        return {"number": step_numbers()[f"{self.name}.{name}"], "title": step["title"]}

    def _step(self, name: str, step: Mapping[str, Any]) -> Mapping[str, Any]:
        way = way_of(self.name, name)
        question, prose = heading_and_rest(dict(self.cells).get(_ask(name), ""))
        return {
            **self._titled(name, step),
            "question": question,
            "prose": prose,
            "room": self._room(step, way),
            "way": numbered(way.get("way", "")),
            "way-first": bool(way.get("first")),
            "convention": bool(way.get("convention")),
            "parts": [numbered(part(each)) for each in way.get("parts", ())],
        }

    def _room(self, step: Mapping[str, Any], way: Mapping[str, Any]) -> list[Block]:
        how = iter(way.get("lists", ()))
        found: list[Block] = []
        for alike, group in groupby(step.get("fields", ()), key=_alike):
            for fields in [list(group)] if alike else ([each] for each in group):
                found += self._asked(fields, step, how)
        return [*found, *drawn(step, large=self.large)]

    def _asked(
        self, fields: list[Mapping[str, Any]], step: Mapping[str, Any], how: Iterator[Any]
    ) -> list[Block]:
        if len(fields) > 1:
            return [matrix(fields)]
        if fields[0]["kind"] in _LISTS:
            return listed(fields[0], next(how, _PLAIN), large=self.large)
        return [answer(each, beside=step["fields"]) for each in fields]

    def _loose(self) -> list[str]:
        """The cells that ask for no step and are not the question: they stand at the end."""
        asked = {_ask(name) for name in self.steps} | set(self._wishes.get("skip", ()))
        return [source for id, source in self.cells[1:] if id not in asked]


def way_of(exercise: str, step: str) -> Mapping[str, Any]:
    """Return the way on paper of a step, as in `content/paper.toml`; empty when it has none of its own."""
    found: Mapping[str, Any] = words("paper")["steps"].get(exercise, {}).get(step, {})
    return found


def _alike(field: Mapping[str, Any]) -> tuple[str, ...]:
    """The options of a plain choice, whose neighbours share a table; empty for any other field."""
    plain = is_choice(field) and field["kind"] == "one" and not field.get("hint") and "shown_if" not in field
    labels = tuple(str(each["label"]) for each in options(field)) if plain else ()
    return () if any(each.get("hint") for each in field.get("options", ())) else labels


def _ask(step: str) -> str:
    return step.replace("_", "-") + _ASK


def _whole(source: str) -> list[Block]:
    heading, rest = heading_and_rest(source)
    return [{"b": "sub", "text": heading}, *rest] if heading else rest
