"""An exercise is a short page: prose asks, one small cell answers."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from workshop.content import complaint, exercise, exercise_names, journey, words
from workshop.errors import Complaint
from workshop.model import limits_at

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
EXERCISES = sorted((ROOT / "exercises").glob("*.ipynb"))
NOTEBOOKS = EXERCISES + sorted((ROOT / "solutions").glob("*.ipynb"))
IDS = {
    "00_start": {"CO2", "WH1", "DU4"},
    "01_alliances": {"CO1", "CO3", "HH1"},
    "02_purpose": {"BB1", "HB1", "ST1", "HW2", "HH2", "DU3"},
    "03_five_people": {"HW1", "HB2", "BB4", "EX4"},
    "04_alliance_map": {"CO3", "MI1", "ST3", "BE3", "BE4"},
    "05_trust": {"BB2", "HB3", "MI3", "BE2"},
    "06_reciprocity": {"BB3", "HB4", "MI2"},
    "07_sustain": {"HB5", "ST2", "ST4", "DU1", "DU4", "HH4", "MI2"},
    "08_stress_test": {"BB5", "BE1", "MI1", "MI2", "MI3", "MI4", "EX3"},
    "09_commit": {"HH3", "HB3", "HB4", "BE1", "BE2", "BE3", "BE4"},
    "10_refresh": {"HH5", "DU2", "MI4"},
    "11_case_clinic": {"EX1", "EX2", "EX3", "EX4"},
}
PARTLY = {"people/x/seat"}
"""Questions that offer only some of what the model knows: thanking somebody comes with the refresh."""
every_notebook = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}"
)
every_exercise = pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    everything = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in everything if cell["cell_type"] == kind]


def text(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def headings(path: Path) -> list[int]:
    prose = "\n".join(text(cell) for cell in cells(path, "markdown"))
    return [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]


def strings(value: Any) -> Iterator[str]:
    """Every text in nested tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def long_sentences(prose: str) -> list[str]:
    parts = re.split(r"[.?!:;]\s|\n\n", prose)
    return [part for part in parts if len(part.split()) >= 20]


def fields(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Every question of an exercise with its address; `x` stands for an item's id."""
    found = []
    for step in exercise(name)["steps"].values():
        for field in step.get("fields", []):
            inner = field.get("fields", [])
            found += [(f"{field['path']}/x/{sub['path']}", sub) for sub in inner]
            found += [] if inner or field["kind"] == "note" else [(field["path"], field)]
    return found


every_question = pytest.mark.parametrize(
    ("path", "field"),
    [pytest.param(path, field, id=path) for name in exercise_names() for path, field in fields(name)],
)


@every_notebook
def test_notebook_is_valid_and_names_its_cells(path: Path):
    """Fixed, readable cell ids make a change to a notebook readable too."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", cell["id"]) for cell in notebook["cells"])


@every_notebook
def test_prose_is_short(path: Path):
    """Nobody reads more than ninety words before doing something."""
    assert max(len(text(cell).split()) for cell in cells(path, "markdown")) <= 90


@every_notebook
def test_sentences_of_the_prose_are_short(path: Path):
    """Under twenty words each, whatever device they are read on."""
    assert not [long for cell in cells(path, "markdown") for long in long_sentences(text(cell))]


@pytest.mark.parametrize("name", ["complaints", *(f"exercises/{name}" for name in exercise_names())])
def test_sentences_of_the_content_are_short(name: str):
    """Labels, hints, the facilitator's line and complaints keep to it too."""
    assert not [long for string in strings(dict(words(name))) for long in long_sentences(string)]


@every_notebook
def test_code_is_one_line_in_few_cells(path: Path):
    """A leader never meets more than a line of code, and never a definition."""
    sources = [text(cell) for cell in cells(path, "code")]
    assert len(sources) <= 8
    assert not [source for source in sources if "\n" in source or "def " in source]


@every_notebook
def test_first_cell_opens_the_exercise(path: Path):
    """Every notebook begins the same way, with its own name."""
    start = f'from workshop import open_exercise; exercise = open_exercise("{path.stem}"'
    assert text(json.loads(path.read_text(encoding="utf-8"))["cells"][0]).startswith(start)


@every_notebook
def test_headings_form_one_outline(path: Path):
    """One h1, then h2 and below without a jump, so that a screen reader can follow."""
    levels = headings(path)
    assert levels.count(levels[0]) == levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@every_exercise
def test_exercise_keeps_no_output(path: Path):
    """An exercise is committed as if nobody had run it."""
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells(path, "code"))


