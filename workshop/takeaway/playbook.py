"""The one-page playbook, section by section; an empty workbook gives an honest page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workshop.analysis.day import months_later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Person, Plan, Workbook

    Words = Mapping[str, str]
    Section = dict[str, Any]

_SEATS = 5


def sections(
    workbook: Workbook, words: Words, *, picture: Mapping[str, Any], glue: str, today: date
) -> list[Section]:
    """Return the playbook of `workbook` as sections, each with a `kind`.

    Args:
        workbook: the answers.
        words: sentences by key, as in `content/pictures.toml`.
        picture: `nodes`, `ties`, `alt` and `caption` of the map.
        glue: what the glue test said, in one line; empty when it could not say anything.
        today: the day the page is made; the next review counts from it.
    """
    return [
        {"kind": "title", "title": words["playbook_title"], "note": _made(today, words)},
        _purpose(workbook, words),
        _five(workbook, words),
        _map(workbook, words, picture, glue),
        _plans(workbook, words),
        _review(workbook, words, today),
    ]


def day_in_words(day: date, words: Words) -> str:
    """Return `day` as `22 November 2026`."""
    return f"{day.day} {words['months'].split()[day.month - 1]} {day.year}"


def _made(today: date, words: Words) -> str:
    return words["playbook_made"].format(day=day_in_words(today, words))


def _purpose(workbook: Workbook, words: Words) -> Section:
    purpose = workbook.purpose
    section: Section = {"kind": "purpose", "title": words["playbook_purpose"]}
    if not purpose.sentence.strip():
        return {**section, "missing": words["playbook_no_purpose"]}
    named = [*(words[f"value_{value}"] for value in purpose.values), purpose.own_value.strip()]
    values = ", ".join(filter(None, named))
    said = words["playbook_values"].format(values=values) if values else ""
    return {
        **section,
        "sentence": purpose.sentence.strip(),
        "values": _joined(_horizon(purpose.horizon, words), said),
    }


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _horizon(years: int | None, words: Words) -> str:
    if years is None:
        return ""
    return words["playbook_horizon_one" if years == 1 else "playbook_horizon"].format(years=years)


def _five(workbook: Workbook, words: Words) -> Section:
    section: Section = {"kind": "five", "title": words["playbook_five"]}
    if not workbook.five:
        return {**section, "missing": words["playbook_no_five"]}
    return {
        **section,
        "people": [_person(person, words) for person in workbook.five],
        "open": _open_seats(_SEATS - len(workbook.five), words),
    }


def _person(person: Person, words: Words) -> Section:
    function = words[f"function_{person.function}"] if person.function else words["playbook_no_function"]
    if person.role_needed:
        name = person.name.strip() or words["playbook_role_unnamed"]
        return {"name": name, "detail": _joined(words["playbook_role_needed"], function), "open": True}
    return {"name": person.name.strip() or words["playbook_unnamed"], "detail": function, "open": False}


def _open_seats(count: int, words: Words) -> str:
    if count <= 0:
        return ""
    return words["playbook_open_seats_one" if count == 1 else "playbook_open_seats"].format(count=count)


def _map(workbook: Workbook, words: Words, picture: Mapping[str, Any], glue: str) -> Section:
    section: Section = {"kind": "map", "title": words["playbook_map"]}
    if not any(tie.knows for tie in workbook.ties):
        return {**section, "missing": words["playbook_no_map"]}
    return {
        **section,
        "picture": {name: picture[name] for name in ("nodes", "ties", "alt")},
        "caption": f"{picture['caption']} {words['playbook_legend']}",
        "glue": f"{words['playbook_glue']}: {glue or words['playbook_no_glue']}",
    }


def _plans(workbook: Workbook, words: Words) -> Section:
    section: Section = {"kind": "plans", "title": words["playbook_plans"]}
    written = [plan for plan in workbook.plans if plan.trigger.strip() or plan.action.strip() or plan.person]
    if not written:
        return {**section, "missing": words["playbook_no_plans"]}
    return {**section, "plans": [_plan(plan, workbook, words) for plan in written]}


def _plan(plan: Plan, workbook: Workbook, words: Words) -> Section:
    person = workbook.person(plan.person) if plan.person else None
    missing = words["playbook_plan_missing"]
    due = date.fromisoformat(plan.due) if plan.due else None
    return {
        "who": (person.name.strip() or words["playbook_unnamed"])
        if person
        else words["playbook_plan_nobody"],
        "kind": words[f"investment_{plan.kind}"] if plan.kind else "",
        "when": words["playbook_plan_if"].format(text=_moment(plan, words) or missing),
        "then": words["playbook_plan_then"].format(text=plan.action.strip() or missing),
        "due": words["playbook_plan_due"].format(day=day_in_words(due, words))
        if due
        else words["playbook_plan_no_due"],
    }


def _moment(plan: Plan, words: Words) -> str:
    """The plan's trigger; a first "when" is said by the page already."""
    moment, said = plan.trigger.strip(), words["playbook_plan_said"]
    return moment[len(said) :].lstrip() if moment.casefold().startswith(said) else moment


def _review(workbook: Workbook, words: Words, today: date) -> Section:
    section: Section = {"kind": "review", "title": words["playbook_review"]}
    months = workbook.commitment.refresh_months
    if months is None:
        return {**section, "missing": words["playbook_no_review"]}
    day = day_in_words(months_later(today, months), words)
    return {**section, "text": words["playbook_review_in"].format(months=months, day=day)}
