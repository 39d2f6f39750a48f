"""The homework from empty to playbook, without a browser."""

import pytest
from express_path import EXPRESS_PATH
from participant import Participant

from workshop.content import exercise_names
from workshop.session import Session
from workshop.storage import FileStore, MemoryStore


@pytest.fixture
def finished():
    """A participant who has answered the whole express path."""
    participant = Participant(Session(MemoryStore()))
    for name, answers in EXPRESS_PATH.items():
        participant.open(name).say_all(answers)
    return participant


def said(value):
    """Every string anywhere in a state."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from said(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from said(inner)


def test_the_journey_marks_every_exercise_of_the_path_as_done(finished):
    journey = {entry["name"]: entry["status"] for entry in finished.exercise.status.state["journey"]}
    assert [journey[name] for name in EXPRESS_PATH] == ["done"] * 5
    assert journey["00_start"] == "todo"
    assert journey["05_trust"] == "todo"


def test_the_playbook_holds_purpose_people_and_plans(finished):
    finished.open("09_commit")
    page = " ".join(said(finished.widgets["playbook"].state))
    for words in (
        "Nobody in this company goes through a change alone",
        "Lantern",
        "When: the budget round opens",
    ):
        assert words in page


def test_no_step_of_the_path_fails(finished, caplog):
    for name in exercise_names():
        finished.open(name)
    assert caplog.records == []


def test_the_glue_test_names_the_person_the_map_cannot_lose(finished):
    finished.open("04_alliance_map")
    removals = finished.widgets["glue"].state["removals"]
    assert set(removals) == {"kharbour", "klantern", "kkite", "krook", "kjuniper", "you"}
    assert len(removals["kharbour"]["groups"]) > 1
    assert len(removals["klantern"]["groups"]) == 1
    assert all(removal["headline"] and removal["repair"] for removal in removals.values())


def test_initiative_names_from_the_first_exercise_are_found_in_the_purpose(finished):
    finished.say("purpose/sentence", "Project Aurora succeeds")
    verdicts = finished.open("02_purpose").verdicts("tests")
    [initiative] = [verdict for verdict in verdicts if "initiative" in verdict["key"]]
    assert initiative["tone"] == "watch"


def test_a_week_later_everything_is_there_again(tmp_path):
    participant = Participant(Session(FileStore(tmp_path)))
    participant.open("02_purpose").say("purpose/sentence", "Still here")
    again = Participant(Session(FileStore(tmp_path))).open("02_purpose")
    assert again.fields("sentence")["purpose/sentence"]["value"] == "Still here"


def test_a_refused_answer_says_why_in_a_sentence(finished):
    receipt = finished.say("purpose/sentence", "x" * 999)
    assert receipt["status"] == "refused"
    assert "280" in receipt["sentence"]


@pytest.mark.parametrize(
    "message", [{}, {"kind": 3}, {"kind": "edit"}, {"kind": "edit", "path": ["x"]}, {"kind": "restore"}]
)
def test_a_forged_message_neither_breaks_nor_changes_anything(finished, message):
    before = finished.session.workbook
    finished.send(**message)
    assert finished.session.workbook == before


def test_a_failure_is_one_sentence_with_a_code_and_keeps_the_text(finished, monkeypatch):
    monkeypatch.setattr(finished.session, "edit", lambda _edit: 1 / 0)
    receipt = finished.say("purpose/sentence", "secret words")
    assert receipt["status"] == "unsaved"
    assert "ZeroDivision" not in receipt["sentence"]


def test_a_failure_is_logged_without_what_was_typed(finished, monkeypatch, caplog):
    def fail(edit):
        raise ValueError(edit.value)

    monkeypatch.setattr(finished.session, "edit", fail)
    finished.say("purpose/sentence", "secret words")
    assert "ValueError" in caplog.text
    assert "secret words" not in caplog.text
