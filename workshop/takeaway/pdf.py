"""The playbook as a PDF: one page to keep, and one with the reasons where they are wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from workshop.content.brand import Brand
from workshop.takeaway.colours import colours
from workshop.takeaway.logo import signed
from workshop.takeaway.typeset import typeset

if TYPE_CHECKING:
    from workshop.takeaway.sheet import Playbook

_TEMPLATE = Path(__file__).with_name("playbook.typ")
_PLAIN = Brand("")


def pdf(playbook: Playbook, paper: str = "a4", brand: Brand = _PLAIN) -> bytes:
    """Return `playbook` as a tagged PDF, one page of paper for each of its pages.

    The same playbook gives the same bytes.

    Args:
        playbook: what it says.
        paper: `a4` or `letter`.
        brand: whose colours it has, and whose name and logo.
    """
    return typeset(
        _TEMPLATE,
        {
            "playbook": attrs.asdict(playbook),
            "colours": colours(brand),
            "paper": paper,
            **signed(brand),
        },
    )
