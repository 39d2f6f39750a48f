"""Exercise and solution are twins: whatever is not declared different must be equal."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from workshop.content import case, case_names
from workshop.model.document import read

ROOT = Path(__file__).parent.parent
CASE = re.compile(r', case="([^"]*)"\)')
NAMES = sorted(path.name for path in (ROOT / "exercises").glob("*.ipynb"))
CHECKED = "nbval-check-output"
Notebook = dict[str, Any]


def load(folder: str, name: str) -> Notebook:
    return json.loads((ROOT / folder / name).read_text(encoding="utf-8"))


def as_exercise(solution: Notebook) -> Notebook:
    """Take out of a solution what is declared different; everything else stays to be compared."""
    notebook = copy.deepcopy(solution)
    notebook["cells"] = [cell for cell in notebook["cells"] if not is_commentary(cell)]
    opening = notebook["cells"][0]
    opening["source"] = [CASE.sub(")", line) for line in opening["source"]]
    for cell in notebook["cells"]:
        if is_checked(cell):
            cell["outputs"], cell["execution_count"] = [], None
            del cell["metadata"]["tags"]
    return notebook


def is_commentary(cell: dict[str, Any]) -> bool:
    return cell["cell_type"] == "markdown" and cell["metadata"] == {"tags": ["commentary"]}


def is_checked(cell: dict[str, Any]) -> bool:
    """Whether nbval compares what the cell shows; with nothing stored there is nothing to compare."""
    return cell["cell_type"] == "code" and cell["metadata"] == {"tags": [CHECKED]} and bool(cell["outputs"])


def case_of(solution: Notebook) -> str | None:
    """The case that a solution is opened with; None unless it is one of the worked cases, named once."""
    named = CASE.findall("".join(solution["cells"][0]["source"]))
    return named[0] if len(named) == 1 and named[0] in case_names() else None


def mirrored(exercise: Notebook, solution: Notebook) -> bool:
    return case_of(solution) is not None and as_exercise(solution) == exercise


def people_of(name: str) -> set[str]:
    """The code names in a case, those of its past included."""
    workbook = read(case(name)).workbook
    then = [person for snapshot in workbook.snapshots for person in snapshot.people]
    return {person.name for person in (*workbook.people, *then) if not person.role_needed}


def test_every_exercise_has_a_solution_and_every_solution_an_exercise():
    """The file names are the contract."""
    assert sorted(path.name for path in (ROOT / "solutions").glob("*.ipynb")) == NAMES != []


@pytest.mark.parametrize("name", NAMES)
def test_solution_mirrors_its_exercise(name: str):
    """The same cells in the same order, but for the case, the commentary and the checked outputs."""
    assert as_exercise(load("solutions", name)) == load("exercises", name)


@pytest.mark.parametrize("name", NAMES)
def test_solution_opens_with_the_case(name: str):
    """A solution never shows the reader's own answers."""
    assert mirrored(load("exercises", name), load("solutions", name))


@pytest.mark.parametrize("name", NAMES)
def test_commentary_speaks_of_the_people_in_its_case(name: str):
    """And of nobody in another one: a solution that changes its case changes its comments."""
    solution = load("solutions", name)
    words = set(
        re.findall(
            r"\w+", "".join("".join(cell["source"]) for cell in solution["cells"] if is_commentary(cell))
        )
    )
    strangers = {
        person for other in case_names() if other != case_of(solution) for person in people_of(other)
    }
    assert not words & strangers


def test_every_case_is_shown_by_a_solution():
    """Each of the four teaches something best."""
    assert {case_of(load("solutions", name)) for name in NAMES} == set(case_names())


@pytest.mark.parametrize("name", NAMES)
def test_outputs_are_plain_text_without_widget_state(name: str):
    """Stored outputs are words that can be compared, nothing else."""
    cells = [cell for cell in load("solutions", name)["cells"] if cell.get("outputs")]
    assert all(set(output["data"]) == {"text/plain"} for cell in cells for output in cell["outputs"])


def first(solution: Notebook, kind: str) -> dict[str, Any]:
    """The first cell of this kind after the opening."""
    return next(cell for cell in solution["cells"][1:] if cell["cell_type"] == kind)


def put(cell: dict[str, Any], **other: Any) -> None:
    cell.update(other)


def opening(name: str) -> list[str]:
    """The first cell of the first solution, with another case or none."""
    [line] = load("solutions", NAMES[0])["cells"][0]["source"]
    return [CASE.sub(f', case="{name}")' if name else ")", line)]


UNDECLARED = {
    "prose": lambda solution: first(solution, "markdown")["source"].append("!"),
    "call": lambda solution: put(first(solution, "code"), source=['exercise.show("something_else")']),
    "order": lambda solution: solution["cells"].reverse(),
    "id": lambda solution: put(first(solution, "code"), id="another"),
    "missing cell": lambda solution: solution["cells"].pop(),
    "more code": lambda solution: solution["cells"].append({**first(solution, "code"), "id": "more"}),
    "code as commentary": lambda solution: put(first(solution, "code"), metadata={"tags": ["commentary"]}),
    "another tag": lambda solution: put(first(solution, "markdown"), metadata={"tags": ["aside"]}),
    "unchecked output": lambda solution: put(first(solution, "code"), metadata={}, outputs=[{}]),
    "a case that is not there": lambda solution: put(solution["cells"][0], source=opening("no-such-case")),
    "two cases": lambda solution: put(solution["cells"][0], source=opening("fragile-alliance") * 2),
    "no case": lambda solution: put(solution["cells"][0], source=opening("")),
    "notebook metadata": lambda solution: put(solution["metadata"], widgets={}),
    "checked without output": lambda solution: put(
        first(solution, "code"), metadata={"tags": [CHECKED]}, outputs=[]
    ),
    "execution count": lambda solution: put(first(solution, "code"), execution_count=7, metadata={}),
}
"""Differences that nobody declared, each made in one solution."""


@pytest.mark.parametrize("change", UNDECLARED)
def test_a_difference_nobody_declared_is_caught(change: str):
    """The rule fails closed: it names what may differ, not what must agree."""
    solution = load("solutions", NAMES[0])
    UNDECLARED[change](solution)
    assert not mirrored(load("exercises", NAMES[0]), solution)
