"""Five building blocks of the coalition, a bar each, and never a total.

Each bar is a count of answers that hold, out of all that were given. Whoever wants one number for the whole
will not find it here: the five are not of one kind.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from workshop.analysis.answer import MISSING, literal
from workshop.analysis.diversity import GROUPINGS, most_pairs_that_differ, pairs_that_differ
from workshop.analysis.exchange import is_pattern, tally
from workshop.analysis.glue import removals
from workshop.analysis.members import FEWEST, members
from workshop.analysis.purpose import purpose_tests
from workshop.analysis.shock import judged_shocks
from workshop.analysis.trust import STRONG, mean_trust
from workshop.model import YOU, Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

Answers = tuple[tuple[str, str], ...]


def blocks(workbook: Workbook, today: date = date.max) -> tuple[Finding, ...]:
    """Return purpose, trust, reciprocity, diversity and resilience of the coalition, one finding each."""
    return (
        _purpose(workbook),
        _trust(workbook),
        _reciprocity(workbook, today),
        _diversity(workbook),
        _resilience(workbook),
    )


def _purpose(workbook: Workbook) -> Finding:
    """BB1: tests of the sentence that hold, of six."""
    tests = purpose_tests(workbook)
    passed = sum(test.tone == "good" for test in tests)
    answers = tuple((f"test_{test.key.partition('.')[2]}", f"test_{test.tone}") for test in tests)
    if not workbook.purpose.sentence.strip() or all(test.tone == "open" for test in tests):
        return Finding("blocks.purpose", "open", "open", {}, answers)
    waiting = sum(test.tone == "open" for test in tests)
    return _block("purpose", passed, len(tests), answers, waiting=waiting)


def _trust(workbook: Workbook) -> Finding:
    """BB2: ties whose trust is 4 or more on average (M2), of those rated."""
    means = {person: mean_trust(person) for person in members(workbook)}
    rated = {person: mean for person, mean in means.items() if mean is not None}
    answers = tuple((literal(person.name), _band(mean)) for person, mean in means.items())
    if len(rated) < FEWEST:
        return Finding("blocks.trust", "open", "open", {"rated": len(rated)}, answers)
    waiting = len(means) - len(rated)
    return _block(
        "trust", sum(mean >= STRONG for mean in rated.values()), len(rated), answers, waiting=waiting
    )


def _band(mean: float | None) -> str:
    if mean is None:
        return MISSING
    return "tie_strong" if mean >= STRONG else "tie_growing"


def _reciprocity(workbook: Workbook, today: date) -> Finding:
    """BB3: ties in which help is a pattern (M5), of those in which something passed."""
    counted = {person: tally(workbook, person.id, today) for person in members(workbook)}
    passed = {person: found for person, found in counted.items() if found.passed}
    answers = tuple(
        (
            literal(person.name),
            "tie_pattern" if is_pattern(found) else "tie_once" if found.passed else MISSING,
        )
        for person, found in counted.items()
    )
    if not passed:
        return Finding("blocks.reciprocity", "open", "open", {}, answers)
    waiting = len(counted) - len(passed)
    patterns = sum(is_pattern(found) for found in passed.values())
    return _block("reciprocity", patterns, len(passed), answers, waiting=waiting)


def _diversity(workbook: Workbook) -> Finding:
    """BB4: pairs that differ in function, level or view, of the most that so many people allow (M8)."""
    people = members(workbook)
    counts = {grouping: pairs_of(people, grouping) for grouping in GROUPINGS}
    answers = tuple((f"mix_{name}", literal(f"{differ} / {most}")) for name, (differ, most) in counts.items())
    if not all(most for _, most in counts.values()):
        return Finding("blocks.diversity", "open", "open")
    differ, most = (sum(counted) for counted in zip(*counts.values(), strict=True))
    waiting = sum(any(getattr(person, name) is None for name in GROUPINGS) for person in people)
    return _block("diversity", differ, most, answers, waiting=waiting)


def pairs_of(people: tuple[Person, ...], grouping: str) -> tuple[int, int]:
    """Return how many pairs of `people` differ in `grouping`, and could; zeros below three described.

    The ratio of the two is Blau's B over the highest B that so many people allow.
    """
    kinds = [kind for person in people if (kind := getattr(person, grouping)) is not None]
    if len(kinds) < FEWEST:
        return 0, 0
    most = most_pairs_that_differ(len(kinds), len(GROUPINGS[grouping]))
    return pairs_that_differ(list(Counter(kinds).values())), most


def _resilience(workbook: Workbook) -> Finding:
    """BB5: single losses and drawn shocks after which the others hold, of all that were tried (M14, M21)."""
    taken = [one for one in removals(workbook).values() if one.case != "open"]
    judged = judged_shocks(workbook)
    losses: Answers = tuple(
        (YOU if one.id == YOU else literal(one.name), f"glue_{one.case}") for one in taken
    )
    stood: Answers = tuple(
        (
            f"shock_{found.shock}",
            "stands_yes" if found.surely else "stands_unsure" if found.possibly else "stands_no",
        )
        for found in judged
    )
    if not taken and not judged:
        return Finding("blocks.resilience", "open", "open")
    tried = {
        "losses": len(taken),
        "losses_held": sum(one.case == "holds" for one in taken),
        "drawn": len(judged),
        "drawn_held": sum(found.surely for found in judged),
    }
    held, whole = tried["losses_held"] + tried["drawn_held"], len(taken) + len(judged)
    waiting = int(not taken) + int(not judged)
    return _block("resilience", held, whole, (*losses, *stood), waiting=waiting, **tried)


def _block(name: str, count: int, whole: int, answers: Answers, waiting: int = 0, **more: int) -> Finding:
    """Return one bar; `waiting` is what could still be answered, `more` what its words mention besides."""
    case = "full" if count == whole else "some" if count else "none"
    tone = "good" if case == "full" and not waiting else "plain"
    case += ("_so_far" if waiting else "") + ("_one" if whole == 1 else "")
    values = {"count": count, "whole": whole, "waiting": waiting, **more}
    return Finding(f"blocks.{name}", case, tone, values, answers, ((f"block_{name}", count, whole),))
