"""The workbook to print: every exercise on paper, for somebody without a device, to be typed in later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.content import exercise, exercise_names, language
from workshop.content.brand import brand
from workshop.errors import Complaint
from workshop.paper.answer import sheet_words
from workshop.paper.chapter import Chapter
from workshop.paper.numbers import numbered
from workshop.paper.prose import heading_and_rest
from workshop.takeaway.logo import signed
from workshop.takeaway.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workshop.paper.prose import Block

    Prose = Mapping[str, Sequence[tuple[str, str]]]

_TEMPLATE = Path(__file__).with_name("workbook.typ")
_RULES = ("00_start", "rules")
"""The exercise and the cell in which the rules of the room stand."""


def workbook(prose: Prose, *, paper: str = "a4", large: bool = False, only: str = "") -> bytes:
    """Return the workbook as a tagged PDF; the same words give the same bytes.

    Args:
        prose: for each exercise the Markdown cells of its notebook in their order, as id and source.
        paper: `a4` or `letter`.
        large: set in large type, 18 points, with tables as cards below one another.
        only: the name of one exercise, such as `03_five_people`; empty for all.

    Raises:
        Complaint: there is no exercise called `only`.
    """
    facts = {"book": book(prose, large=large, only=only), "paper": paper, "large": large}
    return typeset(_TEMPLATE, {**facts, **signed(brand())})


def book(prose: Prose, *, large: bool = False, only: str = "") -> Mapping[str, Any]:
    """Return all that the workbook says, in the order in which it is read.

    Raises:
        Complaint: there is no exercise called `only`.
    """
    names = exercise_names()
    if only and only not in names:
        raise Complaint("exercise_unknown")
    chapters = [
        Chapter(name, exercise(name)["steps"], prose.get(name, ()), large=large)
        for name in names
        if only in {"", name}
    ]
    told = {key: numbered(value) for key, value in sheet_words().items()}
    return {
        "lang": language(),
        "words": told,
        "rules": _rules(prose),
        "chapters": [chapter.facts() for chapter in chapters],
        "later": [page for chapter in chapters for page in chapter.later()],
    }


def _rules(prose: Prose) -> list[Block]:
    exercise_name, cell = _RULES
    found = (source for id, source in prose.get(exercise_name, ()) if id == cell)
    return heading_and_rest(next(found, ""))[1]
