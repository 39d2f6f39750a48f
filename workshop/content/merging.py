"""The kit's words with a facilitator's own in their place: only what differs from the copy counts."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from workshop.content.custom import KIT, own_file
from workshop.content.fitting import misfit
from workshop.content.leaves import Path, Text, with_words, words_of

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping


def customised(name: str, kit: dict[str, Any], folder: pathlib.Path) -> dict[str, Any]:
    """Return the content file `name` of the kit in the wording of the customised `folder`.

    What cannot be read or does not fit is left out; the kit's words stand there.
    """
    own = table(own_file(folder, name))
    copied = table(own_file(folder / KIT, name))
    if own is None or own == copied:
        return kit
    told = merged(name, kit, kit if copied is None else copied, own)
    if name != "agenda":
        return told
    from workshop.content.own_blocks import with_own_blocks  # noqa: PLC0415 - it reads words itself

    return with_own_blocks(told, copied or kit, own)


def merged(
    name: str, kit: Mapping[str, Any], copied: Mapping[str, Any], own: Mapping[str, Any]
) -> dict[str, Any]:
    """Return `kit` with each word of `own` that differs from `copied` and fits."""
    before, now = dict(words_of(name, copied)), dict(words_of(name, own))

    def chosen(path: Path, text: Text) -> Text:
        mine = now.get(path, text)
        return text if mine == before.get(path) or misfit(path, text, mine) else mine

    return with_words(name, kit, chosen)


def table(file: pathlib.Path) -> dict[str, Any] | None:
    """Return what a TOML file says; None when it is not there or nobody can read it."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
