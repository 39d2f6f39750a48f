"""If–then plans: two or three, each with a person, a trigger and an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Plan, Workbook

ENOUGH = 2
"""Plans that make a start; three are the most."""


def begun(plan: Plan) -> bool:
    """Whether `plan` says anything yet: a person, a trigger or an action; a day alone is no plan."""
    return bool(plan.person or plan.trigger.strip() or plan.action.strip())


def complete(plan: Plan) -> bool:
    """Whether `plan` names a person, a trigger and an action; a due day is optional."""
    return bool(plan.person and plan.trigger.strip() and plan.action.strip())


def plans(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many plans are complete, and whether they are for different people."""
    whole = [plan for plan in workbook.plans if complete(plan)]
    if not any(map(begun, workbook.plans)):
        return (Finding("plans.count", "open", "open"),)
    if not whole:
        return (Finding("plans.count", "none", "plain"),)
    if len(whole) < ENOUGH:
        return (Finding("plans.count", "one", "plain"),)
    if len({plan.person for plan in whole}) == 1:
        return (Finding("plans.count", "same", "plain", {"plans": len(whole)}),)
    return (Finding("plans.count", "enough", "good", {"plans": len(whole)}),)
