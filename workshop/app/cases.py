"""The worked cases side by side: what every exercise finds in each of them, as plain text or Markdown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

import attrs

from workshop.analysis import GROUPS
from workshop.content import case, case_names, exercise, journey, words
from workshop.exercise.wording import verdict
from workshop.model.document import read
from workshop.model.finding import TONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workshop.model import Verdict, Workbook

NARROWEST = 60
"""Columns of text below which the table is not squeezed further."""
_GAP = "  "


@attrs.frozen
class Row:
    """One kind of finding: its key, and what it says in each case."""

    key: str
    cells: tuple[str, ...]


@attrs.frozen
class Section:
    """One step of an exercise and the rows of its findings; never without rows."""

    title: str
    rows: tuple[Row, ...]


def ordered_cases() -> tuple[str, ...]:
    """Return the names of the worked cases, in the order in which their titles stand."""
    titles = tuple(words("wording")["cases"])
    return tuple(sorted(case_names(), key=titles.index))


def sections(names: Sequence[str]) -> tuple[Section, ...]:
    """Return what the exercises called `names` find in the worked cases, step by step, each finding once."""
    cases = tuple(_case(name) for name in ordered_cases())
    shown: set[str] = set()
    found = []
    for name in names:
        for step in exercise(name)["steps"].values():
            groups = [group for group in step["verdicts"] if group not in shown]
            shown.update(groups)
            found.append(Section(f"{_title(name)} · {step['title']}", tuple(_rows(groups, cases))))
    return tuple(section for section in found if section.rows)


def as_text(found: Iterable[Section], width: int) -> str:
    """Return a table that is at most `width` columns wide, but never less than `NARROWEST`."""
    titles = _titles()
    column = (max(width, NARROWEST) - len(_GAP) * (len(titles) - 1)) // len(titles)
    rule = _GAP.join("─" * column for _ in titles)
    blocks = []
    for section in found:
        rows = ("\n".join(("", row.key, *_lines(row.cells, column))) for row in section.rows)
        blocks.append("\n".join((section.title, rule, *_lines(titles, column), rule, *rows)))
    return "\n\n\n".join(blocks)


def as_markdown(found: Iterable[Section]) -> str:
    """Return a heading and a table for each section."""
    head = (_markdown_row("", _titles()), _markdown_row("---", ["---"] * len(_titles())))
    return "\n\n".join(
        "\n".join(
            (f"## {section.title}", "", *head, *(_markdown_row(row.key, row.cells) for row in section.rows))
        )
        for section in found
    )


def _case(name: str) -> tuple[Workbook, date]:
    return read(case(name)).workbook, date.fromisoformat(words("wording")["cases"][name]["day"])


def _title(name: str) -> str:
    [entry] = (entry for entry in journey() if entry["name"] == name)
    return f"{name[:2]} {entry['title']}"


def _titles() -> tuple[str, ...]:
    return tuple(words("wording")["cases"][name]["title"] for name in ordered_cases())


def _rows(groups: Iterable[str], cases: Sequence[tuple[Workbook, date]]) -> Iterable[Row]:
    for group in groups:
        found = [[verdict(finding) for finding in GROUPS[group](*each)] for each in cases]
        for key in dict.fromkeys(said.key for said_in_case in found for said in said_in_case):
            said = [[one for one in in_case if one.key == key] for in_case in found]
            yield Row(key, _cells(said))


def _cells(said: Sequence[Sequence[Verdict]]) -> tuple[str, ...]:
    """Return what the verdicts with one key say in each case; several in one case are counted."""
    spoken = words("console")["cases"]
    if any(len(in_case) > 1 for in_case in said):
        return tuple(_counted(in_case) or spoken["nothing"] for in_case in said)
    return tuple(
        "; ".join(f"{spoken['tones'][one.tone]}: {one.headline}" for one in in_case) or spoken["nothing"]
        for in_case in said
    )


def _counted(said: Sequence[Verdict]) -> str:
    tally = Counter(one.tone for one in said)
    counts = words("console")["cases"]["counts"]
    return ", ".join(counts[tone].format(count=tally[tone]) for tone in TONES if tally[tone])


def _lines(cells: Sequence[str], column: int) -> list[str]:
    wrapped = [wrap(cell, column) for cell in cells]
    return [
        _GAP.join(part.ljust(column) for part in line).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]


def _markdown_row(first: str, cells: Iterable[str]) -> str:
    return "| " + " | ".join((first, *(cell.replace("|", "\\|") for cell in cells))) + " |"
