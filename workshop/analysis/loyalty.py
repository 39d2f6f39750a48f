"""How many of last year's allies still call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Workbook


def allies_lost(workbook: Workbook) -> tuple[Finding, ...]:
    """Return what the two counts of `00_start` say; nothing helped or nothing answered stays open."""
    helped, calling = workbook.start.helped, workbook.start.calling
    if not helped or calling is None:
        return (Finding("allies.lost", "open", "open"),)
    case, tone = _case(helped, calling)
    values = {"helped": helped, "calling": calling, "lost": max(helped - calling, 0)}
    answers = (("helped", literal(helped)), ("calling", literal(calling)))
    return (Finding("allies.lost", case, tone, values, answers),)


def _case(helped: int, calling: int) -> tuple[str, str]:
    if calling > helped:
        return "more", "plain"
    if helped == 1:
        return ("only_kept", "good") if calling else ("only_lost", "watch")
    if calling == helped:
        return "all", "good"
    return ("some", "plain") if calling else ("none", "watch")
