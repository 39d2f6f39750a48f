"""What broke in a customised content file, and what is new in the kit's."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import attrs

from workshop.app.check_keys import key_of, missing_keys, strange_keys, text_of
from workshop.app.finding import Hint, hinted, said
from workshop.app.kit_files import BRAND
from workshop.content.fitting import misfit
from workshop.content.leaves import is_word, leaves, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.content.leaves import Path, Text

_SHORT = 14
"""Characters of a label in the journey."""
_LEAST, _MORE = 24, 1.6
"""No limit is lower; and by how much own texts may be longer than the kit's longest of their kind."""
_BREAKS = 2
"""How often the limit a text may be long before it is no longer a hint: languages differ by less."""
_BRAND = {"name": 40, "logo": 255, "accent": 24, "accent_dark": 24}
"""Limits of a brand: two lines at the top of a phone, and a file's name."""
_BLOCKS = {"steps", "watch", "day", "starts", "ends", "limit"}
"""What may change in the agenda beside words."""
_LINE = re.compile(r"line (\d+)")
_TWICE = re.compile(r"overwrite|twice|immutable", re.IGNORECASE)
"""How the reader of TOML says that a key or a heading came before."""


@attrs.frozen
class _Known:
    """What own words are compared with: the kit's leaves, those of the copy, and the longest of each kind."""

    file: str
    kit: Mapping[Path, Any]
    before: Mapping[Path, Any]
    longest: Mapping[str, int]


def word_findings(file: str, fresh: bytes, copied: bytes, mine: bytes) -> Iterator[str]:
    """Yield what is wrong with the content file `file`, such as `content/frame.toml`."""
    if mine == copied:
        return
    try:
        own = _table(mine)
    except (ValueError, RecursionError) as trouble:
        yield _unread(file, mine, trouble)
        return
    name = name_of(file)
    kit, before, now = (
        _own_leaves(name, facts) for facts in (_table(fresh), table_of(copied) or _table(fresh), own)
    )
    known = _Known(file, kit, before, _longest(name, _table(fresh)))
    changed = {path: value for path, value in now.items() if before.get(path) != value}
    for path, value in changed.items():
        if path in kit:
            yield from _of_change(known, path, value)
        elif path in before:
            yield said("gone", file=file, key=key_of(path))
    yield from strange_keys(file, (path for path in changed if path not in kit.keys() | before), kit)
    lost = {path: kit[path] for path in kit.keys() & before if path not in now}
    words = {path: kit[path] for path in kit if path in lost and is_word(name, path, kit[path])}
    yield from missing_keys(file, words, now)
    for key, text in renewed_words(file, fresh, copied, mine):
        yield hinted("both", file=file, key=key, text=text)


def renewed_words(file: str, fresh: bytes, copied: bytes, mine: bytes) -> Iterator[tuple[str, str]]:
    """Yield key and the kit's new text where both sides have changed a word; own ones are kept."""
    if not file.endswith(".toml"):
        return
    tables = [table_of(text) for text in (fresh, copied, mine)]
    if None in tables:
        return
    kit, before, now = (dict(words_of(name_of(file), table or {})) for table in tables)
    for path, text in kit.items():
        if path in before and before[path] != text and now.get(path, text) not in (text, before[path]):
            yield key_of(path), text_of(text)


def name_of(file: str) -> str:
    """Return the name of a content file, such as `exercises/02_purpose`."""
    return file.removeprefix("content/").removesuffix(".toml")


def table_of(text: bytes) -> dict[str, Any] | None:
    """Return what the text of a TOML file says; None when nobody can read it."""
    try:
        return _table(text)
    except (ValueError, RecursionError):
        return None


def _unread(file: str, mine: bytes, trouble: Exception) -> str:
    if isinstance(trouble, UnicodeDecodeError):
        return said("utf8", file=file)
    found = _LINE.search(str(trouble))
    line = found[1] if found else mine.count(b"\n") + 1
    return said("toml_twice" if _TWICE.search(str(trouble)) else "toml", file=file, line=line)


def _of_change(known: _Known, path: Path, value: Any) -> Iterator[str]:
    key, kit = key_of(path), known.kit[path]
    if not is_word(name_of(known.file), path, kit):
        if value != kit:
            yield said("structure", file=known.file, key=key, text=text_of(kit))
    elif fault := misfit(path, kit, value):
        yield _of_fault(fault, known.file, key, kit)
    else:
        yield from _of_length(known, path, value)


def _of_fault(fault: str, file: str, key: str, kit: Text) -> str:
    texts = [kit] if isinstance(kit, str) else kit
    braces = ", ".join(dict.fromkeys(brace for text in texts for brace in re.findall(r"\{[^{}]*\}", text)))
    if fault == "placeholder" and not braces:
        return said("placeholder_none", file=file, key=key)
    count = len(kit.split()) if isinstance(kit, str) else len(kit)
    text = braces if fault == "placeholder" else text_of(kit)
    return said(fault, file=file, key=key, text=text, count=count)


def _of_length(known: _Known, path: Path, value: Text) -> Iterator[str | Hint]:
    key, length = key_of(path), _length(value)
    limit = _BRAND[key] if known.file == BRAND else _limit(path, known.longest)
    if length > limit:
        tell = said if length > _BREAKS * limit else hinted
        grade = "long" if length > _BREAKS * limit else "longer"
        yield tell(grade, file=known.file, key=key, length=length, limit=limit)


def _limit(path: Path, longest: Mapping[str, int]) -> int:
    return _SHORT if path[-1] == "short" else max(_LEAST, round(_MORE * longest.get(path[-1], 0)))


def _longest(name: str, kit: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for path, text in words_of(name, kit):
        found[path[-1]] = max(found.get(path[-1], 0), _length(text))
    return found


def _length(text: Text) -> int:
    return max(map(len, [text] if isinstance(text, str) else text), default=0)


def _own_leaves(name: str, facts: Mapping[str, Any]) -> dict[Path, Any]:
    """Return the leaves but for what is taken as a whole in the agenda, and told of block by block."""
    found = dict(leaves(facts))
    return {path: value for path, value in found.items() if not _is_arranged(name, path)}


def _is_arranged(name: str, path: Path) -> bool:
    return name == "agenda" and (path[0] == "block" or path[-1] in _BLOCKS)


def _table(text: bytes) -> dict[str, Any]:
    return tomllib.loads(text.decode("utf-8-sig"))
