"""The paragraphs of a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.takeaway.measure import text_width
from workshop.takeaway.slides_text import Paragraph, bulleted, flat, right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop.takeaway.sheet import Line, Panel

    Entry = tuple[Line, ...]

_HEADING, _SMALLEST = 10.5, 9.0
_LEAD = 1.55
_SIDE, _SIDE_GAP = 0.4, 14.0
"""The widest that the dates of a list may be, of the width of their panel, and what keeps them apart."""


def parts(panel: Panel, size: float, width: float) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what `panel` says before its picture and after it; all of it before when it has none.

    Args:
        panel: what is said.
        size: of the body type, in points; the other sizes follow from it.
        width: that the text may have, in points.
    """
    heading = Paragraph("heading", flat(panel.title), _HEADING)
    first = (heading, *_stacked(panel.lines, size, 0.45))
    rest = (*_entries(panel.entries, size, width), *_stacked(panel.notes, size, 0.55, 0.45))
    return (first, rest) if pictured(panel) else ((*first, *rest), ())


def pictured(panel: Panel) -> bool:
    """Whether `panel` has a picture with something in it."""
    return panel.picture is not None and bool(panel.picture.marks)


def _stacked(lines: Entry, size: float, gap: float, between: float = 0.12) -> Iterator[Paragraph]:
    """Yield a paragraph for each line, the first after a `gap`, in sizes of the type."""
    for index, line in enumerate(line for line in lines if flat(line.text)):
        yield Paragraph(
            line.role, flat(line.text), _size(line.role, size), size * (between if index else gap)
        )


def _size(role: str, size: float) -> float:
    if role == "lead":
        return round(size * _LEAD * 2) / 2
    return max(_SMALLEST, size - 1.5) if role == "note" else size


def _entries(entries: tuple[Entry, ...], size: float, width: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of a list: marked if its items have one line, in columns if they are dated."""
    indent = _indent(entries, size, width)
    for entry in entries:
        roles, texts = [line.role for line in entry], [flat(line.text) for line in entry]
        if len(entry) == 1:
            yield bulleted(texts[0], size, size * 0.3)
        elif indent:
            yield Paragraph("text", texts[1], size, size * 0.35, indent, texts[0])
        elif roles[:2] == ["strong", "note"] and len(entry) > len(roles[:2]):
            yield Paragraph("strong", texts[0], size, size * 0.6, aside=texts[1])
            yield from _stacked(entry[2:], size, 0.12)
        else:
            yield from _stacked(entry, size, 0.55)


def _indent(entries: tuple[Entry, ...], size: float, width: float) -> float:
    """Return the width of the first of two columns, or 0 where a list has none."""
    if not entries or any([line.role for line in entry] != ["strong", "text"] for entry in entries):
        return 0.0
    heads = [flat(entry[0].text) for entry in entries]
    widest = max(text_width(head, size, bold=True) for head in heads) + _SIDE_GAP
    fits = widest <= width * _SIDE and not any(map(right_to_left, heads))
    return widest if fits else 0.0
