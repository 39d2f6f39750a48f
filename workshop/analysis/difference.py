"""M19, membership kept since the snapshot; and what became of the ties, the purpose, and what moved around.

Membership kept is the Jaccard index of two memberships, 0 to 1; turnover is 1 less that. No change in twelve
months, and less than three tenths kept, are flagged: both cuts are this kit's own convention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.answer import label, literal
from workshop.analysis.change import Change, change
from workshop.analysis.day import whole_months
from workshop.analysis.members import names
from workshop.analysis.snapshot import basis, day_of, moves_told
from workshop.model import Finding
from workshop.model.refresh import MOVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from workshop.model import Person, Snapshot, Workbook

UNCHANGED_MONTHS = 12
FEW_KEPT = 0.3


def jaccard(first: Iterable[str], second: Iterable[str]) -> float | None:
    """Return what two memberships have in common out of all who are in either, 0 to 1; None without anybody.

    >>> jaccard("abcd", "abce")
    0.6
    """
    one, other = set(first), set(second)
    return len(one & other) / len(one | other) if one | other else None


def difference(workbook: Workbook, today: date) -> tuple[Finding, ...]:
    """Return what became of members, ties and purpose since the snapshot; nothing without one."""
    kept = basis(workbook)
    if kept is None:
        return ()
    found = change(kept, workbook)
    return (
        _members(found, whole_months(day_of(kept), today)),
        _ties(found),
        _purpose(kept, workbook),
        *_moved(found, kept, workbook, moves_told(workbook, today)),
    )


def _members(found: Change, months: int) -> Finding:
    key = "difference.members"
    before, stayed = len(found.stayed) + len(found.left), len(found.stayed)
    if not before or not found.stayed + found.joined:
        return Finding(key, "open_now" if before else "open_then", "open")
    values: dict[str, Any] = {"stayed": stayed, "before": before, "new": len(found.joined), "months": months}
    values |= {
        who: names(people) for who, people in (("joined", found.joined), ("left", found.left)) if people
    }
    answers = (*_listed("member_stayed", found.stayed), *_listed("member_joined", found.joined),
               *_listed("member_left", found.left))  # fmt: skip
    case, tone = _kept(found, months)
    return Finding(key, case, tone, values, answers, bars=(("member_stayed", stayed, before),))


def _kept(found: Change, months: int) -> tuple[str, str]:
    case, tone = _turnover(found, months)
    return (f"{case}_one" if len(found.stayed) + len(found.left) == 1 else case), tone


def _turnover(found: Change, months: int) -> tuple[str, str]:
    if not found.joined and not found.left:
        return ("same_long", "watch") if months >= UNCHANGED_MONTHS else ("same", "plain")
    if not found.joined or not found.left:
        return ("grown" if found.joined else "smaller"), "plain"
    then, now = found.stayed + found.left, found.stayed + found.joined
    few = (jaccard(_ids(then), _ids(now)) or 0) < FEW_KEPT
    return ("mostly_new", "watch") if few else ("swapped", "plain")


def _ids(people: Iterable[Person]) -> list[str]:
    return [person.id for person in people]


def _listed(key: str, people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((key, literal(name)) for name in names(people))


def _ties(found: Change) -> Finding:
    key, gained, faded = "difference.ties", found.spoken("gained"), found.spoken("faded")
    if not found.told and not gained:
        return Finding(key, "open", "open")
    shown = (("gained", gained), ("faded", faded), ("doubtful", found.spoken("doubtful")))
    answers = tuple((f"tie_{fate}", literal(tie)) for fate, ties in shown for tie in ties)
    values: dict[str, Any] = {fate: ties for fate, ties in shown if ties}
    values |= {"gained_count": len(gained), "faded_count": len(faded), "kept": len(found.spoken("kept"))}
    case = _met(bool(gained), bool(faded)) + ("_doubtful" if found.spoken("doubtful") else "")
    return Finding(key, case, "good" if case == "gained" else "plain", values, answers)


def _met(gained: bool, faded: bool) -> str:  # noqa: FBT001 - two sides of one change
    if gained and faded:
        return "both"
    return "gained" if gained else "faded" if faded else "none"


def _purpose(kept: Snapshot, workbook: Workbook) -> Finding:
    key, then, now = "difference.purpose", kept.sentence.strip(), workbook.purpose.sentence.strip()
    if not now:
        return Finding(key, "open_now" if then else "open", "open")
    answers = (("sentence_then", literal(then)), ("sentence_now", literal(now)))
    if not then:
        return Finding(key, "written", "good", answers=answers)
    return Finding(key, "same" if then.split() == now.split() else "reworded", "plain", answers=answers)


def _moved(
    found: Change, kept: Snapshot, workbook: Workbook, told: Mapping[str, str | None]
) -> tuple[Finding, ...]:
    """Say whether the coalition has answered what moved around it; nothing while nothing is told."""
    if not any(told.values()):
        return ()
    key, moved = "difference.moved", [move for move in MOVES if told[move] == "yes"]
    answers = tuple((f"moved_{move}", label("moved", answer)) for move, answer in told.items())
    if not moved:
        return (Finding(key, "still", "plain", answers=answers),)
    same_words = kept.sentence.split() == workbook.purpose.sentence.split()
    case = "unanswered" if same_words and not found.joined and not found.left else "answered"
    tone = "watch" if case == "unanswered" else "good"
    return (Finding(key, case, tone, {"moved": len(moved), "moves": len(MOVES)}, answers),)
