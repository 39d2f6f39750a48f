"""A workbook as it lies in a store or in a downloaded file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from workshop.errors import Refused
from workshop.model.codec import structured
from workshop.model.edit import changed
from workshop.model.scribe import Scribe, encoded
from workshop.model.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

KIND = "coalition-workbook"
SCHEMA_VERSION = 3
LARGEST_FILE = 6_000_000
"""Bytes; a full workbook is about 40 000, the longest ledger with 200 snapshots about 2 300 000."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda answers: answers,  # version 2 asks more, and changes nothing that was asked before
    2: lambda answers: answers,  # version 3 as well
}
"""Schema version n: how the `workbook` part of such a file becomes that of version n + 1."""


@attrs.frozen
class Document:
    """One stored revision.

    Attributes:
        workbook: the answers.
        revision: 1 for the first, then counting up; 0 when nothing is stored yet.
        undo: revision that undo goes back to; None when there is nothing to undo.
        step: where the last change was made, `03_five_people.pick`.
        path: address of the last change.
    """

    workbook: Workbook = attrs.field(factory=Workbook)
    revision: int = 0
    undo: int | None = None
    step: str = ""
    path: str = ""


def written(document: Document) -> str:
    """Return `document` as the text of a file, readable and stable, ending in a line end."""
    return content(document, Scribe()).decode()


def content(document: Document, scribe: Scribe) -> bytes:
    """Return the same in UTF-8, by a scribe who may know most of it already."""
    facts = {name: getattr(document, name) for name in ("revision", "undo", "step", "path")}
    head = {"kind": KIND, "schema_version": SCHEMA_VERSION, **facts}
    lines = (encoded(name) + b": " + encoded(value) + b",\n " for name, value in head.items())
    return b"".join([b"{\n ", *lines, b'"workbook": ', *scribe.pieces(document.workbook), b"\n}\n"])


def read(text: str | bytes, *, largest: int | None = LARGEST_FILE) -> Document:
    """Return the document in `text`, of at most `largest` bytes.

    Raises:
        Refused: too large, not JSON, cut off, of another program, of a newer version, or damaged.
    """
    content = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    if largest is not None and len(content) > largest:
        raise Refused("file_too_large", megabytes=largest // 1_000_000)
    body = _json(text)
    if not isinstance(body, dict) or body.get("kind") != KIND:
        raise Refused("file_foreign")
    version = body.get("schema_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Refused("file_damaged")
    if version > SCHEMA_VERSION:
        raise Refused("file_too_new")
    answers: Any = body.get("workbook")
    try:
        for number in range(version, SCHEMA_VERSION):
            answers = MIGRATIONS[number](answers)
        workbook = structured(answers, Workbook)
        _consistent(workbook)
        facts = {name: body[name] for name in ("revision", "undo", "step", "path") if name in body}
        return _document(workbook, facts)
    except (Refused, LookupError, TypeError, ValueError, AttributeError):
        raise Refused("file_damaged") from None


def _json(text: str | bytes) -> Any:
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refused("file_cut_off" if _looks_cut(text) else "file_not_json") from None


def _looks_cut(text: str | bytes) -> bool:
    begins, ends = (b"{", b"}") if isinstance(text, bytes) else ("{", "}")
    return text.strip().startswith(begins) and not text.strip().endswith(ends)  # type: ignore[arg-type]


def _no_constant(name: str) -> None:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


def _consistent(workbook: Workbook) -> None:
    """Raise `Refused` when seats or references do not hold together."""
    if changed(workbook, "start/rules", workbook.start.rules) != workbook:
        raise Refused("file_damaged")


def _document(workbook: Workbook, facts: dict[str, Any]) -> Document:
    revision, undo = facts.get("revision", 0), facts.get("undo")
    step, path = facts.get("step", ""), facts.get("path", "")
    whole = type(revision) is int and revision >= 0 and (undo is None or (type(undo) is int and undo >= 0))
    if not whole or not isinstance(step, str) or not isinstance(path, str):
        raise Refused("file_damaged")
    return Document(workbook, revision, undo, step, path)
