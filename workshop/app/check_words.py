"""What broke in a customised content file, and what is new in the kit's."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import attrs

from workshop.app.kit_files import BRAND
from workshop.content import words
from workshop.content.fitting import misfit
from workshop.content.leaves import is_word, leaves, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.content.leaves import Path

_SHORT = 14
"""Characters of a label in the journey."""
_LEAST, _MORE = 24, 1.6
"""No limit is lower; and by how much own texts may be longer than the kit's longest of their kind."""
_BRAND = {"name": 40, "logo": 255, "accent": 24, "accent_dark": 24}
"""Limits of a brand: two lines at the top of a phone, and a file's name."""
_BLOCKS = {"steps", "watch", "day", "starts", "ends", "limit"}
"""What may change in the agenda beside words."""
_LINE = re.compile(r"line (\d+)")


def said(key: str, /, **values: object) -> str:
    """Return one of the sentences of `workshop check`."""
    return str(words("customise")["check"][key]).format(**values)


@attrs.frozen
class _Known:
    """What own words are compared with: the kit's leaves, those of the copy, and the longest of each kind."""

    file: str
    kit: Mapping[Path, Any]
    before: Mapping[Path, Any]
    longest: Mapping[str, int]


def word_findings(file: str, fresh: bytes, copied: bytes, mine: bytes) -> Iterator[str]:
    """Yield what is wrong with the content file `file`, such as `content/frame.toml`."""
    try:
        own = tomllib.loads(mine.decode("utf-8-sig"))
    except UnicodeDecodeError:
        yield said("utf8", file=file)
        return
    except tomllib.TOMLDecodeError as trouble:
        found = _LINE.search(str(trouble))
        line = found[1] if found else mine.count(b"\n") + 1
        yield said("toml", file=file, line=line)
        return
    name = name_of(file)
    kit, before = (dict(leaves(_table(text))) for text in (fresh, copied))
    now = dict(leaves(own))
    known = _Known(file, kit, before, _longest(name, _table(fresh)))
    for path, value in now.items():
        if before.get(path) != value and not _is_arranged(name, path):
            yield from _of_change(known, path, value)
    for path in kit:
        if path in before and path not in now and not _is_arranged(name, path):
            yield said("missing", file=file, key=key_of(path), text=_text(kit[path]))
    for key, text in renewed_words(file, fresh, copied, mine):
        yield said("both", file=file, key=key, text=text)


def renewed_words(file: str, fresh: bytes, copied: bytes, mine: bytes) -> Iterator[tuple[str, str]]:
    """Yield key and the kit's new text where both sides have changed a word; own ones are kept."""
    if not file.endswith(".toml"):
        return
    tables = (_table(text) for text in (fresh, copied, mine))
    kit, before, now = (dict(words_of(name_of(file), table)) for table in tables)
    for path, text in kit.items():
        if path in before and before[path] != text and now.get(path, text) not in (text, before[path]):
            yield key_of(path), _text(text)


def name_of(file: str) -> str:
    """Return the name of a content file, such as `exercises/02_purpose`."""
    return file.removeprefix("content/").removesuffix(".toml")


def key_of(path: Path) -> str:
    """Return a path as people find it in the file: keys, and entries of a list by name or number."""
    return ".".join(re.sub(r"^[a-z]+:(?=.)|#1$", "", part) or "1" for part in path).replace("#", "")


def _of_change(known: _Known, path: Path, value: Any) -> Iterator[str]:
    key, kit = key_of(path), known.kit.get(path)
    if path not in known.kit:
        yield _of_stranger(known, path)
    elif not is_word(name_of(known.file), path, kit):
        if value != kit:
            yield said("structure", file=known.file, key=key, text=_text(kit))
    elif fault := misfit(path, kit, value):  # type: ignore[arg-type] # a word is text, or a list of it
        yield _of_fault(fault, known.file, key, kit)
    else:
        limit, length = (
            _BRAND[key] if known.file == BRAND else _limit(path, known.longest),
            max(map(len, [value] if isinstance(value, str) else value)),
        )
        if length > limit:
            yield said("long", file=known.file, key=key, length=length, limit=limit)


def _of_stranger(known: _Known, path: Path) -> str:
    key = key_of(path)
    if path in known.before:
        return said("gone", file=known.file, key=key)
    near = get_close_matches(key, [key_of(other) for other in known.kit], 1, 0.7)
    return said("unknown" if near else "unknown_far", file=known.file, key=key, near="".join(near))


def _of_fault(fault: str, file: str, key: str, kit: Any) -> str:
    texts = [kit] if isinstance(kit, str) else kit
    braces = ", ".join(dict.fromkeys(brace for text in texts for brace in re.findall(r"\{[^{}]*\}", text)))
    if fault == "placeholder" and not braces:
        return said("placeholder_none", file=file, key=key)
    count = len(kit.split()) if isinstance(kit, str) else len(kit)
    text = braces if fault == "placeholder" else _text(kit)
    return said(fault, file=file, key=key, text=text, count=count)


def _limit(path: Path, longest: Mapping[str, int]) -> int:
    return _SHORT if path[-1] == "short" else max(_LEAST, round(_MORE * longest.get(path[-1], 0)))


def _longest(name: str, kit: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for path, text in words_of(name, kit):
        length = max(map(len, [text] if isinstance(text, str) else text))
        found[path[-1]] = max(found.get(path[-1], 0), length)
    return found


def _is_arranged(name: str, path: Path) -> bool:
    """Return whether a leaf of the agenda belongs to what is taken as a whole, and told of block by block."""
    return name == "agenda" and (path[0] == "block" or path[-1] in _BLOCKS)


def _table(text: bytes) -> dict[str, Any]:
    return tomllib.loads(text.decode("utf-8-sig"))


def _text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
