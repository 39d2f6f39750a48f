"""What happens to the forum when no project runs, and where and when it meets next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.members import members, named
from workshop.analysis.mention import mentioned
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Forum, Workbook

LINES = ("agenda_first", "agenda_second", "agenda_third", "agenda_fourth")
SIGNS = ("cadence", "convener", "agenda", "ritual")
"""What keeps a forum going: a fixed cadence, somebody else to call it, an agenda of its own, a ritual."""
ENOUGH_SIGNS = 3
"""Signs to know before anything is said: this kit's own convention."""


def agenda_lines(forum: Forum) -> tuple[str, ...]:
    """Return the lines of the agenda that are written."""
    return tuple(line for name in LINES if (line := getattr(forum, name).strip()))


def projects_named(workbook: Workbook) -> tuple[str, ...]:
    """Return the projects listed with the allies that the agenda mentions."""
    return mentioned("\n".join(agenda_lines(workbook.forum)), _projects(workbook))


def signs(workbook: Workbook) -> dict[str, bool | None]:
    """Return for each of `SIGNS` whether it holds; None where it was not answered.

    An agenda is free of initiatives only when there is a project to look for; and only somebody who is of
    the five or of the bench, with a name, can call the forum.
    """
    forum = workbook.forum
    present = {person.id for person in (*members(workbook), *named(workbook.bench))}
    can_tell = bool(agenda_lines(forum) and _projects(workbook))
    return {
        "cadence": True if forum.cadence else None,
        "convener": True if forum.convener in present else None,
        "agenda": not projects_named(workbook) if can_tell else None,
        "ritual": True if forum.ritual.strip() else None,
    }


def goes_on(workbook: Workbook) -> str | None:
    """Return what happens when no project runs: `on`, `nearly`, `leans`; None when it cannot be said.

    A project named in the agenda, or the participant's own no, is enough by itself.
    """
    held = signs(workbook)
    known = [sign for sign in held.values() if sign is not None]
    if workbook.forum.without_project == "no" or held["agenda"] is False:
        return "leans"
    if len(known) < ENOUGH_SIGNS:
        return None
    return "on" if len(known) == len(SIGNS) else "nearly"


def forum(workbook: Workbook) -> tuple[Finding, ...]:
    """Return whether the forum would go on without a project, with what speaks for it and against it."""
    key, held, found = "forum.lasting", signs(workbook), goes_on(workbook)
    supports = tuple((f"forum_{sign}", "yes") for sign, holds in held.items() if holds)
    opposes = tuple((f"forum_{sign}", "no" if holds is False else MISSING) for sign, holds in held.items())
    against = tuple(pair for pair in opposes if (pair[0], "yes") not in supports)
    answers = (("without_project", workbook.forum.without_project or MISSING),)
    evidence = (answers, (), supports, against)
    if found is None:
        return (Finding(key, "open", "open"),)
    if found == "on":
        return (Finding(key, "on", "good", {}, *evidence),)
    if found == "nearly":
        [missing] = [sign for sign, holds in held.items() if holds is None]
        return (Finding(key, f"nearly_{missing}", "plain", {}, *evidence),)
    projects = projects_named(workbook)
    case = "leans_named" if projects else "leans_said"
    return (Finding(key, case, "watch", {"found": projects}, *evidence),)


def meeting(workbook: Workbook, today: date) -> tuple[Finding, ...]:
    """Return whether the forum has a place in the organisation, and when it meets next."""
    return (_place(workbook.forum), _next(workbook.forum, today))


def _projects(workbook: Workbook) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ally.project.strip() for ally in workbook.allies if ally.project.strip()))


def _place(held: Forum) -> Finding:
    key, place = "forum.place", held.place.strip()
    if held.form is None:
        return Finding(key, "open", "open")
    answers = (("forum_form", held.form), ("forum_place", literal(place)))
    if place:
        return Finding(key, "placed", "good", {"place": place}, answers)
    return Finding(key, f"no_place_{held.form}", "plain", {}, answers)


def _next(held: Forum, today: date) -> Finding:
    if held.next_day is None:
        return Finding("forum.next", "open", "open")
    day = date.fromisoformat(held.next_day)
    case, tone = ("ahead", "good") if day >= today else ("past", "plain")
    return Finding("forum.next", case, tone, {"day": day})
