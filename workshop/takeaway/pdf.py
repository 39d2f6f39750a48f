"""The playbook as a PDF: one page to keep, and one with the reasons where they are wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from workshop.takeaway.colours import HEX
from workshop.takeaway.typeset import typeset

if TYPE_CHECKING:
    from workshop.takeaway.sheet import Playbook

_TEMPLATE = Path(__file__).with_name("playbook.typ")


def pdf(playbook: Playbook, paper: str = "a4") -> bytes:
    """Return `playbook` as a tagged PDF, one page of paper for each of its pages.

    The same playbook gives the same bytes.

    Args:
        playbook: what it says.
        paper: `a4` or `letter`.
    """
    return typeset(_TEMPLATE, {"playbook": attrs.asdict(playbook), "colours": HEX, "paper": paper})
