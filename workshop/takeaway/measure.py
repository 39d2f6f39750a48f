"""How wide words will be before a program sets them: in Inter, whose files are in `fonts`.

Kerning and ligatures are left out and other scripts estimated, so leave a few per cent of room.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate, takewhile
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KNOWN = "".join(map(chr, range(32, 127))) + "…–—‘’“”·•€£«»ßæøł"
_REGULAR = """
281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620
288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642
646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876
591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662 864 500 1000 261 261 440 440 288 562
667 611 583 583 616 917 600 242
"""
_SEMIBOLD = """
252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640
319 329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650
660 736 728 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900
612 609 624 624 397 549 353 612 587 839 569 588 566 455 359 455 673 956 500 1000 294 294 507 501 319 503
679 629 634 634 644 913 609 262
"""
WIDTHS = {
    bold: dict(zip(_KNOWN, map(int, widths.split()), strict=True))
    for bold, widths in ((False, _REGULAR), (True, _SEMIBOLD))
}
"""Thousandths of the size that a character takes, by `bold`."""
_OTHER, _WIDE, _EMOJI = 680, 1000, 1270
"""The same for letters of other scripts, wide ones of East Asia, and pictures."""
_MARKS = ("Mn", "Me", "Mc")
_UNSEEN = ("Mn", "Me", "Cf", "Cc")
_ROUNDING = 1e-9
_JOINER, _AS_PICTURE, _ELLIPSIS = "\u200d", "\ufe0f", "…"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of `text` in type of `size`, in points; `bold` is SemiBold."""
    widths = WIDTHS[bold]
    if widths.keys() >= set(text):
        return sum(map(widths.__getitem__, text)) * size / 1000
    return sum(_width(cluster, bold=bold) for cluster in clusters(text)) * size / 1000


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return `text`, or as much of it as fits into `width` with an ellipsis; at least its first character."""
    return (
        text
        if text_width(text, size, bold=bold) <= width + _ROUNDING
        else _cut_short(text, width, size, bold=bold)
    )


def lines_of(text: str, width: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return `text` broken at blanks into at most `most` lines; what has no room ends in an ellipsis.

    A word that is wider than a line is cut, and ends the text, as on the map on screen.
    """
    found: list[str] = []
    rest = " ".join(text.split())
    while rest and len(found) < most:
        line = _first_line(rest, width, size, bold=bold)
        if not line:
            return (*found, _cut_short(rest, width, size, bold=bold))
        found.append(line)
        rest = rest[len(line) :].strip()
    if rest and found:
        found[-1] = _cut_short(f"{found[-1]} {rest}", width, size, bold=bold)
    return tuple(found)


def wrapped_height(
    text: str, width: float, size: float, leading: float = 1.3, *, bold: bool = False
) -> float:
    """Return how high a paragraph is, in points, when no line is wider than `width`.

    Args:
        text: the paragraph; a word that is wider than a line is broken.
        width: in points.
        size: of the type, in points.
        leading: from line to line, in sizes of the type.
        bold: whether it is set in SemiBold.
    """
    lines, used, blank = 0, width, text_width(" ", size, bold=bold)
    for word in text.split():
        long = text_width(word, size, bold=bold)
        if used + blank + long <= width:
            used += blank + long
            continue
        full = max(0, ceil(long / width) - 1)
        lines, used = lines + 1 + full, long - full * width
    return lines * size * leading


def clusters(text: str) -> list[str]:
    """Return the characters of `text` as a reader counts them: with their accents, joined pictures as one."""
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(before: str, character: str) -> bool:
    if character == "\u200c" or unicodedata.category(character) in _MARKS or _joins(character):
        return True
    flag = _is_flag(before) and len(before) == 1 and _is_flag(character)
    return flag or before.endswith(_JOINER)


def _joins(character: str) -> bool:
    """Tell joiners, colours of skin, tags and the later parts of a Korean syllable."""
    parts = (("\u1160", "\u11ff"), ("🏻", "🏿"), ("\U000e0020", "\U000e007f"))
    return character == _JOINER or any(first <= character <= last for first, last in parts)


def _is_flag(text: str) -> bool:
    return "\U0001f1e6" <= text[0] <= "\U0001f1ff"


def _width(cluster: str, *, bold: bool) -> int:
    first, widths = cluster[0], WIDTHS[bold]
    if first in widths and _AS_PICTURE not in cluster:
        return widths[first]
    if unicodedata.category(first) in _UNSEEN:
        return 0
    if _AS_PICTURE in cluster or _is_flag(first):
        return _EMOJI
    if unicodedata.east_asian_width(first) in "WF":
        return _EMOJI if unicodedata.category(first).startswith("S") else _WIDE
    return widths.get(unicodedata.normalize("NFD", first)[0], _OTHER)


def _first_line(text: str, width: float, size: float, *, bold: bool) -> str:
    """Return the words that fit; none where the first does not."""
    words = text.split(" ")
    blank = text_width(" ", size, bold=bold)
    ends = accumulate(text_width(word, size, bold=bold) + blank for word in words)
    return " ".join(words[: _fitting(ends, width + blank)])


def _cut_short(text: str, width: float, size: float, *, bold: bool) -> str:
    """Return as many characters, but not all, as fit with an ellipsis."""
    parts = clusters(text)[:-1] or [text]
    ends = accumulate(text_width(part, size, bold=bold) for part in parts)
    room = width - text_width(_ELLIPSIS, size, bold=bold)
    return "".join(parts[: max(1, _fitting(ends, room))]).rstrip() + _ELLIPSIS


def _fitting(ends: Iterable[float], width: float) -> int:
    """Return how many of what ends at `ends`, one after the other, are not past `width`."""
    return sum(1 for _ in takewhile(lambda end: end <= width + _ROUNDING, ends))
