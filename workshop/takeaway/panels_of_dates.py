"""What the playbook says of the forum and of all dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.dates import dates as all_dates
from workshop.analysis.forum import agenda_lines
from workshop.takeaway.codename import code_name
from workshop.takeaway.days import day_in_words
from workshop.takeaway.panel import joined, lines, missing, panel
from workshop.takeaway.sheet import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from workshop.analysis.dates import Dated
    from workshop.model import Workbook
    from workshop.takeaway.sheet import Panel

    Words = Mapping[str, str]
    Entry = tuple[Line, ...]

_MOST_DATES = 6


def forum(workbook: Workbook, words: Words) -> Panel:
    """Return where the coalition meets, how often, and with what agenda."""
    held = workbook.forum
    form = words[f"forum_{held.form}"] if held.form else ""
    head = held.name.strip() or form
    agenda = agenda_lines(held)
    if not (head or agenda or held.cadence or held.next_day):
        return missing("forum", words)
    convener = workbook.person(held.convener) if held.convener else None
    first = lines(
        ("strong", head or words["playbook_forum_unnamed"]),
        ("note", joined(form if form != head else "", _rhythm(workbook, words), held.place.strip())),
        ("text", words["playbook_convener"].format(name=code_name(convener, words)) if convener else ""),
    )
    ritual = words["playbook_ritual"].format(text=held.ritual.strip()) if held.ritual.strip() else ""
    entries = tuple((Line("text", line),) for line in agenda)
    return panel("forum", words, lines=first, entries=entries, notes=lines(("note", ritual)))


def _rhythm(workbook: Workbook, words: Words) -> str:
    cadence, time = workbook.forum.cadence, workbook.forum.time or ""
    every = words["playbook_every_one" if cadence == 1 else "playbook_every"].format(weeks=cadence)
    return joined(every if cadence else "", time)


def dates(workbook: Workbook, words: Words, today: date) -> Panel:
    """Return what is overdue in one entry, then the next dates from `today` on."""
    found = all_dates(workbook, today)
    if not found:
        return missing("dates", words)
    late = tuple(dated for dated in found if dated.late)
    ahead = tuple(dated for dated in found if not dated.late)
    entries = (
        *_overdue(late, workbook, words),
        *(_date(dated, workbook, words) for dated in _shown(ahead)),
    )
    more = len(ahead) - _MOST_DATES
    note = words["playbook_more_dates"].format(count=more) if more > 0 else ""
    return panel("dates", words, entries=entries, notes=lines(("note", note)))


def _shown(ahead: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Return the next dates; the day to look again is among them, however far it is."""
    last = tuple(dated for dated in ahead[_MOST_DATES:] if dated.kind == "refresh")
    return (*ahead[: _MOST_DATES - len(last)], *last)


def _overdue(late: tuple[Dated, ...], workbook: Workbook, words: Words) -> Iterator[Entry]:
    """Yield one entry for all that is overdue."""
    if late:
        names = ", ".join(code_name(workbook.person(dated.about), words) for dated in late)
        yield lines(("strong", words["date_now"]), ("text", words["date_contact_late"].format(name=names)))


def _date(dated: Dated, workbook: Workbook, words: Words) -> Entry:
    return lines(("strong", day_in_words(dated.day, words)), ("text", _what_for(dated, workbook, words)))


def _what_for(dated: Dated, workbook: Workbook, words: Words) -> str:
    """Return what a date is for, with a code name where there is one."""
    about: str | None = dated.about
    if dated.kind == "plan":
        about = next(plan.person for plan in workbook.plans if plan.id == dated.about)
    person = workbook.person(about) if about else None
    key = f"date_{dated.kind}" if person else f"date_{dated.kind}_alone"
    return words[key].format(name=code_name(person, words))