@every_exercise
def test_every_step_is_shown_once_in_order(path: Path):
    """The page and the words of its steps tell the same story."""
    shown = [f'exercise.show("{step}")' for step in exercise(path.stem)["steps"]]
    assert [text(cell) for cell in cells(path, "code")[1:]] == shown


@every_notebook
def test_way_on_is_for_jupyterlab_only_and_leads_somewhere(path: Path):
    """The app has its own way on; in JupyterLab the last cell links to a file that is there."""
    last = cells(path, "markdown")[-1]
    [target] = re.findall(r"\]\((\S+)\)", text(last))
    assert last["metadata"] == {"tags": ["lab-only"]}
    assert (path.parent / target).is_file()


def test_every_exercise_is_in_the_journey_and_has_its_words():
    """What can be opened has a notebook and words; the journey and the method list the same twelve."""
    assert [path.stem for path in EXERCISES] == list(exercise_names())
    assert [entry["name"] for entry in journey()] == list(IDS)


def test_express_path_takes_twenty_five_minutes():
    """The homework itself, as promised to people with little time."""
    express = {entry["name"][:2]: entry["express_minutes"] for entry in journey() if entry["express"]}
    assert list(express) == ["01", "02", "03", "04", "09"]
    assert sum(express.values()) == 25


def test_full_path_takes_two_hours():
    """Everything up to the playbook, alone."""
    assert sum(entry["full_minutes"] for entry in journey()[:10]) == 120


@pytest.mark.parametrize("name", exercise_names())
def test_steps_practise_the_ids_of_the_framework(name: str):
    """No id without a step, and no step without an id."""
    steps = exercise(name)["steps"].values()
    assert all(step["ids"] and step["facilitator"] for step in steps)
    assert set().union(*(step["ids"] for step in steps)) == IDS[name]


@every_question
def test_question_has_an_address_in_the_model(path: str, field: dict[str, Any]):
    """Every question is answered somewhere; an address that is not there raises."""
    assert limits_at(path)["kind"] != "items"
    assert field["label"]


@every_question
def test_every_option_of_the_model_has_words(path: str, field: dict[str, Any]):
    """No answer that the model knows is missing from the form, and none is invented."""
    sides = [field[side] for side in ("left", "right", "unsure") if side in field]
    offered = tuple(option["value"] for option in field.get("options", sides) if option["label"])
    options = limits_at(path).get("options", ())
    if "range" in limits_at(path):
        low, high = limits_at(path)["range"]
        options = tuple(number for number in range(low, high + 1) if number in offered)
    assert offered == tuple(option for option in options if option in offered or path not in PARTLY)


def test_every_complaint_raised_has_a_sentence():
    """A person reads a sentence, never a key: on a page, or before one in a terminal."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "workshop").rglob("*.py"))
    raised = set(re.findall(r'(?:Complaint|Refused|Unsaved|Unreadable)\(\s*"(\w+)"', source))
    assert raised - {*words("complaints"), *words("console")["trouble"]} == set()


def test_complaints_fit_their_values():
    """A sentence with a gap is filled with the number it was raised with."""
    assert "280" in complaint("text_too_long", limit=280)


def test_unknown_exercise_is_refused_by_name():
    """An author who mistypes a name learns so at once."""
    with pytest.raises(Complaint, match="exercise_unknown"):
        exercise("99_nowhere")
