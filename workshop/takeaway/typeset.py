"""From a template and facts to the bytes of a tagged PDF."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import typst

if TYPE_CHECKING:
    from collections.abc import Mapping

    Standard = Literal["ua-1", "1.7"]

_HERE = Path(__file__).parent
_WAYS: tuple[tuple[bool, Standard], ...] = ((False, "ua-1"), (True, "ua-1"))
"""Whether the system's fonts are searched after ours, and which standard is kept."""


def typeset(template: Path, given: Mapping[str, Any]) -> bytes:
    """Return what a typst `template` of this package makes of `given`, which it reads as JSON.

    The same facts give the same bytes. They keep to PDF/UA-1 unless there is a character that no font at
    hand can show: it is drawn as a box, which that standard forbids.
    """
    inputs = {"given": json.dumps(given, ensure_ascii=False).encode(errors="replace").decode()}
    for system_fonts, standard in _WAYS:
        with suppress(typst.TypstError):
            return _typeset(template, inputs, standard, system_fonts=system_fonts)
    return _typeset(template, inputs, "1.7", system_fonts=True)


def picture(template: Path, given: Mapping[str, Any]) -> bytes:
    """Return the one page that a typst `template` makes of `given` as a PNG.

    Raises:
        TypstError: it cannot be drawn.
    """
    inputs = {"given": json.dumps(given)}
    made = _compiler(system_fonts=False).compile(str(template), sys_inputs=inputs, format="png", ppi=300)
    return cast("bytes", made)


def _typeset(template: Path, inputs: dict[str, str], standard: Standard, *, system_fonts: bool) -> bytes:
    compiler = _compiler(system_fonts=system_fonts)
    made = compiler.compile(str(template), sys_inputs=inputs, pdf_standards=[standard])
    return cast("bytes", made)


@cache
def _compiler(*, system_fonts: bool) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=False,
        font_paths=[str(_HERE / "fonts")],
    )
    return typst.Compiler(root=str(_HERE.parent), font_paths=fonts, ignore_system_fonts=not system_fonts)
