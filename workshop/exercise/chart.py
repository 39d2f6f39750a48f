"""What a chart shows: its figure, and the same as a sentence and a table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from workshop import charts
from workshop.analysis.exchange import in_the_ledger
from workshop.analysis.members import members
from workshop.analysis.rung import computed_rung, relational
from workshop.analysis.survivors import survivors
from workshop.analysis.upkeep import kept, last_contact, looked_after
from workshop.content import exercise as exercise_words
from workshop.content import exercise_names
from workshop.content import words as content_words
from workshop.exercise.choices import people_where
from workshop.exercise.names import name_of
from workshop.exercise.wording import label
from workshop.model.recall import recalled
from workshop.takeaway import day_in_words
from workshop.widgets.assets import PLOTLY, address

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.charts.authority import Rated
    from workshop.model import Person, Workbook
    from workshop.takeaway.playbook import Chart

    Words = Mapping[str, str]

State = dict[str, Any]


def chart_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the chart that the step names, one of `_CHARTS`."""
    return {"library": address(PLOTLY), **_drawn(words["chart"], words.get("words", {}), workbook, today)}


def chart_of(name: str, workbook: Workbook, today: date) -> Chart:
    """Return the chart called `name` as the exercise that shows it words it."""
    return _chart(workbook, name, today)


@recalled("people", "exchanges", "ties", "stands", "stress")
def _chart(workbook: Workbook, name: str, today: date) -> Chart:
    from workshop.takeaway.playbook import Chart  # noqa: PLC0415 - drawings wait for the page of the playbook

    return Chart(**_drawn(name, _own_words(name), workbook, today))


def _drawn(name: str, own: Words, workbook: Workbook, today: date) -> State:
    return _CHARTS[name](workbook, {**content_words("pictures")["words"], **own}, today)


@cache
def _own_words(chart: str) -> Words:
    """The words of the step that shows `chart`; none where it needs none of its own."""
    steps = (step for name in exercise_names() for step in exercise_words(name)["steps"].values())
    return next((step.get("words", {}) for step in steps if step.get("chart") == chart), {})


def _rungs(workbook: Workbook, words: Words, _today: date) -> State:
    sorted_allies = [
        (name_of(ally), relational(ally) if computed_rung(ally) else None) for ally in workbook.allies
    ]
    return {"figure": charts.rungs(sorted_allies, words), **charts.rungs_twin(sorted_allies, words)}


def _authority_influence(workbook: Workbook, words: Words, _today: date) -> State:
    rated = tuple(
        (name_of(person), person.authority, person.influence)
        for person in people_where("seated", workbook)
        if not person.role_needed
    )
    return _rated(workbook, rated, tuple(words.items()))


@recalled()
def _rated(_nothing: Workbook, rated: tuple[Rated, ...], words: tuple[tuple[str, str], ...]) -> State:
    """Return the chart of power: names take a while to find their places beside the points."""
    said = dict(words)
    figure = charts.authority_influence(rated, said)
    return {"figure": figure, **charts.authority_influence_twin(rated, said)}


def _give_receive(workbook: Workbook, words: Words, today: date) -> State:
    passed = [
        (person.name.strip(), counted.given, counted.received)
        for person, counted in in_the_ledger(workbook, today)
    ]
    return {"figure": charts.give_receive(passed, words), **charts.give_receive_twin(passed, words)}


def _upkeep(workbook: Workbook, words: Words, today: date) -> State:
    contacts = [_contact(person, workbook, words, today) for person in looked_after(workbook)]
    return {"figure": charts.upkeep(contacts, words), **charts.upkeep_twin(contacts, words)}


def _contact(person: Person, workbook: Workbook, words: Words, today: date) -> charts.Contact:
    tie, last = kept(person, workbook, today), last_contact(workbook, person, today)
    days = (today - last).days if last else None
    if tie is None:
        return charts.Contact(name_of(person), days, person.cadence)
    return charts.Contact(name_of(person), days, person.cadence, day_in_words(tie.due, words), tie.state)


def _survivors(workbook: Workbook, words: Words, _today: date) -> State:
    found = [survivors(workbook, shock) for shock in workbook.stress.drawn]
    shocks = [label(f"shock_{one.shock}") for one in found]
    people = [
        (name_of(person), tuple(one.answers[person.id] for one in found)) for person in members(workbook)
    ]
    return {
        "figure": charts.survivors(people, shocks, words),
        **charts.survivors_twin(people, shocks, words),
    }


_CHARTS = {
    "rungs": _rungs,
    "authority_influence": _authority_influence,
    "give_receive": _give_receive,
    "upkeep": _upkeep,
    "survivors": _survivors,
}
