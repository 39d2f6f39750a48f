"""Posters for the wall, to be read from five metres."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.content import exercise, language, words
from workshop.content.agenda import LENGTHS, agenda, clock
from workshop.content.brand import brand
from workshop.paper.rules import rules
from workshop.takeaway.logo import signed
from workshop.takeaway.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.content.agenda import Day
    from workshop.paper.rules import Prose

    Poster = Mapping[str, Any]

_TEMPLATE = Path(__file__).with_name("posters.typ")
_AS_TOLD = ("blocks", "glue", "wall", "loop")
"""Posters that say what `posters.toml` says, and nothing else."""


def posters(prose: Prose, *, length: str = LENGTHS[0], starts: str = "", paper: str = "a4") -> bytes:
    """Return every poster as a page of a tagged PDF; the same words give the same bytes.

    Args:
        prose: for each exercise the Markdown cells of its notebook in their order, as id and source.
        length: of the workshop whose agenda is shown.
        starts: when each day begins, such as `08:30`; without it as the agenda says.
        paper: `a4` for pages of A3, `letter` for pages of Tabloid.

    Raises:
        Complaint: there is no such length, or no such time of the day.
    """
    days = agenda(length, starts)
    shown = [_rules(prose), *map(_day, days), _contrast(), _ladder(), *map(_told, _AS_TOLD)]
    return typeset(
        _TEMPLATE,
        {
            "title": words("posters")["title"],
            "lang": language(),
            **signed(brand()),
            "paper": paper,
            "posters": shown,
        },
    )


def _told(kind: str) -> Poster:
    return {"kind": kind, **words("posters")[kind]}


def _rules(prose: Prose) -> Poster:
    return {**_told("rules"), "rules": rules(prose)}


def _day(day: Day) -> Poster:
    rows = [
        {"time": clock(block.starts or 0), "title": block.title, "rest": block.kind == "break"}
        for block in day.blocks
    ]
    said = words("posters")["agenda"]
    end = {"time": clock(day.ends), "title": said["ends"], "rest": True}
    return {"kind": "agenda", "title": said["title"].format(day=day.title), "rows": [*rows, end]}


def _contrast() -> Poster:
    """Return the six cards of an ally as two columns, under the names of the two kinds of ties."""
    fields = exercise("01_alliances")["steps"]["cards"]["fields"][0]["fields"]
    rows = [
        [field["left"]["label"], field["right"]["label"], field["label"]]
        for field in fields
        if field["kind"] == "either"
    ]
    [overruled] = (field for field in fields if field["path"] == "overrule")
    heads = [option["label"] for option in overruled["options"] if option["value"] != "evolving"]
    return {**_told("contrast"), "heads": heads, "rows": rows}


def _ladder() -> Poster:
    fields = exercise("02_purpose")["steps"]["why"]["fields"]
    rungs = [{"ask": field["label"], "begin": field["placeholder"]} for field in fields]
    return {**_told("ladder"), "rungs": rungs}
