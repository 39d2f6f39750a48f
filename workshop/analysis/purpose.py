"""Six tests of a shared purpose, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import label, literal
from workshop.analysis.members import named, names
from workshop.analysis.mention import mentioned, tactics_in
from workshop.model import Finding

if TYPE_CHECKING:
    from workshop.model import Person, Workbook

LONG_ENOUGH = 3
"""Years a purpose should reach at least: this kit's own convention."""
_TONES = {"yes": "good", "no": "watch", "unsure": "plain"}


def purpose_tests(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the six tests; one that cannot be answered yet stays open."""
    purpose = workbook.purpose
    return (
        _judged(workbook, "project_cancelled", purpose.project_cancelled),
        _judged(workbook, "employer_changed", purpose.employer_changed),
        _initiative(workbook),
        _values(workbook),
        _horizon(purpose.horizon),
        _gains(gaining(workbook)),
    )


def gaining(workbook: Workbook) -> tuple[Person, ...]:
    """Return the people who should gain: the five and the bench, or the allies while no seat is taken."""
    return named(workbook.five + workbook.bench) or named(workbook.allies)


def _judged(workbook: Workbook, question: str, answer: str | None) -> Finding:
    key = f"purpose.{question}"
    if answer is None or not workbook.purpose.sentence.strip():
        return Finding(key, "open", "open")
    return Finding(key, answer, _TONES[answer], answers=((question, answer),))


def _initiative(workbook: Workbook) -> Finding:
    key, sentence = "purpose.initiative", workbook.purpose.sentence.strip()
    projects = tuple(dict.fromkeys(ally.project.strip() for ally in workbook.allies if ally.project.strip()))
    if not sentence or not projects:
        return Finding(key, "open", "open")
    answers = (("sentence", literal(sentence)), *(("project", literal(project)) for project in projects))
    found = mentioned(sentence, projects)
    if not found:
        return Finding(key, "free", "good", {"projects": len(projects)}, answers)
    return Finding(key, "named", "watch", {"found": found}, answers)


def _values(workbook: Workbook) -> Finding:
    key, purpose = "purpose.values", workbook.purpose
    sentence, own = purpose.sentence.strip(), purpose.own_value.strip()
    if not sentence or not (purpose.values or own):
        return Finding(key, "open", "open")
    own_answer = (("value", literal(own)),) if own else ()
    chosen = tuple(("value", label("values", value)) for value in purpose.values)
    answers = (*chosen, *own_answer, ("sentence", literal(sentence)))
    found = tactics_in(sentence)
    if found:
        return Finding(key, "tactic", "watch", {"found": found}, answers)
    return Finding(key, "values", "good", answers=answers)


def _horizon(years: int | None) -> Finding:
    key = "purpose.horizon"
    if years is None:
        return Finding(key, "open", "open")
    answers = (("horizon", literal(years)),)
    if years >= LONG_ENOUGH:
        return Finding(key, "long", "good", {"years": years}, answers)
    return Finding(key, "short" if years > 1 else "short_one", "watch", {"years": years}, answers)


def _gains(people: tuple[Person, ...]) -> Finding:
    key = "purpose.gains"
    missing = names(person for person in people if not person.gain.strip())
    if len(missing) == len(people):
        return Finding(key, "open", "open")
    answers = tuple((literal(person.name), literal(person.gain)) for person in people)
    if not missing:
        return Finding(key, "all", "good", {"people": len(people)}, answers)
    values = {"written": len(people) - len(missing), "people": len(people), "missing": missing}
    return Finding(key, "some", "plain", values, answers)
