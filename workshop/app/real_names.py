"""Real names from a file, for one run: they are kept nowhere, and no sentence quotes them."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import attrs

from workshop import content
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from workshop.model import Workbook

_LARGEST = 1_000_000
"""Bytes; twenty-five names are about a thousand."""


@attrs.frozen(repr=False)
class RealName:
    """A real name for a code name, and the line, or the entry, of the file where it stands."""

    line: int
    code: str
    name: str


def read_names(file: Path, workbooks: Sequence[Workbook]) -> tuple[RealName, ...]:
    """Return the names in `file`: a JSON object, or CSV with a code name and a real name in each line.

    Raises:
        Complaint: it cannot be read; a line cannot be understood; or a code name is in none of `workbooks`,
            is given twice, or is that of two people. The sentence says in which lines.
    """
    text = _text(file)
    try:
        found = tuple(_in_json(text) if text.lstrip().startswith("{") else _in_csv(text))
    except (ValueError, RecursionError, csv.Error) as error:
        raise Complaint("names_wrong", file=file, line=_line(error)) from None
    called = [[person.name.strip() for person in workbook.people] for workbook in workbooks]
    codes = [one.code for one in found]
    _complain("names_unknown", file, (one for one in found if not any(one.code in some for some in called)))
    _complain("names_twice", file, (one for one in found if codes.count(one.code) > 1))
    _complain(
        "names_of_two", file, (one for one in found if any(some.count(one.code) > 1 for some in called))
    )
    return found


def by_id(names: Sequence[RealName], workbook: Workbook) -> dict[str, str]:
    """Return the real name of each person of `workbook` whose code name is among `names`."""
    known = {one.code: one.name for one in names if one.name}
    return {
        person.id: known[person.name.strip()] for person in workbook.people if person.name.strip() in known
    }


def _complain(key: str, file: Path, wrong: Iterable[RealName]) -> None:
    lines = ", ".join(str(one.line) for one in wrong)
    if lines:
        raise Complaint(key, file=file, lines=lines)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            read = opened.read(_LARGEST + 1)
        if len(read) > _LARGEST:
            raise Complaint("file_unreadable", file=file)
        return read.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Complaint("file_unreadable", file=file) from None


def _in_json(text: str) -> Iterator[RealName]:
    for number, (code, name) in enumerate(json.loads(text).items(), 1):
        if not isinstance(name, str):
            raise _LineError(number)
        yield RealName(number, code.strip(), name.strip())


def _in_csv(text: str) -> Iterator[RealName]:
    header = content.words("console")["playbook"]["names_header"]
    lines = text.splitlines()
    between = ";" if lines and ";" in lines[0] and "," not in lines[0] else ","
    for number, row in enumerate(csv.reader(lines, delimiter=between), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and [cell.casefold() for cell in cells] == header):
            continue
        if len(cells) != len(header) or not cells[0]:
            raise _LineError(number)
        yield RealName(number, *cells)


class _LineError(ValueError):
    """A line that cannot be understood; the text of the error is its number."""


def _line(error: Exception) -> int:
    """Return the line of the file that `error` is about; 1 when it does not say."""
    return int(error.args[0]) if isinstance(error, _LineError) else getattr(error, "lineno", 1)
