"""Keys of a customised content file that are missing, or that the kit does not know."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from workshop.app.finding import said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from workshop.content.leaves import Path


def key_of(path: Path) -> str:
    """Return a path as people find it in the file: keys, and entries of a list by name or number."""
    return ".".join(re.sub(r"^[a-z]+:(?=.)|#1$", "", part) or "1" for part in path).replace("#", "")


def text_of(value: object) -> str:
    """Return a word as a sentence quotes it."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def missing_keys(file: str, lost: Mapping[Path, object], there: Iterable[Path]) -> Iterator[str]:
    """Yield what is missing: a table of which nothing is `there` as one, and a file too."""
    for branch, paths in _branches(lost, there).items():
        key = key_of(branch)
        if not branch:
            yield said("missing_all", file=file)
        elif len(paths) > 1:
            yield said("missing_table", file=file, key=key, count=len(paths))
        else:
            yield said("missing", file=file, key=key_of(paths[0]), text=text_of(lost[paths[0]]))


def strange_keys(file: str, strange: Iterable[Path], known: Collection[Path]) -> Iterator[str]:
    """Yield what the kit does not know, with the nearest that it does; an unknown table as one."""
    for branch in _branches(strange, known):
        key, size = key_of(branch), len(branch)
        others = dict.fromkeys(key_of(path[:size]) for path in known if len(path) >= size)
        near = get_close_matches(key, others, 1, 0.7)
        yield said("unknown" if near else "unknown_far", file=file, key=key, near="".join(near))


def _branches(paths: Iterable[Path], others: Iterable[Path]) -> dict[Path, list[Path]]:
    """Return the `paths` by the shortest beginning that none of the `others` has."""
    begun = {path[:size] for path in others for size in range(len(path) + 1)}
    found: dict[Path, list[Path]] = {}
    for path in paths:
        beginnings = (path[:size] for size in range(len(path) + 1))
        branch = next((start for start in beginnings if start not in begun), path)
        found.setdefault(branch, []).append(path)
    return found
