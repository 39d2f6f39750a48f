"""The journey, and where a person comes back to."""

import pytest

from workshop import content
from workshop.app.frame import by_day, frame, minutes
from workshop.app.notebooks import notebook_folder, notebook_names, shown_cases
from workshop.app.ports import kernel_transport, origin
from workshop.app.progress import Progress, left_off, progress
from workshop.storage import FileStore

READY = ("00_start", "01_alliances", "02_purpose", "03_five_people", "04_alliance_map", "09_commit")


def test_every_exercise_of_the_agenda_is_in_the_journey_once():
    names = [step["name"] for step in frame("00_start", READY, frozenset())["steps"]]
    assert sorted(names) == [entry["name"] for entry in content.agenda()]


def test_the_exercises_of_a_day_stand_together():
    days = [entry["day"] for entry in by_day()]
    assert days == sorted(days, key=list(dict.fromkeys(days)).index)


def test_exercises_that_are_not_there_are_skipped_by_the_neighbours():
    found = frame("04_alliance_map", READY, frozenset())
    assert (found["before"]["name"], found["after"]["name"]) == ("03_five_people", "09_commit")


def test_the_first_and_the_last_have_one_neighbour():
    assert frame("00_start", READY, frozenset())["before"] is None
    assert frame("09_commit", READY, frozenset())["after"] is None


def test_a_notebook_outside_the_agenda_has_no_place_in_the_journey():
    assert frame("99_other", READY, frozenset())["here"] is None


def test_done_exercises_are_marked():
    steps = frame("01_alliances", READY, frozenset({"00_start"}))["steps"]
    assert [step["status"] for step in steps][:2] == ["done", "todo"]


def test_minutes_are_said_in_words():
    assert minutes(6, 15) == "6 to 15 minutes"
    assert minutes(0, 10) == "about 10 minutes"


@pytest.mark.parametrize(
    ("last", "done", "expected"),
    [
        ("", (), "00_start"),
        ("05_trust", (), "00_start"),
        ("02_purpose", (), "02_purpose"),
        ("02_purpose", ("02_purpose",), "03_five_people"),
        ("04_alliance_map", ("04_alliance_map",), "09_commit"),
        ("09_commit", ("09_commit",), "09_commit"),
    ],
)
def test_a_person_comes_back_to_where_they_left_off(last, done, expected):
    assert left_off(Progress(last, frozenset(done)), READY) == expected


def test_an_unreadable_store_is_a_fresh_start(tmp_path):
    FileStore(tmp_path)
    (tmp_path / "workbook.json").write_text('{"kind": "coalition-workbook", "schema_version": 99}')
    assert progress(tmp_path) == Progress()


def test_the_notebooks_of_the_kit_are_found():
    assert notebook_names(notebook_folder("exercises"))[0] == "00_start"
    assert shown_cases(notebook_folder("solutions")) == ("making-change-stick",)


def test_addresses_can_be_opened():
    assert origin("0.0.0.0", 80) == "http://127.0.0.1:80"
    assert origin("::1", 80) == "http://[::1]:80"


def test_a_long_temporary_folder_is_not_used_for_sockets(monkeypatch):
    """A Unix socket's path must stay under 104 bytes."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/" + "x" * 90)
    assert kernel_transport() in {("ipc", "/tmp"), ("tcp", "/" + "x" * 90)}
