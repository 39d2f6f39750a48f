"""Lines of a text that two sides have changed: what is new in one of them, brought into the other."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whatever computer wrote it."""
    return text.replace("\r\n", "\n").split("\n")


def brought(copied: list[str], fresh: list[str], mine: list[str]) -> list[str]:
    """Return `mine` with what `fresh` has other than `copied`; lines that `mine` changed as well stay."""
    place = _places(copied, mine)
    told = list(mine)
    for start, end, new in reversed(list(_changes(copied, fresh))):
        spots = [place.get(line) for line in range(start, end)]
        first = place.get(start) if spots or start - 1 not in place else place[start - 1] + 1
        if first is not None and spots == list(range(first, first + len(spots))):
            told[first : first + len(spots)] = new
    return told


def _places(copied: list[str], mine: list[str]) -> dict[int, int]:
    """Return where each line that stayed as it was stands now; and the ends of both."""
    blocks = SequenceMatcher(None, copied, mine, autojunk=False).get_matching_blocks()
    found = {block.a + step: block.b + step for block in blocks for step in range(block.size)}
    return {-1: -1, **found, len(copied): len(mine)}


def _changes(copied: list[str], fresh: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield which lines became which others; as many as before are told one by one."""
    for kind, start, end, first, last in SequenceMatcher(None, copied, fresh, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == last - first:
            yield from ((line, line + 1, [fresh[first + line - start]]) for line in range(start, end))
        elif kind != "equal":
            yield start, end, fresh[first:last]
