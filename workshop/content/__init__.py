"""Words, order and minutes, read from the TOML files of this folder. Words live nowhere else."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from workshop.content.custom import KIT, custom_folder
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path


_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are mostly written from right to left."""


def words(name: str) -> Mapping[str, Any]:
    """Return the content of `NAME.toml` as a read-only mapping."""
    return MappingProxyType(_parsed(name))


def language() -> str:
    """Return the language that the words are in, as in BCP 47: `en`, `de-CH`."""
    return str(words("frame")["lang"])


def direction() -> str:
    """Return which way the words run: `ltr` or `rtl`."""
    return "rtl" if language().split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


@cache
def verdict_words() -> Mapping[str, Any]:
    """Return what the analyses found, in words, of all files of `verdicts/` together.

    Each finding's key leads to its formula, its source, whether a cut-off is this kit's own convention, what
    would change it, and to its cases, each with a headline and perhaps a detail. `labels` names answers.
    """
    merged: dict[str, Any] = {}
    for file in sorted(_names("verdicts", ".toml")):
        for group, entries in _parsed(f"verdicts/{file}").items():
            merged.setdefault(group, {}).update(entries)
    return MappingProxyType(merged)


def exercise(name: str) -> Mapping[str, Any]:
    """Return the words of exercise `name`: its steps.

    Raises:
        Complaint: there is no such exercise.
    """
    if name not in exercise_names():
        raise Complaint("exercise_unknown")
    return words(f"exercises/{name}")


@cache
def exercise_names() -> tuple[str, ...]:
    """The exercises that can be opened, in their order."""
    return tuple(entry["name"] for entry in journey() if _file(f"exercises/{entry['name']}").is_file())


@cache
def journey() -> tuple[Mapping[str, Any], ...]:
    """All twelve exercises in their order, with title, day and minutes, those still to come included."""
    return tuple(MappingProxyType(entry) for entry in words("journey")["exercise"])


def complaint(key: str, **values: object) -> str:
    """Return the sentence for a complaint's key."""
    sentences = words("complaints")
    return str(sentences.get(key, sentences["unexpected"])).format_map(_Values(values))


def case_names() -> tuple[str, ...]:
    """The worked cases that can be opened."""
    return tuple(sorted(_names("cases", ".json")))


def case(name: str) -> str:
    """Return the document of a worked case as the text of a file.

    Raises:
        Complaint: there is no such case.
    """
    if name not in case_names():
        raise Complaint("case_unknown", names=", ".join(case_names()))
    kit = (files(__name__) / "cases" / f"{name}.json").read_text(encoding="utf-8")
    folder = custom_folder()
    return kit if folder is None else _own_case(folder, name) or kit


def _own_case(folder: Path, name: str) -> str:
    """Return the facilitator's own version of a case; empty when there is none that can be read."""
    from workshop.model.document import read  # noqa: PLC0415 - only a customised kit needs it

    try:
        own, copied = (
            (place / "content" / "cases" / f"{name}.json").read_text(encoding="utf-8")
            for place in (folder, folder / KIT)
        )
        if own != copied:
            read(own)
    except (OSError, ValueError, Complaint):
        return ""
    return "" if own == copied else own


def kit_words(name: str) -> dict[str, Any]:
    """Return the content of `NAME.toml` in the kit's own words, whatever is customised."""
    return tomllib.loads(_file(name).read_text(encoding="utf-8"))


def forget() -> None:
    """Read everything again from now on: another customised folder was chosen."""
    for found in (_parsed, verdict_words, exercise_names, journey):
        found.cache_clear()


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return ""


def _names(folder: str, ending: str) -> tuple[str, ...]:
    found = (entry.name for entry in (files(__name__) / folder).iterdir())
    return tuple(name.removesuffix(ending) for name in found if name.endswith(ending))


def _file(name: str) -> Traversable:
    return files(__name__).joinpath(*f"{name}.toml".split("/"))


@cache
def _parsed(name: str) -> dict[str, Any]:
    kit = kit_words(name)
    folder = custom_folder()
    if folder is None:
        return kit
    from workshop.content.merging import customised  # noqa: PLC0415 - most workshops use the kit's words

    return customised(name, kit, folder)
