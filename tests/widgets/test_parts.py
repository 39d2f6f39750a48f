"""What travels of a widget's state: all of it once, then what changed."""

import pytest

from workshop.content import exercise, exercise_names
from workshop.content.worked import worked
from workshop.exercise import Exercise
from workshop.model import Edit
from workshop.session import Session
from workshop.storage import MemoryStore
from workshop.widgets import Form
from workshop.widgets.parts import parts_of

CASE = "making-change-stick"


@pytest.fixture
def sent():
    """What was sent: the names of the attributes of each update, by widget."""
    return {}


@pytest.fixture
def opened(sent, monkeypatch):
    """A function that opens an exercise on a worked case, all its steps."""
    monkeypatch.setattr(
        "workshop.widgets.base.Widget._send",
        lambda widget, message, **_: sent.setdefault(_name(widget), []).append(message.get("state")),
    )

    def open_all(name):
        person = Exercise(name, Session(MemoryStore(worked(CASE))), case=CASE)
        for step in exercise(name)["steps"]:
            person.show(step)
        sent.clear()
        return person

    return open_all


def _name(widget):
    return widget.state.get("step", "status")


def test_what_fields_have_in_common_is_said_once():
    """Of five cards with the same question the words travel once; each keeps its address and its answer."""
    question = {"kind": "text", "label": "Code name", "hint": "A word that only you know."}
    fields = [{**question, "path": f"people/k{n}/name", "value": f"K{n}"} for n in range(5)]
    parts = parts_of({"fields": fields})
    assert parts["alike"] == [question]
    assert parts["state.fields"]["rows of"] == [("path", "value", "alike")]
    assert parts["state.fields"]["rows"][3] == [0, "people/k3/name", "K3", 0]


def test_the_same_state_is_not_sent_again(opened, sent):
    """A heartbeat or an edit elsewhere that changes nothing here sends nothing here."""
    widget = opened("03_five_people").show("choose")
    sent.clear()
    widget.state = {**widget.state}
    assert sent == {}


def test_an_edit_sends_only_what_it_changed(opened, sent):
    """One word about one's why reaches its own step and nobody else, and no words or titles with it."""
    session = opened("02_purpose").session
    session.edit(Edit("purpose/why_first", "It lasts", base=session.workbook.purpose.why_first))
    assert {name: sorted(news) for name, [news] in sent.items()} == {
        "status": ["state.can_undo", "state.revision"],
        "02_purpose.why": ["state.fields"],
    }


def test_the_step_where_an_edit_was_made_is_the_first_to_hear(opened, sent):
    """What a person looks at changes before what stands elsewhere on the page."""
    session = opened("04_alliance_map").session
    tie = session.workbook.tie("harbour", "rook")
    session.edit(Edit("ties/harbour~rook/knows", "no", base=tie.knows, step="04_alliance_map.glue"))
    assert list(sent)[:2] == ["04_alliance_map.glue", "04_alliance_map.ties"]


@pytest.mark.parametrize("name", exercise_names())
def test_words_of_everybody_travel_once(opened, name):
    """Only the save status brings the words that all share."""
    person = opened(name)
    assert all("status_saved" not in person.show(step).state["words"] for step in exercise(name)["steps"])
    assert "status_saved" in person.status.state["words"]


def test_a_widget_has_no_model_beside_its_own():
    """Nothing travels about a layout that none of ours has."""
    assert "layout" not in Form(state={}).get_state()
