"""What the playbook says of the purpose, the five and the plans."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.plans import begun
from workshop.model.workbook import SEATS_OF_FIVE
from workshop.takeaway.codename import code_name
from workshop.takeaway.days import day_in_words
from workshop.takeaway.panel import joined, lines, missing, panel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Person, Plan, Workbook
    from workshop.takeaway.sheet import Line, Panel

    Words = Mapping[str, str]


def purpose(workbook: Workbook, words: Words) -> Panel:
    """Return the sentence, its horizon and its values."""
    purpose = workbook.purpose
    if not purpose.sentence.strip():
        return missing("purpose", words)
    named = [*(words[f"value_{value}"] for value in purpose.values), purpose.own_value.strip()]
    values = ", ".join(filter(None, named))
    note = joined(
        _horizon(purpose.horizon, words), words["playbook_values"].format(values=values) if values else ""
    )
    return panel("purpose", words, lines=lines(("lead", purpose.sentence.strip()), ("note", note)))


def _horizon(years: int | None, words: Words) -> str:
    if years is None:
        return ""
    return words["playbook_horizon_one" if years == 1 else "playbook_horizon"].format(years=years)


def five(workbook: Workbook, words: Words) -> Panel:
    """Return the five with their functions, open seats and the bench."""
    if not workbook.five:
        return missing("five", words)
    entries = tuple(_person(person, words) for person in workbook.five)
    bench = ", ".join(code_name(person, words) for person in workbook.bench if not person.role_needed)
    notes = lines(
        ("note", _open_seats(SEATS_OF_FIVE - len(workbook.five), words)),
        ("note", words["playbook_bench"].format(names=bench) if bench else ""),
    )
    return panel("five", words, entries=entries, notes=notes)


def _person(person: Person, words: Words) -> tuple[Line, ...]:
    function = words[f"function_{person.function}"] if person.function else words["playbook_no_function"]
    sought = words["playbook_role_needed"] if person.role_needed else ""
    return lines(("strong", code_name(person, words)), ("note", joined(sought, function)))


def _open_seats(count: int, words: Words) -> str:
    if count <= 0:
        return ""
    return words["playbook_open_seats_one" if count == 1 else "playbook_open_seats"].format(count=count)


def plans(workbook: Workbook, words: Words, today: date) -> Panel:
    """Return the plans that are begun, those ahead of `today` first."""
    written = [plan for plan in workbook.plans if begun(plan)]
    if not written:
        return missing("plans", words)
    ahead_first = sorted(written, key=lambda plan: bool(plan.due and plan.due < today.isoformat()))
    entries = tuple(_plan(plan, workbook, words, today) for plan in ahead_first)
    return panel("plans", words, entries=entries)


def _plan(plan: Plan, workbook: Workbook, words: Words, today: date) -> tuple[Line, ...]:
    person = workbook.person(plan.person) if plan.person else None
    unwritten = words["playbook_plan_missing"]
    return lines(
        ("strong", code_name(person, words) if plan.person else words["playbook_plan_nobody"]),
        ("note", words[f"investment_{plan.kind}"] if plan.kind else ""),
        ("text", words["playbook_plan_if"].format(text=moment(plan, words) or unwritten)),
        ("text", words["playbook_plan_then"].format(text=promised(plan, words) or unwritten)),
        ("note", _due(plan, words, today)),
    )


def _due(plan: Plan, words: Words, today: date) -> str:
    """By when, and once the day has passed, whether it was kept."""
    day = date.fromisoformat(plan.due) if plan.due else None
    if day is None:
        said = words["playbook_plan_no_due"]
    else:
        key = "playbook_plan_due" if day >= today else "playbook_plan_was_due"
        said = words[key].format(day=day_in_words(day, words))
    return joined(said, words[f"playbook_kept_{plan.kept}"] if plan.kept else "")


def moment(plan: Plan, words: Words) -> str:
    """Return the plan's trigger; a first "when" is said by the page already."""
    return _after(words["playbook_plan_said"], plan.trigger.strip())


def promised(plan: Plan, words: Words) -> str:
    """Return the plan's action; a first "I will" is said by the page already."""
    return _after(words["playbook_plan_will"], plan.action.strip())


def _after(said: str, text: str) -> str:
    return text[len(said) :].lstrip() if text.casefold().startswith(said) else text
