"""Which leaves of a content file are words for readers; all others are structure, which programs rely on.

A leaf has a path: keys, and for an entry of a list what it is called, such as `one:start/naming#1`. So a
word keeps its path when other entries come, go or move.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Path = tuple[str, ...]
Text = str | list[str]
"""A word, or a list of them, which is changed as a whole."""

_STRUCTURE = {
    "agenda": {"id", "kind", "day", "exercises", "ids", "form", "stays_until", "starts", "ends"},
    "calendar": {"calendar_program"},
    "exercises": {
        "chart", "folded", "ids", "kept_if", "kind", "options_from", "path", "scenes", "seat", "shown_if",
        "subtitle", "value", "verdicts", "what", "when", "where", "widget",
    },
    "frame": {"case_elsewhere"},
    "journey": {"name"},
    "paper": {"apart", "b", "form", "skip"},
    "posters": {"id"},
    "stories": {"case", "leader", "start", "to", "words"},
    "wording": {"day"},
}  # fmt: skip
_HOW_IT_ENDED = {("outcome", "lasts"), ("outcome", "stays")}
_NAMES = ("path", "id", "value", "name", "what", "b")
"""What tells entries of a list apart, the first that there is; beside `kind`."""


def words_of(name: str, parsed: Mapping[str, Any]) -> Iterator[tuple[Path, Text]]:
    """Yield path and text of every word of the content file `name`, such as `exercises/02_purpose`."""
    for path, value in leaves(parsed):
        if is_word(name, path, value):
            yield path, value


def with_words(name: str, parsed: Mapping[str, Any], change: Callable[[Path, Text], Text]) -> dict[str, Any]:
    """Return a copy in which each word is what `change` makes of its path and its text."""

    def changed(path: Path, value: Any) -> Any:
        return change(path, value) if is_word(name, path, value) else value

    copied: dict[str, Any] = _copied(parsed, (), changed)
    return copied


def leaves(parsed: Mapping[str, Any]) -> list[tuple[Path, Any]]:
    """Return path and value of every leaf, words and structure; a list of plain values is one leaf."""
    found: list[tuple[Path, Any]] = []

    def seen(path: Path, value: Any) -> Any:
        found.append((path, value))
        return value

    _copied(parsed, (), seen)
    return found


def is_word(name: str, path: Path, value: object) -> bool:
    """Return whether readers see the leaf at `path` of the content file `name`."""
    if not _is_text(value):
        return False
    group = name.split("/", maxsplit=1)[0]
    if "words" in path[:-1] and group != "paper":
        return True
    if group == "exercises":
        return not ("value" in path or path[-1] in _STRUCTURE[group])
    if group == "stories" and path[-2:] in _HOW_IT_ENDED:
        return False
    if group == "paper" and (path[0] == "rows" or (path[-1] == "rows" and isinstance(value, str))):
        return False
    return path[-1] not in _STRUCTURE.get(group, ())


def identities(entries: list[Any]) -> list[str]:
    """Return what the entries of a list are called: by kind and name, then by how often it came before."""
    seen: Counter[str] = Counter()
    names = []
    for entry in entries:
        called = _called(entry) if isinstance(entry, dict) else ""
        seen[called] += 1
        names.append(f"{called}#{seen[called]}")
    return names


def _called(entry: Mapping[str, Any]) -> str:
    name = next((str(entry[key]) for key in _NAMES if isinstance(entry.get(key), str | int)), "")
    kind = entry.get("kind")
    return f"{kind}:{name}" if isinstance(kind, str) and "path" in entry else name or str(kind or "")


def _copied(node: Any, path: Path, leaf: Callable[[Path, Any], Any]) -> Any:
    if isinstance(node, dict):
        return {key: _copied(value, (*path, key), leaf) for key, value in node.items()}
    if isinstance(node, list) and any(isinstance(entry, dict | list) for entry in node):
        named = zip(identities(node), node, strict=True)
        return [_copied(entry, (*path, called), leaf) for called, entry in named]
    return leaf(path, list(node) if isinstance(node, list) else node)


def _is_text(value: object) -> bool:
    listed = isinstance(value, list) and bool(value) and all(isinstance(entry, str) for entry in value)
    return isinstance(value, str) or listed
