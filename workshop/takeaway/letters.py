"""Messages to one or two people, and about one: credit, an ask, a thank-you, words of cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.defence import LINES
from workshop.model.draft import thanks_id
from workshop.model.reciprocity import KINDS
from workshop.takeaway.letter import Letter, dear, name_of, noted, plan_to, quoted, somebody
from workshop.takeaway.sentence import begun, closed, filled, one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.model import Person, Workbook
    from workshop.model.reciprocity import Intent

    Words = Mapping[str, str]


def credit(workbook: Workbook, words: Words) -> Letter:
    """Return what those should hear who do not know yet whose work it was."""
    person, said = _meant(workbook.reciprocity.credit, "credit", workbook, words)
    if person is None:
        return Letter("credit", words["credit_title_open"], missing=words["credit_missing"])
    name = name_of(person)
    body = paragraphs(
        [dear((), words)],
        [filled(words["credit_why"], name=name)],
        [said],
        [filled(words["credit_pass_on"], name=name)],
        [words["message_close"]],
    )
    title, subject = (words[key].format(name=name) for key in ("credit_title", "credit_subject"))
    return Letter("credit", title, subject, body)


def ask(workbook: Workbook, words: Words) -> Letter:
    """Return one ask, easy to decline."""
    person, said = _meant(workbook.reciprocity.ask, "ask", workbook, words)
    if person is None:
        return Letter("ask", words["ask_title_open"], missing=words["ask_missing"])
    body = paragraphs(
        [dear([person], words)],
        [words["ask_why"]],
        [said],
        [words["ask_free"]],
        [words["message_close"]],
    )
    return Letter("ask", words["ask_title"].format(name=name_of(person)), words["ask_subject"], body)


def thanks(workbook: Workbook, words: Words) -> Iterator[Letter]:
    """Yield a thank-you for each person who has left; one that is missing when nobody has."""
    leaving = [person for person in workbook.people if person.seat == "thanked"]
    known = [person for person in leaving if somebody(person.id, workbook)]
    if not known:
        yield Letter("thanks", words["thanks_title_open"], missing=words["thanks_missing"])
    for person in known:
        body = paragraphs(
            [dear([person], words)],
            [words["thanks_why"]],
            _remembered(person, workbook, words),
            [words["thanks_call"]],
            [words["message_close"]],
        )
        title = words["thanks_title"].format(name=name_of(person))
        yield Letter(thanks_id(person.id), title, words["thanks_subject"], body)


def cover(workbook: Workbook, words: Words) -> Letter:
    """Return what to say or to write when a member is criticised."""
    held = workbook.defence
    person = somebody(held.person, workbook)
    lines = [closed(begun(text)) for line in LINES if (text := getattr(held, line).strip())]
    if person is None or not lines:
        return Letter("cover", words["cover_title_open"], missing=words["cover_missing"])
    name = name_of(person)
    charge = quoted(begun(held.charge), words) if held.charge.strip() else ""
    body = paragraphs(
        [filled(words["cover_charge" if charge else "cover_no_charge"], name=name, charge=charge)],
        lines,
        [filled(words["cover_present"], name=name)],
    )
    title, subject = (words[key].format(name=name) for key in ("cover_title", "cover_subject"))
    return Letter("cover", title, subject, body)


def _meant(intent: Intent, kind: str, workbook: Workbook, words: Words) -> tuple[Person | None, str]:
    """Return for whom something is meant and what it is: as an intent, else as a plan says it."""
    person = somebody(intent.person, workbook)
    if person and intent.words.strip():
        return person, closed(begun(intent.words))
    plan = plan_to(kind, workbook)
    said = noted(plan, words)
    return (somebody(plan.person, workbook), said) if plan and said else (None, "")


def _remembered(person: Person, workbook: Workbook, words: Words) -> list[str]:
    """Return what one thinks back to: the project, and what was received."""
    kinds = {
        entry.kind
        for entry in workbook.exchanges
        if entry.person == person.id and entry.direction == "received"
    }
    received = [words[f"thanks_{kind}"] for kind in KINDS if kind in kinds]
    project = one_line(person.project)
    return [
        filled(words["thanks_project"], project=project) if project else "",
        *([closed(begun(_listed(received, words))), words["thanks_kept"]] if received else []),
    ]


def _listed(clauses: list[str], words: Words) -> str:
    *first, last = clauses
    start = [words["messages_between"].join(first)] if first else []
    return words["messages_last"].join([*start, last])
