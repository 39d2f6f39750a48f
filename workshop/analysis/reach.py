"""Which deciders are within two steps of you: you reach them, or a member of the five does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import literal
from workshop.analysis.members import members
from workshop.model import YOU, Finding

if TYPE_CHECKING:
    from workshop.model import Decider, Workbook


def reach(workbook: Workbook) -> tuple[Finding, ...]:
    """Return how many deciders are within two steps, and which nobody reaches."""
    deciders = tuple(decider for decider in workbook.deciders if decider.role.strip())
    ways = {decider.id: _ways(workbook, decider) for decider in deciders}
    near = tuple(decider for decider in deciders if ways[decider.id])
    far = tuple(decider for decider in deciders if not ways[decider.id])
    if not near:
        return (Finding("reach.steps", "open", "open"),)
    answers = tuple(
        (literal(decider.role), way) for decider in deciders for way in ways[decider.id] or ("nobody",)
    )
    return (_steps(near, far, answers), *_nobody(far))


def _ways(workbook: Workbook, decider: Decider) -> tuple[str, ...]:
    """Return who reaches `decider`, as answers are written: `you`, or a name behind `=`."""
    yourself = ("you",) if YOU in decider.reached_by else ()
    through = (literal(member.name) for member in members(workbook) if member.id in decider.reached_by)
    return (*yourself, *through)


def _steps(
    near: tuple[Decider, ...], far: tuple[Decider, ...], answers: tuple[tuple[str, str], ...]
) -> Finding:
    values = {"near": len(near), "deciders": len(near) + len(far), "roles": _roles(near)}
    if far:
        return Finding("reach.steps", "some", "plain", values, answers)
    return Finding("reach.steps", "all" if len(near) > 1 else "only", "good", values, answers)


def _nobody(far: tuple[Decider, ...]) -> tuple[Finding, ...]:
    if not far:
        return ()
    case = "one" if len(far) == 1 else "many"
    return (Finding("reach.nobody", case, "watch", {"roles": _roles(far)}),)


def _roles(deciders: tuple[Decider, ...]) -> tuple[str, ...]:
    return tuple(decider.role.strip() for decider in deciders)
