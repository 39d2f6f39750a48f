"""The playbook as a PDF: one page to keep, and one with the reasons where they are wanted."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import attrs
import typst

from workshop.takeaway.colours import HEX

if TYPE_CHECKING:
    from workshop.takeaway.sheet import Playbook

    Standard = Literal["ua-1", "1.7"]

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "playbook.typ"
_WAYS: tuple[tuple[bool, Standard], ...] = ((False, "ua-1"), (True, "ua-1"))
"""Whether the system's fonts are searched after ours, and which standard is kept."""


def pdf(playbook: Playbook, paper: str = "a4") -> bytes:
    """Return `playbook` as a tagged PDF, one page of paper for each of its pages.

    The same playbook gives the same bytes. They keep to PDF/UA-1 unless there is a character that no font at
    hand can show: it is drawn as a box, which that standard forbids.

    Args:
        playbook: what it says.
        paper: `a4` or `letter`.
    """
    given = {"playbook": attrs.asdict(playbook), "colours": HEX, "paper": paper}
    inputs = {"given": json.dumps(given, ensure_ascii=False).encode(errors="replace").decode()}
    for system_fonts, standard in _WAYS:
        with suppress(typst.TypstError):
            return _typeset(inputs, standard, system_fonts=system_fonts)
    return _typeset(inputs, "1.7", system_fonts=True)


def _typeset(inputs: dict[str, str], standard: Standard, *, system_fonts: bool) -> bytes:
    compiler = _compiler(system_fonts=system_fonts)
    made = compiler.compile(str(_TEMPLATE), sys_inputs=inputs, pdf_standards=[standard])
    return cast("bytes", made)


@cache
def _compiler(*, system_fonts: bool) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=False,
        font_paths=[str(_HERE / "fonts")],
    )
    return typst.Compiler(root=str(_HERE), font_paths=fonts, ignore_system_fonts=not system_fonts)
