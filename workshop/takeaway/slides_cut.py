"""How high paragraphs are, and what is left of them where they are too high."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from workshop.takeaway.measure import clusters, wrapped_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.takeaway.slides_text import Paragraph

_LINE, _TALL_LINE = 1.24, 1.5
"""Height of a line, in sizes of its type: of Latin letters, and of those from another typeface."""
_SAFE, _SAFE_SERIF = 1.03, 1.15
"""How much wider words may be than was measured: more so where another serif steps in for Georgia."""
_ROUNDING = 0.01
_LATIN = "\u0250"
_ELLIPSIS = "…"
_LOOSE = " ,;:·–"
"""What does not stand before an ellipsis."""
_LONG_WORD = 20
"""Characters after which a word may be cut within."""


def height_of(paragraphs: Sequence[Paragraph], width: float) -> float:
    """Return the height of `paragraphs` when they are `width` wide, in points, estimated on the safe side."""
    between = sum(paragraph.before for paragraph in paragraphs[1:])
    return between + sum(_lines(one, width) * one.size * _line(one) for one in paragraphs)


def cut(paragraphs: Sequence[Paragraph], width: float, height: float) -> tuple[Paragraph, ...]:
    """Return what of `paragraphs` has room: all of them begin if they can; a cut one ends in an ellipsis."""
    kept, height = tuple(paragraphs), height + _ROUNDING
    most = max((_lines(one, width) for one in kept), default=1)
    while height_of(kept, width) > height and most > 1:
        most -= 1
        kept = tuple(_shortened(one, width, most) for one in paragraphs)
    kept = _lengthened(kept, paragraphs, width, height, most + 1)
    while height_of(kept, width) > height and len(kept) > 1:
        kept = (*kept[:-2], attrs.evolve(kept[-2], text=kept[-2].text.rstrip(_ELLIPSIS) + _ELLIPSIS))
    return kept


def _lengthened(
    kept: tuple[Paragraph, ...], paragraphs: Sequence[Paragraph], width: float, height: float, most: int
) -> tuple[Paragraph, ...]:
    """Return `kept` with a line more of each paragraph for which there is room, from the first on."""
    for index, whole in enumerate(paragraphs):
        longer = (*kept[:index], _shortened(whole, width, most), *kept[index + 1 :])
        kept = longer if height_of(longer, width) <= height else kept
    return kept


def _line(paragraph: Paragraph) -> float:
    # Punctuation of ours lies above the Latin letters, and is in every typeface.
    text = "".join(map(str, (paragraph.head, paragraph.text, paragraph.aside)))
    return _TALL_LINE if any(_LATIN <= letter < "\u2000" or letter > "\u20b0" for letter in text) else _LINE


def _lines(paragraph: Paragraph, width: float) -> int:
    """Return how many lines `paragraph` takes; a word that is wider than a line is broken."""
    safe = _SAFE_SERIF if paragraph.role == "lead" else _SAFE
    room = (width - paragraph.indent) / safe
    text = f"{paragraph.text} {paragraph.aside}"
    return max(
        1, round(wrapped_height(text, room, paragraph.size, 1.0, bold=paragraph.bold) / paragraph.size)
    )


def _shortened(paragraph: Paragraph, width: float, most: int) -> Paragraph:
    """Return `paragraph` in at most so many lines."""
    if _lines(paragraph, width) <= most:
        return paragraph
    bare = attrs.evolve(paragraph, aside="")
    letters = clusters(paragraph.text)
    fits = bisect_left(
        range(len(letters)), x=True, key=lambda end: _lines(_ended(bare, letters, end), width) > most
    )
    return _ended(bare, letters, max(0, fits - 1))


def _ended(paragraph: Paragraph, letters: Sequence[str], end: int) -> Paragraph:
    """Return `paragraph` with an ellipsis after `end` letters, or a little before, between two words."""
    back = next((step for step in range(min(_LONG_WORD, end)) if letters[end - step] == " "), 0)
    return attrs.evolve(paragraph, text="".join(letters[: end - back]).rstrip(_LOOSE) + _ELLIPSIS)
