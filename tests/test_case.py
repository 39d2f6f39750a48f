"""The worked case is complete, safe to show, and its lesson stands in its numbers."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from workshop.analysis import GROUPS
from workshop.content import case, exercise, exercise_names, words
from workshop.model import Finding, Workbook, value_at
from workshop.model.document import read, written

NAME = "making-change-stick"
TODAY = date(2026, 9, 22)
LEFT_EMPTY = {"purpose/own_value"}
"""Answered by the list of values instead."""


@pytest.fixture(name="workbook")
def _workbook() -> Workbook:
    return read(case(NAME)).workbook


def addresses(field: dict[str, Any]) -> list[str]:
    """Where a question is answered; `*` stands for an item's id."""
    if field["kind"] == "note":
        return []
    inner = [f"{field['path']}/*/{sub['path']}" for sub in field.get("fields", [])]
    return inner or [field["path"]]


def answered(workbook: Workbook, path: str) -> bool:
    """Whether `path` is answered, by at least one item where it stands for many."""
    if "/*/" not in path:
        return value_at(workbook, path) not in (None, "", [])
    items, rest = path.split("/*/")
    return any(answered(workbook, f"{items}/{item.id}/{rest}") for item in getattr(workbook, items))


def found(workbook: Workbook, group: str) -> dict[str, Finding]:
    """The findings of one group by their keys."""
    return {finding.key: finding for finding in GROUPS[group](workbook, TODAY)}


def test_case_reads_and_writes_the_same():
    """The file is what the kit itself would write."""
    assert written(read(case(NAME))) == case(NAME)


def test_case_has_a_title():
    """The page can say which case it shows."""
    assert words("wording")["cases"][NAME]


def test_people_are_one_code_name_each(workbook: Workbook):
    """No surname and no e-mail address, even invented ones."""
    names = [person.name for person in workbook.people if not person.role_needed]
    assert all(name.isalpha() and name.istitle() for name in names)
    assert len(set(names)) == len(names)
    assert "@" not in case(NAME)


@pytest.mark.parametrize("name", exercise_names())
def test_every_question_is_answered(workbook: Workbook, name: str):
    """A person in a conflict at work can do every exercise with the case."""
    steps = exercise(name)["steps"].values()
    paths = {path for step in steps for field in step.get("fields", []) for path in addresses(field)}
    assert {path for path in paths if not answered(workbook, path)} <= LEFT_EMPTY


def test_five_are_complete_and_every_pair_is_answered(workbook: Workbook):
    """Ten pairs, one of them unsure, and a place on the map for each."""
    pairs = [workbook.tie(a.id, b.id) for a, b in combinations(workbook.five, 2)]
    assert [tie.knows for tie in pairs].count("unsure") == 1
    assert None not in pairs
    assert len(pairs) == 10
    placed = {position.id for position in workbook.positions}
    assert placed == {"you", *(item.id for item in (*workbook.five, *workbook.deciders))}


def test_shared_purpose_creates_longevity(workbook: Workbook):
    """The lesson: relationships called this summer, trades not since the winter."""
    ties = {finding.values["name"]: finding.case for finding in GROUPS["rungs"](workbook, TODAY)[1:]}
    last = {person.name: date.fromisoformat(person.last_contact or "") for person in workbook.allies}
    trades = [last[name] for name, rung in ties.items() if rung == "alliance"]
    lasting = [last[name] for name, rung in ties.items() if rung == "coalition"]
    assert len(trades) == len(lasting) == 3
    assert (min(lasting) - max(trades)).days > 180


def test_purpose_passes_every_test(workbook: Workbook):
    """What holds the five is no initiative, and each of them would gain."""
    assert {finding.tone for finding in GROUPS["purpose_tests"](workbook, TODAY)} == {"good"}


def test_ten_of_fourteen_allies_were_lost(workbook: Workbook):
    """The first number that the case shows."""
    assert found(workbook, "allies_lost")["allies.lost"].values["lost"] == 10


def test_sales_is_the_empty_chair(workbook: Workbook):
    """Five functions, and still somebody missing."""
    assert found(workbook, "diversity")["diversity.function"].case == "most"
    assert found(workbook, "empty_chair")["chair.need"].case == "sales"


def test_unsure_tie_decides_whether_harbour_is_the_glue(workbook: Workbook):
    """The weakness to be found: at worst one person holds the five together, at best nobody."""
    findings = found(workbook, "cut")
    assert findings["cut.people"].case == "depends_one"
    assert findings["cut.loss"].values["names"] == ("Harbour",)


def test_five_hold_without_the_leader(workbook: Workbook):
    """Something has outgrown its founder."""
    assert found(workbook, "cut")["glue.you"].case == "holds"


def test_best_introduction_is_juniper_and_kite(workbook: Workbook):
    """One half hour, and any one member may leave."""
    values = found(workbook, "introduction")["introduction.next"].values
    assert (values["first"], values["second"], values["after"]) == ("Juniper", "Kite", 0)


def test_more_is_clear_after_than_before(workbook: Workbook):
    """The two questions asked at both ends."""
    assert {finding.case for finding in GROUPS["before_after"](workbook, TODAY)} == {"up"}
