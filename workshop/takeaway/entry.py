"""What an entry of the calendar is about, for the person who opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.forum import agenda_lines
from workshop.analysis.upkeep import kept
from workshop.takeaway.codename import code_name
from workshop.takeaway.days import day_in_words
from workshop.takeaway.panels_of_answers import moment, promised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from workshop.analysis.dates import Dated
    from workshop.model import Person, Workbook

    Words = Mapping[str, str]


def description(dated: Dated, workbook: Workbook, words: Words, today: date) -> str:
    """Return the answers behind `dated`, one in a line."""
    lines = {"forum": _forum, "contact": _contact, "plan": _plan, "refresh": _refresh}[dated.kind]
    return "\n".join(filter(None, lines(dated, workbook, words, today)))


def _forum(_dated: Dated, workbook: Workbook, words: Words, _today: date) -> Iterator[str]:
    held = workbook.forum
    form = words[f"forum_{held.form}"] if held.form else words["playbook_forum_unnamed"]
    yield held.name.strip() or form
    yield held.place.strip()
    agenda = agenda_lines(held)
    if agenda:
        yield words["calendar_agenda"]
        yield from (words["calendar_agenda_line"].format(text=line) for line in agenda)
    if held.ritual.strip():
        yield words["playbook_ritual"].format(text=held.ritual.strip())


def _contact(dated: Dated, workbook: Workbook, words: Words, today: date) -> Iterator[str]:
    [person] = [person for person in workbook.people if person.id == dated.about]
    yield words["date_contact"].format(name=code_name(person, words))
    yield words["calendar_last"].format(day=_last(person, workbook, words, today))
    yield words["calendar_rhythm_one" if dated.weeks == 1 else "calendar_rhythm"].format(weeks=dated.weeks)
    yield words["calendar_again"]


def _last(person: Person, workbook: Workbook, words: Words, today: date) -> str:
    """Return the day of the last contact, or its month where only that was noted."""
    tie = kept(person, workbook, today)
    if tie is None:
        return ""
    said = day_in_words(tie.last, words)
    return said if tie.last.isoformat() == person.last_contact else said.partition(" ")[2]


def _plan(dated: Dated, workbook: Workbook, words: Words, _today: date) -> Iterator[str]:
    [plan] = [plan for plan in workbook.plans if plan.id == dated.about]
    person = workbook.person(plan.person) if plan.person else None
    yield words["date_plan" if person else "date_plan_alone"].format(name=code_name(person, words))
    yield words[f"investment_{plan.kind}"] if plan.kind else ""
    unwritten = words["playbook_plan_missing"]
    yield words["playbook_plan_if"].format(text=moment(plan, words) or unwritten)
    yield words["playbook_plan_then"].format(text=promised(plan, words) or unwritten)


def _refresh(_dated: Dated, _workbook: Workbook, words: Words, _today: date) -> Iterator[str]:
    yield words["calendar_look"]
