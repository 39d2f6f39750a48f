"""The workbook to print: every exercise on paper, for somebody without a device, to be typed in later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def workbook(
    prose: Mapping[str, Sequence[tuple[str, str]]], *, paper: str = "a4", large: bool = False, only: str = ""
) -> bytes:
    """Return the workbook as a tagged PDF.

    Args:
        prose: for each exercise the Markdown cells of its notebook in their order, as id and source.
        paper: `a4` or `letter`.
        large: set in large type, 18 points.
        only: the name of one exercise, such as `03_five_people`; empty for all.
    """
    raise NotImplementedError
