"""The notes of a slide: all that it says, uncut, and its pictures in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.enum.shapes import PP_PLACEHOLDER

from workshop.takeaway.slides_text import legal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.takeaway.sheet import Line, Panel, Sheet


def add_notes(slide: Any, sheet: Sheet) -> None:
    """Give `slide` the whole text of `sheet` as its notes."""
    notes = slide.notes_slide
    panels = (cell.panel for row in sheet.rows for cell in row)
    notes.notes_text_frame.text = legal("\n\n".join("\n".join(_said(panel)) for panel in panels))
    for shape in list(notes.placeholders):
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            shape.element.getparent().remove(shape.element)


def _said(panel: Panel) -> Iterator[str]:
    yield panel.title
    yield from _texts(panel.lines)
    if panel.picture:
        yield panel.picture.alt
        yield from _rows(panel.picture.table)
    for entry in panel.entries:
        yield from _texts(entry)
    yield from _texts(panel.notes)


def _texts(lines: tuple[Line, ...]) -> Iterator[str]:
    return (line.text for line in lines if line.text)


def _rows(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield each row of `table` as a line, every number under its name."""
    for row in table.get("rows", ()):
        yield " · ".join(f"{head}: {value}" for head, value in zip(table["head"], row, strict=False))
