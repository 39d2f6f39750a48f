"""The playbook as a PDF: one page to keep, and one with the reasons where they are wanted."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import typst

from workshop.takeaway.colours import HEX

if TYPE_CHECKING:
    from workshop.takeaway.sheet import Playbook

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "playbook.typ"
_WAYS = ((False, "ua-1"), (True, "ua-1"), (True, "1.7"))
"""Whether the system's fonts are searched too, and the standard that is kept."""


def pdf(playbook: Playbook, paper: str = "a4") -> bytes:
    """Return `playbook` as a tagged PDF, each of its pages on exactly one; the same playbook gives the same bytes.

    It keeps to PDF/UA-1 unless it has a character that no font at hand can show: that one is drawn as a box.

    Args:
        playbook: what it says.
        paper: `a4` or `letter`.
    """
    given = {"playbook": attrs.asdict(playbook), "colours": HEX, "paper": paper}
    inputs = {"given": json.dumps(given, ensure_ascii=False).encode(errors="replace").decode()}
    for system_fonts, standard in _WAYS[:-1]:
        try:
            return _typeset(inputs, standard, system_fonts=system_fonts)
        except typst.TypstError:
            continue
    return _typeset(inputs, _WAYS[-1][1], system_fonts=True)


def _typeset(inputs: dict[str, str], standard: str, *, system_fonts: bool) -> bytes:
    compiler = _compiler(system_fonts=system_fonts)
    return bytes(compiler.compile(str(_TEMPLATE), sys_inputs=inputs, pdf_standards=[standard]))


@cache
def _compiler(*, system_fonts: bool) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=False,
        font_paths=[str(_HERE / "fonts")],
    )
    return typst.Compiler(root=str(_HERE), font_paths=fonts, ignore_system_fonts=not system_fonts)
