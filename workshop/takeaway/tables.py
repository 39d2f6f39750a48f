"""The answers as tables of pandas: readable columns, answers in words, empty where nothing was said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from workshop.takeaway.rows import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Workbook

MIXED = "answer"
"""The one column in which numbers, days and words stand together."""


def tables(workbook: Workbook, words: Mapping[str, Any], today: date) -> dict[str, pd.DataFrame]:
    """Return the answers as tables by the key of their sheet; those without a row have their columns.

    Numbers are whole and may be missing (`Int64`), days are dates, and everything else is text.

    Args:
        workbook: the answers.
        words: as `workshop.takeaway.rows` takes them.
        today: dates ahead count from here.
    """
    return {
        name: _table(found, words["sheets"][name]["columns"])
        for name, found in rows(workbook, words, today).items()
    }


def about(frames: Mapping[str, pd.DataFrame], words: Mapping[str, Any], heading: str) -> pd.DataFrame:
    """Return a table of contents, its first column called `heading`."""
    said, sheets = words["readme"], words["sheets"]
    return pd.DataFrame(
        {
            heading: [sheets[name]["title"] for name in frames],
            said["holds"]: [sheets[name]["about"] for name in frames],
            said["rows"]: [len(frame) for frame in frames.values()],
        }
    )


def _table(found: list[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame({name: _column(name, [row[name] for row in found]) for name in columns})
    return frame.set_axis(list(columns.values()), axis="columns")


def _column(name: str, values: list[Any]) -> pd.Series:
    if name == MIXED or any(isinstance(value, date) for value in values):
        return pd.Series(values, dtype=object)
    whole = any(isinstance(value, int) for value in values)
    return pd.Series(values, dtype="Int64" if whole else "string")
