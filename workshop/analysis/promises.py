"""How many of the plans were kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Plan, Workbook


def promises(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many of the plans with an action were kept, and how many in part."""
    made = [plan for plan in workbook.plans if plan.action.strip()]
    tally = Counter(plan.kept for plan in made if plan.kept)
    key, said = "promises.kept", tally.total()
    if not said:
        return (Finding(key, "open" if made else "open_plans", "open"),)
    values = {"kept": tally["yes"], "partly": tally["partly"], "said": said, "plans": len(made)}
    case, tone = _case(tally, said)
    return (Finding(key, case, tone, values, _answers(made), bars=(("promises_kept", tally["yes"], said),)),)


def _case(tally: Counter[str], said: int) -> tuple[str, str]:
    if tally["yes"] == said:
        return ("only", "good") if said == 1 else ("all", "good")
    if tally["yes"]:
        return ("some_partly" if tally["partly"] else "some"), "plain"
    return ("partly" if tally["partly"] else "none"), "plain"


def _answers(plans: list[Plan]) -> tuple[tuple[str, str], ...]:
    return tuple((literal(plan.action), f"kept_{plan.kept}" if plan.kept else MISSING) for plan in plans)
