"""How many of the plans were kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.model import Finding
from workshop.model.snapshot import is_rewritten

if TYPE_CHECKING:
    from workshop.model import Plan, Workbook


def promises(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many of the plans with an action were kept, and how many in part.

    What was said of a plan before it was rewritten does not count: the next snapshot begins with it anew.
    """
    made = [plan for plan in workbook.plans if plan.action.strip()]
    asked = [plan for plan in made if not is_rewritten(plan, workbook.snapshots)]
    tally = Counter(plan.kept for plan in asked if plan.kept)
    key, said = "promises.kept", tally.total()
    if not said:
        return (Finding(key, "open" if asked else "open_new" if made else "open_plans", "open"),)
    values = {"kept": tally["yes"], "partly": tally["partly"], "said": said, "plans": len(made)}
    case, tone = _one(tally) if said == 1 else _many(tally, said)
    bars = (("promises_kept", tally["yes"], said),)
    return (Finding(key, case, tone, values, _answers(made, asked), bars=bars),)


def _one(tally: Counter[str]) -> tuple[str, str]:
    if tally["yes"]:
        return "only", "good"
    return ("only_partly" if tally["partly"] else "only_not"), "plain"


def _many(tally: Counter[str], said: int) -> tuple[str, str]:
    if tally["yes"] == said:
        return "all", "good"
    if tally["yes"]:
        return ("some_partly" if tally["partly"] else "some"), "plain"
    return ("partly" if tally["partly"] else "none"), "plain"


def _answers(made: list[Plan], asked: list[Plan]) -> tuple[tuple[str, str], ...]:
    return tuple((literal(plan.action), _said(plan) if plan in asked else "kept_new") for plan in made)


def _said(plan: Plan) -> str:
    return f"kept_{plan.kept}" if plan.kept else MISSING
