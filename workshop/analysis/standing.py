"""The two questions asked before and after, 1 to 5 each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Workbook


def before_after(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how each of the two answers moved between `00_start` and `09_commit`."""
    return tuple(
        _moved(question, getattr(workbook.start, question), getattr(workbook.commitment, question))
        for question in ("standing", "clarity")
    )


def _moved(question: str, before: int | None, after: int | None) -> Finding:
    key = f"before_after.{question}"
    if before is None or after is None:
        return Finding(key, "open", "open")
    values = {"before": before, "after": after}
    answers = (("before", literal(before)), ("after", literal(after)))
    if after == before:
        return Finding(key, "same", "plain", values, answers)
    return (
        Finding(key, "up", "good", values, answers)
        if after > before
        else Finding(key, "down", "plain", values, answers)
    )
