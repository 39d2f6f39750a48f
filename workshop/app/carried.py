"""Changes in one file, carried over to the kit's new version of it, or left where that is unsure."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import tomlkit

from workshop.app.lines import brought, lines_of
from workshop.app.own_prose import source
from workshop.content.fitting import misfit
from workshop.content.leaves import identities, is_word, leaves

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.content.leaves import Path


class Left(Exception):  # noqa: N818 - it is an answer, not an error
    """The file stays as it is; `key` names the sentence that says so."""

    def __init__(self, key: str) -> None:
        """Keep the key."""
        super().__init__(key)
        self.key = key


def carried(name: str, fresh: bytes, copied: bytes, mine: bytes) -> bytes:
    """Return the kit's `fresh` version of the file `name` with what `mine` has other than `copied`.

    Raises:
        Left: it cannot be read, or something in it would be lost.
    """
    try:
        if name.endswith(".toml"):
            texts = [text.decode("utf-8-sig") for text in (fresh, copied, mine)]
            return _carried_words(name.removeprefix("content/").removesuffix(".toml"), *texts).encode()
        if name.endswith(".ipynb"):
            return _carried_prose(*(json.loads(text) for text in (fresh, copied, mine)))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Left("unreadable") from None
    raise Left("left")


def _carried_words(name: str, fresh: str, copied: str, mine: str) -> str:
    kit, before, now = (dict(leaves(tomllib.loads(text))) for text in (fresh, copied, mine))
    if before.keys() - now.keys():
        raise Left("left")
    changes = {path: value for path, value in now.items() if path not in before or before[path] != value}
    if not all(path in kit and _fits(name, path, kit[path], value) for path, value in changes.items()):
        raise Left("left")
    for told in (_by_lines, _by_words):
        text = told(fresh, copied, mine, changes)
        if _leaves(text) == {**kit, **changes}:
            return text
    raise Left("left")


def _fits(name: str, path: Path, kit: Any, value: Any) -> bool:
    """Return whether a change can be carried: a word that fits, or in the agenda anything of its type."""
    if is_word(name, path, kit):
        return not misfit(path, kit, value)
    return name == "agenda" and type(value) is type(kit)


def _by_lines(fresh: str, copied: str, mine: str, _changes: Mapping[Path, Any]) -> str:
    """Return `mine` with the kit's new lines, so that remarks, order and quotes of one's own stay."""
    return "\n".join(brought(*(lines_of(text) for text in (copied, fresh, mine))))


def _by_words(fresh: str, copied: str, mine: str, changes: Mapping[Path, Any]) -> str:
    """Return the kit's new file with own words; empty when a remark of one's own would be lost."""
    if _remarks(mine) - _remarks(copied):
        return ""
    document = tomlkit.parse(fresh)
    _put(document, (), changes)
    return tomlkit.dumps(document)


def _leaves(text: str) -> dict[Path, Any] | None:
    try:
        return dict(leaves(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        return None


def _put(node: Any, path: Path, changes: Mapping[Path, Any]) -> None:
    """Write every change into the document, in place, so that its remarks and its order stay."""
    if isinstance(node, dict):
        named = [(key, key) for key in node]
    else:
        named = list(enumerate(identities(list(node))))
    for place, called in named:
        here = (*path, called)
        if here in changes:
            node[place] = changes[here]
        elif isinstance(node[place], dict | list):
            _put(node[place], here, changes)


def _remarks(text: str) -> set[str]:
    """Return what follows each # of a text; a # between quotes may be taken for a remark."""
    return {line.partition("#")[2].strip() for line in lines_of(text) if "#" in line}


def _carried_prose(fresh: Any, copied: Any, mine: Any) -> bytes:
    """Return the kit's new notebook with own texts; only texts and added text cells can be carried."""
    before = {cell["id"]: cell for cell in copied["cells"]}
    there = {cell["id"] for cell in fresh["cells"]}
    texts: dict[str, Any] = {}
    added: dict[str, list[Any]] = {}
    behind = fresh["cells"][0]["id"]
    for cell in mine["cells"]:
        was = before.pop(cell["id"], None)
        if was is None and cell["cell_type"] == "markdown":
            added.setdefault(behind, []).append(cell)
        elif was is None or (source(was) != source(cell) and cell["cell_type"] != "markdown"):
            raise Left("left")
        else:
            behind = cell["id"]
            if source(was) != source(cell):
                texts[behind] = cell["source"]
    if before or not (texts.keys() | added.keys()) <= there:
        raise Left("left")
    cells = []
    for cell in fresh["cells"]:
        own = texts.get(cell["id"])
        cells += [cell if own is None else {**cell, "source": own}, *added.get(cell["id"], ())]
    return (json.dumps({**fresh, "cells": cells}, indent=1, ensure_ascii=False) + "\n").encode()
