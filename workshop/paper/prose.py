"""Markdown of the notebooks as blocks that a template can draw; nothing in it is ever run or fetched."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import mistune

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Token = Mapping[str, Any]

Block = dict[str, Any]
Run = dict[str, Any]
_BREAKS = {"linebreak", "softbreak"}


def blocks_of(source: str) -> list[Block]:
    """Return Markdown as headings, paragraphs and lists, each of runs of plain, emphasised or strong text.

    What has no place on paper keeps its words: a link its text, an image its description, HTML its tags.
    """
    return [block for token in _parser()(source) for block in _block(token)]


def heading_and_rest(source: str) -> tuple[str, list[Block]]:
    """Return the first heading of a cell as text, empty when it begins with none, and what follows it."""
    found = blocks_of(source)
    if found and found[0]["b"] == "heading":
        return said(found[0]["runs"]), found[1:]
    return "", found


def said(runs: Iterable[Run]) -> str:
    """Return runs as one plain text."""
    return "".join(run["t"] for run in runs).strip()


def plain(text: str) -> list[Run]:
    """Return text as a run of its own, without reading anything into it."""
    return [{"t": text, "em": False, "strong": False}]


@cache
def _parser() -> Any:
    return mistune.create_markdown(renderer="ast")


def _block(token: Token) -> Iterator[Block]:
    kind = token["type"]
    if kind == "heading":
        yield {"b": "heading", "runs": _runs(token)}
    elif kind == "list":
        ordered = bool(token["attrs"]["ordered"])
        yield {"b": "list", "ordered": ordered, "items": [_runs(item) for item in token["children"]]}
    elif kind == "block_quote":
        yield from (block for child in token["children"] for block in _block(child))
    elif (runs := _runs(token)) and said(runs):
        yield {"b": "para", "runs": runs}


def _runs(token: Token, *, em: bool = False, strong: bool = False) -> list[Run]:
    return [run for part in _parts(token) for run in _run(part, em=em, strong=strong)]


def _parts(token: Token) -> list[Token]:
    if "children" in token:
        return list(token["children"])
    return [{"type": "text", "raw": token.get("raw", "")}]


def _run(token: Token, *, em: bool, strong: bool) -> list[Run]:
    kind = token["type"]
    if kind in _BREAKS:
        return [{"t": " ", "em": False, "strong": False}]
    if "children" in token:
        space = [] if kind in {"emphasis", "strong", "link", "image"} else plain(" ")
        em, strong = em or kind == "emphasis", strong or kind == "strong"
        return [*_runs(token, em=em, strong=strong), *space]
    return [{"t": str(token.get("raw", "")), "em": em, "strong": strong}]
