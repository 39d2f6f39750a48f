"""The four mistakes: what speaks for each and what against, the participant's own answer included.

No conclusion is drawn from the number of signs: signs on both sides are mixed, whatever their number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.signs import Sign, leaning_signs, neglecting_signs, rigid_signs, seeming_signs
from workshop.model import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from workshop.model import Workbook

MISTAKES: dict[str, Callable[[Workbook, date], Iterator[Sign]]] = {
    "leaning": leaning_signs,
    "neglecting": neglecting_signs,
    "seeming": seeming_signs,
    "rigid": rigid_signs,
}
_TONES = {"seen": "watch", "not_seen": "good", "mixed": "plain", "open": "open", "open_unsure": "open"}


def mistakes(workbook: Workbook, today: date) -> tuple[Finding, ...]:
    """Return one finding for each mistake: seen, not seen, mixed, or not enough to say yet."""
    return tuple(_mistake(name, workbook, today) for name in MISTAKES)


def _mistake(name: str, workbook: Workbook, today: date) -> Finding:
    own = getattr(workbook.stress, name)
    signs = [*_own(own), *MISTAKES[name](workbook, today)]
    supports = tuple((sign.name, sign.value) for sign in signs if sign.speaks_for)
    opposes = tuple((sign.name, sign.value) for sign in signs if not sign.speaks_for)
    case = _case(own, bool(supports), bool(opposes))
    values = {"supports": len(supports), "opposes": len(opposes)}
    answers = (("own_answer", own),) if own else ()
    return Finding(
        f"mistakes.{name}", case, _TONES[case], values, answers, supports=supports, opposes=opposes
    )


def _own(answer: str | None) -> tuple[Sign, ...]:
    if answer in {"yes", "no"}:
        return (Sign("own_answer", str(answer), speaks_for=answer == "yes"),)
    return ()


def _case(own: str | None, supports: bool, opposes: bool) -> str:  # noqa: FBT001 - two sides of one scale
    if supports and opposes:
        return "mixed"
    if supports or opposes:
        return "seen" if supports else "not_seen"
    return "open_unsure" if own else "open"
