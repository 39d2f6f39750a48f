"""Findings put into words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workshop.content import language, verdict_words, words
from workshop.exercise.names import joined
from workshop.model import YOU, Finding, Verdict
from workshop.takeaway import day_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def verdict(finding: Finding) -> Verdict:
    """Return `finding` in the words of `content/verdicts`."""
    entry = _entry(finding.key)
    case = entry["cases"][finding.case]
    values = {name: _value(name, value) for name, value in finding.values.items()}
    return Verdict(
        key=finding.key,
        tone=finding.tone,
        headline=case["headline"].format_map(values),
        detail=case.get("detail", "").format_map(values),
        answers=tuple((label(name), label(value)) for name, value in finding.answers),
        formula=entry["formula"],
        source=entry["source"],
        convention=entry["convention"],
        change=entry["change"],
        bars=tuple((label(name), count, whole) for name, count, whole in finding.bars),
        supports=tuple((label(name), label(value)) for name, value in finding.supports),
        opposes=tuple((label(name), label(value)) for name, value in finding.opposes),
    )


_NAMED_BY_LABEL = frozenset({"shock", "shocks", "open_shocks"})
"""Values of a finding that are keys of `[labels]`."""


def _value(name: str, value: Any) -> str:
    if name not in _NAMED_BY_LABEL:
        return spoken(value)
    return label(value) if isinstance(value, str) else spoken([label(key) for key in value])


def label(key: str) -> str:
    """The words for a key of `[labels]`; text that begins with `=` stands for itself."""
    if key.startswith("="):
        return key[1:]
    return str(verdict_words()["labels"].get(key, key))


def picture_words(*files: str) -> dict[str, str]:
    """Return the words of the pictures, those of these files of `content`, and `lang`, their language."""
    said = {key: text for file in ("pictures", *files) for key, text in words(file)["words"].items()}
    return {**said, "lang": language()}


def spoken(value: object) -> str:
    """A value as it stands in a sentence: names joined, you yourself and days in words, numbers in digits."""
    if isinstance(value, date):
        return day_in_words(value, words("pictures")["words"])
    if isinstance(value, list | tuple):
        return joined([spoken(item) for item in value])
    return label(YOU) if value == YOU else str(value)


def _entry(key: str) -> Mapping[str, Any]:
    entry: Mapping[str, Any] = verdict_words()
    for part in key.split("."):
        entry = entry[part]
    return entry
