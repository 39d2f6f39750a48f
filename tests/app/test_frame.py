"""The journey, and where a person comes back to."""

import nbformat
import pytest

from workshop import content
from workshop.app.frame import by_day, frame, minutes
from workshop.app.notebooks import is_about, notebook_folder, notebook_names
from workshop.app.ports import kernel_transport, origin
from workshop.app.progress import Progress, left_off, progress
from workshop.content.path import duration, paths
from workshop.storage import FileStore

READY = ("00_start", "01_alliances", "02_purpose", "03_five_people", "04_alliance_map", "09_commit")


def test_every_exercise_is_in_the_journey_once():
    names = [step["name"] for step in frame("00_start", READY, frozenset())["steps"]]
    assert sorted(names) == [entry["name"] for entry in content.journey()]


def test_the_exercises_of_a_day_stand_together():
    days = [entry["day"] for entry in by_day()]
    assert days == sorted(days, key=list(dict.fromkeys(days)).index)


def test_exercises_that_are_not_there_are_skipped_by_the_neighbours():
    found = frame("04_alliance_map", READY, frozenset())
    assert (found["before"]["name"], found["after"]["name"]) == ("03_five_people", "09_commit")


def test_the_first_and_the_last_have_one_neighbour():
    assert frame("00_start", READY, frozenset())["before"] is None
    assert frame("09_commit", READY, frozenset())["after"] is None


def test_a_notebook_outside_the_journey_has_no_place_in_it():
    assert frame("99_other", READY, frozenset())["here"] is None


def test_done_exercises_are_marked():
    steps = frame("01_alliances", READY, frozenset({"00_start"}))["steps"]
    assert [step["status"] for step in steps][:2] == ["done", "todo"]


def test_minutes_are_said_in_words():
    assert minutes(6, 15) == "6 minutes on the short path, 15 in full"
    assert minutes(0, 10) == "about 10 minutes"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 minute"),
        (25, "25 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (130, "2 hours 10 minutes"),
    ],
)
def test_a_duration_is_said_as_a_person_says_it(number, words):
    assert duration(number) == words


def test_both_paths_say_what_is_done_and_what_is_left():
    short, full = paths(frozenset({"01_alliances", "05_trust"}))
    assert short.text == "1 of 5 done, about 20 minutes left"
    assert full.text == "2 of 10 done, about 1 hour 35 minutes left"


def test_a_fresh_path_promises_its_minutes():
    assert [path.text for path in paths(frozenset())] == [
        "5 to go, about 25 minutes",
        "10 to go, about 2 hours",
    ]


def test_a_finished_path_says_so():
    everything = frozenset(entry["name"] for entry in content.journey())
    assert [path.text for path in paths(everything)] == ["all 5 done", "all 10 done"]


def test_the_short_path_leads_past_what_it_leaves_out():
    ready = tuple(entry["name"] for entry in content.journey())
    assert frame("04_alliance_map", ready, frozenset())["short_on"]["name"] == "09_commit"
    assert frame("02_purpose", ready, frozenset())["short_on"] is None
    assert frame("05_trust", ready, frozenset())["short_on"] is None


def test_a_page_with_a_case_keeps_the_case_in_its_links():
    assert frame("01_alliances", READY, frozenset(), "making-change-stick")["query"] == (
        "?case=making-change-stick"
    )


def test_commentary_stays_only_with_the_case_it_speaks_of():
    solution = nbformat.read(notebook_folder("solutions") / "01_alliances.ipynb", 4)
    assert is_about(solution, "")
    assert is_about(solution, "making-change-stick")
    assert not is_about(solution, "outlived-role")


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


def test_addresses_can_be_opened():
    assert origin("0.0.0.0", 80) == "http://127.0.0.1:80"
    assert origin("::1", 80) == "http://[::1]:80"


def test_a_long_temporary_folder_is_not_used_for_sockets(monkeypatch):
    """A Unix socket's path must stay under 104 bytes."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/" + "x" * 90)
    assert kernel_transport() in {("ipc", "/tmp"), ("tcp", "/" + "x" * 90)}
