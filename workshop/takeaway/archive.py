"""The tables as CSV files in one archive, for any other program."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from workshop.takeaway.days import day_in_words
from workshop.takeaway.tables import tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells Excel that a file is UTF-8."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LIKE_A_FORMULA = re.compile(r"(\A[\t\r]|(?:\A|[;\n])\s*[=+\-@＝＋－＠])")


def csv_archive(workbook: Workbook, words: Mapping[str, Any], today: date) -> bytes:
    """Return a zip with a CSV file for each table and a README, the same bytes for the same answers and day.

    The arguments are those of `workshop.takeaway.tables.tables`; `words` has the `months` as well.
    """
    frames = tables(workbook, words, today)
    texts = {f"{name}.csv": _csv(frame) for name, frame in frames.items()}
    texts["README.txt"] = _readme(frames, words, today)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, (BOM + text).encode())
    return file.getvalue()


def as_text(value: Any) -> Any:
    """Return `value` so that no program takes it, or a part that it might split off, for a formula.

    Some programs split a file at semicolons and line ends whatever stands around them, so what follows those
    counts as a beginning too.
    """
    return _LIKE_A_FORMULA.sub(_with_apostrophe, value) if isinstance(value, str) else value


def _with_apostrophe(found: re.Match[str]) -> str:
    sign = found[0][-1]
    return f"'{sign}" if len(found[0]) == 1 else f"{found[0][:-1]}'{sign}"


def _csv(frame: pd.DataFrame) -> str:
    safe = {
        title: pd.Series([as_text(cell) for cell in cells], dtype=object) for title, cells in frame.items()
    }
    return str(pd.DataFrame(safe).to_csv(index=False, lineterminator="\r\n"))


def _readme(frames: Mapping[str, pd.DataFrame], words: Mapping[str, Any], today: date) -> str:
    said = words["readme"]
    files = (
        said["line"].format(file=f"{name}.csv", about=words["sheets"][name]["about"], rows=len(frame))
        for name, frame in frames.items()
    )
    made = said["made"].format(day=day_in_words(today, words))
    rules = (said["format"], said["apostrophe"], said["join"])
    return "\r\n".join((said["title"], "", made, said["private"], "", *files, "", *rules, ""))
