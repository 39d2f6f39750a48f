"""The playbook as sheets of panels, the one description that page, paper and slides are made from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import attrs

from workshop.takeaway.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Mapping

ROLES = ("lead", "strong", "text", "note", "missing")


@attrs.frozen
class Line:
    """A paragraph: `lead` is large, `strong` heavy, `note` small; `missing` says what is not answered yet."""

    role: str = attrs.field(validator=attrs.validators.in_(ROLES))
    text: str


@attrs.frozen
class Panel:
    """A titled part of the playbook.

    Attributes:
        key: its name in `layout.toml`.
        title: its heading.
        lines: what stands first.
        picture: what is drawn below it, if anything.
        entries: items of a list, some lines each.
        notes: what stands last.
    """

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    picture: Drawing | None = None
    entries: tuple[tuple[Line, ...], ...] = ()
    notes: tuple[Line, ...] = ()


@attrs.frozen
class Cell:
    """A panel, and its share of the width of its row, of twelve."""

    share: int
    panel: Panel


@attrs.frozen
class Sheet:
    """Rows of panels: a slide each, and a part of a page on paper."""

    key: str
    title: str
    page: int
    rows: tuple[tuple[Cell, ...], ...]


@attrs.frozen
class Playbook:
    """What a leader takes away, ready to be typeset.

    Attributes:
        title: of the whole.
        note: when it was made, and for whose eyes.
        lang: its language, as in BCP 47.
        sheets: in their order; those with `page` 1 are the page to keep, those with 2 give the reasons.
    """

    title: str
    note: str
    lang: str
    sheets: tuple[Sheet, ...]

    def of_pages(self, *, reasons: bool) -> Playbook:
        """Return the playbook without its reasons, unless they are wanted."""
        return self if reasons else attrs.evolve(self, sheets=tuple(s for s in self.sheets if s.page == 1))


def sheets(panels: Mapping[str, Panel], titles: Mapping[str, str]) -> tuple[Sheet, ...]:
    """Return `panels` where `layout.toml` puts them.

    Args:
        panels: by key; every one that the layout names.
        titles: of the sheets, by key.
    """
    return tuple(
        Sheet(
            sheet["key"],
            titles[sheet["key"]],
            sheet["page"],
            tuple(tuple(Cell(share, panels[key]) for key, share in row) for row in sheet["rows"]),
        )
        for sheet in _layout()
    )


@cache
def _layout() -> tuple[dict[str, Any], ...]:
    text = (files(__package__) / "layout.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["sheets"])
