"""The tables as one Excel file, a sheet each."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

import pandas as pd

from workshop.takeaway.days import day_in_words
from workshop.takeaway.tables import about, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workshop.model import Workbook

LONGEST_NAME = 31
"""Characters of a sheet's name, by Excel's own limit."""
_REFUSED = re.compile(r"[][:*?/\\\x00-\x1f]")
NARROWEST, WIDEST = 8, 44
"""Characters of a column; longer text is wrapped."""
_DAY = "yyyy-mm-dd"
"""As in the CSV files, whatever the language of the program."""
_AS_WRITTEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_IN_MEMORY = {"in_memory": True}
"""Else each sheet would lie on the disk for a moment."""


def excel(workbook: Workbook, words: Mapping[str, Any], today: date) -> bytes:
    """Return a file for Excel: a list of its sheets, then a sheet for each table.

    Days are dates and numbers are numbers; what looks like a formula is text. Called as `csv_archive` is.
    """
    frames = tables(workbook, words, today)
    contents, *others = sheet_names([words["readme"]["title"], *_titles(frames, words)])
    file = BytesIO()
    options = {**_AS_WRITTEN, **_IN_MEMORY}
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        book = writer.book
        book.set_properties({"title": words["readme"]["title"], "created": datetime.combine(today, time())})
        _contents(writer, contents, about(frames, words, words["readme"]["sheet"]), words, today)
        for name, frame in zip(others, frames.values(), strict=True):
            frame.to_excel(writer, sheet_name=name, index=False)
            _laid_out(writer, name, frame)
    return file.getvalue()


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Return names that Excel takes for sheets with these titles: 1 to 31 characters, each only once.

    Excel refuses brackets, colons, slashes, stars and question marks, and an apostrophe at either end; to it,
    capitals and small letters are the same.
    """
    found: dict[str, str] = {}
    for title in titles:
        plain = " ".join(_REFUSED.sub(" ", title).split()).strip("'")[:LONGEST_NAME].strip("' ")
        numbers = (f" {number}" for number in count(2))
        name = plain or str(len(found) + 1)
        while name.casefold() in found:
            more = next(numbers)
            name = f"{plain[: LONGEST_NAME - len(more)]}{more}"
        found[name.casefold()] = name
    return list(found.values())


def _titles(frames: Iterable[str], words: Mapping[str, Any]) -> list[str]:
    return [words["sheets"][name]["title"] for name in frames]


def _contents(
    writer: pd.ExcelWriter, name: str, frame: pd.DataFrame, words: Mapping[str, Any], today: date
) -> None:
    said = words["readme"]
    above = (said["made"].format(day=day_in_words(today, words)), said["private"])
    first = len(above) + 2
    frame.to_excel(writer, sheet_name=name, index=False, startrow=first)
    _laid_out(writer, name, frame, first)
    sheet = writer.sheets[name]
    sheet.write_string(0, 0, said["title"], writer.book.add_format({"bold": True, "font_size": 14}))
    for row, line in enumerate(above, 1):
        sheet.write_string(row, 0, line, writer.book.add_format({"text_wrap": False}))
    sheet.set_column(1, 1, WIDEST * 2)


def _laid_out(writer: pd.ExcelWriter, title: str, frame: pd.DataFrame, row: int = 0) -> None:
    sheet = writer.sheets[title]
    heading = writer.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    wrapped = writer.book.add_format({"text_wrap": True, "valign": "top"})
    day = writer.book.add_format({"num_format": _DAY, "align": "left", "valign": "top"})
    for number, column in enumerate(frame.columns):
        sheet.write_string(row, number, column, heading)
        values = frame.iloc[:, number]
        sheet.set_column(number, number, _width(column, values), wrapped)
        for below, value in enumerate(values, row + 1):
            if isinstance(value, date):
                sheet.write_datetime(below, number, value, day)
    sheet.freeze_panes(row + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(row)


def _width(heading: str, values: pd.Series) -> int:
    """Return the characters a column needs: its longest line, and a heading on two lines."""
    lines = [line for value in values.dropna() for line in str(value).splitlines()]
    longest = max([len(heading) // 2 + 4, *map(len, lines)])
    return min(max(longest + 1, NARROWEST), WIDEST)
