"""Which answers an exercise opens with."""

import json

import pytest

from workshop import open_exercise
from workshop.content import case_names
from workshop.content.story import story
from workshop.errors import Complaint
from workshop.exercise.opening import CASE
from workshop.model import Edit
from workshop.model.clinic import STORIES


def told(exercise):
    """Every word that the pages of an exercise hold."""
    return json.dumps([exercise.show(step).state for step in exercise.words["steps"]])


@pytest.mark.parametrize("case", case_names())
@pytest.mark.parametrize("solution", [None, "making-change-stick"], ids=["app", "demo"])
def test_a_case_that_was_chosen_tells_no_lesson_before_it_is_played(monkeypatch, case, solution):
    monkeypatch.setenv(CASE, case)
    pages = told(open_exercise("11_case_clinic", case=solution))
    lessons = {name: json.dumps(story(name).told["lesson"]["title"]) for name in STORIES}
    assert not [name for name, lesson in lessons.items() if lesson in pages]


def test_a_demo_plays_the_stories_before_it_tells_them(monkeypatch):
    """Served to a room, without a case chosen, the clinic is still to be played."""
    monkeypatch.setenv("WORKSHOP_STATIC", "/static")
    pages = told(open_exercise("11_case_clinic", case="making-change-stick"))
    assert json.dumps(story("change").told["lesson"]["title"]) not in pages


def test_the_solution_of_the_clinic_is_played_to_its_lessons():
    pages = told(open_exercise("11_case_clinic", case="making-change-stick"))
    assert json.dumps(story("change").told["lesson"]["title"]) in pages


def test_a_copy_of_a_case_keeps_what_is_changed_in_it(monkeypatch):
    monkeypatch.setenv(CASE, "outlived-role")
    open_exercise("02_purpose").session.edit(
        Edit("purpose/horizon", 4, base=open_exercise("02_purpose").session.workbook.purpose.horizon)
    )
    assert open_exercise("02_purpose").session.workbook.purpose.horizon == 4
    monkeypatch.delenv(CASE)
    assert open_exercise("02_purpose").session.workbook.purpose.horizon is None


def test_a_case_that_is_not_there_makes_no_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv(CASE, "../../elsewhere")
    with pytest.raises(Complaint, match="case_unknown"):
        open_exercise("02_purpose")
    assert not (tmp_path / "elsewhere").exists()
