"""The introduction of two members to each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from workshop.analysis.members import members
from workshop.analysis.mention import mentioned
from workshop.takeaway.letter import Letter, dear, name_of, plan_to, somebody
from workshop.takeaway.sentence import closed, filled, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Person, Plan, Workbook

    Words = Mapping[str, str]
    Pair = tuple[Person, Person]


def introduction(workbook: Workbook, words: Words, best: tuple[str, str] | None) -> Letter:
    """Return the introduction of the two of a plan, else of the two whose ids are in `best`."""
    plan = plan_to("introduce", workbook)
    pair = _pair_of(plan, workbook) or _named(best, workbook)
    if pair is None:
        key = "introduction_known" if _all_known(workbook) else "introduction_missing"
        return Letter("introduction", words["introduction_title_open"], missing=words[key])
    about = "\n".join(filter(None, (_about(person, words) for person in pair)))
    body = paragraphs(
        [dear(pair, words)],
        [words["introduction_why"]],
        [about],
        [words["introduction_meet"], words["introduction_free"]],
        [words["message_close"]],
    )
    names = {"first": name_of(pair[0]), "second": name_of(pair[1])}
    title, subject = (words[f"introduction_{part}"].format(**names) for part in ("title", "subject"))
    return Letter("introduction", title, subject, body)


def _pair_of(plan: Plan | None, workbook: Workbook) -> Pair | None:
    """Return the person of a plan and the first other member it speaks of, unless they know each other."""
    if plan is None:
        return None
    first = somebody(plan.person, workbook)
    text = f"{plan.action} {plan.trigger}"
    others = [one for one in members(workbook) if one.id != plan.person and _speaks_of(one, text)]
    if first is None or not others or _know(first, others[0], workbook):
        return None
    return first, others[0]


def _speaks_of(person: Person, text: str) -> bool:
    """Whether `text` has the name as a word of its own, in the same letters: `A` is not an article."""
    name = name_of(person)
    return name in text and bool(mentioned(text, [name]))


def _named(ids: tuple[str, str] | None, workbook: Workbook) -> Pair | None:
    first, second = (somebody(id, workbook) for id in ids or ("", ""))
    return (first, second) if first and second else None


def _know(first: Person, second: Person, workbook: Workbook) -> bool:
    tie = workbook.tie(first.id, second.id)
    return tie is not None and tie.knows == "yes"


def _all_known(workbook: Workbook) -> bool:
    pairs = list(combinations(members(workbook), 2))
    return bool(pairs) and all(_know(*pair, workbook) for pair in pairs)


def _about(person: Person, words: Words) -> str:
    """Return where somebody works and what they care about, never how they are rated."""
    function = words.get(f"function_view_{person.function}", "")
    gain = closed(person.gain)
    key = "_".join(filter(None, ("introduction", "works" if function else "", "hopes" if gain else "")))
    if not (function or gain):
        return ""
    return filled(words[key], name=name_of(person), function=function, gain=gain)
